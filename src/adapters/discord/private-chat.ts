// The private chat of a person: opened when somebody does something, never for a reminder.
import { Routes } from 'discord.js';
import type { OpenedChat } from '../../core/reminders.ts';
import type { Adapter } from '../adapter.ts';
import type { AnswerTools } from './answer.ts';
import { type Answered, deliveryOf } from './api.ts';
import { newChats, newChatsMilliseconds } from './limits.ts';
import { isSharedChat } from './parse.ts';

type Channel = { readonly ok: true; readonly data: string } | Extract<Answered, { ok: false }>;

/** How many people are remembered who got their chat a while ago. */
const remembered = 5000;

/** A server's channel is never written to unasked: others read there. */
export function isPrivateChat(chat: string): boolean {
  return chat !== '' && !isSharedChat(chat);
}

/** Discord gives the chat that is open already, or opens one. */
export async function openDirect({ api }: Pick<AnswerTools, 'api'>, person: string): Promise<Channel> {
  const answered = await api('POST', Routes.userChannels(), { body: { recipient_id: person } });
  if (!answered.ok) {
    // Nothing is shown by this, whatever became of it.
    const { fault } = answered;
    return { ok: false, fault: fault.kind === 'unknown' ? { kind: 'down', reason: fault.reason } : fault };
  }
  const { data } = answered;
  const id = typeof data === 'object' && data !== null && 'id' in data ? data.id : undefined;
  if (typeof id === 'string') return { ok: true, data: id };
  return { ok: false, fault: { kind: 'down', reason: 'Discord opened no channel' } };
}

/**
 * Opens the private chat at a sign-up. Only a message shows whether the bot may write there: Discord opens the chat also
 * of somebody who takes no messages.
 */
export function makePrepare(
  tools: Pick<AnswerTools, 'api'>,
  deliver: Adapter['deliver'],
  clock: () => number = () => performance.now(),
): NonNullable<Adapter['prepare']> {
  const brake = makeBrake(clock);
  return async ({ person, chat }, greeting): Promise<OpenedChat> => {
    if (isPrivateChat(chat)) return { kind: 'open', chat };
    const wait = brake(person);
    if (wait > 0) return { kind: 'later', seconds: wait };
    const channel = await openDirect(tools, person);
    const delivery = channel.ok ? await deliver({ person, chat: channel.data }, greeting) : deliveryOf(channel.fault);
    if (delivery.kind === 'gone') return { kind: 'closed' };
    if (delivery.kind === 'later' || !channel.ok) {
      return { kind: 'later', seconds: delivery.kind === 'later' ? delivery.seconds : 60 };
    }
    return { kind: 'open', chat: channel.data };
  };
}

/** Lets so many people get their first private chat in a while; gives the seconds to wait for more, 0 when let through. */
function makeBrake(clock: () => number): (person: string) => number {
  const opened = new Map<string, number>();
  return (person) => {
    const now = clock();
    const recent = [...opened.values()].filter((at) => at > now - newChatsMilliseconds);
    if (!opened.has(person)) {
      const [oldest = now] = recent;
      if (recent.length >= newChats) return Math.ceil((oldest + newChatsMilliseconds - now) / 1000);
      if (opened.size >= remembered) opened.clear();
      opened.set(person, now);
    }
    return 0;
  };
}
