// Runs flows: asks, reads, goes back, comes back after days, shows the result, and keeps it only when told to.
import { answerQuestion } from '../ask.ts';
import { type Context, conversationKey, orElse, paragraph, personKey, remember, reply } from '../context.ts';
import { plain } from '../reminders/span.ts';
import { type Button, button, type Form, type Reply } from '../reply.ts';
import type { FlowAnswers } from '../services.ts';
import {
  type Act,
  type Answers,
  actButton,
  acts,
  answerButton,
  type Flow,
  lastAnswered,
  openQuestion,
  type Question,
  relevant,
} from './flow.ts';
import { flowCalled } from './index.ts';

const form = 'flow:';
/** Characters of one typed answer; a whole case may be pasted. */
const longestAnswer = 4_000;

/**
 * Begins a flow, or offers to go on with one.
 * @param known answers that the words of the person already gave: they begin a new one
 */
export async function startFlow(context: Context, flow: Flow, known: Answers = {}): Promise<Reply> {
  if (Object.keys(known).length > 0) return advance(context, flow, {}, known);
  const [started, kept] = await Promise.all([progressOf(context, flow), keptOf(context, flow)]);
  if (Object.keys(started).length === 0 && kept === undefined) return ask(context, flow, {});
  const { say } = context;
  const open = openQuestion(flow, started) !== undefined;
  return personal(
    context,
    [say('flow-found')],
    [
      ...(Object.keys(started).length > 0
        ? [actButton(flow.id, 'continue', say(open ? 'flow-continue' : 'flow-show'))]
        : []),
      ...(kept === undefined ? [] : [actButton(flow.id, 'open', say('flow-open-kept'))]),
      actButton(flow.id, 'again', say('flow-again')),
    ],
  );
}

/** A button: `<flow>.<question>.<value>` or `<flow>.~<act>`; undefined when it is no longer known. */
export async function pressFlow(context: Context, value: string): Promise<Reply | undefined> {
  const [id = '', question = '', ...rest] = value.split('.');
  const flow = flowCalled(id);
  if (!flow) return undefined;
  const answers = await progressOf(context, flow);
  if (question.startsWith('~')) {
    const act = acts.find((each) => each === question.slice(1));
    return act && perform(context, flow, answers, act);
  }
  const chosen = rest.join('.');
  const found = flow.questions(answers).find((it) => it.id === question);
  if (!found?.choices?.(context, answers).some((choice) => choice.value === chosen)) return undefined;
  if (found.passing) return result(context, flow, { ...answers, [question]: chosen });
  return advance(context, flow, answers, { [question]: chosen });
}

async function perform(context: Context, flow: Flow, answers: Answers, act: Act): Promise<Reply> {
  const { say } = context;
  switch (act) {
    case 'back':
      return back(context, flow, answers);
    case 'again':
      return advance(context, flow, {}, {});
    case 'continue':
      return ask(context, flow, answers);
    case 'open':
      return advance(context, flow, {}, (await keptOf(context, flow)) ?? {});
    case 'keep':
      return context.origin.platform === 'discord' ? ask(context, flow, answers) : keep(context, flow, answers);
    case 'stop':
      await remember(context, without(context.conversation));
      return personal(context, [say('flow-stopped')], [actButton(flow.id, 'continue', say('flow-continue'))]);
    case 'write': {
      const question = openQuestion(flow, answers);
      if (!question) return ask(context, flow, answers);
      await remember(context, { ...context.conversation, form: `${form}${flow.id}` });
      const words = question.ask(context, answers);
      return { ...personal(context, [words], []), form: writing(context, flow, words) };
    }
    default:
      return act satisfies never;
  }
}

/** The text after a question; undefined when no flow waits for one, or the text is something else. */
export async function typedInFlow(context: Context, text: string): Promise<Reply | undefined> {
  const id = context.conversation.form;
  const flow = id?.startsWith(form) ? flowCalled(id.slice(form.length)) : undefined;
  if (!flow) return undefined;
  const answers = await progressOf(context, flow);
  const question = openQuestion(flow, answers);
  if (!question) return undefined;
  const words = plain(context.services.script.simplified(text.slice(0, longestAnswer)));
  if (/^(?:back|go back|previous|返回|上一步|退回|回去|后退)$/i.test(words)) return back(context, flow, answers);
  if (/^(?:stop|cancel|quit|exit|never mind|取消|退出|算了|不算了|不弄了|停)$/i.test(words))
    return perform(context, flow, answers, 'stop');
  const given = readAnswer(context, question, words, answers);
  if (given) return advance(context, flow, answers, given);
  return elsewhere(context, flow, answers, question, text);
}

/** No answer to what was asked: perhaps a question of its own, which is answered; the flow waits. */
async function elsewhere(
  context: Context,
  flow: Flow,
  answers: Answers,
  question: Question,
  text: string,
): Promise<Reply | undefined> {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const isQuestion = letters > 3 && context.services.matcher().match(text).kind === 'answer';
  if (!isQuestion) return ask(context, flow, answers, question.wrong?.(context) ?? context.say('flow-choose'));
  const answered = await answerQuestion(context, text);
  return { ...answered, buttons: [...answered.buttons, actButton(flow.id, 'continue', context.say('flow-continue'))] };
}

function readAnswer(context: Context, question: Question, words: string, answers: Answers): Answers | undefined {
  const chosen = question
    .choices?.(context, answers)
    .find(({ label }) => plain(context.services.script.simplified(label)).toLowerCase() === words.toLowerCase());
  return chosen ? { [question.id]: chosen.value } : question.read?.(words, answers);
}

async function advance(context: Context, flow: Flow, answers: Answers, given: Answers): Promise<Reply> {
  const next = relevant(flow, { ...answers, ...given });
  if (!(await saveProgress(context, flow, next))) return personal(context, [context.say('not-kept')], []);
  return ask(context, flow, next);
}

/** Takes the last answer back and asks again. */
async function back(context: Context, flow: Flow, answers: Answers): Promise<Reply> {
  const last = lastAnswered(flow, answers);
  const { [last?.id ?? '']: _, ...rest } = answers;
  return advance(context, flow, rest, {});
}

async function ask(context: Context, flow: Flow, answers: Answers, note?: string): Promise<Reply> {
  const question = openQuestion(flow, answers);
  if (!question) return result(context, flow, answers);
  await remember(context, { ...context.conversation, form: `${form}${flow.id}` });
  const { say } = context;
  const choices = question.choices?.(context, answers) ?? [];
  const first = Object.keys(answers).length === 0;
  const words = [...(note ? [note] : first ? [flow.intro(context)] : []), question.ask(context, answers)];
  return personal(context, words, [
    ...choices.map(({ value, label }) => answerButton(flow.id, question.id, value, label)),
    // Where words are not read (Discord's servers), a window takes them.
    ...(question.read && context.origin.platform === 'discord' ? [actButton(flow.id, 'write', say('flow-write'))] : []),
    ...(first ? [] : [actButton(flow.id, 'back', say('flow-back'))]),
  ]);
}

function writing(context: Context, flow: Flow, label: string): Form {
  const { say } = context;
  const title = say(`command-${flow.id}`);
  const field = {
    id: 'words',
    label: [...label].slice(0, 45).join(''),
    maximum: longestAnswer,
    long: flow.id === 'plan',
  };
  return { id: `${form}${flow.id}`, title: [...title].slice(0, 45).join(''), fields: [field] };
}

/** What was typed into the window of a flow. */
export function isFlowForm(id: string): boolean {
  return id.startsWith(form);
}

/** A submitted window is the text after the question. */
export async function submittedInFlow(context: Context, id: string, text: string): Promise<Reply | undefined> {
  return typedInFlow({ ...context, conversation: { ...context.conversation, form: id } }, text);
}

async function result(context: Context, flow: Flow, answers: Answers): Promise<Reply> {
  await remember(context, without(context.conversation));
  const { say } = context;
  const shown = await flow.result(context, answers);
  const kept = await keptOf(context, flow);
  const isKept = kept !== undefined && JSON.stringify(sorted(kept)) === JSON.stringify(sorted(relevant(flow, answers)));
  return {
    ...shown,
    personal: true,
    buttons: [
      ...shown.buttons,
      // Discord's policy: amounts are worked out there and not kept.
      ...(isKept || context.origin.platform === 'discord' ? [] : [actButton(flow.id, 'keep', say('flow-keep'))]),
      actButton(flow.id, 'back', say('flow-change')),
      actButton(flow.id, 'again', say('flow-again')),
    ],
  };
}

function sorted(answers: Answers): readonly (readonly string[])[] {
  return Object.entries(answers).toSorted(([a], [b]) => (a < b ? -1 : 1));
}

async function keep(context: Context, flow: Flow, answers: Answers): Promise<Reply> {
  const { services, origin, say } = context;
  const kept = await orElse(
    services,
    async () => {
      const before = (await services.kept.get(personKey(origin))) ?? {};
      await services.kept.set(personKey(origin), { ...before, [flow.id]: relevant(flow, answers) });
      return true;
    },
    false,
  );
  return personal(
    context,
    [say(kept ? 'flow-kept' : 'not-kept')],
    [button('command', 'privacy', say('button-privacy')), actButton(flow.id, 'continue', say('flow-show'))],
  );
}

async function keptOf({ services, origin }: Context, flow: Flow): Promise<Answers | undefined> {
  return (await orElse(services, () => services.kept.get(personKey(origin)), nothing))[flow.id];
}

const nothing: FlowAnswers = {};

async function progressOf({ services, origin }: Context, flow: Flow): Promise<Answers> {
  return (await orElse(services, () => services.progress.get(conversationKey(origin)), nothing))[flow.id] ?? {};
}

async function saveProgress({ services, origin }: Context, flow: Flow, answers: Answers): Promise<boolean> {
  return orElse(
    services,
    async () => {
      const before = (await services.progress.get(conversationKey(origin))) ?? {};
      await services.progress.set(conversationKey(origin), { ...before, [flow.id]: answers });
      return true;
    },
    false,
  );
}

function without(conversation: Context['conversation']): Context['conversation'] {
  const { form: _, ...rest } = conversation;
  return rest;
}

function personal(context: Context, words: readonly string[], buttons: readonly Button[]): Reply {
  return reply(context, { blocks: words.map(paragraph), buttons, personal: true });
}
