// When something falls due and when a person is told: dates and instants of a schedule, always computed from its anchor.
import type { ClockTime, IsoDate, Notice, Schedule } from './schedule.ts';

/** `unknown`: the holidays of that year are not published yet; then weekends alone are free. */
export type DayKind = 'working' | 'free' | 'unknown';
export type WorkCalendar = (date: IsoDate) => DayKind;

/** Every so many hours after the due time, at most so many times. */
export type Repeat = { readonly everyHours: number; readonly atMost: number };
export type Plan = { readonly schedule: Schedule; readonly notice: Notice; readonly repeat?: Repeat };

/** One message that is to come. `cycle` is the due date it is about. */
export type Planned = {
  readonly cycle: IsoDate;
  readonly kind: 'lead' | 'after' | 'repeat';
  readonly at: Temporal.Instant;
};

/** Days between a due date and the working day before it, at most: the longest holidays with their weekends. */
const longestHolidays = 16;

/** The first due date on or after a day; nothing when there is none any more. */
export function dueOnOrAfter(schedule: Schedule, day: IsoDate): IsoDate | undefined {
  if (schedule.kind === 'once') return schedule.date >= day ? schedule.date : undefined;
  const from = day > schedule.anchor ? day : schedule.anchor;
  const target = Temporal.PlainDate.from(from);
  let index = Math.max(firstIndex(schedule), indexNear(schedule, target) - 2);
  for (;;) {
    const date = occurrence(schedule, index);
    if (Temporal.PlainDate.compare(date, target) >= 0) return date.toString();
    index += 1;
  }
}

/** The last due date before a day; nothing when there was none. */
export function dueBefore(schedule: Schedule, day: IsoDate): IsoDate | undefined {
  if (schedule.kind === 'once') return schedule.date < day ? schedule.date : undefined;
  const target = Temporal.PlainDate.from(day);
  for (let index = indexNear(schedule, target) + 2; index >= firstIndex(schedule); index -= 1) {
    const date = occurrence(schedule, index).toString();
    if (date < schedule.anchor) return undefined;
    if (date < day) return date;
  }
  return undefined;
}

/** The next so many due dates on or after a day, fewer when the schedule ends. */
export function nextDates(schedule: Schedule, from: IsoDate, count: number): readonly IsoDate[] {
  const dates: IsoDate[] = [];
  let day = from;
  while (dates.length < count) {
    const date = dueOnOrAfter(schedule, day);
    if (date === undefined) break;
    dates.push(date);
    day = addDays(date, 1);
  }
  return dates;
}

type Repeating = Exclude<Schedule, { kind: 'once' }>;

/** Of a statement, the due date may lie months after its own month: earlier ones still fall after the anchor. */
function firstIndex(schedule: Repeating): number {
  return schedule.kind === 'statement' ? -Math.ceil(schedule.days / 28) - 1 : 0;
}

/** The index whose date is near a day, wrong by one at most. */
function indexNear(schedule: Repeating, day: Temporal.PlainDate): number {
  const anchor = Temporal.PlainDate.from(schedule.anchor);
  const months = (day.year - anchor.year) * 12 + day.month - anchor.month;
  switch (schedule.kind) {
    case 'monthly':
      return Math.floor(months / schedule.every);
    case 'statement':
      return months - Math.floor(schedule.days / 31);
    case 'weekly':
      return Math.floor(anchor.until(day).days / (7 * schedule.every));
    case 'yearly':
      return Math.floor((day.year - anchor.year) / schedule.every);
    default:
      return schedule satisfies never;
  }
}

/** The date of an index, 0 in the month, week or year of the anchor. A day that a month lacks is its last. */
function occurrence(schedule: Repeating, index: number): Temporal.PlainDate {
  const anchor = Temporal.PlainDate.from(schedule.anchor);
  switch (schedule.kind) {
    case 'monthly':
      return inMonth(anchor, index * schedule.every, schedule.day === 'last' ? 31 : schedule.day);
    case 'statement':
      return inMonth(anchor, index, schedule.statementDay).add({ days: schedule.days });
    case 'weekly':
      return anchor.add({ days: ((schedule.weekday - anchor.dayOfWeek + 7) % 7) + index * 7 * schedule.every });
    case 'yearly':
      return Temporal.PlainDate.from({
        year: anchor.year + index * schedule.every,
        month: schedule.month,
        day: schedule.day,
      });
    default:
      return schedule satisfies never;
  }
}

/** `PlainDate.from` clamps by itself. */
function inMonth(anchor: Temporal.PlainDate, months: number, day: number): Temporal.PlainDate {
  const count = anchor.year * 12 + anchor.month - 1 + months;
  return Temporal.PlainDate.from({ year: Math.floor(count / 12), month: (((count % 12) + 12) % 12) + 1, day });
}

/**
 * All messages about one due date, in their order, each instant once. Days before are counted from the working day
 * when the person asked for it; what comes after is counted from the due date itself.
 */
export function noticesOf(cycle: IsoDate, plan: Plan, calendar: WorkCalendar): readonly Planned[] {
  const { notice, repeat } = plan;
  const announced = notice.workingDayBefore ? workingDayBefore(cycle, calendar) : cycle;
  const leads = notice.leadDays.filter((days) => days >= 0);
  const afters = new Set([1, ...notice.leadDays.filter((days) => days < 0).map((days) => -days)]);
  const found: Planned[] = [
    ...leads.map((days): Planned => ({ cycle, kind: 'lead', at: told(addDays(announced, -days), notice, cycle) })),
    ...[...afters].map((days): Planned => ({ cycle, kind: 'after', at: told(addDays(cycle, days), notice) })),
  ];
  if (repeat) {
    const due = told(cycle, notice, cycle);
    for (let count = 1; count <= repeat.atMost; count += 1) {
      const at = due.add({ seconds: Math.round(repeat.everyHours * count * 3600) }).toZonedDateTimeISO(notice.zone);
      found.push({ cycle, kind: 'repeat', at: outsideQuiet(at, notice).toInstant() });
    }
  }
  // The sort is stable: of two at one instant, the first of the list above stays.
  const sorted = found.sort((left, right) => Temporal.Instant.compare(left.at, right.at));
  return sorted.filter((one, index) => !sorted[index - 1]?.at.equals(one.at));
}

/** The first message after an instant, over all due dates that are not settled. */
export function nextNotice(
  plan: Plan,
  after: Temporal.Instant,
  calendar: WorkCalendar,
  isSettled: (cycle: IsoDate) => boolean = () => false,
): Planned | undefined {
  let best: Planned | undefined;
  for (const cycle of cyclesFrom(plan, after)) {
    if (best && addDays(cycle, -earliestLead(plan)) > localDay(best.at, plan)) return best;
    if (isSettled(cycle)) continue;
    const found = noticesOf(cycle, plan, calendar).find(({ at }) => Temporal.Instant.compare(at, after) > 0);
    if (found && (!best || Temporal.Instant.compare(found.at, best.at) < 0)) best = found;
  }
  return best;
}

/**
 * What a person has missed from one message up to an instant: of each due date the last message, oldest due date
 * first, at most so many (the newest).
 */
export function missedNotices(
  plan: Plan,
  first: Temporal.Instant,
  until: Temporal.Instant,
  calendar: WorkCalendar,
  isSettled: (cycle: IsoDate) => boolean,
  most: number,
): readonly Planned[] {
  const found: Planned[] = [];
  for (const cycle of cyclesFrom(plan, first)) {
    if (addDays(cycle, -earliestLead(plan)) > localDay(until, plan)) break;
    if (isSettled(cycle)) continue;
    const passed = noticesOf(cycle, plan, calendar).filter(
      ({ at }) => Temporal.Instant.compare(at, first) >= 0 && Temporal.Instant.compare(at, until) <= 0,
    );
    const last = passed.at(-1);
    if (last) found.push(last);
  }
  return found.slice(-most);
}

/** Due dates, from the earliest that may still have a message after an instant; a guard ends settled ones for ever. */
function* cyclesFrom(plan: Plan, after: Temporal.Instant): Generator<IsoDate> {
  const longestAfter = Math.max(1, ...plan.notice.leadDays.map((days) => -days));
  const repeating = plan.repeat ? Math.ceil((plan.repeat.everyHours * plan.repeat.atMost) / 24) : 0;
  let day = addDays(localDay(after, plan), -Math.max(longestAfter, repeating) - 2);
  for (let count = 0; count < 1000; count += 1) {
    const cycle = dueOnOrAfter(plan.schedule, day);
    if (cycle === undefined) return;
    yield cycle;
    day = addDays(cycle, 1);
  }
}

/** No message of a due date comes more days before it. */
function earliestLead({ notice }: Plan): number {
  return Math.max(0, ...notice.leadDays) + (notice.workingDayBefore ? longestHolidays : 0) + 1;
}

function localDay(at: Temporal.Instant, { notice }: Plan): IsoDate {
  return at.toZonedDateTimeISO(notice.zone).toPlainDate().toString();
}

/** The day itself when people work on it, otherwise the last such day before. */
export function workingDayBefore(date: IsoDate, calendar: WorkCalendar): IsoDate {
  let day = date;
  for (let back = 0; back < longestHolidays && !isWorking(day, calendar); back += 1) day = addDays(day, -1);
  return day;
}

function isWorking(date: IsoDate, calendar: WorkCalendar): boolean {
  const kind = calendar(date);
  return kind === 'unknown' ? Temporal.PlainDate.from(date).dayOfWeek < 6 : kind === 'working';
}

/**
 * The instant of a message on a day. A time that the day lacks (clocks go forward) moves forward, one that it has
 * twice is the first. Quiet hours put a message to their end; one that would then miss `deadline` comes before them.
 */
function told(day: IsoDate, notice: Notice, deadline?: IsoDate): Temporal.Instant {
  const planned = at(day, notice.time, notice.zone);
  const moved = outsideQuiet(planned, notice);
  const tooLate = deadline !== undefined && day <= deadline && moved.toPlainDate().toString() > deadline;
  if (!tooLate || !notice.quiet) return moved.toInstant();
  return at(planned.toPlainDate().toString(), notice.quiet.from, notice.zone).subtract({ minutes: 1 }).toInstant();
}

function outsideQuiet(planned: Temporal.ZonedDateTime, { quiet, zone }: Notice): Temporal.ZonedDateTime {
  if (!quiet || quiet.from === quiet.until) return planned;
  const time = planned.toPlainTime().toString({ smallestUnit: 'minute' });
  const overnight = quiet.from > quiet.until;
  const inside = overnight ? time >= quiet.from || time < quiet.until : time >= quiet.from && time < quiet.until;
  if (!inside) return planned;
  const day = planned.toPlainDate().add({ days: overnight && time >= quiet.from ? 1 : 0 });
  return at(day.toString(), quiet.until, zone);
}

/** Temporal's "compatible": forward out of a gap, the first of a fold. */
function at(day: IsoDate, time: ClockTime, zone: string): Temporal.ZonedDateTime {
  return Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(zone, { disambiguation: 'compatible' });
}

function addDays(date: IsoDate, days: number): IsoDate {
  return days === 0 ? date : Temporal.PlainDate.from(date).add({ days }).toString();
}
