// The locale keys of kinds of contact and of who it was.
import type { ContactKind } from '../../rules/contacts.ts';
import type { Caller } from './contacts.ts';

export const kindKeys = {
  call: 'log-kind-call',
  missed: 'log-kind-missed',
  message: 'log-kind-message',
  visit: 'log-kind-visit',
  others: 'log-kind-others',
} as const satisfies Record<ContactKind, string>;

export const callerKeys = {
  lender: 'log-who-lender',
  agency: 'log-who-agency',
  unknown: 'log-who-unknown',
} as const satisfies Record<Caller, string>;
