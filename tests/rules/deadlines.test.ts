import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { createWorkCalendar } from '../../src/holidays.ts';
import { daysLeft, endOf, type Length } from '../../src/rules/deadlines.ts';

const shape = z.array(
  z.strictObject({
    why: z.string(),
    opened: z.iso.date(),
    days: z.int().optional(),
    months: z.int().optional(),
    years: z.int().optional(),
    moves: z.boolean(),
    counted: z.iso.date().optional(),
    date: z.iso.date(),
    holidays: z.enum(['known', 'unknown', 'not-asked']),
  }),
);
const examples = shape.parse(parse(readFileSync(new URL('deadlines.yaml', import.meta.url), 'utf8')));
const calendar = createWorkCalendar();

function lengthOf({ days, months, years }: (typeof examples)[number]): Length {
  if (days !== undefined) return { unit: 'days', number: days };
  return months !== undefined ? { unit: 'months', number: months } : { unit: 'years', number: years ?? 0 };
}

describe('the end of a period', () => {
  it.each(examples)('$opened: $why', (example) => {
    const { opened, moves, date, counted, holidays } = example;
    expect(endOf(opened, { length: lengthOf(example), moves }, calendar)).toEqual({
      date,
      counted: counted ?? date,
      holidays,
    });
  });

  it('is never before the counted day, and on a working day wherever the holidays are known', () => {
    const day = fc.integer({ min: 0, max: 3000 }).map((days) => Temporal.PlainDate.from('2023-01-01').add({ days }));
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 400 }), (opened, number) => {
        const end = endOf(opened.toString(), { length: { unit: 'days', number }, moves: true }, calendar);
        expect(end.counted).toBe(opened.add({ days: number }).toString());
        expect(end.date >= end.counted).toBe(true);
        if (end.holidays === 'known') expect(calendar(end.date)).toBe('working');
        else expect(end.date).toBe(end.counted);
      }),
    );
  });

  it('refuses a length that is no whole number above zero', () => {
    const period = (number: number) => ({ length: { unit: 'days', number } as const, moves: false });
    expect(() => endOf('2026-11-22', period(0), calendar)).toThrow(RangeError);
    expect(() => endOf('2026-11-22', period(1.5), calendar)).toThrow(RangeError);
  });

  it('leaves no day on the last day itself', () => {
    expect(daysLeft('2026-12-22', { date: '2026-12-22' })).toBe(0);
    expect(daysLeft('2026-12-07', { date: '2026-12-22' })).toBe(15);
    expect(daysLeft('2026-12-25', { date: '2026-12-22' })).toBe(-3);
  });
});
