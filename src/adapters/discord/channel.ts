// Messages into a channel: answers to what was written there, and reminders to somebody who did not just write.
import { Routes } from 'discord.js';
import type { Reply } from '../../core/reply.ts';
import type { Adapter, Delivery, Send } from '../adapter.ts';
import { type AnswerTools, noteMessage } from './answer.ts';
import { code, deliveryOf, type Fault } from './api.ts';
import { nonceCharacters } from './limits.ts';
import type { DiscordMessageIn } from './parse.ts';
import { isPrivateChat, openDirect } from './private-chat.ts';
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
 * Delivers to a private chat that stands, and opens none: a bot that opens many is put in quarantine. Trying again
 * after `later` or `unknown` shows nothing twice: Discord knows the nonce for some minutes. The same words after a delivery are a new message.
 */
export function makeDeliver(tools: Tools): Adapter['deliver'] {
  const delivered = new Map<string, number>();
  return async (to, replies, name): Promise<Delivery> => {
    if (!isPrivateChat(to.chat)) return { kind: 'gone', reason: 'no private chat' };
    const messages = replies.flatMap((reply) => renderMessages(reply, tools.translate));
    const key = await nonceOf([to.person, ...messages.map((message) => JSON.stringify(message.body))]);
    const seed = name === undefined ? [key, String(delivered.get(key) ?? 0)] : [to.person, name];
    for (const [index, message] of messages.entries()) {
      const nonce = await nonceOf([...seed, String(index)]);
      const fault = await post(tools, to.chat, message, nonce);
      if (fault) return deliveryOf(fault);
    }
    remember(delivered, key);
    return { kind: 'delivered' };
  };
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
