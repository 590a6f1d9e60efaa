// The thin network part of the adapter: what a library must offer, and what its faults mean.
import type { Upload } from './render.ts';

/** What went wrong with a call. Never carries an address, because addresses carry the token. */
export type Fault =
  /** Telegram answered no. `retryAfter` is in seconds. */
  | { readonly kind: 'refused'; readonly code: number; readonly description: string; readonly retryAfter?: number }
  /** No connection came about: nothing was sent. */
  | { readonly kind: 'unsent'; readonly description: string }
  /** The connection broke or was silent after the request may have been sent. */
  | { readonly kind: 'cut'; readonly description: string };

export type Answer = { readonly ok: true; readonly result: unknown } | { readonly ok: false; readonly fault: Fault };

export type Transport = {
  /** Asks who the bot is. */
  me(): Promise<Answer>;
  /** Calls a method by its name. Never rejects. */
  call(method: string, parameters: Readonly<Record<string, unknown>>, upload?: Upload): Promise<Answer>;
  /**
   * Hands over raw updates in their order until stopped; the next ones are asked for when `onUpdate` has resolved.
   * Resolves with nothing after `stop`, with a fault when polling ended by itself. Needs a `me()` before. Never rejects.
   */
  poll(onUpdate: (update: unknown) => Promise<void>): Promise<Fault | undefined>;
  /** Ends polling, also in the middle of a long poll, within two seconds. */
  stop(): Promise<void>;
};

export type TransportOptions = {
  readonly token: string;
  readonly apiRoot: string;
  /** How long a call may be silent, in ms. */
  readonly callTimeout?: number;
};

/** What the bot reads; nothing else is sent to it. */
export const wantedUpdates = ['message', 'callback_query'] as const;

/** A long poll, in seconds. */
export const pollSeconds = 30;

/** How long a call may be silent unless told otherwise, in ms. */
export const standardTimeout = 20_000;

/** How long a file may take, in ms. */
export const uploadTimeout = 60_000;

/** How long `stop` waits for the last word with Telegram, in ms. */
export const stopTimeout = 1500;

/** Waits for something, but no longer than so many ms. */
export async function within(ms: number, something: Promise<unknown>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([something, timeout]);
  clearTimeout(timer);
}

export type Meaning =
  | { readonly kind: 'gone'; readonly reason: string }
  /** Asked to wait, in seconds. */
  | { readonly kind: 'wait'; readonly seconds: number }
  /** Nothing was shown; trying again is safe. */
  | { readonly kind: 'retry' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'formatting' }
  | { readonly kind: 'token' }
  /** Our own mistake: the same call will always be refused. */
  | { readonly kind: 'refused' };

const goneMessages =
  /chat not found|user is deactivated|user not found|peer_id_invalid|bot was kicked|bot is not a member|group chat was (upgraded|deleted)|(not enough|have no) rights to send|chat_write_forbidden/i;

/** What a fault means for a message that was being sent. */
export function meaningOf(fault: Fault): Meaning {
  if (fault.kind === 'unsent') return { kind: 'retry' };
  if (fault.kind === 'cut') return { kind: 'unknown' };
  const { code, description, retryAfter } = fault;
  if (code === 429) return { kind: 'wait', seconds: retryAfter ?? 1 };
  if (code >= 500) return { kind: 'retry' };
  if (code === 403 || goneMessages.test(description)) return { kind: 'gone', reason: description };
  if (code === 401 || code === 404) return { kind: 'token' };
  return { kind: /can't parse entities/i.test(description) ? 'formatting' : 'refused' };
}

/** Errors of the network that come before a request is on its way. */
const unsentCodes = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
  'EADDRNOTAVAIL',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/** The fault behind an error that a network library threw. Only its codes are kept: its words hold the address. */
export function faultOf(error: unknown): Fault {
  const codes = codesOf(error);
  const description = codes[0] ?? 'no answer';
  if (codes.includes('invalid-json')) return { kind: 'refused', code: 502, description: 'an answer that is not JSON' };
  const unsent = codes.some((code) => unsentCodes.has(code));
  return { kind: unsent ? 'unsent' : 'cut', description };
}

/** Codes of an error and of what it wraps: grammY keeps the cause in `error`, fetch in `cause`. */
function codesOf(error: unknown, depth = 0): readonly string[] {
  if (typeof error !== 'object' || error === null || depth > 4) return [];
  const own = ['code', 'type'].flatMap((name) => {
    const value: unknown = Reflect.get(error, name);
    return typeof value === 'string' ? [value] : [];
  });
  // A connection that was never made; the word before the code is the system call.
  const connect = error instanceof Error && /\bconnect ETIMEDOUT\b/.test(error.message) ? ['ENETUNREACH'] : [];
  const inner = ['error', 'cause'].flatMap((name) => codesOf(Reflect.get(error, name), depth + 1));
  return [...own, ...connect, ...inner];
}

/** What the operator reads when the token is wrong: one line, without a stack and without the token. */
export function wrongToken(): Error {
  const error = new Error(
    'Telegram does not accept TELEGRAM_BOT_TOKEN. Copy the whole line that @BotFather gave you, or ask it for a new token.',
  );
  error.stack = error.message;
  return error;
}
