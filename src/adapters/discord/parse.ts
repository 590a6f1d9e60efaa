// What Discord hands over → what came in. Pure, and calm about odd payloads: those are simply not for us.
import type { Incoming, Origin } from '../../core/incoming.ts';
import type { Language } from '../../core/language.ts';

/** Something a person did that waits for an acknowledgement. */
export type DiscordInteraction = {
  readonly kind: 'interaction';
  readonly id: string;
  /** Opens the answer to whoever has it: never logged. */
  readonly token: string;
  readonly incoming: Incoming;
  /** The person asked for an answer that the whole channel may read. */
  readonly share: boolean;
};

/** Somebody is typing an option and wants suggestions. */
export type DiscordTyping = {
  readonly kind: 'typing';
  readonly id: string;
  readonly token: string;
  /** The command's name. */
  readonly command: string;
  readonly typed: string;
  readonly language: Language;
};

export type DiscordMessageIn = { readonly id: string; readonly channel: string; readonly incoming: Incoming };

/** The option that shares an answer with the channel; never part of the argument. */
export const shareOption = 'public';

/** Numbers of docs.discord.com/developers/interactions/receiving-and-responding#interaction-object. */
const interactionType = { command: 2, component: 3, autocomplete: 4, modal: 5 };
const buttonComponent = 2;
/** A command in the menu of a message (docs.discord.com/developers/interactions/application-commands#message-commands). */
const messageCommand = 3;
const directContext = 1;

/** Numbers of docs.discord.com/developers/resources/message#message-object-message-types: plain and reply. */
const writtenTypes: readonly unknown[] = [0, 19];

export function parseInteraction(payload: unknown): DiscordInteraction | DiscordTyping | undefined {
  if (!isRecord(payload)) return;
  const { id, token, data } = payload;
  if (!isText(id) || !isText(token) || !isRecord(data)) return;
  if (payload.type === interactionType.autocomplete) {
    const typed = leaves(data.options).find((option) => option.focused === true)?.value;
    const command = isText(data.name) ? data.name.toLowerCase() : '';
    return { kind: 'typing', id, token, command, typed: String(typed ?? ''), language: languageOf(payload.locale) };
  }
  const origin = originOf(payload, id);
  const incoming = origin && incomingOf(payload.type, data, origin);
  if (!incoming) return;
  return { kind: 'interaction', id, token, incoming, share: wantsSharing(payload.type, data) };
}

/** @param self the bot's own user id: in a server it is only spoken to when mentioned */
export function parseMessage(payload: unknown, self: string): DiscordMessageIn | undefined {
  if (!isRecord(payload) || !isRecord(payload.author)) return;
  const { id, channel_id: channel, author, guild_id: guild } = payload;
  if (!isText(id) || !isText(channel) || !isText(author.id) || !isText(payload.content)) return;
  if (author.bot === true || author.system === true || isText(payload.webhook_id)) return;
  if (!writtenTypes.includes(payload.type)) return;
  const shared = isText(guild);
  if (shared && !mentions(payload.mentions, self)) return;
  const words = shared ? withoutMention(payload.content, self) : payload.content.trim();
  const origin: Origin = {
    platform: 'discord',
    person: author.id,
    chat: shared ? sharedChat(channel, author.id) : channel,
    audience: shared ? 'shared' : 'private',
    update: id,
  };
  if (words === '' && !shared) return;
  return { id, channel, incoming: written(words === '' ? '/help' : words, origin) };
}

/** Discord knows zh-CN and zh-TW; everything that is not Chinese is answered in English. */
export function languageOf(locale: unknown): Language {
  if (typeof locale !== 'string' || !/^zh\b/i.test(locale)) return 'en';
  return /-(tw|hk|mo|hant)\b/i.test(locale) ? 'zh-Hant' : 'zh-Hans';
}

/** The chat of one person in a channel that others read: their talk is their own, and never a place for a reminder. */
export function sharedChat(channel: string, person: string): string {
  return `${channel}:${person}`;
}

export function isSharedChat(chat: string): boolean {
  return chat.includes(':');
}

function originOf(payload: Fields, update: string): Origin | undefined {
  const user = isRecord(payload.member) && isRecord(payload.member.user) ? payload.member.user : payload.user;
  const channel = payload.channel_id;
  if (!isRecord(user) || !isText(user.id) || user.bot === true || !isText(channel)) return;
  const shared = isText(payload.guild_id) || (payload.context !== undefined && payload.context !== directContext);
  return {
    platform: 'discord',
    person: user.id,
    chat: shared ? sharedChat(channel, user.id) : channel,
    audience: shared ? 'shared' : 'private',
    ...(isText(payload.locale) ? { locale: payload.locale } : {}),
    update,
  };
}

function incomingOf(type: unknown, data: Fields, origin: Origin): Incoming | undefined {
  switch (type) {
    case interactionType.command: {
      if (!isText(data.name)) return;
      const name = data.name.toLowerCase();
      if (data.type === messageCommand) return { kind: 'command', origin, name, argument: wordsOfTarget(data) };
      const values = leaves(data.options).filter((option) => option.name !== shareOption);
      const argument = values.map((option) => String(option.value).trim()).join(' ');
      return { kind: 'command', origin, name, argument: argument.trim() };
    }
    case interactionType.component:
      if (data.component_type !== buttonComponent || !isText(data.custom_id)) return;
      return { kind: 'press', origin, action: data.custom_id };
    case interactionType.modal:
      if (!isText(data.custom_id)) return;
      return { kind: 'form', origin, form: data.custom_id, answers: answersOf(data.components) };
    default:
      return;
  }
}

/** The message whose menu was opened; empty for one without words. */
function wordsOfTarget({ target_id: target, resolved }: Fields): string {
  const messages = isRecord(resolved) ? resolved.messages : undefined;
  const message = isRecord(messages) && isText(target) ? messages[target] : undefined;
  return isRecord(message) && isText(message.content) ? message.content.trim() : '';
}

function wantsSharing(type: unknown, data: Fields): boolean {
  if (type !== interactionType.command) return false;
  return leaves(data.options).some((option) => option.name === shareOption && option.value === true);
}

/** The options that carry a value, whatever group they sit in. */
function leaves(options: unknown): readonly Fields[] {
  if (!Array.isArray(options)) return [];
  return options.filter(isRecord).flatMap((option) => {
    if (Array.isArray(option.options)) return leaves(option.options);
    return ['string', 'number', 'boolean'].includes(typeof option.value) ? [option] : [];
  });
}

/** Inputs sit in a row (`components`, the older shape) or in a label (`component`). */
function answersOf(components: unknown): Readonly<Record<string, string>> {
  const inputs = Array.isArray(components) ? components.filter(isRecord) : [];
  const nested = inputs.flatMap((outer) => (Array.isArray(outer.components) ? outer.components : [outer.component]));
  return Object.fromEntries(
    nested.filter(isRecord).flatMap((input) => {
      const { custom_id: id, value } = input;
      return isText(id) && typeof value === 'string' ? [[id, value.trim()]] : [];
    }),
  );
}

/** A command may also be typed as words, as people know it from elsewhere. */
function written(words: string, origin: Origin): Incoming {
  const command = /^\/([a-z0-9_]{1,32})(?:\s+([\s\S]*))?$/i.exec(words);
  if (!command?.[1]) return { kind: 'text', origin, text: words };
  return { kind: 'command', origin, name: command[1].toLowerCase(), argument: command[2]?.trim() ?? '' };
}

function mentions(list: unknown, self: string): boolean {
  return Array.isArray(list) && list.some((user) => isRecord(user) && user.id === self);
}

function withoutMention(content: string, self: string): string {
  return content.replaceAll(`<@${self}>`, ' ').replaceAll(`<@!${self}>`, ' ').trim();
}

type Fields = Readonly<Record<string, unknown>>;

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
