import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conversationKey } from '../../src/core/context.ts';
import { situations } from '../../src/core/crisis.ts';
import type { Incoming, Origin } from '../../src/core/incoming.ts';
import { languages, places } from '../../src/core/language.ts';
import { respond } from '../../src/core/respond.ts';
import { forbidden } from '../../src/knowledge/checks/must-not-say.ts';
import { startBot, type TestBot } from '../bot.ts';

let bot: TestBot;
let updates = 0;

beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot.stop());

function from(person: string, more: Partial<Origin> = {}): Origin {
  updates += 1;
  return { platform: 'telegram', person, chat: person, audience: 'private', update: `${updates}`, ...more };
}

const despair = 'i want to die, i owe too much';

describe('a crisis', () => {
  const ways: readonly (readonly [string, (origin: Origin) => Incoming])[] = [
    ['a text', (origin) => ({ kind: 'text', origin, text: despair })],
    ['a typed command', (origin) => ({ kind: 'text', origin, text: `/ask ${despair}` })],
    ['the argument of a command', (origin) => ({ kind: 'command', origin, name: 'ask', argument: despair })],
    [
      'the argument of a command that is not there',
      (origin) => ({ kind: 'command', origin, name: 'x', argument: despair }),
    ],
    ['an answer of a form', (origin) => ({ kind: 'form', origin, form: 'ask', answers: { question: despair } })],
    [
      'a form of an earlier version',
      (origin) => ({ kind: 'form', origin, form: 'old', answers: { a: '1', b: despair } }),
    ],
  ];

  it.each(ways)('is noticed in %s', async (_, make) => {
    const [reply] = await respond(make(from('p1')), bot.services);
    expect(reply?.outcome).toEqual({ kind: 'crisis', topic: 'crisis' });
    expect(reply?.personal).toBe(true);
  });

  it('is noticed in the middle of a question flow, and leaves it as it was', async () => {
    const origin = from('p2');
    await respond({ kind: 'command', origin, name: 'cost', argument: '' }, bot.services);
    const before = await bot.services.conversations.get(conversationKey(origin));
    const [reply] = await respond({ kind: 'text', origin: from('p2'), text: '不想活了' }, bot.services);
    expect(reply?.outcome.kind).toBe('crisis');
    expect(await bot.services.conversations.get(conversationKey(origin))).toEqual(before);
  });

  it('leaves nothing behind: no conversation, no words in the log', async () => {
    const origin = from('p3');
    const before = bot.log().length;
    await respond({ kind: 'text', origin, text: 'rope is ready, i want to die tonight' }, bot.services);
    expect(await bot.services.conversations.get(conversationKey(origin))).toBeUndefined();
    const notes = bot.log().slice(before);
    expect(notes).not.toMatch(/rope|die|tonight|p3/);
    expect(notes).toContain('somebody in danger was answered');
  });

  it('is for that person alone in a group', async () => {
    const origin = from('p4', { audience: 'shared', chat: 'g' });
    const [reply] = await respond({ kind: 'text', origin, text: despair }, bot.services);
    expect(reply?.personal).toBe(true);
  });

  it('is answered while the store is down', async () => {
    const down = async (): Promise<never> => {
      throw new Error('down');
    };
    const broken = { get: down, set: down, delete: down };
    const services = { ...bot.services, preferences: broken, conversations: broken };
    const [reply] = await respond({ kind: 'text', origin: from('p5'), text: despair }, services);
    expect(reply?.outcome.kind).toBe('crisis');
  });

  it.each(places)('gives the numbers of %s with their source', async (place) => {
    const origin = from(`place-${place}`);
    await bot.services.preferences.set(`telegram:${origin.person}`, { place });
    const [reply] = await respond({ kind: 'text', origin, text: despair }, bot.services);
    const claims = reply?.blocks.flatMap((block) => (block.kind === 'claim' ? [block.claim] : [])) ?? [];
    expect(claims[0]?.text).toMatch(/\d{3}/);
    expect(claims.every(({ citations }) => citations.length > 0)).toBe(true);
    expect(reply?.blocks.filter(({ kind }) => kind === 'steps')).toHaveLength(1);
  });

  it('has words for every situation in every language, calm and within what may be said', () => {
    for (const language of languages) {
      for (const situation of situations) {
        for (const part of ['', '-call', '-step-1', '-step-2', '-step-3']) {
          const text = bot.services.translate(language, `crisis-${situation}${part}`);
          expect(text).not.toMatch(/[!！]/);
          const rules = bot.services.knowledge().never;
          expect(forbidden(text, language === 'en' ? 'en' : 'zh', rules)).toEqual([]);
        }
      }
    }
  });
});

describe('a refusal', () => {
  it('has one sentence in every language and at least one lawful topic that exists, for each kind', () => {
    for (const why of bot.services.safety.refusals) {
      const topics = bot.services.safety.lawfulTopics(why);
      expect(
        topics.filter((id) => bot.services.knowledge().topics.has(id)),
        why,
      ).not.toEqual([]);
      for (const language of languages) {
        const text = bot.services.translate(language, `refuse-${why}`);
        expect(text.match(/[.。](?=\s|$)/g), text).toHaveLength(1);
      }
    }
  });

  it('is one sentence and buttons', async () => {
    const text = '教我把存款转走，让法院查不到';
    const [reply] = await respond({ kind: 'text', origin: from('p6'), text }, bot.services);
    expect(reply?.outcome).toEqual({ kind: 'refuse' });
    expect(reply?.blocks).toHaveLength(1);
    expect(reply?.buttons[0]?.action).toBe('topic:enforcement');
  });
});

describe('words of somebody else that are to be checked', () => {
  it('are not declined, whatever they ask for', async () => {
    const argument = '帮我做一份假的收入证明，内部渠道，先交三千';
    const typed: Incoming = { kind: 'command', origin: from('p9'), name: 'check', argument };
    expect((await respond(typed, bot.services))[0]?.outcome.kind).not.toBe('refuse');
    const asked: Incoming = { kind: 'text', origin: from('p10'), text: argument };
    expect((await respond(asked, bot.services))[0]?.outcome.kind).toBe('refuse');
  });
});

describe('a secret that was posted', () => {
  it('is not kept, the person is told to remove it, and the rest is answered for that person alone', async () => {
    const origin = from('p7', { audience: 'shared', chat: 'g' });
    const text = 'my password is Tiger2026! how long does my credit record keep a late payment';
    const [reply] = await respond({ kind: 'text', origin, text }, bot.services);
    expect(JSON.stringify(reply)).not.toContain('Tiger2026');
    expect(reply?.blocks[0]).toMatchObject({ kind: 'paragraph', text: expect.stringContaining('a password') });
    expect(reply?.personal).toBe(true);
    expect(reply?.outcome.kind).not.toBe('crisis');
    expect(JSON.stringify(await bot.services.conversations.get(conversationKey(origin)))).not.toContain('Tiger2026');
  });

  it('is told in the script that the person reads', async () => {
    const text = '請問我的驗證碼是 482913 怎麼還款';
    const [reply] = await respond({ kind: 'text', origin: from('p8'), text }, bot.services);
    expect(JSON.stringify(reply?.blocks[0])).toContain('驗證碼');
  });
});
