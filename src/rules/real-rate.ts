// The real yearly rate, from what was received and what is paid back: the internal rate of return.
import { type Decimal, decimal, type Fen, type Rate } from './money.ts';
import { effective, type Period, yearDays } from './rates.ts';

/** Positive: received. Negative: paid. `at` counts whole days or months from the first. */
export type Flow = { readonly at: number; readonly amount: Fen };

export type RealRate = {
  /** Of one day or month, unrounded. A month's × 12 is the simple yearly rate of an instalment loan. */
  readonly periodic: Rate;
  /** A year's, with interest on interest: (1 + i)^n − 1, as XIRR of a spreadsheet shows it. */
  readonly effective: Rate;
};

/**
 * Solves Σ amount × v^at = 0 for the discount factor v of one period, 0 < v; i = 1 ÷ v − 1. The same equation as XIRR
 * (days, year of 365) and IRR (months). Money kept back at pay-out is not received, so that it counts as cost
 * (民法典 Art. 670, facts.md 5.9); fees count as payments.
 *
 * Undefined unless money is received before it is paid and both happen: with one change of sign there is exactly one
 * solution (Descartes). A loan that is paid back with less than was received has a negative rate.
 */
export function realRate(flows: readonly Flow[], period: Exclude<Period, 'year'>): RealRate | undefined {
  const sorted = flows.filter(({ amount }) => amount !== 0).toSorted((a, b) => a.at - b.at);
  const first = sorted[0];
  if (!first || changesOfSign(sorted) !== 1 || first.amount < 0) return undefined;
  const shifted = sorted.map(({ at, amount }) => ({ at: at - first.at, amount }));
  const factor = refine(shifted, bracket(shifted));
  const rate = decimal(1).div(factor).minus(1);
  return { periodic: rate, effective: effective(rate, period) };
}

function changesOfSign(flows: readonly Flow[]): number {
  return flows.filter(({ amount }, index) => index > 0 && amount > 0 !== (flows[index - 1]?.amount ?? 0) > 0).length;
}

/** Bisection in ordinary numbers: what was received is worth more than the payments below the solution, less above. */
function bracket(flows: readonly Flow[]): number {
  const value = (v: number) => flows.reduce((sum, { at, amount }) => sum + amount * v ** at, 0);
  let [low, high] = [0, 1];
  while (value(high) > 0 && high < 1e6) high *= 2;
  for (let step = 0; step < 200 && high - low > 1e-16 * high; step += 1) {
    const middle = (low + high) / 2;
    if (value(middle) > 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Newton's method in decimals, from a solution that is good to fifteen digits: two steps make it good to thirty. */
function refine(flows: readonly Flow[], start: number): Decimal {
  let v = decimal(start);
  for (let step = 0; step < 2; step += 1) {
    let [value, slope] = [decimal(0), decimal(0)];
    for (const { at, amount } of flows) {
      const power = at === 0 ? decimal(0) : v.pow(at - 1);
      value = value.plus(at === 0 ? amount : power.times(v).times(amount));
      slope = slope.plus(power.times(at).times(amount));
    }
    if (slope.isZero()) return v;
    v = v.minus(value.div(slope));
  }
  return v;
}

/** The worth of all flows on the first day, in fen: 0 at the real rate. */
export function presentValue(flows: readonly Flow[], { periodic }: RealRate): Decimal {
  const factor = decimal(1).div(periodic.plus(1));
  return flows.reduce((sum, { at, amount }) => sum.plus(factor.pow(at).times(amount)), decimal(0));
}

/** One payment after so many days: (paid ÷ received − 1) × 365 ÷ days, the simple yearly rate that ceilings are stated in. */
export function simpleRate(received: Fen, paid: Fen, days: number): Rate {
  return decimal(paid).div(received).minus(1).times(yearDays).div(days);
}
