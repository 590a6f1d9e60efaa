// Messages into a channel: answers to what was written there, and reminders to somebody who did not just write.
import { Routes } from 'discord.js';
import type { Reply } from '../../core/reply.ts';
import type { Delivery, Send } from '../adapter.ts';
import { type AnswerTools, noteMessage } from './answer.ts';
import { type Answered, code, deliveryOf, type Fault } from './api.ts';
import { newChats, newChatsMilliseconds, nonceCharacters } from './limits.ts';
import { type DiscordMessageIn, isSharedChat } from './parse.ts';
import { type DiscordMessage, renderMessages } from './render.ts';

type Tools = Pick<AnswerTools, 'api' | 'translate' | 'log'>;

/** How many reminders are remembered so that the next one like it is not taken for its repetition. */
const remembered = 5000;

/** Answers to a message. In a server, what is personal goes to the private chat. */
export function answerMessage(message: DiscordMessageIn, tools: Tools): Send {
  const { origin } = message.incoming;
  let count = 0;
  const create = async (channel: string, body: DiscordMessage): Promise<Fault | undefined> => {
    count += 1;
    const reference = channel === message.channel && origin.audience === 'shared' ? message.id : undefined;
    const nonce = await nonceOf([message.id, String(count)]);
    const fault = await post(tools, channel, body, nonce, reference);
    // Where the bot may not read what was written before, it cannot point at it either.
    const blind = reference !== undefined && fault?.kind === 'refused' && fault.code === code.replyNeedsHistory;
    return blind ? post(tools, channel, body, nonce) : fault;
  };

  async function showPersonal(reply: Reply): Promise<Fault | undefined> {
    const direct = await openDirect(tools, origin.person);
    let fault = direct.ok ? undefined : direct.fault;
    for (const part of renderMessages(reply, tools.translate)) {
      if (direct.ok && !fault) fault = await create(direct.data, part);
    }
    const sent = fault === undefined;
    if (fault && deliveryOf(fault).kind !== 'gone') return fault;
    const note = tools.translate(reply.language, sent ? 'discord-sent-privately' : 'discord-cannot-write');
    return create(message.channel, { body: noteMessage(note), files: [] });
  }

  return async (replies) => {
    for (const reply of replies) {
      if (reply.personal && origin.audience === 'shared') {
        const fault = await showPersonal(reply);
        if (fault) return deliveryOf(fault);
        continue;
      }
      for (const part of renderMessages(reply, tools.translate)) {
        const fault = await create(message.channel, part);
        if (fault) return deliveryOf(fault);
      }
    }
    return { kind: 'delivered' };
  };
}

/**
 * Delivers to a private chat. Trying again after `later` or `unknown` shows nothing twice: Discord knows the nonce for
 * some minutes. The same words after a delivery are a new message.
 */
export function makeDeliver(tools: Tools, clock: () => number = () => performance.now()) {
  const delivered = new Map<string, number>();
  const brake = makeBrake(clock);
  return async (
    to: { readonly person: string; readonly chat: string },
    replies: readonly Reply[],
    name?: string,
  ): Promise<Delivery> => {
    const messages = replies.flatMap((reply) => renderMessages(reply, tools.translate));
    const key = await nonceOf([to.person, ...messages.map((message) => JSON.stringify(message.body))]);
    const seed = name === undefined ? [key, String(delivered.get(key) ?? 0)] : [to.person, name];
    const wait = needsOpening(to) ? brake(to.person) : 0;
    if (wait > 0) return { kind: 'later', seconds: wait, reason: 'too many new chats', scope: 'message' };
    const channel = await channelOf(tools, to);
    if (!channel.ok) return deliveryOf(channel.fault);
    let target = channel.data;
    for (const [index, message] of messages.entries()) {
      const nonce = await nonceOf([...seed, String(index)]);
      let fault = await post(tools, target, message, nonce);
      if (fault && isUnknownChannel(fault)) {
        const opened = await openDirect(tools, to.person);
        if (!opened.ok) return deliveryOf(opened.fault);
        target = opened.data;
        fault = await post(tools, target, message, nonce);
      }
      if (fault) return deliveryOf(fault);
    }
    remember(delivered, key);
    return { kind: 'delivered' };
  };
}

type Channel = { readonly ok: true; readonly data: string } | Extract<Answered, { ok: false }>;

/** A server's channel is never written to unasked: others read there. */
async function channelOf(tools: Tools, to: { readonly person: string; readonly chat: string }): Promise<Channel> {
  return needsOpening(to) ? openDirect(tools, to.person) : { ok: true, data: to.chat };
}

function needsOpening({ chat }: { readonly chat: string }): boolean {
  return chat === '' || isSharedChat(chat);
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

/** Discord gives the chat that is open already, or opens one. */
async function openDirect({ api }: Tools, person: string): Promise<Channel> {
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

async function post(
  { api }: Tools,
  channel: string,
  { body, files }: DiscordMessage,
  nonce: string,
  answered?: string,
): Promise<Fault | undefined> {
  const reference = answered ? { message_reference: { message_id: answered, fail_if_not_exists: false } } : {};
  const result = await api('POST', Routes.channelMessages(channel), {
    body: { ...body, nonce, enforce_nonce: true, ...reference },
    files,
  });
  return result.ok ? undefined : result.fault;
}

function isUnknownChannel(fault: Fault): boolean {
  return fault.kind === 'refused' && fault.code === code.unknownChannel;
}

function remember(delivered: Map<string, number>, key: string): void {
  delivered.set(key, (delivered.get(key) ?? 0) + 1);
  const oldest = delivered.size > remembered ? delivered.keys().next().value : undefined;
  if (oldest !== undefined) delivered.delete(oldest);
}

/** The same parts give the same nonce, also after a restart. */
async function nonceOf(parts: readonly string[]): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(parts)));
  return new Uint8Array(hash).toHex().slice(0, nonceCharacters);
}
