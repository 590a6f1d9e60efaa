// A flow asks one thing at a time: answers are kept, the position is derived from them.
import type { CommandName } from '../commands/names.ts';
import type { Context } from '../context.ts';
import { type Button, button, type Reply } from '../reply.ts';

/** What was answered, by question id; the values are ids or canonical numbers, never a sentence of the person's. */
export type Answers = Readonly<Record<string, string>>;

export type Choice = { readonly value: string; readonly label: string };

export type Question = {
  /** Lower case words joined by hyphens; stands on buttons. */
  readonly id: string;
  readonly ask: (context: Context, answers: Answers) => string;
  /** Buttons for common answers; at most twelve. */
  readonly choices?: (context: Context, answers: Answers) => readonly Choice[];
  /**
   * Answers from words that somebody typed, as Simplified Chinese or English in plain characters; more than one answer
   * when the words hold more. Undefined when it is none, or a number that cannot be meant. Absent: only choices count.
   */
  readonly read?: (text: string, answers: Answers) => Answers | undefined;
  /** One sentence for words that are no answer. */
  readonly wrong?: (context: Context) => string;
  /** Absent: always asked. */
  readonly when?: (answers: Answers) => boolean;
  /** Never asked: a button of the result gives it. */
  readonly optional?: boolean;
  /** Changes what the result shows and is not kept. */
  readonly passing?: boolean;
};

export type Flow = {
  /** The name of its command. */
  readonly id: CommandName;
  /** Said before the first question. */
  readonly intro: (context: Context) => string;
  /** In the order in which they are asked; may grow with the answers ("another debt?"). */
  readonly questions: (answers: Answers) => readonly Question[];
  readonly result: (context: Context, answers: Answers) => Promise<Reply>;
  /** One line about what was kept, for the list of what is kept. */
  readonly summary: (context: Context, answers: Answers) => string;
};

/** The first question without an answer; undefined when the result can be shown. */
export function openQuestion(flow: Flow, answers: Answers): Question | undefined {
  return asked(flow, answers).find(({ id }) => answers[id] === undefined);
}

/** The question that was answered last, in the order of asking. */
export function lastAnswered(flow: Flow, answers: Answers): Question | undefined {
  const questions = asked(flow, answers);
  const open = questions.findIndex(({ id }) => answers[id] === undefined);
  return (open < 0 ? questions : questions.slice(0, open)).at(-1);
}

function asked(flow: Flow, answers: Answers): readonly Question[] {
  return flow.questions(answers).filter(({ when, optional }) => !optional && (when?.(answers) ?? true));
}

/** What is said of the questions that apply: answers of a path that was left do not count. */
export function relevant(flow: Flow, answers: Answers): Answers {
  const ids = new Set(
    flow
      .questions(answers)
      .filter(({ when, passing }) => !passing && (when?.(answers) ?? true))
      .map(({ id }) => id),
  );
  return Object.fromEntries(Object.entries(answers).filter(([id]) => ids.has(id)));
}

/** A button that answers a question. */
export function answerButton(flow: Flow['id'], question: string, value: string, label: string): Button {
  return button('flow', `${flow}.${question}.${value}`, label);
}

/** What a button does beside answering. */
export const acts = ['back', 'again', 'continue', 'open', 'keep', 'stop', 'write'] as const;
export type Act = (typeof acts)[number];

export function actButton(flow: Flow['id'], act: Act, label: string): Button {
  return button('flow', `${flow}.~${act}`, label);
}
