// How long the arithmetic takes: npm run bench:money
import { cardCost } from '../../src/rules/late-cost.ts';
import { percent } from '../../src/rules/money.ts';
import { payoff } from '../../src/rules/payoff.ts';
import { realRate } from '../../src/rules/real-rate.ts';

/** Milliseconds that a plan for 30 debts over 600 months may take, both strategies together. */
const limit = 50;

/** Rates from 3 to 5.9 %; the money is chosen so that it takes 595 months, or never ends. */
const debts = Array.from({ length: 30 }, (_, index) => ({
  balance: 1_000_000 + index * 137_531,
  yearlyRate: percent(3 + index / 10),
  minimum: 5_000,
}));
const monthly = 378_857;

function time(name: string, work: () => unknown): number {
  const cold = measure(work);
  const times = Array.from({ length: 30 }, () => measure(work)).toSorted((a, b) => a - b);
  const median = times[15] ?? 0;
  console.log(
    `${name.padEnd(52)} first ${cold.toFixed(1)} ms, then ${median.toFixed(2)} ms (slowest ${times.at(-1)?.toFixed(1)})`,
  );
  return Math.max(cold, median);
}

function measure(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

const months = payoff(debts, monthly, 'avalanche').months.length;
const plan = time(`plan: 30 debts, ${months} months, both strategies`, () => [
  payoff(debts, monthly, 'avalanche'),
  payoff(debts, monthly, 'snowball'),
]);
time('card: 3,650 days with interest on interest', () =>
  cardCost({
    amount: 800_000,
    paid: 0,
    yearlyRate: percent('18.25'),
    days: 3_650,
    basis: 'unpaid',
    minimum: percent(10),
    lateCharge: percent(5),
  }),
);
time('real rate: 60 payments', () =>
  realRate(
    [{ at: 0, amount: 5_000_000 }, ...Array.from({ length: 60 }, (_, at) => ({ at: at + 1, amount: -120_000 }))],
    'month',
  ),
);
if (plan > limit) {
  console.error(`a plan took ${plan.toFixed(0)} ms; the limit is ${limit} ms`);
  process.exitCode = 1;
}
