import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { levelInstalment, minimumPayment, payDown } from '../../src/rules/instalments.ts';
import { interestByDay } from '../../src/rules/interest.ts';
import { aboveCeiling, cardCost, simpleCost } from '../../src/rules/late-cost.ts';
import { decimal, type Fen, fenOf, fraction, percent, shareOf, yuanOf } from '../../src/rules/money.ts';
import { type Debt, payoff, shortfallOf } from '../../src/rules/payoff.ts';
import { presentValue, realRate } from '../../src/rules/real-rate.ts';
import { secondInterest, secondPayoff, secondRate } from './second.ts';

const fen = (most: Fen) => fc.integer({ min: 1, max: most });
/** Percent a year with up to four decimals, as text. */
const percentText = fc.integer({ min: 0, max: 1_000_000 }).map((it) => (it / 10_000).toFixed(4));
const debt = fc.record({
  balance: fen(50_000_000),
  percent: percentText,
  minimum: fc.integer({ min: 0, max: 500_000 }),
});
const given = (debts: readonly { balance: number; percent: string; minimum: number }[]): readonly Debt[] =>
  debts.map((it) => ({ balance: it.balance, yearlyRate: percent(it.percent), minimum: it.minimum }));
const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);

/** Debts and money that covers their minimums. */
const affordable = fc
  .tuple(fc.array(debt, { minLength: 1, maxLength: 8 }), fc.integer({ min: 1, max: 3_000_000 }))
  .map(([debts, more]) => ({ debts, monthly: sum(debts.map(({ minimum }) => minimum)) + more }));

describe('amounts', () => {
  it('come back as they were written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e13 }), (amount) => {
        expect(fenOf(yuanOf(amount))).toBe(amount);
      }),
    );
  });

  it('are shared exactly, rounded half-up, however large', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e13 }),
        percentText,
        fc.integer({ min: 1, max: 400 }),
        (amount, text, days) => {
          const exact = decimal(amount).times(percent(text)).times(days).div(365);
          expect(shareOf(amount, fraction(percent(text), 365), days)).toBe(exact.toDecimalPlaces(0).toNumber());
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('interest by the day', () => {
  it('is what the second implementation finds, on every day', () => {
    fc.assert(
      fc.property(
        fen(1e10),
        percentText,
        fc.boolean(),
        fc.integer({ min: 0, max: 400 }),
        (base, text, compound, days) => {
          const owed = interestByDay({ base, yearlyRate: percent(text), compound }, days);
          expect(owed[days]).toBe(secondInterest(base, text, days, compound));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('never falls, and with interest on interest is never less', () => {
    fc.assert(
      fc.property(fen(1e9), percentText, (base, text) => {
        const accrual = { base, yearlyRate: percent(text) };
        const plain = interestByDay({ ...accrual, compound: false }, 200);
        const compound = interestByDay({ ...accrual, compound: true }, 200);
        for (const [day, owed] of compound.entries()) {
          expect(owed).toBeGreaterThanOrEqual(compound[day - 1] ?? 0);
          // Booked months are rounded one by one: half a fen each.
          expect(owed + day / 30).toBeGreaterThanOrEqual(plain[day] ?? 0);
        }
      }),
    );
  });

  it('adds up: what is owed is the open amount, interest and charges, and paying more never costs more', () => {
    const card = fc.record({
      amount: fen(1e8),
      days: fc.integer({ min: 0, max: 200 }),
      basis: fc.constantFrom('whole' as const, 'unpaid' as const),
    });
    fc.assert(
      fc.property(card, fc.nat(1e8), fc.nat(1e8), percentText, (it, one, other, text) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)];
        const cost = (paid: number) =>
          cardCost({ ...it, paid, yearlyRate: percent(text), minimum: percent(10), lateCharge: percent(5) });
        const [a, b] = [cost(less), cost(more)];
        expect(a.total).toBe(a.open + a.interest + a.charges);
        expect(b.interest).toBeLessThanOrEqual(a.interest);
        expect(b.charges).toBeLessThanOrEqual(a.charges);
      }),
    );
  });

  it('passes a ceiling by nothing at the ceiling, and by the difference above it', () => {
    fc.assert(
      fc.property(
        fen(1e9),
        fc.integer({ min: 1, max: 2_000 }),
        fc.integer({ min: 1, max: 100 }),
        (amount, days, more) => {
          const ceiling = percent(24);
          const lawful = simpleCost(amount, ceiling, days).interest;
          expect(aboveCeiling(amount, lawful, ceiling, days)).toBe(0);
          expect(aboveCeiling(amount, lawful + more, ceiling, days)).toBe(more);
        },
      ),
    );
  });
});

describe('a plan', () => {
  it('is what the second implementation finds', () => {
    fc.assert(
      fc.property(
        affordable,
        fc.constantFrom('avalanche' as const, 'snowball' as const),
        ({ debts, monthly }, strategy) => {
          const plan = payoff(given(debts), monthly, strategy);
          const second = secondPayoff(debts, monthly, strategy);
          expect({
            months: plan.months.length,
            interest: plan.interest,
            paid: plan.paid,
            order: plan.order.map((it) => it.debt),
            done: plan.done,
          }).toEqual(second);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('has no negative balance, pays no more than there is, and loses not a fen', () => {
    fc.assert(
      fc.property(affordable, ({ debts, monthly }) => {
        const plan = payoff(given(debts), monthly, 'avalanche');
        for (const month of plan.months) {
          expect(Math.min(...month.balances)).toBeGreaterThanOrEqual(0);
          expect(sum(month.paid)).toBeLessThanOrEqual(monthly);
        }
        const left = sum(plan.months.at(-1)?.balances ?? []);
        expect(plan.paid + left).toBe(sum(debts.map(({ balance }) => balance)) + plan.interest);
      }),
      { numRuns: 200 },
    );
  });

  it('never costs more as avalanche than as snowball, apart from the roundings', () => {
    fc.assert(
      fc.property(affordable, ({ debts, monthly }) => {
        const [avalanche, snowball] = (['avalanche', 'snowball'] as const).map((it) =>
          payoff(given(debts), monthly, it),
        );
        if (!avalanche?.done || !snowball?.done) return;
        const roundings = (avalanche.months.length + snowball.months.length) * debts.length * 0.5;
        expect(avalanche.interest).toBeLessThanOrEqual(snowball.interest + roundings);
      }),
      { numRuns: 500 },
    );
  });

  it('never takes longer with more money', () => {
    fc.assert(
      fc.property(affordable, fen(200_000), ({ debts, monthly }, extra) => {
        for (const strategy of ['avalanche', 'snowball'] as const) {
          const before = payoff(given(debts), monthly, strategy);
          const after = payoff(given(debts), monthly + extra, strategy);
          const monthsOf = ({ done, months }: typeof before) => (done ? months.length : Number.POSITIVE_INFINITY);
          expect(monthsOf(after)).toBeLessThanOrEqual(monthsOf(before));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('pays every minimum, or the balance where that is less, in every month', () => {
    fc.assert(
      fc.property(affordable, ({ debts, monthly }) => {
        const plan = payoff(given(debts), monthly, 'snowball');
        let before = debts.map(({ balance }) => balance);
        for (const month of plan.months) {
          for (const [index, { minimum }] of debts.entries()) {
            const owed = (before[index] ?? 0) + (month.interest[index] ?? 0);
            expect(month.paid[index]).toBeGreaterThanOrEqual(Math.min(minimum, owed));
          }
          before = [...month.balances];
        }
      }),
      { numRuns: 100 },
    );
  });

  it('begins with the shortfall where the minimums are more than the money', () => {
    fc.assert(
      fc.property(fc.array(debt, { minLength: 1, maxLength: 8 }), fc.nat(5_000_000), (debts, monthly) => {
        const least = sum(debts.map(({ balance, minimum }) => Math.min(balance, minimum)));
        expect(shortfallOf(given(debts), monthly)).toBe(Math.max(0, least - monthly));
      }),
    );
  });
});

describe('one debt paid down', () => {
  it('ends in time with the level instalment, but for the roundings of the months', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1_000_000, max: 1e9 }),
        fc.integer({ min: 0, max: 360_000 }).map((it) => (it / 10_000).toFixed(4)),
        fc.integer({ min: 1, max: 120 }),
        (amount, text, months) => {
          const rate = percent(text);
          const level = levelInstalment(amount, rate, months);
          const down = payDown(amount, rate, () => level);
          expect(down.months).toBeLessThanOrEqual(months + 1);
          expect(down.paid).toBe(amount + down.interest);
          const less = payDown(amount, rate, () => level - 2);
          expect(less.months).toBeGreaterThanOrEqual(down.months);
        },
      ),
    );
  });

  it('costs more with the minimum alone than with the first minimum paid on', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100_000, max: 1e8 }), fc.integer({ min: 1, max: 30 }), (amount, rate) => {
        const minimum = minimumPayment(percent(10), 10_000);
        const only = payDown(amount, percent(rate), minimum);
        const fixed = payDown(amount, percent(rate), () => minimum(amount + amount));
        expect(only.interest).toBeGreaterThanOrEqual(fixed.interest);
        expect(only.months).toBeGreaterThanOrEqual(fixed.months);
      }),
    );
  });
});

describe('the real rate', () => {
  const payments = fc
    .array(fc.record({ at: fc.integer({ min: 1, max: 60 }), amount: fen(1e7) }), { minLength: 1, maxLength: 24 })
    .map((list) => list.map(({ at, amount }) => ({ at, amount: -amount })));
  const loan = fc.tuple(fen(1e7), payments).map(([received, list]) => ({
    // Paid back is at least a fifth of what was received: below that the rate of a period is beyond −90 %.
    flows: [{ at: 0, amount: Math.min(received, 5 * sum(list.map(({ amount }) => -amount))) }, ...list],
  }));

  it('reproduces the payments: at that rate they are worth what was received', () => {
    fc.assert(
      fc.property(loan, fc.constantFrom('day' as const, 'month' as const), ({ flows }, period) => {
        const rate = realRate(flows, period);
        expect(rate).toBeDefined();
        if (rate) expect(presentValue(flows, rate).abs().toNumber()).toBeLessThan(0.001);
      }),
      { numRuns: 200 },
    );
  });

  it('is what the second implementation finds', () => {
    fc.assert(
      fc.property(loan, ({ flows }) => {
        const rate = realRate(flows, 'month');
        const found = rate?.periodic.times(100).toNumber() ?? Number.NaN;
        if (found > 9_000) return;
        expect(Math.abs(found - Number(secondRate(flows)))).toBeLessThan(1e-6 * Math.max(1, Math.abs(found)));
      }),
      { numRuns: 200 },
    );
  });
});
