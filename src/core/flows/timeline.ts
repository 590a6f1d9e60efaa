// "What happens next?": kind of debt and days overdue, to the stage one is in, what comes, and what cannot come.
import type { CitedPair } from '../../knowledge/schema.ts';
import type { Stage, Timeline } from '../../knowledge/tool-schema.ts';
import { topicButton } from '../answer.ts';
import { citeTopics, writeOut } from '../cite.ts';
import { isCommand } from '../commands/names.ts';
import { type Context, paragraph, reply } from '../context.ts';
import { picture } from '../money/pictures.ts';
import { readDays } from '../money/spans.ts';
import { type Block, button, type Reply } from '../reply.ts';
import { one } from './cost.ts';
import type { Answers, Flow, Question } from './flow.ts';

/** Days overdue on buttons. */
const usualDays = [0, 3, 15, 45, 100, 200] as const;

const questions: readonly Question[] = [
  {
    id: 'kind',
    ask: ({ say }) => say('timeline-ask-kind'),
    choices: (context) =>
      timelinesOf(context).map(({ id, label }) => ({
        value: id,
        label: writeOut(context.services.knowledge(), label, context.reading),
      })),
  },
  {
    id: 'days',
    ask: ({ say }) => say('timeline-ask-days'),
    choices: ({ say }) => usualDays.map((days) => ({ value: String(days), label: say('timeline-days', { days }) })),
    read: one('days', readDays),
    wrong: ({ say }) => say('timeline-wrong-days'),
  },
];

export const timeline: Flow = {
  id: 'timeline',
  intro: ({ say }) => say('timeline-intro'),
  questions: () => questions,
  result: timelineResult,
  summary: (context, answers) => {
    const found = context.services.knowledge().timelines.get(answers.kind ?? '');
    const label = found ? writeOut(context.services.knowledge(), found.label, context.reading) : '';
    return context.say('timeline-kept', { label, days: Number(answers.days ?? 0) });
  },
};

/** Cards first, as they are the commonest; then by the order of the files. */
function timelinesOf({ services }: Context): readonly Timeline[] {
  const first = ['card', 'online-loan', 'bank-loan', 'micro-loan', 'mortgage', 'private-loan'];
  const place = ({ id }: Timeline) => (first.indexOf(id) + first.length + 1) % (first.length + 1);
  return [...services.knowledge().timelines.values()].toSorted((a, b) => place(a) - place(b));
}

async function timelineResult(context: Context, answers: Answers): Promise<Reply> {
  const knowledge = context.services.knowledge();
  const found = knowledge.timelines.get(answers.kind ?? '') ?? timelinesOf(context)[0];
  if (!found) return reply(context, { blocks: [paragraph(context.say('timeline-wrong-days'))] });
  const days = Number(answers.days ?? 0);
  const drawn = await draw(context, found, days);
  return reply(context, {
    blocks: [
      ...(drawn ? [{ ...drawn, description: headingOf(context, found, days) }] : []),
      ...stageBlocks(context, found, days),
    ],
    buttons: [
      ...topicButton(context, found.topic),
      ...topicButton(context, 'collection-process'),
      ...(isCommand('check') ? [button('command', 'check', context.say('button-check'))] : []),
    ],
    personal: true,
  });
}

function headingOf(context: Context, { label }: Timeline, days: number): string {
  const words = writeOut(context.services.knowledge(), label, context.reading);
  return context.say('timeline-heading', { label: words, days });
}

/** The stage of that day; the first one for a day before it. */
function stageOf({ stages }: Timeline, days: number): Stage | undefined {
  return stages.findLast(({ from }) => from <= days) ?? stages[0];
}

function stageBlocks(context: Context, found: Timeline, days: number): readonly Block[] {
  const { say, reading } = context;
  const knowledge = context.services.knowledge();
  const write = (words: Timeline['label']) => writeOut(knowledge, words, reading);
  const cited = (words: CitedPair) => citeTopics(knowledge, words, reading);
  const here = stageOf(found, days);
  const lines = found.stages.map((stage, at) => {
    const line = say('timeline-stage', { days: daysOf(context, found, at), label: write(stage.label) });
    return stage === here ? say('timeline-here', { line }) : line;
  });
  const blocks: Block[] = [{ kind: 'heading', text: headingOf(context, found, days) }, paragraph(lines.join('\n'))];
  if (here) {
    blocks.push({ kind: 'heading', text: say('timeline-usual', { label: write(here.label) }) });
    for (const words of here.usual) blocks.push({ kind: 'claim', claim: cited(words) });
    blocks.push({ kind: 'heading', text: say('timeline-do') }, { kind: 'steps', items: here.do.map(cited) });
    for (const words of here.cannot) blocks.push({ kind: 'caution', caution: cited(words) });
  }
  if (found.correction) blocks.push({ kind: 'claim', claim: cited(found.correction) });
  blocks.push(paragraph(say('timeline-note')));
  return blocks;
}

function daysOf({ say }: Context, { stages }: Timeline, at: number): string {
  const from = stages[at]?.from ?? 0;
  const next = stages[at + 1]?.from;
  if (next === undefined) return say('timeline-from', { from });
  return next - 1 === from ? say('timeline-day', { from }) : say('timeline-between', { from, until: next - 1 });
}

function draw(context: Context, found: Timeline, days: number): ReturnType<typeof picture> {
  const { services, language, place, reading } = context;
  const knowledge = services.knowledge();
  return picture(context, 'timeline', (charts, words) => {
    const write = (pair: Timeline['label']) => {
      const text = writeOut(knowledge, pair, reading);
      return language === 'zh-Hant' ? services.script.traditional(text, place) : text;
    };
    const label = write(found.label);
    return charts.timeline(
      {
        stages: found.stages.map(({ from, label: name }, at) => {
          const next = found.stages[at + 1]?.from;
          const range = { from, ...(next === undefined ? {} : { to: next - 1 }) };
          return { label: write(name), days: daysOf({ ...context, say: words }, found, at), ...range };
        }),
        here: days,
        words: { title: words('timeline-heading', { label, days }), here: words('timeline-you') },
      },
      language,
    );
  });
}
