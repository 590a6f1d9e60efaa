// Contacts of collectors, counted by day: how many calls were connected, how many were tried, and what came at night.
import type { ClockTime, IsoDate } from './schedule.ts';

export type ContactKind = 'call' | 'missed' | 'message' | 'visit' | 'others';

/** A contact on the person's own clock. */
export type DatedContact = { readonly date: IsoDate; readonly time: ClockTime; readonly kind: ContactKind };

/** `quiet` may cross midnight; its end is no longer in it. */
export type ContactLimits = {
  readonly connectedCalls: number;
  readonly tries: number;
  readonly visits: number;
  readonly quiet: { readonly from: ClockTime; readonly until: ClockTime };
};

export type ContactDay = {
  readonly date: IsoDate;
  readonly counts: Readonly<Record<ContactKind, number>>;
  /** Contacts in the quiet hours; a letter or a message to others counts as well. */
  readonly atNight: number;
  readonly over: { readonly calls: boolean; readonly tries: boolean; readonly visits: boolean };
};

/** The days that have a contact, newest first. */
export function contactDays(contacts: readonly DatedContact[], limits: ContactLimits): readonly ContactDay[] {
  const days = new Map<IsoDate, DatedContact[]>();
  for (const contact of contacts) days.set(contact.date, [...(days.get(contact.date) ?? []), contact]);
  return [...days]
    .toSorted(([a], [b]) => (a < b ? 1 : -1))
    .map(([date, found]) => {
      const count = (kind: ContactKind) => found.filter((contact) => contact.kind === kind).length;
      const counts = {
        call: count('call'),
        missed: count('missed'),
        message: count('message'),
        visit: count('visit'),
        others: count('others'),
      };
      return {
        date,
        counts,
        atNight: found.filter(({ time }) => isQuiet(time, limits.quiet)).length,
        over: {
          calls: counts.call > limits.connectedCalls,
          tries: counts.missed > limits.tries,
          visits: counts.visit > limits.visits,
        },
      };
    });
}

export function isQuiet(time: ClockTime, { from, until }: ContactLimits['quiet']): boolean {
  return from > until ? time >= from || time < until : time >= from && time < until;
}
