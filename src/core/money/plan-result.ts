// The payoff plan in words: what is left to pay with, both strategies, this month's payments, the months, the end.
import type { Fen } from '../../rules/money.ts';
import { type Payoff, payoff, type Strategy, shortfallOf } from '../../rules/payoff.ts';
import { type Context, paragraph, reply } from '../context.ts';
import { type Answers, answerButton } from '../flows/flow.ts';
import type { Reply } from '../reply.ts';
import type { DebtKind } from './kinds.ts';
import { claimBlock } from './law.ts';
import { caseOf, type PlanCase, type PlanDebt } from './plan-debts.ts';
import { planPicture, planTable } from './plan-months.ts';
import { shortfallReply } from './plan-shortfall.ts';
import { amountWords, monthWords } from './words.ts';

const kindKeys = {
  card: 'cost-kind-card',
  bank: 'cost-kind-bank',
  online: 'cost-kind-online',
  private: 'cost-kind-private',
  home: 'plan-kind-home',
  car: 'plan-kind-car',
} as const satisfies Record<DebtKind, string>;

export function kindWords({ say }: Context, kind: DebtKind): string {
  return say(kindKeys[kind]);
}

/** What more money would change, when nobody has chosen another sum. */
const usualExtra: Fen = 30_000;

export type Plans = Readonly<Record<Strategy, Payoff>>;

export async function planResult(context: Context, answers: Answers): Promise<Reply> {
  const known = caseOf(context, answers);
  const monthly = known.income - known.living;
  if (monthly <= 0 || shortfallOf(known.debts, monthly) > 0) return shortfallReply(context, known);
  const plans: Plans = {
    avalanche: payoff(known.debts, monthly, 'avalanche'),
    snowball: payoff(known.debts, monthly, 'snowball'),
  };
  if (!plans.avalanche.done) return shortfallReply(context, known);
  const strategy: Strategy = answers.view === 'snowball' ? 'snowball' : 'avalanche';
  if (answers.view === 'months') return planTable(context, known, plans.avalanche);
  const { say } = context;
  return reply(context, {
    blocks: [
      {
        kind: 'heading',
        text: say('plan-heading', { end: endWords(context, plans[strategy]) }),
      },
      paragraph(leftWords(context, known)),
      paragraph(compareWords(context, plans)),
      ...(await planPicture(context, known, plans, strategy)),
      paragraph(firstMonth(context, known, plans[strategy])),
      paragraph(orderWords(context, known, plans[strategy])),
      paragraph(extraWords(context, known, plans.avalanche, Number(answers.extra ?? 0) || usualExtra)),
      ...claimBlock(context, 'prioritise-debts', 'no-new-loans'),
      paragraph([say('plan-assumed'), ...known.assumed].join(' ')),
      paragraph(say('answer-not-advice')),
    ],
    buttons: [
      answerButton('plan', 'view', 'months', say('plan-button-months')),
      ...(strategy === 'avalanche' && !isSame(plans)
        ? [answerButton('plan', 'view', 'snowball', say('plan-button-snowball'))]
        : []),
      ...[50_000, 100_000].map((fen) =>
        answerButton(
          'plan',
          'extra',
          String(fen),
          say('plan-button-extra', { amount: amountWords(fen, context.language) }),
        ),
      ),
    ],
    outcome: { kind: 'answer', topic: 'repayment-plan' },
    personal: true,
  });
}

function leftWords({ say, language }: Context, { debts, income, living }: PlanCase): string {
  const money = (fen: Fen) => amountWords(fen, language);
  const minimums = debts.reduce((sum, debt) => sum + Math.min(debt.minimum, debt.balance), 0);
  return say('plan-left', {
    left: money(income - living),
    income: money(income),
    living: money(living),
    minimums: money(minimums),
    owed: money(debts.reduce((sum, { balance }) => sum + balance, 0)),
  });
}

/** The month of the last payment; the first one is next month's. */
export function endMonth({ reading }: Context, { months }: Pick<Payoff, 'months'>): Temporal.PlainYearMonth {
  return Temporal.PlainDate.from(reading.day).toPlainYearMonth().add({ months: months.length });
}

function endWords(context: Context, plan: Payoff): string {
  return plan.done ? monthWords(endMonth(context, plan), context.language) : context.say('plan-never');
}

/** Both orders are the same one, or come to the same. */
function isSame({ avalanche, snowball }: Plans): boolean {
  return (
    snowball.done && avalanche.interest === snowball.interest && avalanche.months.length === snowball.months.length
  );
}

function compareWords(context: Context, { avalanche, snowball }: Plans): string {
  const { say, language } = context;
  const line = (key: 'plan-avalanche' | 'plan-snowball' | 'plan-same', plan: Payoff) =>
    plan.done
      ? say(key, {
          months: plan.months.length,
          interest: amountWords(plan.interest, language),
          end: endWords(context, plan),
        })
      : say('plan-snowball-never');
  if (isSame({ avalanche, snowball })) return line('plan-same', avalanche);
  return [line('plan-avalanche', avalanche), line('plan-snowball', snowball)].join('\n');
}

/** What goes where in the first month, by due day. */
function firstMonth(context: Context, { debts }: PlanCase, { months }: Payoff): string {
  const { say, language } = context;
  const rows = debts
    .map((debt, index) => ({ debt, paid: months[0]?.paid[index] ?? 0 }))
    .filter(({ paid }) => paid > 0)
    .toSorted((a, b) => (a.debt.due ?? 32) - (b.debt.due ?? 32))
    .map(({ debt, paid }) => payLine(context, debt, amountWords(paid, language)));
  return [say('plan-first-month'), ...rows].join('\n');
}

function payLine({ say }: Context, { label, due }: PlanDebt, amount: string): string {
  return due === undefined ? say('plan-pay', { label, amount }) : say('plan-pay-by', { label, amount, day: due });
}

function orderWords(context: Context, { debts }: PlanCase, { order }: Payoff): string {
  const { say, language, reading } = context;
  const start = Temporal.PlainDate.from(reading.day).toPlainYearMonth();
  const rows = order.map(({ debt, month }, index) =>
    say('plan-done', {
      number: index + 1,
      label: debts[debt]?.label ?? '',
      end: monthWords(start.add({ months: month }), language),
    }),
  );
  return [say('plan-order'), ...rows].join('\n');
}

function extraWords({ say, language }: Context, known: PlanCase, base: Payoff, extra: Fen): string {
  const more = payoff(known.debts, known.income - known.living + extra, 'avalanche');
  return say('plan-extra', {
    amount: amountWords(extra, language),
    months: more.months.length,
    sooner: base.months.length - more.months.length,
    saved: amountWords(base.interest - more.interest, language),
  });
}
