// Every answer that the bot can give, in every language: what must hold for all of them.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerAspect } from '../../src/core/answer.ts';
import { writeOut } from '../../src/core/cite.ts';
import { openContext, personKey } from '../../src/core/context.ts';
import type { Origin } from '../../src/core/incoming.ts';
import { type Language, languages, places } from '../../src/core/language.ts';
import { type Block, maximumActionBytes, type Reply } from '../../src/core/reply.ts';
import { respond } from '../../src/core/respond.ts';
import { forbidden } from '../../src/knowledge/checks/must-not-say.ts';
import { aspects } from '../../src/knowledge/schema.ts';
import { startBot, type TestBot } from '../bot.ts';

/** A phone's line holds so many Latin characters, or half as many Chinese ones. */
const lineWidth = 40;
/** Lines of words, before the sources: what an answer should fit into, and what is listed. */
const lines = { wanted: 12, listed: 16 } as const;

let bot: TestBot;
const shown: { name: string; language: Language; reply: Reply }[] = [];
const day = '2026-11-22';

beforeAll(async () => {
  bot = await startBot();
  const knowledge = bot.services.knowledge();
  for (const language of languages) {
    const person = await settle(language, 'mainland');
    for (const topic of knowledge.topics.values()) {
      await press(person, language, `topic:${topic.id}`);
      await press(person, language, `facts:${topic.id}`);
      const context = await openContext({ kind: 'press', origin: person, action: '' }, bot.services);
      for (const aspect of aspects) {
        if (!topic.follow_ups[aspect]) continue;
        const reply = await answerAspect(context, topic, aspect);
        if (reply) shown.push({ name: `${topic.id} ${aspect}`, language, reply });
      }
    }
    for (const guide of knowledge.places.values()) {
      for (const part of guide.parts) await press(person, language, `part:${guide.id}/${part.id}`);
    }
    for (const place of places.filter((it) => it !== 'mainland')) {
      const elsewhere = await settle(language, place);
      for (const id of knowledge.topics.keys()) await press(elsewhere, language, `topic:${id}`, place);
    }
  }
}, 120_000);
afterAll(() => bot.stop());

/** A person who fixed a language and a place. */
async function settle(language: Language, place: (typeof places)[number]): Promise<Origin> {
  const id = `${language}-${place}`;
  const origin: Origin = { platform: 'terminal', person: id, chat: id, audience: 'private', update: id };
  await bot.services.preferences.set(personKey(origin), { language, place });
  return origin;
}

async function press(origin: Origin, language: Language, action: string, place = ''): Promise<void> {
  const [reply] = await respond({ kind: 'press', origin, action }, bot.services);
  if (reply) shown.push({ name: `${action} ${place}`.trim(), language, reply });
}

function textsOf(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) => {
    switch (block.kind) {
      case 'heading':
      case 'paragraph':
        return [block.text];
      case 'steps':
        return block.items.map((item, index) => `${index + 1}. ${item.text}`);
      case 'claim':
        return [block.claim.text];
      case 'caution':
        return [block.caution.text];
      case 'picture':
      case 'file':
        return [];
      default:
        return block satisfies never;
    }
  });
}

/** Questions are the person's words, and a correction quotes what some articles say: neither is said by the bot. */
function quotedIn(language: Language): ReadonlySet<string> {
  const knowledge = bot.services.knowledge();
  const quoted = [...knowledge.topics.values()].flatMap((topic) =>
    topic.correction ? [topic.question, topic.correction] : [topic.question],
  );
  return new Set(quoted.map((words) => writeOut(knowledge, words, { language, day })));
}

/** Lines on a phone. */
function linesOf(text: string): number {
  const width = [...text].reduce(
    (sum, mark) => sum + (/[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”]/u.test(mark) ? 2 : 1),
    0,
  );
  return Math.max(1, Math.ceil(width / lineWidth));
}

describe('every answer', () => {
  it('is there, in every language', () => {
    const topics = bot.services.knowledge().topics.size;
    for (const language of languages) {
      const mine = shown.filter((it) => it.language === language);
      expect(mine.filter((it) => /^topic:\S+$/.test(it.name))).toHaveLength(topics);
      expect(mine.length).toBeGreaterThan(topics * 8);
    }
    expect(shown.filter((it) => it.reply.language !== it.language)).toEqual([]);
  });

  it('says nothing that must not be said', () => {
    const { never } = bot.services.knowledge();
    const { simplified } = bot.services.script;
    const found: string[] = [];
    for (const language of languages) {
      const written = language === 'en' ? 'en' : 'zh';
      const quoted = quotedIn(language);
      const seen = new Set<string>();
      for (const { name, reply } of shown.filter((it) => it.language === language)) {
        for (const text of textsOf(reply.blocks)) {
          const plain = language === 'zh-Hant' ? simplified(text) : text;
          if (quoted.has(plain) || seen.has(plain)) continue;
          seen.add(plain);
          // Turned back to Simplified, words of Taiwan stay: the quotation is known by its beginning.
          if (language === 'zh-Hant' && /^有(的|些)文章/.test(plain)) continue;
          for (const rule of forbidden(plain, written, never)) found.push(`${name} ${language}: ${rule.id}: ${text}`);
        }
      }
    }
    expect(found).toEqual([]);
  });

  it('is whole: no braces, no gaps, no shouting, no button that is too long', () => {
    for (const { name, language, reply } of shown) {
      const where = `${name} ${language}`;
      const said = textsOf(reply.blocks).join('\n');
      expect(said, where).not.toMatch(/\{\{|\}\}|\{ ?\$|undefined|\[object|NaN/);
      expect(said, where).not.toMatch(/[!！]/);
      expect(
        textsOf(reply.blocks).filter((text) => text.trim() === ''),
        where,
      ).toEqual([]);
      expect(reply.buttons.length, where).toBeGreaterThan(0);
      for (const { action, label } of reply.buttons) {
        expect(new TextEncoder().encode(action).length).toBeLessThanOrEqual(maximumActionBytes);
        expect(label.trim(), where).not.toBe('');
      }
    }
  });

  it('names a source for every fact it cites, in the language it is read in', () => {
    for (const { name, language, reply } of shown) {
      const citations = reply.blocks.flatMap((block) => (block.kind === 'claim' ? block.claim.citations : []));
      for (const citation of citations) {
        expect(citation.label, `${name} ${language}`).not.toBe('');
        if (language !== 'en') expect(citation.label, `${name} ${language}`).toMatch(/\p{Script=Han}/u);
      }
    }
  });

  it('is measured against a phone screen, and the long ones are listed', () => {
    for (const language of ['en', 'zh-Hans'] as const) {
      const measured = shown
        .filter((it) => it.language === language && /^topic:\S+$/.test(it.name))
        .map(({ name, reply }) => ({
          name: name.slice('topic:'.length),
          count: textsOf(reply.blocks).reduce((sum, text) => sum + linesOf(text), 0),
        }))
        .toSorted((a, b) => b.count - a.count);
      const within = measured.filter((it) => it.count <= lines.wanted).length;
      const long = measured.filter((it) => it.count > lines.listed);
      console.log(
        `${language}: ${within} of ${measured.length} answers within ${lines.wanted} lines, median ${measured[Math.floor(measured.length / 2)]?.count}, ${long.length} over ${lines.listed}: ${long.map((it) => `${it.name} ${it.count}`).join(', ')}`,
      );
      expect(measured).toHaveLength(bot.services.knowledge().topics.size);
      expect(measured.at(0)?.count).toBeLessThan(40);
    }
  });
});
