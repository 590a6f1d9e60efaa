// Every path of every flow: all questions are reached, none is a dead end, and the words are there in both languages.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Context, contextWith } from '../../../src/core/context.ts';
import {
  type Answers,
  type Choice,
  type Flow,
  lastAnswered,
  openQuestion,
  relevant,
} from '../../../src/core/flows/flow.ts';
import { flows } from '../../../src/core/flows/index.ts';
import type { Language } from '../../../src/core/language.ts';
import { maximumActionBytes, type Reply } from '../../../src/core/reply.ts';
import { forbidden } from '../../../src/knowledge/checks/must-not-say.ts';
import { startBot, type TestBot } from '../../bot.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot.stop());

function contextIn(language: Language): Context {
  const origin = { platform: 'terminal', person: 'w', chat: 'w', audience: 'private', update: 'w' } as const;
  return contextWith({
    services: { ...bot.services, charts: none },
    origin,
    preferences: {},
    conversation: {},
    language,
  });
}

const none = { plan: noPicture, cost: noPicture, timeline: noPicture };
async function noPicture(): Promise<Uint8Array> {
  throw new Error('not drawn here');
}

/** What somebody might type, by the beginning of the question's id; the walk takes it beside the buttons. */
const typed: Readonly<Record<string, readonly string[]>> = {
  back: ['917', '1.2万'],
  debt: ['招行卡 12000 年化18% 最低600 5号', 'Some friend', 'Kuaile'],
  rate: ['日息万五'],
  paid: ['500'],
  date: ['2024年8月'],
  amount: ['8千'],
};
/** Buttons that differ only in a number are one path: the first and the last of them are taken. */
const mostOptions = 4;
/** Debts that a walk enters. */
const mostWalked = 2;

function options(flow: Flow, context: Context, answers: Answers): readonly Answers[] {
  const question = openQuestion(flow, answers);
  if (!question) return [];
  const choices = question.choices?.(context, answers) ?? [];
  const numbered = choices.every(({ value }) => /^[\d.-]+$|^unknown$/.test(value));
  const few: readonly (Choice | undefined)[] =
    numbered && choices.length > mostOptions ? [choices[0], choices.at(-2), choices.at(-1)] : choices;
  const pressed = few.flatMap((choice): readonly Answers[] => (choice ? [{ [question.id]: choice.value }] : []));
  const name = question.id.replace(/-\d+$/, '');
  const written = (typed[name] ?? []).flatMap((words): readonly Answers[] => {
    const given = question.read?.(words, answers);
    return given ? [given] : [];
  });
  return [...pressed, ...written].filter((given) => given[`more-${mostWalked}`] !== 'yes');
}

type Walk = { readonly ends: Answers[]; readonly questions: Set<string>; readonly deadEnds: string[] };

/** The plan asks the same of every debt: one way through its money questions is enough. */
function walk(flow: Flow, context: Context): Walk {
  const result: Walk = { ends: [], questions: new Set(), deadEnds: [] };
  const stack: Answers[] = [{}];
  const seen = new Set<string>();
  while (stack.length > 0) {
    const answers = stack.pop() ?? {};
    const question = openQuestion(flow, answers);
    if (!question) {
      result.ends.push(answers);
      continue;
    }
    result.questions.add(question.id);
    // What was answered matters to the path only by kind and words; numbers are told apart by the question they open.
    const key = `${question.id}|${Object.entries(answers)
      .map(([id, value]) => (/^\d/.test(value) ? id : `${id}=${value}`))
      .join()}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const next = options(flow, context, answers);
    if (next.length === 0) result.deadEnds.push(`${question.id} after ${JSON.stringify(answers)}`);
    stack.push(...next.map((given) => relevant(flow, { ...answers, ...given })));
  }
  return result;
}

describe.each(flows.map((flow) => [flow.id, flow] as const))('the flow %s', (_, flow) => {
  it('reaches every question, and ends in a result on every path', () => {
    const { ends, questions, deadEnds } = walk(flow, contextIn('en'));
    expect(deadEnds).toEqual([]);
    expect(ends.length).toBeGreaterThan(10);
    const ids = new Set(
      ends.flatMap((answers) =>
        flow
          .questions(answers)
          .filter((it) => !it.optional)
          .map(({ id }) => id),
      ),
    );
    expect([...ids].filter((id) => !questions.has(id))).toEqual([]);
    console.log(`${flow.id}: ${questions.size} questions, ${ends.length} different ends`);
  });

  it.each(['en', 'zh-Hans'] as const)('asks in %s, with words on every button that fit a button', (language) => {
    const context = contextIn(language);
    const { ends } = walk(flow, context);
    for (const answers of ends) {
      for (const question of flow.questions(answers)) {
        const words = [question.ask(context, answers), question.wrong?.(context) ?? 'x'];
        for (const text of words) expect(text.trim(), question.id).not.toBe('');
        if (language !== 'en') expect(words[0], question.id).toMatch(/\p{Script=Han}/u);
        const choices = question.choices?.(context, answers) ?? [];
        expect(choices.length, question.id).toBeLessThanOrEqual(12);
        for (const { value, label } of choices) {
          expect(label.trim(), question.id).not.toBe('');
          expect(new TextEncoder().encode(`flow:${flow.id}.${question.id}.${value}`).length).toBeLessThanOrEqual(
            maximumActionBytes,
          );
        }
        // Whoever has no button for the answer can write it, and a word that is none gets a sentence.
        if (question.read && !question.optional) expect(question.wrong, question.id).toBeDefined();
        expect(choices.length > 0 || question.read !== undefined, question.id).toBe(true);
      }
    }
  });

  it.each(['en', 'zh-Hans', 'zh-Hant'] as const)(
    'has a whole result in %s at the end of every path',
    async (language) => {
      const context = contextIn(language);
      const { ends } = walk(flow, context);
      const { never } = bot.services.knowledge();
      for (const answers of ends) {
        const reply = await flow.result(context, answers);
        const said = textOf(reply);
        const where = `${JSON.stringify(answers)}\n${said}`;
        expect(said, where).not.toMatch(/\{|\}|undefined|NaN|Infinity|\[object|[!！]/);
        expect(reply.personal).toBe(true);
        expect(reply.buttons.length).toBeGreaterThan(0);
        if (language === 'zh-Hant') continue;
        expect(
          forbidden(said, language === 'en' ? 'en' : 'zh', never).map(({ id }) => id),
          where,
        ).toEqual([]);
      }
    },
  );

  it('goes back one question at a time, to the first', () => {
    const { ends } = walk(flow, contextIn('en'));
    for (const end of ends.slice(0, 50)) {
      let answers = end;
      let steps = 0;
      for (let last = lastAnswered(flow, answers); last; last = lastAnswered(flow, answers)) {
        const { [last.id]: _, ...rest } = answers;
        answers = relevant(flow, rest);
        steps += 1;
        expect(openQuestion(flow, answers)?.id).toBe(last.id);
        expect(steps).toBeLessThan(40);
      }
      expect(openQuestion(flow, answers)?.id).toBe(flow.questions({})[0]?.id);
    }
  });
});

function textOf({ blocks }: Reply): string {
  return blocks
    .map((block) =>
      'text' in block
        ? block.text
        : block.kind === 'claim'
          ? block.claim.text
          : block.kind === 'steps'
            ? block.items.map(({ text }) => text).join('\n')
            : '',
    )
    .join('\n');
}
