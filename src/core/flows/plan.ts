// The payoff plan: what comes in, what living costs, and one debt after the other, or all of them pasted at once.
import type { Context } from '../context.ts';
import { readAmount, readAmountOrNone } from '../money/amounts.ts';
import { type Case, type DebtLine, mostDebts, readCase } from '../money/debt-lines.ts';
import { debtKinds } from '../money/kinds.ts';
import { kindWords, planResult } from '../money/plan-result.ts';
import { amountWords } from '../money/words.ts';
import { one, readPercent } from './cost.ts';
import type { Answers, Choice, Flow, Question } from './flow.ts';

const amountsOf =
  (amounts: readonly number[]) =>
  ({ language }: Context): readonly Choice[] =>
    amounts.map((fen) => ({ value: String(fen), label: amountWords(fen, language) }));

const wrongAmount = ({ say }: Context) => say('flow-wrong-amount');
const wrongLine = ({ say }: Context) => say('plan-wrong-line');

const money: readonly Question[] = [
  {
    id: 'income',
    ask: ({ say }) => say('plan-ask-income'),
    choices: amountsOf([300_000, 500_000, 800_000, 1_200_000]),
    read: one('income', readAmountOrNone),
    wrong: wrongAmount,
  },
  {
    id: 'living',
    ask: ({ say }) => say('plan-ask-living'),
    choices: amountsOf([150_000, 250_000, 400_000, 600_000]),
    read: one('living', readAmountOrNone),
    wrong: wrongAmount,
  },
];

/** Answers under the number of the debt: balance-1, rate-1 … */
function debtQuestions(number: number): readonly Question[] {
  const id = (name: string) => `${name}-${number}`;
  const label = (answers: Answers) => answers[id('debt')] ?? '';
  return [
    {
      id: id('debt'),
      ask: ({ say }) => say(number === 1 ? 'plan-ask-debt' : 'plan-ask-next-debt'),
      read: (text) => readDebts(text, number),
      wrong: wrongLine,
    },
    {
      id: id('balance'),
      ask: ({ say }, answers) => say('plan-ask-balance', { label: label(answers) }),
      choices: amountsOf([300_000, 500_000, 1_000_000, 2_000_000, 5_000_000]),
      read: one(id('balance'), readAmount),
      wrong: wrongAmount,
    },
    {
      id: id('kind'),
      ask: ({ say }, answers) => say('plan-ask-kind', { label: label(answers) }),
      choices: (context) => debtKinds.map((value) => ({ value, label: kindWords(context, value) })),
    },
    {
      id: id('rate'),
      ask: ({ say }, answers) => say('plan-ask-rate', { label: label(answers) }),
      choices: ({ say }) => [
        ...['0', '6', '12', '18.25', '24', '36'].map((value) => ({ value, label: `${value}%` })),
        { value: 'unknown', label: say('flow-unknown') },
      ],
      read: readPercent(id('rate'), 'year'),
      wrong: ({ say }) => say('flow-wrong-rate'),
    },
    {
      id: id('minimum'),
      ask: ({ say }, answers) => say('plan-ask-minimum', { label: label(answers) }),
      choices: (context) => [
        ...amountsOf([30_000, 50_000, 100_000, 200_000])(context),
        { value: '0', label: context.say('plan-minimum-none') },
        { value: 'unknown', label: context.say('flow-unknown') },
      ],
      read: one(id('minimum'), readAmountOrNone),
      wrong: wrongAmount,
    },
    {
      id: id('due'),
      ask: ({ say }, answers) => say('plan-ask-due', { label: label(answers) }),
      choices: ({ say }) => [
        ...[1, 5, 10, 15, 20, 25].map((day) => ({ value: String(day), label: say('plan-day', { day }) })),
        { value: 'unknown', label: say('flow-unknown') },
      ],
      read: (text) => {
        const day = Number(text.match(/^(?:每月|每个月|the )?(\d{1,2}) ?(?:号|日|st|nd|rd|th)?$/i)?.[1]);
        return day >= 1 && day <= 31 ? { [id('due')]: String(day) } : undefined;
      },
      wrong: ({ say }) => say('plan-wrong-due'),
    },
    {
      id: id('more'),
      ask: ({ say }) => say('plan-ask-more'),
      choices: ({ say }) => [
        { value: 'no', label: say('plan-more-no') },
        { value: 'yes', label: say('plan-more-yes') },
      ],
      read: (text) => {
        const next = readDebts(text, number + 1);
        return next && { [id('more')]: 'yes', ...next };
      },
      wrong: wrongLine,
    },
  ];
}

/** Buttons of the result: what is shown, and money on top. */
const views: readonly Question[] = [
  {
    id: 'extra',
    optional: true,
    ask: ({ say }) => say('plan-ask-extra'),
    choices: (context) => [{ value: '0', label: '0' }, ...amountsOf([30_000, 50_000, 100_000])(context)],
  },
  {
    id: 'view',
    optional: true,
    passing: true,
    ask: ({ say }) => say('plan-ask-extra'),
    choices: () => ['months', 'snowball'].map((value) => ({ value, label: value })),
  },
];

function questions(answers: Answers): readonly Question[] {
  const debts: Question[] = [];
  for (let number = 1; number <= mostDebts; number += 1) {
    if (number > 1 && answers[`more-${number - 1}`] !== 'yes') break;
    const own = debtQuestions(number);
    debts.push(...(number === mostDebts ? own.slice(0, -1) : own));
  }
  return [...money, ...debts, ...views];
}

/** One debt in a line or only its name, or a whole case: answers from that number on. */
function readDebts(text: string, from: number): Answers | undefined {
  const read = readCase(text, 1);
  if (read) return caseAnswers(read, from);
  const name = text.trim();
  // A name alone: the rest is asked.
  return /^[\p{L}][\p{L}\p{N} .&'-]{0,23}$/u.test(name) && !/[?？吗呢]/.test(name)
    ? debtAnswers({ label: name, ...kindPart(name) }, from, false)
    : undefined;
}

function kindPart(name: string): Pick<DebtLine, 'kind'> {
  const read = readCase(`${name} 1000`, 1)?.debts[0]?.kind;
  return read ? { kind: read } : {};
}

/** The answers that a pasted case gives; what it leaves out is asked. */
export function caseAnswers({ debts, income, living }: Case, from = 1): Answers {
  const all: Record<string, string> = {};
  if (income !== undefined) all.income = String(income);
  if (living !== undefined) all.living = String(living);
  const several = debts.length > 1;
  for (const [index, debt] of debts.entries()) {
    const number = from + index;
    if (number > mostDebts) break;
    Object.assign(all, debtAnswers(debt, number, several || debt.rate !== undefined || debt.minimum !== undefined));
    if (index < debts.length - 1) all[`more-${number}`] = 'yes';
    else if (several) all[`more-${number}`] = 'no';
  }
  return all;
}

/** @param whole the line told more than name and amount: a day that it leaves out is not asked for */
function debtAnswers(debt: Partial<DebtLine> & { label: string }, number: number, whole: boolean): Answers {
  const { label, kind, balance, rate, minimum, due } = debt;
  return {
    [`debt-${number}`]: label,
    ...(balance === undefined ? {} : { [`balance-${number}`]: String(balance) }),
    ...(kind === undefined ? {} : { [`kind-${number}`]: kind }),
    ...(rate === undefined ? {} : { [`rate-${number}`]: rate.times(100).toDecimalPlaces(6).toFixed() }),
    ...(minimum === undefined ? {} : { [`minimum-${number}`]: String(minimum) }),
    ...(due === undefined ? (whole ? { [`due-${number}`]: 'unknown' } : {}) : { [`due-${number}`]: String(due) }),
  };
}

export const plan: Flow = {
  id: 'plan',
  intro: ({ say }) => say('plan-intro'),
  questions,
  result: planResult,
  summary: ({ say }, answers) =>
    say('kept-plan', { count: Object.keys(answers).filter((id) => id.startsWith('debt-')).length }),
};
