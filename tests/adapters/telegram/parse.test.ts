import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deepLink } from '../../../src/adapters/telegram/deep-link.ts';
import { parseUpdate, placeOf, pressId } from '../../../src/adapters/telegram/parse.ts';

const self = { id: 42, username: 'debt_guide_bot' };
const from = { id: 7, is_bot: false, first_name: 'Lin', language_code: 'zh-hans' };
const own = { id: 7, type: 'private' };
const group = { id: -100, type: 'supergroup' };
const origin = {
  platform: 'telegram',
  person: '7',
  chat: '7',
  audience: 'private',
  locale: 'zh-hans',
  update: 'telegram:9',
};

/** An update with one message in the private chat. */
function message(content: object): unknown {
  return { update_id: 9, message: { message_id: 3, date: 1, from, chat: own, ...content } };
}

function inGroup(content: object): unknown {
  return message({ chat: group, ...content });
}

function press(content: object): unknown {
  return { update_id: 9, callback_query: { id: 'q1', from, data: 'topic:x', ...content } };
}

function mention(text: string, name = '@debt_guide_bot'): object {
  return { text, entities: [{ type: 'mention', offset: text.indexOf(name), length: name.length }] };
}

describe('in a private chat', () => {
  test('a text is a text, with who wrote it and where', () => {
    expect(parseUpdate(message({ text: ' 信用卡逾期了 \n' }), self)).toEqual({
      kind: 'text',
      origin,
      text: '信用卡逾期了',
    });
  });

  test.each([
    ['/find', 'find', ''],
    ['/Find  credit report ', 'find', 'credit report'],
    ['/find@debt_guide_bot 征信\n报告', 'find', '征信\n报告'],
    ['/find@another_bot x', 'find', 'x'],
    ['/start', 'start', ''],
    ['/start from-a-poster', 'start', 'from-a-poster'],
  ])('%j is a command', (text, name, argument) => {
    expect(parseUpdate(message({ text }), self)).toEqual({ kind: 'command', origin, name, argument });
  });

  test.each(['/', '/征信', 'a /find', '//find', '/find-me'])('%j is a text', (text) => {
    expect(parseUpdate(message({ text }), self)).toMatchObject({ kind: 'text', text });
  });

  test('a button comes as its action, also when its message is too old to be told', () => {
    const fresh = press({ message: { message_id: 5, date: 1, chat: own, text: 'Which one?' } });
    const old = press({ message: { message_id: 5, date: 0, chat: own } });
    for (const update of [fresh, old]) {
      expect(parseUpdate(update, self)).toEqual({ kind: 'press', origin, action: 'topic:x' });
      expect(pressId(update)).toBe('q1');
    }
  });

  test('a button of a message sent elsewhere counts as pressed in the private chat', () => {
    expect(parseUpdate(press({ inline_message_id: 'abc' }), self)).toEqual({
      kind: 'press',
      origin,
      action: 'topic:x',
    });
  });

  test('a deep link comes as the action or the command that it carries', () => {
    const payloads = [
      deepLink('b', { kind: 'press', action: 'topic:征信' }),
      deepLink('b', { kind: 'command', name: 'erase' }),
    ];
    const [action, command] = payloads.map((link) => new URL(link).searchParams.get('start'));
    expect(parseUpdate(message({ text: `/start ${action}` }), self)).toMatchObject({
      kind: 'press',
      action: 'topic:征信',
    });
    expect(parseUpdate(message({ text: `/start ${command}` }), self)).toMatchObject({
      kind: 'command',
      name: 'erase',
      argument: '',
    });
  });

  test('a link that only opens the chat is a plain start', () => {
    const payload = new URL(deepLink('b', undefined)).searchParams.get('start');
    expect(parseUpdate(message({ text: `/start ${payload}` }), self)).toMatchObject({ name: 'start', argument: '' });
    const tooLong = deepLink('b', { kind: 'press', action: `topic:${'x'.repeat(50)}` });
    expect(tooLong).toBe(deepLink('b', undefined));
  });

  test('the caption of a picture counts as text, a picture alone does not', () => {
    const photo = [{ file_id: 'p' }];
    expect(parseUpdate(message({ photo, caption: 'What is this letter?' }), self)).toMatchObject({
      kind: 'text',
      text: 'What is this letter?',
    });
    expect(parseUpdate(message({ photo }), self)).toBeUndefined();
  });

  test.each([
    ['a sticker', message({ sticker: { emoji: '👍' } })],
    ['an edit', { update_id: 9, edited_message: { message_id: 3, from, chat: own, text: 'changed' } }],
    ['another bot', message({ from: { ...from, is_bot: true }, text: 'hello' })],
    ['a message made through another bot', message({ via_bot: { id: 1, is_bot: true }, text: 'hello' })],
    ['blanks', message({ text: ' \n ' })],
    ['a press of a bot', press({ from: { ...from, is_bot: true }, message: { chat: own } })],
    ['a press of a game', press({ data: undefined, game_short_name: 'g', message: { chat: own } })],
    ['a change of membership', { update_id: 9, my_chat_member: { from, chat: own } }],
  ])('%s is not for the bot', (_, update) => {
    expect(parseUpdate(update, self)).toBeUndefined();
  });
});

describe('in a group', () => {
  const shared = { person: '7', chat: '-100', audience: 'shared' };

  test('talk is not for the bot', () => {
    expect(parseUpdate(inGroup({ text: 'hello everybody' }), self)).toBeUndefined();
    expect(parseUpdate(inGroup(mention('hello @another_bot', '@another_bot')), self)).toBeUndefined();
    expect(parseUpdate(inGroup({ new_chat_members: [from] }), self)).toBeUndefined();
  });

  test('a mention is heard without the mention itself', () => {
    expect(parseUpdate(inGroup(mention('请问 @debt_guide_bot 逾期怎么办')), self)).toMatchObject({
      kind: 'text',
      text: '请问 逾期怎么办',
      origin: shared,
    });
    expect(parseUpdate(inGroup(mention('@Debt_Guide_Bot what now', '@Debt_Guide_Bot')), self)).toMatchObject({
      text: 'what now',
    });
  });

  test('a mention of another bot stays in the words', () => {
    const text = '@debt_guide_bot is @another_bot honest';
    const entities = [
      { type: 'mention', offset: 0, length: 15 },
      { type: 'mention', offset: 19, length: 12 },
    ];
    expect(parseUpdate(inGroup({ text, entities }), self)).toMatchObject({ text: 'is @another_bot honest' });
  });

  test('a mention after an emoji is cut out at the right place', () => {
    expect(parseUpdate(inGroup(mention('😟😟 @debt_guide_bot 怎么办')), self)).toMatchObject({ text: '😟😟 怎么办' });
  });

  test('a mention by name alone is a start', () => {
    expect(parseUpdate(inGroup(mention('@debt_guide_bot')), self)).toMatchObject({ kind: 'command', name: 'start' });
  });

  test('an answer to a message of the bot is heard', () => {
    const reply = (id: number) => inGroup({ text: 'and then', reply_to_message: { from: { id, is_bot: true } } });
    expect(parseUpdate(reply(42), self)).toMatchObject({ kind: 'text', text: 'and then', origin: shared });
    expect(parseUpdate(reply(43), self)).toBeUndefined();
  });

  test('commands are heard unless they are for another bot', () => {
    expect(parseUpdate(inGroup({ text: '/find x' }), self)).toMatchObject({ kind: 'command', argument: 'x' });
    expect(parseUpdate(inGroup({ text: '/find@Debt_guide_bot x' }), self)).toMatchObject({ name: 'find' });
    expect(parseUpdate(inGroup({ text: '/find@another_bot x' }), self)).toBeUndefined();
    expect(parseUpdate(inGroup(mention('@debt_guide_bot /find x')), self)).toMatchObject({ name: 'find' });
  });

  test('a press belongs to who pressed, and the answer quotes the message of the button', () => {
    const update = press({
      message: { message_id: 5, date: 1, chat: group, is_topic_message: true, message_thread_id: 2 },
    });
    const incoming = parseUpdate(update, self);
    expect(incoming).toMatchObject({ kind: 'press', origin: shared });
    expect(incoming && placeOf(update, incoming.origin)).toEqual({ chat: '-100', quotes: 5, topic: 2 });
  });

  test('channels are left alone', () => {
    const post = { message_id: 3, chat: { id: -5, type: 'channel' }, text: '/find' };
    expect(parseUpdate({ update_id: 9, channel_post: post }, self)).toBeUndefined();
    expect(parseUpdate(message({ chat: { id: -5, type: 'channel' }, text: '/find' }), self)).toBeUndefined();
  });
});

test('no update of any shape makes it throw', () => {
  const wild = fc.anything();
  const near = fc.record(
    {
      update_id: fc.oneof(fc.integer(), wild),
      message: fc.oneof(
        wild,
        fc.record(
          {
            from: fc.oneof(fc.constant(from), wild),
            chat: fc.oneof(fc.constant(group), fc.constant(own), wild),
            text: fc.oneof(fc.string(), fc.constant('/start YQ'), wild),
            entities: fc.oneof(
              fc.array(fc.oneof(wild, fc.record({ type: fc.constant('mention'), offset: wild, length: wild }))),
              wild,
            ),
            reply_to_message: wild,
          },
          { requiredKeys: [] },
        ),
      ),
      callback_query: fc.oneof(wild, fc.record({ from: fc.constant(from), data: wild, message: wild })),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.oneof(wild, near), (update) => {
      const incoming = parseUpdate(update, self);
      pressId(update);
      if (incoming) expect(placeOf(update, incoming.origin).chat).toBe(incoming.origin.chat);
    }),
    { numRuns: 2000 },
  );
});

test('every action of up to 48 bytes survives a deep link', () => {
  const action = fc
    .tuple(fc.constantFrom('topic', 'facts', 'group'), fc.string({ unit: 'grapheme', maxLength: 20 }))
    .map(([verb, value]) => `${verb}:${value}`)
    .filter((text) => text.isWellFormed() && new TextEncoder().encode(text).length <= 48);
  fc.assert(
    fc.property(action, (text) => {
      const payload = new URL(deepLink('b', { kind: 'press', action: text })).searchParams.get('start');
      expect(payload).toMatch(/^[\w-]{1,64}$/);
      expect(parseUpdate(message({ text: `/start ${payload}` }), self)).toMatchObject({ kind: 'press', action: text });
    }),
  );
});

test("a stranger's link opens what only shows, and never presses a button that changes something", () => {
  const payload = new TextEncoder().encode('forget:yes').toBase64({ alphabet: 'base64url', omitPadding: true });
  expect(parseUpdate(message({ text: `/start ${payload}` }), self)).toMatchObject({ kind: 'command', name: 'start' });
});
