// From what became of a message to what is written down: when it is tried again, and when that ends.
import type { Delivery } from '../adapters/adapter.ts';
import type { Platform } from '../core/incoming.ts';
import type { Leased, Settlement } from '../core/outbox.ts';

/** Seconds. The first try after a failure; each one after that waits twice as long, up to the longest. */
const firstWait = 30;
const longestWait = { platform: 5 * 60, message: 60 * 60 } as const;
/** Seconds until a message that may have been shown is sent once more. */
const unsureWait = 30;
/**
 * How often a message that may have been shown is sent again. Where the same name is the same message a repeat does no
 * harm; elsewhere the same words a third time help nobody.
 */
export const repeats: Readonly<Record<Platform, number>> = { telegram: 1, discord: 4, terminal: 1 };
/** A platform that is down for longer than this makes no message wait for it any longer. */
const patience = { hours: 72 } as const;
/** Tries of a message that the platform refuses by itself. */
const triesOfRefused = 6;

type Moment = { readonly now: Temporal.Instant; readonly random: () => number };

export function settlementOf(leased: Leased, delivery: Delivery, moment: Moment): Settlement {
  switch (delivery.kind) {
    case 'delivered':
      return { leased, outcome: 'delivered' };
    case 'gone':
      return { leased, outcome: 'gone', error: codeOf(delivery.reason) };
    case 'later':
      return later(leased, delivery, moment);
    case 'unknown': {
      const error = codeOf(delivery.reason);
      if (leased.unsure >= repeats[leased.to.platform]) return { leased, outcome: 'undelivered', error };
      return { leased, outcome: 'unknown', retryAt: after(moment, unsureWait), error };
    }
    default:
      return delivery satisfies never;
  }
}

function later(leased: Leased, delivery: Extract<Delivery, { kind: 'later' }>, moment: Moment): Settlement {
  const error = codeOf(delivery.reason);
  const scope = delivery.scope ?? 'platform';
  const isOver = Temporal.Instant.compare(leased.plannedAt.add(patience), moment.now) < 0;
  if (isOver || (scope === 'message' && leased.attempts >= triesOfRefused)) {
    return { leased, outcome: 'undelivered', error };
  }
  const growing = Math.min(longestWait[scope], firstWait * 2 ** Math.min(leased.attempts - 1, 12));
  return { leased, outcome: 'later', retryAt: after(moment, Math.max(delivery.seconds, growing)), error };
}

/** Never earlier than asked; up to a quarter later, so that not all come back at once. */
function after({ now, random }: Moment, seconds: number): Temporal.Instant {
  return now.add({ milliseconds: Math.round(seconds * 1000 * (1 + random() / 4)) });
}

/** A reason comes from an adapter, which keeps words of people out of it. */
function codeOf(reason: string): string {
  return reason.slice(0, 60);
}
