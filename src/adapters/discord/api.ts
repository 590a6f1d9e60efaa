// Requests to Discord as values: what was answered, or what went wrong in words that are safe to log.
import { DiscordAPIError, HTTPError, RateLimitError, type REST, type RESTOptions, RequestMethod } from 'discord.js';
import type { Delivery } from '../adapter.ts';
import type { DiscordFile } from './render.ts';

/** What went wrong. The reasons hold neither an address (it carries tokens) nor anybody's words. */
export type Fault =
  /** Discord said no; `code` is one of its own (docs.discord.com/developers/topics/opcodes-and-status-codes). */
  | { readonly kind: 'refused'; readonly status: number; readonly code: number; readonly reason: string }
  /** It asked to wait for longer than is worth waiting for. */
  | { readonly kind: 'busy'; readonly seconds: number; readonly reason: string }
  /** Nothing was done: Discord has trouble or was not reached. */
  | { readonly kind: 'down'; readonly reason: string }
  /** The connection broke after sending. */
  | { readonly kind: 'unknown'; readonly reason: string };

export type Answered = { readonly ok: true; readonly data: unknown } | { readonly ok: false; readonly fault: Fault };

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export type Api = (
  method: Method,
  route: `/${string}`,
  options?: {
    readonly body?: unknown;
    readonly files?: readonly DiscordFile[];
    readonly query?: Readonly<Record<string, string>>;
    /** `false` for routes that carry an interaction's own token. */
    readonly auth?: boolean;
  },
) => Promise<Answered>;

export const code = {
  unknownChannel: 10003,
  unknownWebhook: 10015,
  unknownInteraction: 10062,
  alreadyAcknowledged: 40060,
  invalidWebhookToken: 50027,
  replyNeedsHistory: 160002,
} as const;

/** Milliseconds that discord.js may wait out a 429 before we come back later instead. */
const patience = 20_000;

/**
 * Repeating is decided here and not in discord.js: it repeats at once and does not know whether that is harmless.
 * 429s it does wait out.
 */
export function restOptions(apiRoot: string): Partial<RESTOptions> {
  return { api: apiRoot, retries: 0, rejectOnRateLimit: (limit) => longest(limit) > patience };
}

export function makeApi(rest: REST, token: string): Api {
  return async (method, route, options = {}) => {
    // discord.js forgets the token after a 401; we would rather hear the same clear answer again.
    rest.setToken(token);
    try {
      const data = await rest.request({
        method: methods[method],
        fullRoute: route,
        body: options.body,
        ...(options.query ? { query: new URLSearchParams(options.query) } : {}),
        ...(options.auth === undefined ? {} : { auth: options.auth }),
        ...(options.files?.length ? { files: options.files.map(upload) } : {}),
      });
      return { ok: true, data };
    } catch (error) {
      return { ok: false, fault: faultOf(error) };
    }
  };
}

/** What a fault means for a message that was handed over. */
export function deliveryOf(fault: Fault): Delivery {
  const { reason } = fault;
  switch (fault.kind) {
    case 'busy':
      return { kind: 'later', seconds: fault.seconds, reason };
    case 'down':
      return { kind: 'later', seconds: 30, reason };
    case 'unknown':
      return { kind: 'unknown', reason };
    case 'refused':
      if (isGone(fault)) return { kind: 'gone', reason };
      if (fault.status === 401) return { kind: 'later', seconds: 300, reason };
      return { kind: 'later', seconds: 3600, reason, scope: 'message' };
    default:
      return fault satisfies never;
  }
}

export function isExpired(fault: Fault): boolean {
  const expired: readonly number[] = [code.unknownInteraction, code.unknownWebhook, code.invalidWebhookToken];
  return fault.kind === 'refused' && expired.includes(fault.code);
}

/** Any thrown thing → a fault. Messages of errors are left behind: they may quote what was sent, or an address. */
export function faultOf(error: unknown): Fault {
  if (error instanceof DiscordAPIError) {
    const number = typeof error.code === 'number' ? error.code : 0;
    return { kind: 'refused', status: error.status, code: number, reason: `Discord ${error.status}/${number}` };
  }
  if (error instanceof RateLimitError) {
    return { kind: 'busy', seconds: Math.ceil(longest(error) / 1000), reason: 'Discord 429' };
  }
  if (error instanceof HTTPError) return { kind: 'down', reason: `Discord ${error.status}` };
  const name = networkCode(error);
  return { kind: beforeSending.includes(name) ? 'down' : 'unknown', reason: `network ${name}` };
}

/** 403 without a number of Discord's own comes from the wall before it, not from the person. */
function isGone(fault: Extract<Fault, { kind: 'refused' }>): boolean {
  return (fault.status === 403 && fault.code !== 0) || fault.status === 404;
}

const methods: Readonly<Record<Method, RequestMethod>> = {
  GET: RequestMethod.Get,
  POST: RequestMethod.Post,
  PUT: RequestMethod.Put,
  PATCH: RequestMethod.Patch,
  DELETE: RequestMethod.Delete,
};

const beforeSending: readonly string[] = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
];

function networkCode(error: unknown): string {
  if (!(error instanceof Error)) return 'fault';
  return 'code' in error && typeof error.code === 'string' && /^\w{1,40}$/.test(error.code) ? error.code : error.name;
}

/** Milliseconds. A 429 tells it in one field, a limit foreseen in another. */
function longest(limit: { timeToReset: number; retryAfter: number; sublimitTimeout: number }): number {
  const finite = [limit.timeToReset, limit.retryAfter, limit.sublimitTimeout].filter(Number.isFinite);
  return Math.max(0, ...finite);
}

function upload(file: DiscordFile) {
  return { name: file.name, data: file.bytes, contentType: file.mime };
}
