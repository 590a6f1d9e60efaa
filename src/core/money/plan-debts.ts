// The debts of a plan, from the answers of its flow; what was not known is filled in and said.
import { levelInstalment } from '../../rules/instalments.ts';
import { type Fen, fraction, percent, type Rate, shareOf } from '../../rules/money.ts';
import { yearDays } from '../../rules/rates.ts';
import type { Context } from '../context.ts';
import type { Answers } from '../flows/flow.ts';
import { type DebtKind, debtKinds } from './kinds.ts';
import { lastKnown, rateOn } from './law.ts';
import { amountWords, rateWords } from './words.ts';

export type PlanDebt = {
  readonly label: string;
  readonly kind: DebtKind;
  readonly balance: Fen;
  readonly yearlyRate: Rate;
  readonly minimum: Fen;
  readonly due?: number;
};

export type PlanCase = {
  readonly debts: readonly PlanDebt[];
  readonly income: Fen;
  readonly living: Fen;
  /** What was taken for granted, one sentence each. */
  readonly assumed: readonly string[];
};

/** Months over which an unknown minimum of a loan is counted. */
const guessedMonths = 12;

export function caseOf(context: Context, answers: Answers): PlanCase {
  const assumed: string[] = [];
  const debts: PlanDebt[] = [];
  for (let number = 1; answers[`debt-${number}`] !== undefined; number += 1) {
    const of = (name: string) => answers[`${name}-${number}`] ?? '';
    const label = of('debt');
    const kind = debtKinds.find((each) => each === of('kind')) ?? 'online';
    const balance = Number(of('balance'));
    const yearlyRate = of('rate') === 'unknown' ? guessedRate(context, kind) : percent(of('rate') || 0);
    const minimum =
      of('minimum') === 'unknown' ? guessedMinimum(context, kind, balance, yearlyRate) : Number(of('minimum'));
    if (of('rate') === 'unknown')
      assumed.push(context.say('plan-assumed-rate', { label, rate: rateWords(yearlyRate) }));
    if (of('minimum') === 'unknown') {
      const amount = amountWords(minimum, context.language);
      assumed.push(context.say('plan-assumed-minimum', { label, amount }));
    }
    const due = Number(of('due'));
    debts.push({ label, kind, balance, yearlyRate, minimum, ...(due >= 1 ? { due } : {}) });
  }
  return { debts, income: Number(answers.income), living: Number(answers.living), assumed };
}

/** A card's usual rate; the last known ceiling of private loans; for the rest the line of 24 %, which is on the safe side. */
function guessedRate(context: Context, kind: DebtKind): Rate {
  const { day } = context.reading;
  if (kind === 'card') return (rateOn(context, 'card-daily-rate', day) ?? percent('0.05')).times(yearDays);
  if (kind === 'private') return lastKnown(context, 'private-loan-cap')?.rate ?? percent(12);
  return rateOn(context, 'court-cut-percent', day) ?? percent(24);
}

function guessedMinimum(context: Context, kind: DebtKind, balance: Fen, rate: Rate): Fen {
  if (kind !== 'card') return levelInstalment(balance, rate, guessedMonths);
  return shareOf(balance, fraction(rateOn(context, 'minimum-payment-high', context.reading.day) ?? percent(10)));
}
