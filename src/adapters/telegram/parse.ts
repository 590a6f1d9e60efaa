// Turns a raw update of the Bot API into what core understands. Pure, and it trusts no shape.
import type { Incoming, Origin } from '../../core/incoming.ts';
import { readPayload } from './deep-link.ts';

/** Who the bot itself is (getMe). */
export type Self = { readonly id: number; readonly username: string };

/** Where an answer to an update goes. */
export type Place = {
  readonly chat: string;
  /** The message that an answer quotes: only in groups. */
  readonly quotes?: number;
  /** The topic of a forum. */
  readonly topic?: number;
};

type Fields = Readonly<Record<string, unknown>>;

/** What a person meant for the bot, or nothing: edits, stickers, other bots, joins, talk in a group. Never throws. */
export function parseUpdate(update: unknown, self: Self): Incoming | undefined {
  if (!isFields(update) || !isWhole(update.update_id)) return undefined;
  if (isFields(update.callback_query)) return parsePress(update.callback_query, update.update_id);
  if (isFields(update.message)) return parseMessage(update.message, update.update_id, self);
  return undefined;
}

/** The id of a button press, which must be answered so that the person's client stops waiting. */
export function pressId(update: unknown): string | undefined {
  if (!isFields(update) || !isFields(update.callback_query)) return undefined;
  return typeof update.callback_query.id === 'string' ? update.callback_query.id : undefined;
}

/** Where the answer to an update that parsed belongs. */
export function placeOf(update: unknown, origin: Origin): Place {
  const message = messageOf(update);
  if (origin.audience === 'private' || message === undefined) return { chat: origin.chat };
  return {
    chat: origin.chat,
    ...(isWhole(message.message_id) ? { quotes: message.message_id } : {}),
    ...(message.is_topic_message === true && isWhole(message.message_thread_id)
      ? { topic: message.message_thread_id }
      : {}),
  };
}

function messageOf(update: unknown): Fields | undefined {
  if (!isFields(update)) return undefined;
  if (isFields(update.message)) return update.message;
  const query = update.callback_query;
  return isFields(query) && isFields(query.message) ? query.message : undefined;
}

function parsePress(query: Fields, update: number): Incoming | undefined {
  const { from, data, message } = query;
  if (!isPerson(from) || typeof data !== 'string' || data === '') return undefined;
  // Without a message (sent through another chat) the person's own chat is the only one that is known.
  const chat = isFields(message) && isFields(message.chat) ? message.chat : { id: from.id, type: 'private' };
  const origin = originOf(from, chat, update);
  return origin === undefined ? undefined : { kind: 'press', origin, action: data };
}

function parseMessage(message: Fields, update: number, self: Self): Incoming | undefined {
  const { from, chat, via_bot: viaBot } = message;
  if (!isPerson(from) || !isFields(chat) || viaBot !== undefined) return undefined;
  const origin = originOf(from, chat, update);
  const written = writtenIn(message);
  if (origin === undefined || written === undefined) return undefined;
  const spoken =
    origin.audience === 'private' ? { text: written.text, called: true } : addressed(message, written, self);
  const text = spoken.text.trim();
  const command = commandIn(text);
  if (command !== undefined) {
    const forOther = command.to !== undefined && command.to.toLowerCase() !== self.username.toLowerCase();
    if (forOther && origin.audience === 'shared') return undefined;
    return commandOf(origin, command.name, command.argument);
  }
  if (!spoken.called) return undefined;
  if (text === '') return origin.audience === 'shared' ? commandOf(origin, 'start', '') : undefined;
  return { kind: 'text', origin, text };
}

function commandOf(origin: Origin, name: string, argument: string): Incoming {
  const carried = name === 'start' ? readPayload(argument) : undefined;
  if (carried?.kind === 'press') return { kind: 'press', origin, action: carried.action };
  if (carried?.kind === 'command') return { kind: 'command', origin, name: carried.name, argument: '' };
  // The link that only opens the chat.
  const isBare = name === 'start' && argument === 'start';
  return { kind: 'command', origin, name, argument: isBare ? '' : argument };
}

function commandIn(text: string): { name: string; to: string | undefined; argument: string } | undefined {
  const match = /^\/([a-z0-9_]{1,32})(?:@(\w+))?(?:\s+([\s\S]*))?$/i.exec(text);
  if (match?.[1] === undefined) return undefined;
  return { name: match[1].toLowerCase(), to: match[2], argument: (match[3] ?? '').trim() };
}

type Written = { readonly text: string; readonly entities: readonly unknown[] };

function writtenIn(message: Fields): Written | undefined {
  const fromText = typeof message.text === 'string';
  const text = fromText ? message.text : message.caption;
  const entities = fromText ? message.entities : message.caption_entities;
  if (typeof text !== 'string' || text.trim() === '') return undefined;
  return { text, entities: Array.isArray(entities) ? entities : [] };
}

/** In a group: the words without the mention of the bot, and whether the bot was called by a mention or a reply. */
function addressed(message: Fields, written: Written, self: Self): { text: string; called: boolean } {
  const { text } = written;
  const mentions = written.entities
    .flatMap((entity) => (isFields(entity) && isMentionOf(entity, text, self) ? [rangeOf(entity)] : []))
    .sort((one, other) => other.offset - one.offset);
  let rest = text;
  for (const { offset, length } of mentions) {
    rest = `${rest.slice(0, offset).trimEnd()} ${rest.slice(offset + length).trimStart()}`;
  }
  const replied = message.reply_to_message;
  const answersUs = isFields(replied) && isFields(replied.from) && replied.from.id === self.id;
  return { text: rest, called: mentions.length > 0 || answersUs };
}

function isMentionOf(entity: Fields, text: string, self: Self): boolean {
  if (entity.type === 'text_mention') return isFields(entity.user) && entity.user.id === self.id;
  const { offset, length } = rangeOf(entity);
  const name = text.slice(offset, offset + length).toLowerCase();
  return entity.type === 'mention' && name === `@${self.username.toLowerCase()}`;
}

/** Offsets of entities count UTF-16 units, as strings here do. */
function rangeOf(entity: Fields): { offset: number; length: number } {
  const { offset, length } = entity;
  return { offset: isWhole(offset) ? Math.max(0, offset) : 0, length: isWhole(length) ? Math.max(0, length) : 0 };
}

function originOf(from: Person, chat: Fields, update: number): Origin | undefined {
  const shared = chat.type === 'group' || chat.type === 'supergroup';
  if (!isWhole(chat.id) || (!shared && chat.type !== 'private')) return undefined;
  return {
    platform: 'telegram',
    person: String(from.id),
    chat: String(chat.id),
    audience: shared ? 'shared' : 'private',
    ...(typeof from.language_code === 'string' ? { locale: from.language_code } : {}),
    update: `telegram:${update}`,
  };
}

type Person = Fields & { readonly id: number };

function isPerson(value: unknown): value is Person {
  return isFields(value) && isWhole(value.id) && value.is_bot !== true;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value);
}
