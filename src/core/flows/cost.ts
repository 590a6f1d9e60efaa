// "What does it cost?": the questions, by kind of debt, and what they come to.
import type { Context } from '../context.ts';
import { readAmount, readAmountOrNone } from '../money/amounts.ts';
import { costResult } from '../money/cost-result.ts';
import { lastKnown } from '../money/law.ts';
import { readRate } from '../money/rates.ts';
import { realRateResult } from '../money/real-rate-result.ts';
import { readDays, readMonths } from '../money/spans.ts';
import { amountWords } from '../money/words.ts';
import type { Answers, Choice, Flow, Question } from './flow.ts';

const kinds = ['card', 'bank', 'online', 'private', 'real'] as const;
const kindKeys = {
  card: 'cost-kind-card',
  bank: 'cost-kind-bank',
  online: 'cost-kind-online',
  private: 'cost-kind-private',
  real: 'cost-kind-real',
} as const;
const isKind =
  (...wanted: readonly (typeof kinds)[number][]) =>
  (answers: Answers) =>
    wanted.some((kind) => answers.kind === kind);

/** Amounts on buttons, in fen. */
const amounts = [300_000, 500_000, 1_000_000, 2_000_000, 5_000_000];
const amountChoices = ({ language }: Context): readonly Choice[] =>
  amounts.map((fen) => ({ value: String(fen), label: amountWords(fen, language) }));

/** Yearly rates in percent on buttons; a card's are told by the day. */
const rateChoices: Readonly<Record<string, readonly string[]>> = {
  card: ['18.25', '14.6', '12.775'],
  online: ['12', '18', '24', '36'],
  private: ['12', '18', '24', '36'],
};

/** An answer of one number, kept as text. */
export function one(id: string, read: (text: string) => number | undefined): NonNullable<Question['read']> {
  return (text) => {
    const value = read(text);
    return value === undefined ? undefined : { [id]: String(value) };
  };
}

/** A yearly rate as percent: "18.25". */
export function readPercent(id: string, otherwise?: 'year'): NonNullable<Question['read']> {
  return (text) => {
    const rate = readRate(text, otherwise);
    return rate && { [id]: rate.times(100).toDecimalPlaces(6).toFixed() };
  };
}

const wrongAmount = ({ say }: Context) => say('flow-wrong-amount');
const wrongRate = ({ say }: Context) => say('flow-wrong-rate');

const questions: readonly Question[] = [
  {
    id: 'kind',
    ask: ({ say }) => say('cost-ask-kind'),
    choices: ({ say }) => kinds.map((value) => ({ value, label: say(kindKeys[value]) })),
  },
  {
    id: 'amount',
    when: isKind('card', 'bank', 'online', 'private'),
    ask: ({ say }, { kind }) => say(kind === 'card' ? 'cost-ask-bill' : 'cost-ask-amount'),
    choices: amountChoices,
    read: one('amount', readAmount),
    wrong: wrongAmount,
  },
  {
    id: 'paid',
    when: isKind('card'),
    ask: ({ say }) => say('cost-ask-paid'),
    choices: ({ say }) => [
      { value: '0', label: say('cost-paid-nothing') },
      { value: 'minimum', label: say('cost-paid-minimum') },
    ],
    read: (text, { amount = '0' }) => {
      const paid = readAmountOrNone(text);
      return paid === undefined || paid >= Number(amount) ? undefined : { paid: String(paid) };
    },
    wrong: ({ say }) => say('cost-wrong-paid'),
  },
  {
    id: 'basis',
    when: (answers) => answers.kind === 'card' && answers.paid !== undefined && answers.paid !== '0',
    ask: ({ say }) => say('cost-ask-basis'),
    choices: ({ say }) => [
      { value: 'unpaid', label: say('cost-basis-unpaid') },
      { value: 'whole', label: say('cost-basis-whole') },
      { value: 'unknown', label: say('flow-unknown') },
    ],
  },
  {
    id: 'share',
    when: isKind('card'),
    ask: ({ say }) => say('cost-ask-share'),
    choices: ({ say }) => [
      { value: '10', label: '10%' },
      { value: '5', label: '5%' },
      { value: 'unknown', label: say('flow-unknown') },
    ],
    read: (text) => {
      const share = Number(text.match(/^(\d{1,2}(?:\.\d)?) ?%?$/)?.[1]);
      return share >= 1 && share <= 50 ? { share: String(share) } : undefined;
    },
    wrong: ({ say }) => say('cost-wrong-share'),
  },
  {
    id: 'date',
    when: isKind('private'),
    ask: ({ say }) => say('cost-ask-date'),
    choices: dateChoices,
    read: (text) => {
      const date = readDate(text);
      return date === undefined ? undefined : { date };
    },
    wrong: ({ say }) => say('cost-wrong-date'),
  },
  {
    id: 'rate',
    when: isKind('card', 'online', 'private'),
    ask: ({ say }, { kind }) => say(kind === 'card' ? 'cost-ask-card-rate' : 'cost-ask-rate'),
    choices: ({ say }, { kind = '' }) => [
      ...(rateChoices[kind] ?? []).map((value) => ({
        value,
        label: kind === 'card' ? say('cost-rate-day', { rate: String(Number(value) / 365) }) : `${value}%`,
      })),
      { value: 'unknown', label: say('flow-unknown') },
    ],
    read: readPercent('rate'),
    wrong: wrongRate,
  },
  {
    // A bank's rate stands in the contract, and no guess at it is worth a sum.
    id: 'contract',
    when: isKind('bank'),
    ask: ({ say }) => say('cost-ask-contract'),
    choices: () => ['3.6', '6', '10', '18'].map((value) => ({ value, label: `${value}%` })),
    read: readPercent('contract', 'year'),
    wrong: wrongRate,
  },
  {
    id: 'interest',
    when: isKind('bank'),
    ask: ({ say }) => say('cost-ask-interest'),
    choices: ({ say }) => [{ value: '0', label: say('cost-interest-none') }],
    read: one('interest', readAmountOrNone),
    wrong: wrongAmount,
  },
  {
    id: 'days',
    when: isKind('card', 'bank', 'online', 'private'),
    ask: ({ say }, { kind }) => say(kind === 'private' ? 'cost-ask-days-lent' : 'cost-ask-days'),
    choices: ({ say }) =>
      [3, 10, 20, 30, 60, 90].map((days) => ({ value: String(days), label: say('cost-days', { days }) })),
    read: one('days', readDays),
    wrong: ({ say }) => say('flow-wrong-days'),
  },
  {
    id: 'received',
    when: isKind('real'),
    ask: ({ say }) => say('cost-ask-received'),
    choices: amountChoices,
    read: one('received', readAmount),
    wrong: wrongAmount,
  },
  {
    id: 'way',
    when: isKind('real'),
    ask: ({ say }) => say('cost-ask-way'),
    choices: ({ say }) => [
      { value: 'monthly', label: say('cost-way-monthly') },
      { value: 'once', label: say('cost-way-once') },
    ],
  },
  {
    id: 'months',
    when: ({ kind, way }) => kind === 'real' && way === 'monthly',
    ask: ({ say }) => say('cost-ask-months'),
    choices: ({ say }) =>
      [3, 6, 12, 24, 36].map((months) => ({ value: String(months), label: say('cost-months', { months }) })),
    read: one('months', readMonths),
    wrong: ({ say }) => say('flow-wrong-months'),
  },
  {
    id: 'term',
    when: ({ kind, way }) => kind === 'real' && way === 'once',
    ask: ({ say }) => say('cost-ask-term'),
    choices: ({ say }) =>
      [7, 14, 30, 90, 365].map((days) => ({ value: String(days), label: say('cost-days', { days }) })),
    read: one('term', readDays),
    wrong: ({ say }) => say('flow-wrong-days'),
  },
  {
    id: 'back',
    when: isKind('real'),
    ask: ({ say }, { way }) => say(way === 'monthly' ? 'cost-ask-back-monthly' : 'cost-ask-back-once'),
    read: one('back', readAmount),
    wrong: wrongAmount,
  },
];

/** When the LPR is known, before that, and after: from the dates of the parameter. */
function dateChoices(context: Context): readonly Choice[] {
  const known = lastKnown(context, 'private-loan-cap');
  const unknown = { value: 'unknown', label: context.say('flow-unknown') };
  if (known?.until === undefined) return [unknown];
  const { from, until } = known;
  return [{ value: from, label: context.say('cost-date-between', { from, until }) }, unknown];
}

/** 2025-08-01, 2025年8月1日, 2025年8月, 2025/8: an ISO date. */
function readDate(text: string): string | undefined {
  const [, year, month, day = '1'] =
    text.match(/^(20\d\d) ?[-/.年] ?(\d{1,2}) ?(?:[-/.月] ?(?:(\d{1,2}) ?[日号]?)?)?$/) ?? [];
  if (year === undefined || month === undefined) return undefined;
  try {
    return Temporal.PlainDate.from(
      { year: Number(year), month: Number(month), day: Number(day) },
      { overflow: 'reject' },
    ).toString();
  } catch {
    return undefined;
  }
}

export const cost: Flow = {
  id: 'cost',
  intro: ({ say }) => say('cost-intro'),
  questions: () => questions,
  result: async (context, answers) =>
    answers.kind === 'real' ? realRateResult(context, answers) : costResult(context, answers),
  summary: ({ say, language }, { amount, received }) =>
    say('kept-cost', { amount: amountWords(Number(amount ?? received ?? 0), language) }),
};
