import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueBefore, dueOnOrAfter, nextDates, nextNotice, noticesOf } from '../../src/rules/occurrences.ts';
import type { Notice, Schedule } from '../../src/rules/schedule.ts';

const date = fc
  .integer({ min: 0, max: 365 * 30 })
  .map((days) => Temporal.PlainDate.from('2020-01-01').add({ days }).toString());
const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
const zone = fc.constantFrom(
  'Asia/Shanghai',
  'America/New_York',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Africa/Casablanca',
);
const repeating: fc.Arbitrary<Exclude<Schedule, { kind: 'once' }>> = fc.oneof(
  fc.record({
    kind: fc.constant('monthly' as const),
    day: fc.oneof(fc.integer({ min: 1, max: 31 }), fc.constant('last' as const)),
    every: fc.integer({ min: 1, max: 24 }),
    anchor: date,
  }),
  fc.record({
    kind: fc.constant('statement' as const),
    statementDay: fc.integer({ min: 1, max: 31 }),
    days: fc.integer({ min: 0, max: 60 }),
    anchor: date,
  }),
  fc.record({
    kind: fc.constant('weekly' as const),
    weekday: fc.integer({ min: 1, max: 7 }),
    every: fc.integer({ min: 1, max: 12 }),
    anchor: date,
  }),
  fc.record({
    kind: fc.constant('yearly' as const),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    every: fc.integer({ min: 1, max: 5 }),
    anchor: date,
  }),
);
const notice: fc.Arbitrary<Notice> = fc.record({
  leadDays: fc.uniqueArray(fc.integer({ min: -3, max: 40 }), { minLength: 1, maxLength: 4 }),
  time,
  zone,
  workingDayBefore: fc.boolean(),
  quiet: fc.record({ from: time, until: time }),
});
const weekdays = () => 'unknown' as const;

/** Every day that is due in a stretch, found by looking at each day alone. */
function dueDaysBySight(schedule: Exclude<Schedule, { kind: 'once' }>, from: string, days: number): string[] {
  const start = Temporal.PlainDate.from(from);
  const found: string[] = [];
  for (let index = 0; index < days; index += 1) {
    const day = start.add({ days: index });
    if (day.toString() >= schedule.anchor && isDue(schedule, day)) found.push(day.toString());
  }
  return found;
}

function isDue(schedule: Exclude<Schedule, { kind: 'once' }>, day: Temporal.PlainDate): boolean {
  const anchor = Temporal.PlainDate.from(schedule.anchor);
  const months = (it: Temporal.PlainDate) => (it.year - anchor.year) * 12 + it.month - anchor.month;
  const isDay = (it: Temporal.PlainDate, wanted: number) => it.day === Math.min(wanted, it.daysInMonth);
  switch (schedule.kind) {
    case 'monthly':
      return months(day) % schedule.every === 0 && isDay(day, schedule.day === 'last' ? 31 : schedule.day);
    case 'statement':
      return isDay(day.subtract({ days: schedule.days }), schedule.statementDay);
    case 'weekly': {
      const first = anchor.add({ days: (schedule.weekday - anchor.dayOfWeek + 7) % 7 });
      return first.until(day).days % (7 * schedule.every) === 0;
    }
    case 'yearly':
      return (
        (day.year - anchor.year) % schedule.every === 0 && day.month === schedule.month && day.day === schedule.day
      );
    default:
      return schedule satisfies never;
  }
}

describe('every schedule', () => {
  it('gives exactly the days that look due one by one: none skipped, none doubled, none before the anchor', () => {
    fc.assert(
      fc.property(repeating, date, (schedule, from) => {
        const seen = dueDaysBySight(schedule, from, 400);
        const given = nextDates(schedule, from, seen.length + 1);
        expect(given.slice(0, seen.length)).toEqual(seen);
      }),
      { numRuns: 300 },
    );
  });

  it('always gives a later date next, and the same one looking back', () => {
    fc.assert(
      fc.property(repeating, date, (schedule, from) => {
        const [first = '', second = ''] = nextDates(schedule, from, 2);
        expect(first >= from && first >= schedule.anchor && second > first).toBe(true);
        expect(dueBefore(schedule, second)).toBe(first);
        expect(dueOnOrAfter(schedule, first)).toBe(first);
      }),
      { numRuns: 500 },
    );
  });
});

describe('every chain of messages', () => {
  it('goes forward, and holds each message of each due date once', () => {
    fc.assert(
      fc.property(repeating, notice, date, (schedule, how, from) => {
        const plan = { schedule, notice: how };
        const begin = Temporal.ZonedDateTime.from(`${from}T12:00[${how.zone}]`).toInstant();
        const end = begin.add({ hours: 24 * 200 });
        const chain: string[] = [];
        for (let at = begin; ; ) {
          const next = nextNotice(plan, at, weekdays);
          if (!next) break;
          expect(Temporal.Instant.compare(next.at, at)).toBe(1);
          if (Temporal.Instant.compare(next.at, end) > 0) break;
          chain.push(next.at.toString());
          at = next.at;
        }
        const cycles = nextDates(schedule, Temporal.PlainDate.from(from).subtract({ days: 60 }).toString(), 60);
        const expected = cycles
          .flatMap((cycle) => noticesOf(cycle, plan, weekdays))
          .map(({ at }) => at)
          .filter((at) => Temporal.Instant.compare(at, begin) > 0 && Temporal.Instant.compare(at, end) <= 0);
        expect(chain).toEqual([...new Set(expected.map(String))].sort());
      }),
      { numRuns: 200 },
    );
  });

  it('leaves quiet hours quiet', () => {
    fc.assert(
      fc.property(repeating, notice, (schedule, how) => {
        const { quiet } = how;
        if (!quiet || quiet.from === quiet.until) return;
        const [cycle = ''] = nextDates(schedule, schedule.anchor, 1);
        for (const { at } of noticesOf(cycle, { schedule, notice: how }, weekdays)) {
          const shown = at.toZonedDateTimeISO(how.zone).toPlainTime().toString({ smallestUnit: 'minute' });
          const inside =
            quiet.from < quiet.until
              ? shown >= quiet.from && shown < quiet.until
              : shown >= quiet.from || shown < quiet.until;
          expect(inside && shown !== quiet.until).toBe(false);
        }
      }),
      { numRuns: 500 },
    );
  });
});
