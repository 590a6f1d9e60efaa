// Payoff plans for several debts: minimums first, what is left to one debt after the other.
import { hopeless, mostMonths } from './instalments.ts';
import { type Fen, type Fraction, fraction, type Rate, shareOf } from './money.ts';
import { yearMonths } from './rates.ts';

export type Debt = {
  readonly balance: Fen;
  /** Simple yearly; a month costs a twelfth of it. */
  readonly yearlyRate: Rate;
  /** What has to be paid each month; taken as fixed, though a card's falls with its balance. */
  readonly minimum: Fen;
};

/** `avalanche`: the highest rate first, which is cheapest. `snowball`: the smallest balance first, for early success. */
export type Strategy = 'avalanche' | 'snowball';

/** Lists by debt, in the order in which the debts were given. */
export type Month = {
  readonly interest: readonly Fen[];
  readonly paid: readonly Fen[];
  /** After the payment. */
  readonly balances: readonly Fen[];
};

export type Payoff = {
  readonly months: readonly Month[];
  readonly interest: Fen;
  readonly paid: Fen;
  /** Debts by index as they are done, with the month (1 is the first payment). */
  readonly order: readonly { readonly debt: number; readonly month: number }[];
  /** False when something is still owed after 600 months, or ten times as much as at the beginning: it never ends. */
  readonly done: boolean;
};

/**
 * Month by month: interest on each balance (rate ÷ 12, half-up to the fen), the minimum of each debt (or its balance, if
 * that is less), then all that is left of the money to the first debt of the strategy, over to the next when it is done.
 * The money of a debt that is done rolls on, because the sum stays the same. Ties go to the smaller balance, then the
 * higher rate, then the first given. Avalanche is the cheapest order: a payment moved from a dearer to a cheaper debt
 * can only add interest. (Both methods as in the CFPB worksheet "Reducing debt".)
 * @param monthly what can be paid each month in all; at least the sum of the minimums, see `shortfallOf`
 * @throws RangeError when it does not cover the minimums
 */
export function payoff(debts: readonly Debt[], monthly: Fen, strategy: Strategy): Payoff {
  if (shortfallOf(debts, monthly) > 0) throw new RangeError('the money does not cover the minimum payments');
  const rates: readonly Fraction[] = debts.map(({ yearlyRate }) => fraction(yearlyRate, yearMonths));
  const ranks = ranking(debts, strategy);
  const months: Month[] = [];
  const order: { debt: number; month: number }[] = [];
  let balances: readonly Fen[] = debts.map(({ balance }) => balance);
  const most = hopeless * sum(balances);
  while (balances.some((balance) => balance > 0) && months.length < mostMonths && sum(balances) <= most) {
    const month = payMonth(debts, balances, rates, ranks, monthly);
    months.push(month);
    for (const debt of ranks) {
      if ((balances[debt] ?? 0) > 0 && month.balances[debt] === 0) order.push({ debt, month: months.length });
    }
    balances = month.balances;
  }
  return {
    months,
    interest: sum(months.map((month) => sum(month.interest))),
    paid: sum(months.map((month) => sum(month.paid))),
    order,
    done: balances.every((balance) => balance === 0),
  };
}

function payMonth(
  debts: readonly Debt[],
  before: readonly Fen[],
  rates: readonly Fraction[],
  ranks: readonly number[],
  monthly: Fen,
): Month {
  const interest = before.map((balance, debt) => shareOf(balance, rates[debt] ?? { numerator: 0, denominator: 1 }));
  const owed = before.map((balance, debt) => balance + (interest[debt] ?? 0));
  const paid = debts.map(({ minimum }, debt) => Math.min(minimum, owed[debt] ?? 0));
  let left = monthly - sum(paid);
  for (const debt of ranks) {
    const more = Math.min(left, (owed[debt] ?? 0) - (paid[debt] ?? 0));
    paid[debt] = (paid[debt] ?? 0) + more;
    left -= more;
  }
  return { interest, paid, balances: owed.map((amount, debt) => amount - (paid[debt] ?? 0)) };
}

/** Debts by index, the one that gets the money first. */
export function ranking(debts: readonly Debt[], strategy: Strategy): readonly number[] {
  const byBalance = (a: Debt, b: Debt) => a.balance - b.balance;
  const byRate = (a: Debt, b: Debt) => b.yearlyRate.comparedTo(a.yearlyRate);
  const compare = (a: Debt, b: Debt) =>
    strategy === 'avalanche' ? byRate(a, b) || byBalance(a, b) : byBalance(a, b) || byRate(a, b);
  return debts
    .map((debt, index) => ({ debt, index }))
    .toSorted((a, b) => compare(a.debt, b.debt) || a.index - b.index)
    .map(({ index }) => index);
}

/** What is missing each month to pay all minimums (or balances, where they are less); 0 when nothing is. */
export function shortfallOf(debts: readonly Debt[], monthly: Fen): Fen {
  return Math.max(0, sum(debts.map(({ minimum, balance }) => Math.min(minimum, balance))) - monthly);
}

/** Which minimums the money covers, going through the debts in the order given; what cannot be covered is left out whole. */
export function coverable(minimums: readonly Fen[], monthly: Fen): readonly boolean[] {
  let left = Math.max(0, monthly);
  return minimums.map((minimum) => {
    if (minimum > left) return false;
    left -= minimum;
    return true;
  });
}

function sum(amounts: readonly Fen[]): Fen {
  return amounts.reduce((total, amount) => total + amount, 0);
}
