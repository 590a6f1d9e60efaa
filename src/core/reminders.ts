// What a reminder is, and what core can do with the reminders of a person. Kept by src/storage, delivered by src/reminders.
import type { IsoDate, Notice, Schedule } from '../rules/schedule.ts';
import type { Origin } from './incoming.ts';
import type { Language } from './language.ts';

/** What a person signed up for. */
export type ReminderDraft = {
  /** The person's own words for it, at most 60 characters; the only thing shown on a locked screen. */
  readonly label: string;
  readonly schedule: Schedule;
  readonly notice: Notice;
  /** Yuan as decimal text ("2350.80"); shown only when `details` is true, and never on Discord. */
  readonly amount?: string;
  readonly details: boolean;
  /** Say it again every so many hours after the due time until it is marked as paid, at most so many times. */
  readonly repeat?: { readonly everyHours: number; readonly atMost: number };
  /** Topic that "I can't pay" opens: cannot-pay, platform-extension, mortgage-overdue … */
  readonly help: string;
  readonly language: Language;
};

/** `suspended`: the platform said that the person is gone; comes back when the person does. */
export type ReminderState = 'active' | 'paused' | 'suspended' | 'ended';

export type Reminder = ReminderDraft & {
  /** Short, unguessable, fit for a button: 10 characters of a–z and 2–9. */
  readonly id: string;
  readonly state: ReminderState;
  /** The due date that the next message is about; absent when there is none any more. */
  readonly nextDue?: IsoDate;
  /** When the next message goes out; absent when paused, suspended or ended. */
  readonly nextAt?: Temporal.Instant;
};

/** One message that is due now. `cycle` is the due date it is about. */
export type DueNotice = {
  readonly reminder: Reminder;
  readonly cycle: IsoDate;
  /** lead: before or on the day. after: the day after an unpaid due date. snooze: asked for. repeat: until paid. */
  readonly kind: 'lead' | 'after' | 'snooze' | 'repeat';
  /** When it should have gone out. */
  readonly plannedAt: Temporal.Instant;
  /** An earlier attempt may have been shown: the message says that it may be a repeat. */
  readonly maybeRepeat: boolean;
};

/** Whose reminders: the person, and where messages go. */
export type Owner = Pick<Origin, 'platform' | 'person' | 'chat'>;

/** A private chat to write to later. `closed`: the person lets the bot not write there. `later`: not just now. */
export type OpenedChat =
  | { readonly kind: 'open'; readonly chat: string }
  | { readonly kind: 'closed' }
  | { readonly kind: 'later'; readonly seconds: number };

/** Expected refusals are values; a store that is down throws. */
export type ReminderResult =
  | { readonly ok: true; readonly reminder: Reminder }
  | { readonly ok: false; readonly why: 'too-many' | 'gone' | 'past' };

/** At most so many reminders that are not ended, per person. */
export const mostReminders = 50;

export type Reminders = {
  add(owner: Owner, draft: ReminderDraft): Promise<ReminderResult>;
  /** Not ended ones by next message; paused and suspended ones last. */
  list(owner: Owner): Promise<readonly Reminder[]>;
  /** Only the owner's own: anybody else's id gives undefined. */
  find(owner: Owner, id: string): Promise<Reminder | undefined>;
  change(owner: Owner, id: string, change: Partial<ReminderDraft>): Promise<ReminderResult>;
  pause(owner: Owner, id: string): Promise<ReminderResult>;
  resume(owner: Owner, id: string): Promise<ReminderResult>;
  /** No more messages about this due date; the schedule goes on. `paid` and `skip` differ only in what is shown later. */
  settleCycle(owner: Owner, id: string, cycle: IsoDate, how: 'paid' | 'skip'): Promise<ReminderResult>;
  /** One more message at an instant; never moves the schedule. */
  snooze(owner: Owner, id: string, cycle: IsoDate, until: Temporal.Instant): Promise<ReminderResult>;
  /** Ends it; `restore` brings it back within ten minutes. */
  remove(owner: Owner, id: string): Promise<ReminderResult>;
  restore(owner: Owner, id: string): Promise<ReminderResult>;
  /**
   * The person wrote again: suspended reminders become active. Gives what could not be delivered meanwhile.
   * @param here messages of those go to the owner's chat from now on; else where they went before
   */
  returned(owner: Owner, here?: boolean): Promise<{ readonly undelivered: number }>;
  /** Something was shown in this chat: what may have been shown there before is not sent again. */
  said(owner: Owner): Promise<void>;
  /** Deletes everything of a person, leases in flight included. */
  forget(owner: Owner): Promise<number>;
};
