// Reminders as `ask --json` and measures see them.
import type { ParsedReminder } from './sentence.ts';

/** `day` and `weekday` are absent (null) for a single date; `date` is the next one of a yearly reminder. */
export type ReminderShape = {
  readonly label: string | null;
  readonly recurrence: 'monthly' | 'weekly' | 'yearly' | 'once' | 'statement' | null;
  readonly day: number | 'last' | null;
  readonly weekday: number | null;
  readonly date: string | null;
  readonly lead_days: readonly number[];
  readonly time: string | null;
  readonly amount: number | null;
  /** Only when it is not every one: every 2 weeks, every 3 months. */
  readonly every?: number;
  /** Only for a statement day: due so many days after it. */
  readonly days_after?: number;
};

export function shapeOf(item: ParsedReminder): ReminderShape {
  const { schedule } = item;
  const every = schedule !== undefined && 'every' in schedule && schedule.every > 1 ? { every: schedule.every } : {};
  return {
    label: item.label ?? null,
    recurrence: schedule?.kind ?? null,
    day: schedule?.kind === 'monthly' ? schedule.day : schedule?.kind === 'statement' ? schedule.statementDay : null,
    weekday: schedule?.kind === 'weekly' ? schedule.weekday : null,
    date: schedule?.kind === 'once' ? schedule.date : schedule?.kind === 'yearly' ? schedule.anchor : null,
    lead_days: item.leadDays,
    time: item.time ?? null,
    amount: item.amount ?? null,
    ...every,
    ...(schedule?.kind === 'statement' ? { days_after: schedule.days } : {}),
  };
}
