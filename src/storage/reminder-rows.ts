// Between rows and reminders: sealing, instants as text, and what comes next.
import { randomInt } from 'node:crypto';
import { sql } from 'kysely';
import type { Platform } from '../core/incoming.ts';
import type { Owner, Reminder, ReminderDraft, ReminderState } from '../core/reminders.ts';
import { nextNotice, type Plan, type Planned, type WorkCalendar } from '../rules/occurrences.ts';
import type { IsoDate } from '../rules/schedule.ts';
import type { Database } from './database.ts';
import type { Sealing } from './sealing.ts';

export type ReminderTools = {
  readonly database: Database;
  readonly sealing: Sealing;
  readonly now: () => Temporal.Instant;
  readonly calendar: WorkCalendar;
};

/** How long a removed reminder can be brought back. */
export const restoreTime = { minutes: 10 } as const;

/** What is sealed in a row. */
export type Sealed = { readonly draft: ReminderDraft; readonly person: string; readonly chat: string };

export type Row = {
  readonly id: string;
  readonly platform: Platform;
  readonly sealed: string;
  readonly state: ReminderState;
  readonly settled: string;
};

/** 24 characters in UTC, so that text order is time order. */
export function asText(at: Temporal.Instant): string {
  return at.toString({ smallestUnit: 'millisecond' });
}

/** When a message whose lease is taken back is looked at: now, and never before it was planned. */
export function notBeforePlanned(now: string) {
  return sql<string>`case when planned_at > ${now} then planned_at else ${now} end`;
}

export function sealDraft(sealing: Sealing, id: string, content: Sealed): string {
  return sealing.seal(JSON.stringify(content), `reminder:${id}`);
}

/** @throws UnsealError when the row was changed or moved */
export function openDraft(sealing: Sealing, id: string, sealed: string): Sealed {
  return JSON.parse(sealing.open(sealed, `reminder:${id}`)) as Sealed;
}

export function ownerHash(sealing: Sealing, { platform, person }: Pick<Owner, 'platform' | 'person'>): string {
  return sealing.hash(`reminder-owner:${platform}:${person}`);
}

export function chatHash(sealing: Sealing, { platform, chat }: Pick<Owner, 'platform' | 'chat'>): string {
  return sealing.hash(`reminder-chat:${platform}:${chat}`);
}

/** Ten characters of 34: 50 bits. */
export function newId(): string {
  const letters = 'abcdefghijklmnopqrstuvwxyz23456789';
  return Array.from({ length: 10 }, () => letters[randomInt(letters.length)]).join('');
}

export function settledCycles(settled: string): readonly IsoDate[] {
  return settled === '' ? [] : settled.split(' ').map((entry) => entry.slice(0, 10));
}

/** Settled due dates that are kept; older ones no longer have messages. */
const keptCycles = 40;

export function withSettled(settled: string, cycle: IsoDate, how: 'paid' | 'skip'): string {
  const others = settled.split(' ').filter((entry) => entry !== '' && !entry.startsWith(cycle));
  return [...others, `${cycle}:${how}`].sort().slice(-keptCycles).join(' ');
}

export function planOf(draft: Pick<ReminderDraft, 'schedule' | 'notice' | 'repeat'>): Plan {
  const { schedule, notice, repeat } = draft;
  return { schedule, notice, ...(repeat ? { repeat } : {}) };
}

export function nextOf(
  draft: ReminderDraft,
  after: Temporal.Instant,
  settled: readonly IsoDate[],
  calendar: WorkCalendar,
): Planned | undefined {
  return nextNotice(planOf(draft), after, calendar, (cycle) => settled.includes(cycle));
}

export function asReminder(
  row: Pick<Row, 'id' | 'state'>,
  draft: ReminderDraft,
  next?: { readonly cycle: string; readonly planned_at: string },
): Reminder {
  const { id, state } = row;
  return {
    ...draft,
    id,
    state,
    ...(next ? { nextDue: next.cycle, nextAt: Temporal.Instant.from(next.planned_at) } : {}),
  };
}
