// Deep links: what a person did in a group, carried into the private chat by `t.me/<bot>?start=<payload>`.
import { maximumActionBytes, showingVerbs } from '../../core/reply.ts';
import { maximumStartPayload } from './limits.ts';

/** What a payload can carry. A command goes without its argument: a stranger's link must not be able to fill one in. */
export type Carried =
  | { readonly kind: 'press'; readonly action: string }
  | { readonly kind: 'command'; readonly name: string };

/** The address that opens the private chat. What does not fit into a payload opens the chat alone. */
export function deepLink(username: string, carried: Carried | undefined): string {
  const payload = carried === undefined ? '' : encode(carried);
  const start = payload === '' || payload.length > maximumStartPayload ? 'start' : payload;
  return `https://t.me/${username}?start=${start}`;
}

/** What a payload carries, or nothing when it is not one of ours. */
export function readPayload(payload: string): Carried | undefined {
  if (payload.length > maximumStartPayload || payload.length % 4 === 1 || !/^[\w-]+$/.test(payload)) return undefined;
  const text = new TextDecoder().decode(Uint8Array.fromBase64(payload, { alphabet: 'base64url' }));
  const carried = carriedBy(text);
  return carried !== undefined && encode(carried) === payload ? carried : undefined;
}

function carriedBy(text: string): Carried | undefined {
  const command = /^command:([a-z0-9_]{1,32})$/.exec(text)?.[1];
  if (command !== undefined) return { kind: 'command', name: command };
  const verb = /^([a-z][\w-]*):/i.exec(text)?.[1];
  const fits = new TextEncoder().encode(text).length <= maximumActionBytes;
  return verb !== undefined && fits && showingVerbs.has(verb) ? { kind: 'press', action: text } : undefined;
}

function encode(carried: Carried): string {
  const text = carried.kind === 'press' ? carried.action : `command:${carried.name}`;
  return new TextEncoder().encode(text).toBase64({ alphabet: 'base64url', omitPadding: true });
}
