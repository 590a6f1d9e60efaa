// A message of a collector, agency or lender, checked: what its words are a sign of, what to do, where to complain.
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { routes, type Severity } from '../../knowledge/tool-schema.ts';
import { topicButton } from '../answer.ts';
import { citeTopics, writeOut } from '../cite.ts';
import { isCommand } from '../commands/names.ts';
import { type Context, paragraph, remember, reply } from '../context.ts';
import { type Block, button, type Cited, type Reply } from '../reply.ts';
import { createFinder, type Finder, type Finding } from './find.ts';

/** The form in which a message comes. */
export const checkForm = 'check';
/** Letters; less is no message that can be checked. */
const shortest = 6;
/** Findings that are written out; the others are named. */
const mostFindings = 4;
/** Characters that the forms of the platforms take (Discord: 4,000). */
const longest = 4_000;

const finders = new WeakMap<Knowledge, Finder>();

/** Made at the first check, and again when the knowledge was read again. */
function finderOf({ services }: Context): Finder {
  const knowledge = services.knowledge();
  const finder = finders.get(knowledge) ?? createFinder(knowledge, services.script.simplified);
  finders.set(knowledge, finder);
  return finder;
}

/** Asks for the message. */
export async function askForMessage(context: Context, note?: string): Promise<Reply> {
  const { say } = context;
  await remember(context, { ...context.conversation, form: checkForm });
  return reply(context, {
    blocks: [...(note === undefined ? [] : [note]), say('check-what'), say('check-not-kept')].map(paragraph),
    buttons: [button('command', 'start', say('check-never-mind'))],
    personal: true,
    form: {
      id: checkForm,
      title: say('check-title'),
      fields: [
        {
          id: 'message',
          label: say('check-field'),
          placeholder: say('check-placeholder'),
          maximum: longest,
          long: true,
        },
      ],
    },
  });
}

/** What was found. The message is neither kept nor logged. */
export async function checkMessage(context: Context, message: string): Promise<Reply> {
  if ((message.match(/[\p{L}\p{N}]/gu)?.length ?? 0) < shortest)
    return askForMessage(context, context.say('check-too-short'));
  const { form: _, ...conversation } = context.conversation;
  await remember(context, conversation);
  const findings = finderOf(context)(message);
  return findings.length === 0 ? nothingFound(context) : found(context, findings);
}

const severityKeys: Readonly<Record<Severity, string>> = {
  danger: 'check-danger',
  scam: 'check-scam',
  breach: 'check-breach',
  check: 'check-verify',
};

function found(context: Context, findings: readonly Finding[]): Reply {
  const { say, reading } = context;
  const knowledge = context.services.knowledge();
  const shown = findings.slice(0, mostFindings);
  const rest = findings.slice(mostFindings).map(({ rule }) => writeOut(knowledge, rule.label, reading));
  const steps = shown.map(({ rule }) => citeTopics(knowledge, rule.do, reading));
  const ways = routes.filter((route) => shown.some(({ rule }) => rule.routes.includes(route)));
  const blocks: Block[] = [
    { kind: 'heading', text: say('check-found', { count: findings.length }) },
    ...shown.map((finding): Block => ({ kind: 'claim', claim: findingWords(context, finding) })),
    ...(rest.length === 0 ? [] : [paragraph(say('check-also', { labels: rest.join(say('list-stop')) }))]),
    { kind: 'heading', text: say('check-do') },
    { kind: 'steps', items: distinct(steps) },
    { kind: 'heading', text: say('check-where') },
    {
      kind: 'steps',
      items: ways.flatMap((route) => {
        const way = knowledge.messageCheck.routes[route];
        return way ? [citeTopics(knowledge, way, reading)] : [];
      }),
    },
    paragraph(say('check-limits')),
  ];
  const topics = [...new Set(shown.map(({ rule }) => rule.topic))].slice(0, 2);
  return reply(context, {
    blocks,
    buttons: [
      ...topics.flatMap((topic) => topicButton(context, topic)),
      ...(isCommand('log') ? [button('command', 'log', say('button-log'))] : []),
      button('command', 'check', say('check-another')),
    ],
    personal: true,
  });
}

function findingWords(context: Context, { rule, words }: Finding): Cited {
  const { say, reading } = context;
  const knowledge = context.services.knowledge();
  const shows = citeTopics(knowledge, rule.shows, reading);
  const head = say('check-finding', {
    severity: say(severityKeys[rule.severity]),
    label: writeOut(knowledge, rule.label, reading),
    words: words.map((each) => say('check-quote', { words: each })).join(say('check-between')),
  });
  return { ...shows, text: `${head}\n${shows.text}` };
}

/** Never "this is safe": what was looked for, and how to make sure. */
function nothingFound(context: Context): Reply {
  const { say, reading } = context;
  const knowledge = context.services.knowledge();
  const labels = [...knowledge.messageRules.values()].map(({ label }) => writeOut(knowledge, label, reading));
  return reply(context, {
    blocks: [
      { kind: 'heading', text: say('check-none') },
      paragraph(say('check-none-means')),
      { kind: 'heading', text: say('check-verify-heading') },
      { kind: 'steps', items: knowledge.messageCheck.verify.map((way) => citeTopics(knowledge, way, reading)) },
      paragraph(say('check-looked', { labels: labels.join(say('list-stop')) })),
    ],
    buttons: [
      ...topicButton(context, 'verify-collector'),
      ...topicButton(context, 'collection-rules'),
      button('command', 'check', say('check-another')),
    ],
    personal: true,
  });
}

function distinct(steps: readonly Cited[]): readonly Cited[] {
  return steps.filter((step, at) => steps.findIndex(({ text }) => text === step.text) === at);
}
