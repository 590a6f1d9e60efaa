// What delivery can do with what is due. Kept by src/storage, used by src/reminders.
import type { IsoDate } from '../rules/schedule.ts';
import type { Platform } from './incoming.ts';
import type { DueNotice, Owner } from './reminders.ts';

/** A message that one process may deliver until its lease ends. */
export type Leased = {
  readonly id: string;
  readonly lease: string;
  readonly to: Owner;
  /** What it is about; several when more due dates passed meanwhile, oldest first. Never empty. */
  readonly notices: readonly [DueNotice, ...DueNotice[]];
  /** Due dates of the reminder that are paid or skipped. */
  readonly settled: readonly IsoDate[];
  /** When the reminder's message should have gone out. */
  readonly plannedAt: Temporal.Instant;
  readonly kind: DueNotice['kind'];
  /** Counted from 1. */
  readonly attempts: number;
  /** How often nobody knows whether it was shown. */
  readonly unsure: number;
  /** The name under which it was handed over before. */
  readonly message?: string;
};

export type Settlement = {
  readonly leased: Leased;
  /**
   * `later` and `unknown` are tried again at `retryAt`; `undelivered` is given up and told at the next contact; `gone`
   * suspends all reminders of the person; `released` was not tried.
   */
  readonly outcome: 'delivered' | 'gone' | 'later' | 'unknown' | 'undelivered' | 'released';
  readonly retryAt?: Temporal.Instant;
  /** A short code, never words of a person. */
  readonly error?: string;
};

export type Outbox = {
  /** Whether this process may deliver. With SQLite only one may; the right ends by itself some minutes after a crash. */
  hold(): Promise<boolean>;
  /** Gives the right back. */
  release(): Promise<void>;
  /** Leases that end implausibly late (the clock was turned back) end now. Gives how many. */
  repair(): Promise<number>;
  /** Takes what is due, earliest first: of so many messages the chats, and everything due in these chats. */
  lease(platform: Platform, most: number): Promise<readonly Leased[]>;
  /** These wait longer than a lease lasts: it begins anew for those that are still leased. */
  renew(leased: readonly Leased[]): Promise<void>;
  /** Whether a lease has ended that nobody renewed: its process was killed. */
  orphaned(): Promise<boolean>;
  /** Notes that these are handed over now, as one message; gives the ids that are still leased. The others must not be sent. */
  mark(leased: readonly Leased[], message: string): Promise<ReadonlySet<string>>;
  /** Ids of those whose chat got something else, a reminder or an answer, after they may have been shown. */
  overtaken(leased: readonly Leased[]): Promise<ReadonlySet<string>>;
  /** Writes down what became of them and plans what comes next. Gives how many were still leased. */
  settle(settlements: readonly Settlement[]): Promise<number>;
};
