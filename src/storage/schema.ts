// The tables as Kysely sees them; the truth is in migrations/*.sql.
import type { Generated } from 'kysely';
import type { Platform } from '../core/incoming.ts';
import type { DueNotice, ReminderState } from '../core/reminders.ts';

export type EntryTable = { space: string; name: string; sealed: string; expires_at: number | null };

/** `applied_at` is ISO 8601 in UTC. */
export type MigrationTable = { name: string; applied_at: string };

export type ReminderTable = {
  id: string;
  owner: string;
  chat: string;
  platform: Platform;
  sealed: string;
  state: ReminderState;
  settled: Generated<string>;
  undelivered: Generated<number>;
  before_removal: ReminderState | null;
  ended_at: string | null;
  created_at: string;
};

export type NoticeTable = {
  id: string;
  reminder: string;
  platform: Platform;
  chat: string;
  kind: DueNotice['kind'];
  cycle: string;
  planned_at: string;
  due_at: string;
  state: 'open' | 'held' | 'closed';
  lease: string | null;
  attempts: Generated<number>;
  unsure: Generated<number>;
  marked: Generated<number>;
  overtaken: Generated<number>;
  message: string | null;
  sent_at: string | null;
  delivered_at: string | null;
  last_error: string | null;
};

export type LedgerTable = {
  reminder: string;
  kind: string;
  planned_at: string;
  at: string;
  attempt: number;
  outcome: string;
  error: string | null;
};

/** `day` is an ISO date. */
export type LetterTable = { id: string; day: string; sealed: string };

export type HolderTable = { name: string; holder: string; until: string };

export type Tables = {
  entry: EntryTable;
  migration: MigrationTable;
  reminder: ReminderTable;
  notice: NoticeTable;
  ledger: LedgerTable;
  holder: HolderTable;
  letter: LetterTable;
};
