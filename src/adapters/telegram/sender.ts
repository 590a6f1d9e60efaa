// Sends one call after the other and turns what becomes of them into an outcome.
import type { Log } from '../../core/log.ts';
import type { Delivery } from '../adapter.ts';
import { createPace } from './pace.ts';
import { type Call, withoutFormatting } from './render.ts';
import { type Answer, type Fault, meaningOf, type Transport } from './transport.ts';

export type SenderOptions = {
  readonly transport: Pick<Transport, 'call'>;
  readonly log: Log;
  /** A clock in ms. */
  readonly now: () => number;
  /** Waits so many ms; ends early when the adapter stops. */
  readonly pause: (ms: number) => Promise<void>;
  readonly stopping: () => boolean;
  /** 0 to 1, for jitter. */
  readonly random: () => number;
};

export type Sender = {
  /** Shows calls in one chat, in order; stops at the first that fails. */
  show(chat: string, calls: readonly Call[]): Promise<Delivery>;
  /** Calls a method that shows nothing; tries once more when the platform was out of reach. */
  quiet(method: string, parameters: Readonly<Record<string, unknown>>): Promise<Answer>;
};

/** How long one message may wait for the platform altogether, in ms. */
const longestWait = 30_000;

/** Tries of one message while the platform is down. */
const tries = 4;

/** After a refusal that is our own mistake, a later release may do better: an hour, in seconds. */
const refusedSeconds = 3600;

/** After an outage longer than our tries, in seconds. */
const outageSeconds = 60;

type Result = Delivery | { readonly kind: 'formatting' };

export function createSender(options: SenderOptions): Sender {
  const { transport, log, now, pause, stopping, random } = options;
  const take = createPace(now);
  // One pause for all chats: Telegram counts the bot as one.
  let pausedUntil = 0;

  /** Waits out the shared pause and the pace. When that would take too long: how many ms are left. */
  async function ready(chat: string, deadline: number): Promise<number> {
    for (;;) {
      while (pausedUntil > now()) {
        if (pausedUntil > deadline || stopping()) return pausedUntil - now();
        await pause(pausedUntil - now());
      }
      const { taken, wait } = take(chat, deadline - now());
      if (!taken || (wait > 0 && stopping())) return wait;
      if (wait === 0) return 0;
      await pause(wait);
      // Somebody else may have been asked to wait meanwhile.
      if (pausedUntil <= now()) return 0;
    }
  }

  async function sendOne(chat: string, call: Call): Promise<Result> {
    const deadline = now() + longestWait;
    for (let attempt = 1; ; ) {
      const left = await ready(chat, deadline);
      if (left > 0) return later(Math.max(1, Math.ceil(left / 1000)), 'more messages than Telegram allows at once');
      const answer = await transport.call(call.method, { chat_id: chat, ...call.parameters }, call.upload);
      if (answer.ok) return { kind: 'delivered' };
      const meaning = meaningOf(answer.fault);
      switch (meaning.kind) {
        case 'wait':
          pausedUntil = Math.max(pausedUntil, now() + meaning.seconds * 1000);
          log.warn({ seconds: meaning.seconds }, 'Telegram asks to wait');
          break;
        case 'retry':
          if (attempt >= tries || stopping()) return later(outageSeconds, described(answer.fault));
          await pause(growing(attempt, random));
          attempt += 1;
          break;
        case 'gone':
          return meaning;
        case 'formatting':
          return meaning;
        case 'unknown':
          return { kind: 'unknown', reason: described(answer.fault) };
        case 'token':
        case 'refused':
          log.error({ method: call.method, reason: described(answer.fault) }, 'Telegram refuses a message');
          return meaning.kind === 'token'
            ? later(refusedSeconds, described(answer.fault))
            : { ...later(refusedSeconds, described(answer.fault)), scope: 'message' };
        default:
          return meaning satisfies never;
      }
    }
  }

  async function sendReadable(chat: string, call: Call): Promise<Delivery> {
    const result = await sendOne(chat, call);
    if (result.kind !== 'formatting') return result;
    log.error({ method: call.method }, 'Telegram cannot read the formatting; sent as plain text');
    const plain = withoutFormatting(call);
    const again = plain === undefined ? result : await sendOne(chat, plain);
    if (again.kind !== 'formatting') return again;
    return { ...later(refusedSeconds, "400 can't parse entities"), scope: 'message' };
  }

  return {
    async show(chat, calls) {
      for (const [shown, call] of calls.entries()) {
        const delivery = await sendReadable(chat, call);
        // `later` promises that nothing was shown, which is no longer true.
        if (delivery.kind === 'later' && shown > 0) {
          return { kind: 'unknown', reason: `shown in part (${shown} of ${calls.length}): ${delivery.reason}` };
        }
        if (delivery.kind !== 'delivered') return delivery;
      }
      return { kind: 'delivered' };
    },
    async quiet(method, parameters) {
      const answer = await transport.call(method, parameters);
      if (answer.ok || meaningOf(answer.fault).kind !== 'retry' || stopping()) return answer;
      await pause(growing(1, random));
      return transport.call(method, parameters);
    },
  };
}

/** Half a second, one, two … up to half a minute, spread by a quarter either way; in ms. */
export function growing(attempt: number, random: () => number): number {
  return Math.min(30_000, 250 * 2 ** Math.min(attempt, 10)) * (0.75 + random() / 2);
}

/** One line for a log or a reason. */
export function described(fault: Fault): string {
  return fault.kind === 'refused' ? `${fault.code} ${fault.description}` : fault.description;
}

function later(seconds: number, reason: string): Extract<Delivery, { kind: 'later' }> {
  return { kind: 'later', seconds, reason };
}
