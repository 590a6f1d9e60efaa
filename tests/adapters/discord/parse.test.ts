import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSharedChat, languageOf, parseInteraction, parseMessage } from '../../../src/adapters/discord/parse.ts';

const self = '1300000000000000001';

const interaction = {
  id: '1300000000000000010',
  token: 'a-token',
  type: 2,
  channel_id: '1300000000000000020',
  locale: 'zh-TW',
  context: 1,
  user: { id: '1300000000000000030' },
  data: { name: 'ask', options: [{ name: 'question', type: 3, value: '信用卡逾期' }] },
};

const message = {
  id: '1300000000000000011',
  type: 0,
  channel_id: '1300000000000000020',
  author: { id: '1300000000000000030' },
  content: 'hello',
  mentions: [],
};

const inGuild = { guild_id: '1300000000000000040' };

describe('an interaction of Discord', () => {
  test('a slash command brings its option as the argument, and the locale', () => {
    expect(parseInteraction(interaction)).toEqual({
      kind: 'interaction',
      id: '1300000000000000010',
      token: 'a-token',
      share: false,
      incoming: {
        kind: 'command',
        name: 'ask',
        argument: '信用卡逾期',
        origin: {
          platform: 'discord',
          person: '1300000000000000030',
          chat: '1300000000000000020',
          audience: 'private',
          locale: 'zh-TW',
          update: '1300000000000000010',
        },
      },
    });
  });

  test('the public option asks to share and is no part of the argument', () => {
    const options = [
      { name: 'public', type: 5, value: true },
      { name: 'question', type: 3, value: ' a ' },
      { name: 'more', type: 3, value: 'b' },
    ];
    expect(parseInteraction({ ...interaction, data: { name: 'ask', options } })).toMatchObject({
      share: true,
      incoming: { argument: 'a b' },
    });
  });

  test('in a server and in a group the audience is shared and the chat is not one to deliver to', () => {
    const { user, ...rest } = interaction;
    const places = [
      { ...rest, ...inGuild, context: 0, member: { user } },
      { ...interaction, context: 2 },
      { ...rest, ...inGuild, context: undefined, member: { user } },
    ];
    for (const place of places) {
      const parsed = parseInteraction(place);
      const origin = parsed?.kind === 'interaction' ? parsed.incoming.origin : undefined;
      expect(origin?.audience).toBe('shared');
      expect(isSharedChat(origin?.chat ?? '')).toBe(true);
      expect(origin?.person).toBe(user.id);
    }
  });

  test('a button brings its action, and a submitted modal its answers, in the old shape and the new', () => {
    const press = { ...interaction, type: 3, data: { component_type: 2, custom_id: 'topic:credit' } };
    expect(parseInteraction(press)).toMatchObject({ incoming: { kind: 'press', action: 'topic:credit' } });
    const components = [
      { type: 18, component: { type: 4, custom_id: 'amount', value: ' 3000 ' } },
      { type: 1, components: [{ type: 4, custom_id: 'note', value: '' }] },
    ];
    const modal = { ...interaction, type: 5, data: { custom_id: 'debts', components } };
    expect(parseInteraction(modal)).toMatchObject({
      incoming: { kind: 'form', form: 'debts', answers: { amount: '3000', note: '' } },
    });
  });

  test('typing brings what was typed into the focused option', () => {
    const options = [
      { name: 'public', type: 5, value: true },
      { name: 'question', type: 3, value: '逾', focused: true },
    ];
    expect(parseInteraction({ ...interaction, type: 4, data: { name: 'ask', options } })).toMatchObject({
      kind: 'typing',
      command: 'ask',
      typed: '逾',
      language: 'zh-Hant',
    });
  });

  test('Chinese locales are told apart, everything else is English', () => {
    const locales = ['zh-CN', 'zh-TW', 'zh-HK', 'zh', 'en-GB', 'fr', undefined, 7];
    const tags = ['zh-Hans', 'zh-Hant', 'zh-Hant', 'zh-Hans', 'en', 'en', 'en', 'en'];
    expect(locales.map(languageOf)).toEqual(tags);
  });

  test('a ping, a select menu, a bot and a payload without a token are not for us', () => {
    const odd = [
      { ...interaction, type: 1 },
      { ...interaction, type: 3, data: { component_type: 3, custom_id: 'x' } },
      { ...interaction, user: { id: '1', bot: true } },
      { ...interaction, token: '' },
      { ...interaction, data: null },
    ];
    expect(odd.map(parseInteraction)).toEqual(odd.map(() => undefined));
  });
});

describe('a message of Discord', () => {
  test('a direct message is a text', () => {
    expect(parseMessage(message, self)).toMatchObject({
      channel: message.channel_id,
      incoming: { kind: 'text', text: 'hello', origin: { audience: 'private', chat: message.channel_id } },
    });
  });

  test('a command written as words is a command', () => {
    expect(parseMessage({ ...message, content: '/Ask  what now' }, self)?.incoming).toMatchObject({
      kind: 'command',
      name: 'ask',
      argument: 'what now',
    });
  });

  test('in a server only a mention is heard, and it is taken out of the words', () => {
    expect(parseMessage({ ...message, ...inGuild }, self)).toBeUndefined();
    const mention = { ...message, ...inGuild, content: `<@${self}> what now <@!${self}>`, mentions: [{ id: self }] };
    expect(parseMessage(mention, self)?.incoming).toMatchObject({
      kind: 'text',
      text: 'what now',
      origin: { audience: 'shared' },
    });
    expect(parseMessage({ ...mention, mentions: [{ id: '5' }] }, self)).toBeUndefined();
  });

  test('a mention without words asks for help', () => {
    const mention = { ...message, ...inGuild, content: `<@${self}>`, mentions: [{ id: self }] };
    expect(parseMessage(mention, self)?.incoming).toMatchObject({ kind: 'command', name: 'help' });
  });

  test('bots, webhooks, notices and stickers are not for us', () => {
    const odd = [
      { ...message, author: { id: '1', bot: true } },
      { ...message, author: { id: '1', system: true } },
      { ...message, webhook_id: '5' },
      { ...message, type: 7 },
      { ...message, content: '', sticker_items: [{ id: '1' }] },
      { ...message, content: '   ' },
    ];
    expect(odd.map((one) => parseMessage(one, self))).toEqual(odd.map(() => undefined));
  });
});

test('no payload makes the parser throw, however odd', () => {
  const odd = fc.oneof(fc.anything(), fc.object({ maxDepth: 3 }));
  const mostlyRight = fc.record(
    { type: fc.integer({ min: 0, max: 6 }), data: odd, user: odd, member: odd, channel_id: odd, context: odd },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(odd, mostlyRight, (anything, fields) => {
      for (const payload of [anything, { ...interaction, ...fields }, { ...message, ...fields }]) {
        parseInteraction(payload);
        parseMessage(payload, self);
      }
    }),
    { numRuns: 500 },
  );
});
