import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { levelInstalment } from '../../src/rules/instalments.ts';
import { bankLoanCost, cardCost, simpleCost } from '../../src/rules/late-cost.ts';
import { decimal, fenOf, percent, yuanOf } from '../../src/rules/money.ts';
import { payoff } from '../../src/rules/payoff.ts';
import { yearly } from '../../src/rules/rates.ts';
import { realRate, simpleRate } from '../../src/rules/real-rate.ts';

function examples<Shape extends z.ZodRawShape>(name: string, shape: Shape) {
  const file = readFileSync(new URL(`./${name}.yaml`, import.meta.url), 'utf8');
  const kind = z.strictObject({ what: z.string().min(1), from: z.string().min(1), ...shape });
  return z.array(kind).min(1).parse(parse(file));
}

const amount = z.number();
const costs = examples('late-cost', {
  card: z
    .strictObject({
      amount,
      paid: amount,
      percentADay: z.number(),
      days: z.number(),
      basis: z.enum(['whole', 'unpaid']),
      minimum: z.number(),
      lateCharge: z.number(),
    })
    .optional(),
  bankLoan: z
    .strictObject({ amount, interestDue: amount, contract: z.number(), penalty: z.number(), days: z.number() })
    .optional(),
  simple: z.strictObject({ amount, percent: z.number(), days: z.number() }).optional(),
  gives: z.strictObject({
    interest: z.string(),
    charges: z.string(),
    total: z.string(),
    perDay: z.string().optional(),
  }),
});

describe('what it costs to be late', () => {
  it.each(costs)('$what', ({ card, bankLoan, simple, gives }) => {
    const cost = card
      ? cardCost({
          ...card,
          amount: fenOf(card.amount),
          paid: fenOf(card.paid),
          yearlyRate: yearly(percent(card.percentADay), 'day'),
          minimum: percent(card.minimum),
          lateCharge: percent(card.lateCharge),
        })
      : bankLoan
        ? bankLoanCost({
            amount: fenOf(bankLoan.amount),
            interestDue: fenOf(bankLoan.interestDue),
            contractRate: percent(bankLoan.contract),
            penalty: percent(bankLoan.penalty),
            days: bankLoan.days,
          })
        : simple && simpleCost(fenOf(simple.amount), percent(simple.percent), simple.days);
    if (!cost) throw new Error('the example has no case');
    const { perDay, ...rest } = gives;
    expect({ interest: yuanOf(cost.interest), charges: yuanOf(cost.charges), total: yuanOf(cost.total) }).toEqual(rest);
    if (perDay !== undefined) expect(yuanOf(cost.perDay)).toBe(perDay);
  });
});

const dateOrCount = z.union([z.number(), z.iso.date()]);
const rates = examples('real-rate', {
  period: z.enum(['day', 'month']),
  flows: z.array(z.tuple([dateOrCount, z.number()])),
  effective: z.string().optional(),
  periodic: z.string().optional(),
  yearly: z.string().optional(),
  simple: z.string().optional(),
});

describe('the real rate', () => {
  it.each(rates)('$what', ({ period, flows, ...gives }) => {
    const start = flows[0]?.[0];
    const flow = flows.map(([at, yuan]) => ({
      at:
        typeof at === 'number'
          ? at
          : Temporal.PlainDate.from(String(start)).until(Temporal.PlainDate.from(at), { largestUnit: 'days' }).days,
      amount: fenOf(yuan),
    }));
    const rate = realRate(flow, period);
    if (!rate) throw new Error('there is no rate');
    const last = flow.at(-1);
    const found = {
      effective: rate.effective.times(100).toFixed(2),
      periodic: rate.periodic.times(100).toFixed(2),
      yearly: yearly(rate.periodic, period).times(100).toFixed(2),
      simple: simpleRate(flow[0]?.amount ?? 0, -(last?.amount ?? 0), last?.at ?? 1)
        .times(100)
        .toFixed(2),
    };
    for (const key of ['effective', 'periodic', 'yearly', 'simple'] as const)
      if (gives[key] !== undefined) expect(found[key], key).toBe(gives[key]);
  });

  it('has none where nothing is received, nothing is paid, or money is received again after paying', () => {
    expect(realRate([{ at: 1, amount: -100 }], 'day')).toBeUndefined();
    expect(realRate([{ at: 0, amount: 100 }], 'day')).toBeUndefined();
    expect(
      realRate(
        [
          { at: 0, amount: 100 },
          { at: 1, amount: -50 },
          { at: 2, amount: 20 },
          { at: 3, amount: -90 },
        ],
        'month',
      ),
    ).toBeUndefined();
  });
});

const levels = examples('instalments', {
  level: z.strictObject({ amount, percent: z.number(), months: z.number() }),
  gives: z.string(),
});

describe('the level instalment', () => {
  it.each(levels)('$what', ({ level, gives }) => {
    expect(yuanOf(levelInstalment(fenOf(level.amount), percent(level.percent), level.months))).toBe(gives);
  });
});

const outcome = z.strictObject({ months: z.number(), interest: z.string(), order: z.array(z.number()) });
const plans = examples('payoff', {
  debts: z.array(z.strictObject({ balance: amount, percent: z.number(), minimum: amount })),
  monthly: amount,
  snowball: outcome,
  avalanche: outcome,
});

describe('the payoff plan', () => {
  it.each(plans)('$what', ({ debts, monthly, ...gives }) => {
    const given = debts.map((debt) => ({
      balance: fenOf(debt.balance),
      yearlyRate: percent(debt.percent),
      minimum: fenOf(debt.minimum),
    }));
    for (const strategy of ['snowball', 'avalanche'] as const) {
      const plan = payoff(given, fenOf(monthly), strategy);
      expect(
        { months: plan.months.length, interest: yuanOf(plan.interest), order: plan.order.map(({ debt }) => debt) },
        strategy,
      ).toEqual(gives[strategy]);
    }
  });

  it('is refused where the money does not cover the minimums', () => {
    const debt = { balance: 100_000, yearlyRate: decimal('0.1'), minimum: 10_000 };
    expect(() => payoff([debt, debt], 19_999, 'avalanche')).toThrow(RangeError);
  });
});
