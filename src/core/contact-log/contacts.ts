// What is kept of the contacts that a person notes: when, what kind, who. No words, no numbers, no names.
import type { ContactKind, DatedContact } from '../../rules/contacts.ts';

export const kinds = ['call', 'missed', 'message', 'visit', 'others'] as const satisfies readonly ContactKind[];
export const callers = ['lender', 'agency', 'unknown'] as const;
export type Caller = (typeof callers)[number];

export type Contact = {
  /** Short, for its buttons; unique within the log. */
  readonly id: string;
  readonly kind: ContactKind;
  readonly who: Caller;
  /** ISO date and time on the person's own clock, with the zone: "2026-11-22T22:30+08:00[Asia/Shanghai]". */
  readonly at: string;
};

export type ContactLog = { readonly contacts: readonly Contact[] };

/** The oldest ones make room. */
export const mostContacts = 500;

export function isKind(value: string): value is ContactKind {
  return kinds.some((kind) => kind === value);
}

export function isCaller(value: string): value is Caller {
  return callers.some((caller) => caller === value);
}

export function dated({ at, kind }: Contact): DatedContact {
  const when = Temporal.ZonedDateTime.from(at);
  return {
    date: when.toPlainDate().toString(),
    time: when.toPlainTime().toString({ smallestUnit: 'minute' }),
    kind,
  };
}

/** By time, newest last; at most as many as are kept. */
export function inOrder(contacts: readonly Contact[]): readonly Contact[] {
  const instant = ({ at }: Contact) => Temporal.ZonedDateTime.from(at).epochMilliseconds;
  return contacts.toSorted((a, b) => instant(a) - instant(b)).slice(-mostContacts);
}
