// From what was said to a schedule: placed in the calendar of the person, or refused.
import type { Schedule } from '../../rules/schedule.ts';
import type { SaidDate, Unsupported } from './dates.ts';

export type Refusal =
  | { readonly error: 'date' | 'past' }
  | { readonly error: 'unsupported'; readonly why: Unsupported };
export type Placed = { readonly schedules: readonly Schedule[]; readonly time?: string } | Refusal;

type Every = { readonly unit: 'month' | 'week' | 'year'; readonly every: number };

/** Years that a reminder may lie ahead. */
const furthest = 30;

/**
 * @param every repeats as another part of the sentence says ("每月" … "10号")
 * @param time when it was said, to tell whether today's is past
 */
export function place(said: SaidDate, now: Temporal.ZonedDateTime, every?: Every, time?: string): Placed {
  const today = now.toPlainDate();
  switch (said.kind) {
    case 'day':
      return placeDay(said, every, today);
    case 'weekday':
      return placeWeekday(said, every, today);
    case 'calendar':
      return placeCalendar(said, every, today);
    case 'later':
      return once(today.add({ days: said.days ?? 0, months: said.months ?? 0, years: said.years ?? 0 }), now, time);
    case 'moment': {
      const at = now.add({ minutes: said.minutes });
      return {
        schedules: [{ kind: 'once', date: at.toPlainDate().toString() }],
        time: at.toPlainTime().toString({ smallestUnit: 'minute' }),
      };
    }
    case 'statement': {
      const day = said.day ?? 0;
      if (day < 1 || day > 31 || said.days < 1 || said.days > 60) return { error: 'date' };
      return { schedules: [{ kind: 'statement', statementDay: day, days: said.days, anchor: today.toString() }] };
    }
    case 'unsupported':
      return { error: 'unsupported', why: said.why };
    case 'every':
    case 'once':
    case 'from':
      return { schedules: [] };
    default:
      return said satisfies never;
  }
}

function once(date: Temporal.PlainDate, now: Temporal.ZonedDateTime, time?: string): Placed {
  const today = now.toPlainDate();
  const order = Temporal.PlainDate.compare(date, today);
  const passed = order === 0 && time !== undefined && time !== '00:00' && time < clockOf(now);
  if (order < 0 || passed) return { error: 'past' };
  if (date.year > today.year + furthest) return { error: 'date' };
  return { schedules: [{ kind: 'once', date: date.toString() }] };
}

function clockOf(now: Temporal.ZonedDateTime): string {
  return now.toPlainTime().toString({ smallestUnit: 'minute' });
}

function placeDay(said: SaidDate & { kind: 'day' }, every: Every | undefined, today: Temporal.PlainDate): Placed {
  const { day } = said;
  if (day !== 'last' && (day < 1 || day > 31)) return { error: 'date' };
  const months = said.every ?? (every?.unit === 'month' ? every.every : undefined);
  if (months !== undefined) {
    if (months < 1 || months > 24) return { error: 'date' };
    return { schedules: [{ kind: 'monthly', day, every: months, anchor: comingDay(day, today).toString() }] };
  }
  if (said.months === undefined) return { schedules: [{ kind: 'once', date: existingDay(day, today).toString() }] };
  const month = today.toPlainYearMonth().add({ months: said.months });
  if (day !== 'last' && day > month.daysInMonth) return { error: 'date' };
  const date = month.toPlainDate({ day: day === 'last' ? month.daysInMonth : day });
  if (Temporal.PlainDate.compare(date, today) < 0) return { error: 'past' };
  return { schedules: [{ kind: 'once', date: date.toString() }] };
}

/** The next such day, on the last one of a month without it. */
function comingDay(day: number | 'last', today: Temporal.PlainDate): Temporal.PlainDate {
  const inMonth = (month: Temporal.PlainYearMonth) =>
    month.toPlainDate({ day: day === 'last' ? month.daysInMonth : Math.min(day, month.daysInMonth) });
  const month = today.toPlainYearMonth();
  const first = inMonth(month);
  return Temporal.PlainDate.compare(first, today) >= 0 ? first : inMonth(month.add({ months: 1 }));
}

/** The next such day in a month that has it. */
function existingDay(day: number | 'last', today: Temporal.PlainDate): Temporal.PlainDate {
  if (day === 'last') return comingDay(day, today);
  for (let ahead = 0; ; ahead += 1) {
    const month = today.toPlainYearMonth().add({ months: ahead });
    if (day > month.daysInMonth) continue;
    const date = month.toPlainDate({ day });
    if (Temporal.PlainDate.compare(date, today) >= 0) return date;
  }
}

function placeWeekday(
  said: SaidDate & { kind: 'weekday' },
  every: Every | undefined,
  today: Temporal.PlainDate,
): Placed {
  const weeks = said.every ?? (every?.unit === 'week' ? every.every : undefined);
  const schedules: Schedule[] = [];
  for (const weekday of said.weekdays) {
    const ahead = (weekday - today.dayOfWeek + 7) % 7;
    if (weeks !== undefined) {
      if (weeks < 1 || weeks > 52) return { error: 'date' };
      schedules.push({ kind: 'weekly', weekday, every: weeks, anchor: today.add({ days: ahead }).toString() });
      continue;
    }
    // Weeks begin on Monday. A bare weekday on that very day means the next one: today has a name of its own.
    // "This Friday" on a Sunday can only be the coming one.
    const days =
      said.weeks === undefined
        ? (ahead || 7) + 7 * (said.later ?? 0)
        : said.weeks === 0
          ? ahead
          : weekday - today.dayOfWeek + 7 * said.weeks;
    if (days < 0) return { error: 'past' };
    schedules.push({ kind: 'once', date: today.add({ days }).toString() });
  }
  return { schedules };
}

function placeCalendar(
  said: SaidDate & { kind: 'calendar' },
  every: Every | undefined,
  today: Temporal.PlainDate,
): Placed {
  const { month } = said;
  if (month < 1 || month > 12) return { error: 'date' };
  const years = said.every ?? (every?.unit === 'year' ? every.every : undefined);
  if (years !== undefined || every?.unit === 'month') return placeRepeating(said, years, every, today);
  const named = said.year === undefined ? undefined : said.year < 100 ? today.year + said.year : said.year;
  let date = dateIn(named ?? today.year, month, said.day);
  if (named === undefined && (date === undefined || Temporal.PlainDate.compare(date, today) < 0)) {
    // Without a year the next one is meant; a day that no year has stays impossible.
    date = dateIn(today.year + 1, month, said.day);
  }
  if (date === undefined) return { error: 'date' };
  if (Temporal.PlainDate.compare(date, today) < 0) return { error: 'past' };
  return date.year > today.year + furthest
    ? { error: 'date' }
    : { schedules: [{ kind: 'once', date: date.toString() }] };
}

/** "Every year on 5 March"; "every three months from 5 March". */
function placeRepeating(
  said: SaidDate & { kind: 'calendar' },
  years: number | undefined,
  every: Every | undefined,
  today: Temporal.PlainDate,
): Placed {
  const leap = dateIn(2028, said.month, said.day);
  if (leap === undefined || (years ?? 1) < 1) return { error: 'date' };
  const { day } = leap;
  const start =
    said.year === undefined
      ? undefined
      : dateIn(said.year < 100 ? today.year + said.year : said.year, said.month, said.day);
  const coming = start ?? nextInYears(said.month, day, today);
  if (years !== undefined) {
    return { schedules: [{ kind: 'yearly', month: said.month, day, every: years, anchor: coming.toString() }] };
  }
  const months = every?.every ?? 1;
  const which = said.day === 'last' ? 'last' : day;
  return { schedules: [{ kind: 'monthly', day: which, every: months, anchor: coming.toString() }] };
}

function nextInYears(month: number, day: number, today: Temporal.PlainDate): Temporal.PlainDate {
  const inYear = (year: number) => Temporal.PlainDate.from({ year, month, day }, { overflow: 'constrain' });
  const first = inYear(today.year);
  return Temporal.PlainDate.compare(first, today) >= 0 ? first : inYear(today.year + 1);
}

function dateIn(year: number, month: number, day: number | 'last'): Temporal.PlainDate | undefined {
  const inMonth = Temporal.PlainYearMonth.from({ year, month });
  if (day === 'last') return inMonth.toPlainDate({ day: inMonth.daysInMonth });
  return day < 1 || day > inMonth.daysInMonth ? undefined : inMonth.toPlainDate({ day });
}
