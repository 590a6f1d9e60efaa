// What the settlement of a message means for its row, and what the ledger says of it.
import type { Settlement } from '../core/outbox.ts';
import type { DueNotice } from '../core/reminders.ts';
import { asText, nextOf, type ReminderTools } from './reminder-rows.ts';

export type SettledRow = {
  readonly id: string;
  readonly lease: string;
  readonly state: 'open' | 'held' | 'closed';
  readonly kind: DueNotice['kind'];
  /** Null leaves it as it is. */
  readonly cycle: string | null;
  readonly planned: string;
  readonly due: string;
  readonly attempts: number;
  readonly unsure: number;
  readonly error: string | null;
  readonly delivered: string | null;
};

/** A try that failed comes again; after a delivery, or giving up, the next message of the schedule takes the row. */
export function settledRow(
  { leased, outcome, retryAt, error }: Settlement,
  at: Temporal.Instant,
  calendar: ReminderTools['calendar'],
): SettledRow {
  const { id, lease, kind, attempts, unsure, plannedAt } = leased;
  const planned = asText(plannedAt);
  const due = asText(retryAt ?? at);
  const same = { id, lease, kind, cycle: null, planned, due, attempts, unsure, error: codeOf(error), delivered: null };
  switch (outcome) {
    case 'later':
      return { ...same, state: 'open' };
    case 'released':
      return { ...same, state: 'open', attempts: attempts - 1 };
    case 'unknown':
      return { ...same, state: 'open', unsure: unsure + 1 };
    case 'gone':
      return { ...same, state: 'held' };
    case 'delivered':
    case 'undelivered': {
      const done = { ...same, unsure: 0, delivered: outcome === 'delivered' ? asText(at) : null };
      // After a clock that was turned back, the plan goes on from the later of the two.
      const after = Temporal.Instant.compare(at, plannedAt) > 0 ? at : plannedAt;
      const { reminder } = leased.notices[0];
      const next = kind === 'snooze' ? undefined : nextOf(reminder, after, leased.settled, calendar);
      if (!next) return { ...done, state: 'closed' };
      const nextAt = asText(next.at);
      return { ...done, state: 'open', attempts: 0, kind: next.kind, cycle: next.cycle, planned: nextAt, due: nextAt };
    }
    default:
      return outcome satisfies never;
  }
}

export function ledgerRow({ leased, outcome, error }: Settlement) {
  const { notices, kind, attempts, plannedAt } = leased;
  return {
    reminder: notices[0].reminder.id,
    kind,
    planned: asText(plannedAt),
    attempt: attempts,
    outcome,
    error: codeOf(error),
  };
}

function codeOf(error: string | undefined): string | null {
  return error === undefined ? null : error.slice(0, 60);
}
