import { describe, expect, it } from 'vitest';
import {
  dueBefore,
  dueOnOrAfter,
  missedNotices,
  nextDates,
  nextNotice,
  noticesOf,
  type Plan,
} from '../../src/rules/occurrences.ts';
import type { Notice, Schedule } from '../../src/rules/schedule.ts';

const everyDay = () => 'working' as const;
const notice: Notice = { leadDays: [3, 1, 0], time: '09:00', zone: 'Asia/Shanghai', workingDayBefore: false };
const monthly = (day: number | 'last', anchor = '2026-01-01', every = 1): Schedule => ({
  kind: 'monthly',
  day,
  every,
  anchor,
});
const told = (plan: Plan, cycle: string) =>
  noticesOf(cycle, plan, everyDay).map(
    ({ kind, at }) => `${kind} ${at.toZonedDateTimeISO(plan.notice.zone).toPlainDateTime()}`,
  );
const instant = (text: string) => Temporal.Instant.from(text);

describe('due dates', () => {
  it('falls on the last day of a month that lacks the day, and on the day again in the next', () => {
    expect(nextDates(monthly(31), '2027-01-15', 5)).toEqual([
      '2027-01-31',
      '2027-02-28',
      '2027-03-31',
      '2027-04-30',
      '2027-05-31',
    ]);
    expect(nextDates(monthly(29), '2028-02-01', 2)).toEqual(['2028-02-29', '2028-03-29']);
    expect(nextDates(monthly(30), '2027-02-01', 2)).toEqual(['2027-02-28', '2027-03-30']);
    expect(nextDates(monthly('last'), '2028-02-01', 3)).toEqual(['2028-02-29', '2028-03-31', '2028-04-30']);
  });

  it('counts every third month from the anchor, across the end of the year', () => {
    expect(nextDates(monthly(15, '2026-11-15', 3), '2026-11-16', 3)).toEqual([
      '2027-02-15',
      '2027-05-15',
      '2027-08-15',
    ]);
  });

  it('does not fall due before the anchor', () => {
    expect(dueOnOrAfter(monthly(5, '2026-11-22'), '2020-01-01')).toBe('2026-12-05');
    expect(dueBefore(monthly(5, '2026-11-22'), '2026-12-05')).toBeUndefined();
    expect(dueBefore(monthly(5, '2026-11-22'), '2027-02-01')).toBe('2027-01-05');
  });

  it('counts days from the statement day, over the end of the month and of the year', () => {
    const statement = (statementDay: number, days: number): Schedule => ({
      kind: 'statement',
      statementDay,
      days,
      anchor: '2026-11-22',
    });
    expect(nextDates(statement(5, 20), '2026-11-22', 2)).toEqual(['2026-11-25', '2026-12-25']);
    expect(nextDates(statement(12, 26), '2026-11-22', 3)).toEqual(['2026-12-08', '2027-01-07', '2027-02-07']);
    expect(nextDates(statement(31, 20), '2027-02-01', 3)).toEqual(['2027-02-20', '2027-03-20', '2027-04-20']);
    expect(nextDates(statement(20, 56), '2026-11-22', 2)).toEqual(['2026-12-15', '2027-01-15']);
    expect(dueBefore(statement(5, 20), '2026-12-25')).toBe('2026-11-25');
  });

  it('repeats every two weeks from the first such weekday', () => {
    const fridays: Schedule = { kind: 'weekly', weekday: 5, every: 2, anchor: '2026-11-22' };
    expect(nextDates(fridays, '2026-11-22', 3)).toEqual(['2026-11-27', '2026-12-11', '2026-12-25']);
    expect(dueBefore(fridays, '2026-12-11')).toBe('2026-11-27');
  });

  it('falls on 28 February where there is no 29th', () => {
    const leap: Schedule = { kind: 'yearly', month: 2, day: 29, every: 1, anchor: '2026-11-22' };
    expect(nextDates(leap, '2026-11-22', 3)).toEqual(['2027-02-28', '2028-02-29', '2029-02-28']);
  });

  it('comes once and never again', () => {
    expect(nextDates({ kind: 'once', date: '2026-12-31' }, '2026-11-22', 3)).toEqual(['2026-12-31']);
    expect(nextDates({ kind: 'once', date: '2026-12-31' }, '2027-01-01', 3)).toEqual([]);
  });
});

describe('messages about a due date', () => {
  it('come on the days before, on the day, and on the day after', () => {
    expect(told({ schedule: monthly(25), notice }, '2026-11-25')).toEqual([
      'lead 2026-11-22T09:00:00',
      'lead 2026-11-24T09:00:00',
      'lead 2026-11-25T09:00:00',
      'after 2026-11-26T09:00:00',
    ]);
  });

  it('wait until quiet hours end, also those that cross midnight', () => {
    const quiet = { from: '22:00', until: '08:00' };
    const late = { ...notice, leadDays: [1], time: '23:30', quiet };
    expect(told({ schedule: monthly(25), notice: late }, '2026-11-25')[0]).toBe('lead 2026-11-25T08:00:00');
    const early = { ...notice, leadDays: [1], time: '06:00', quiet };
    expect(told({ schedule: monthly(25), notice: early }, '2026-11-25')[0]).toBe('lead 2026-11-24T08:00:00');
  });

  it('come before the quiet hours when they would otherwise come after the due date', () => {
    const late = { ...notice, leadDays: [0], time: '23:30', quiet: { from: '22:00', until: '08:00' } };
    expect(told({ schedule: monthly(25), notice: late }, '2026-11-25')[0]).toBe('lead 2026-11-25T21:59:00');
  });

  it('are counted from the working day before', () => {
    const plan = { schedule: monthly(25), notice: { ...notice, leadDays: [0], workingDayBefore: true } };
    const free = new Set(['2026-11-25', '2026-11-24']);
    const days = noticesOf('2026-11-25', plan, (date) => (free.has(date) ? 'free' : 'working'));
    expect(days.map(({ kind, at }) => `${kind} ${at}`)).toEqual([
      'lead 2026-11-23T01:00:00Z',
      'after 2026-11-26T01:00:00Z',
    ]);
  });

  it('follow the weekend alone where the holidays are not known', () => {
    const plan = { schedule: monthly(3), notice: { ...notice, leadDays: [0], workingDayBefore: true } };
    expect(noticesOf('2027-10-03', plan, () => 'unknown')[0]?.at.toString()).toBe('2027-10-01T01:00:00Z');
  });

  it('repeat until the end, each instant once', () => {
    const plan = { schedule: monthly(25), notice: { ...notice, leadDays: [0] }, repeat: { everyHours: 12, atMost: 3 } };
    expect(told(plan, '2026-11-25')).toEqual([
      'lead 2026-11-25T09:00:00',
      'repeat 2026-11-25T21:00:00',
      'after 2026-11-26T09:00:00',
      'repeat 2026-11-26T21:00:00',
    ]);
  });
});

describe('the next message', () => {
  const plan: Plan = { schedule: monthly(25), notice };

  it('leaves out due dates that are settled', () => {
    const after = instant('2026-11-22T02:00:00Z');
    expect(nextNotice(plan, after, everyDay)?.at.toString()).toBe('2026-11-24T01:00:00Z');
    const settled = nextNotice(plan, after, everyDay, (cycle) => cycle === '2026-11-25');
    expect(settled).toMatchObject({ cycle: '2026-12-25', kind: 'lead' });
  });

  it('belongs to a later due date when that is told about first', () => {
    const early = { schedule: monthly(25), notice: { ...notice, leadDays: [40] } };
    const next = nextNotice(early, instant('2026-11-22T02:00:00Z'), everyDay);
    expect(next).toMatchObject({ cycle: '2026-11-25', kind: 'after' });
    expect(nextNotice(early, instant('2026-11-26T02:00:00Z'), everyDay)).toMatchObject({ cycle: '2027-01-25' });
  });

  it('is none after the last one of a single date', () => {
    const once: Plan = { schedule: { kind: 'once', date: '2026-11-25' }, notice };
    expect(nextNotice(once, instant('2026-11-26T01:00:00Z'), everyDay)).toBeUndefined();
  });

  it('follows the person into another time zone on the same wall clock', () => {
    const moved = { schedule: monthly(25), notice: { ...notice, zone: 'Europe/Berlin' } };
    expect(nextNotice(moved, instant('2026-11-22T02:00:00Z'), everyDay)?.at.toString()).toBe('2026-11-22T08:00:00Z');
  });

  it('tells of each due date that was missed once, with its last word', () => {
    const missed = missedNotices(
      plan,
      instant('2026-11-22T01:00:00Z'),
      instant('2027-01-24T02:00:00Z'),
      everyDay,
      (cycle) => cycle === '2026-12-25',
      5,
    );
    expect(missed.map(({ cycle, kind }) => `${cycle} ${kind}`)).toEqual(['2026-11-25 after', '2027-01-25 lead']);
  });
});
