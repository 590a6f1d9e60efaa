// Everything that is known about the message in hand: who, in which language, under which place's law.
import type { Reading } from './cite.ts';
import type { Incoming, Origin } from './incoming.ts';
import { isLanguage, type Language, type Place, written } from './language.ts';
import type { Block, Button, Outcome, Reply } from './reply.ts';
import type { Conversation, Preferences, Services } from './services.ts';

export type Context = {
  readonly services: Services;
  readonly origin: Origin;
  readonly preferences: Preferences;
  readonly conversation: Conversation;
  readonly language: Language;
  readonly place: Place;
  readonly reading: Reading;
  /** A word of the bot about itself, in the language of this reply. */
  readonly say: (key: string, values?: Readonly<Record<string, string | number>>) => string;
};

export function personKey(origin: Origin): string {
  return `${origin.platform}:${origin.person}`;
}

export function conversationKey(origin: Origin): string {
  return `${origin.platform}:${origin.chat}:${origin.person}`;
}

/** Reads what is kept about the person; a store that is down costs the memory, never the answer. */
export async function openContext(incoming: Incoming, services: Services): Promise<Context> {
  const { origin } = incoming;
  const [preferences, conversation] = await Promise.all([
    orElse(services, () => services.preferences.get(personKey(origin)), {}),
    orElse(services, () => services.conversations.get(conversationKey(origin)), {}),
  ]);
  const language = chooseLanguage(incoming, preferences, conversation, services);
  return contextWith({ services, origin, preferences, conversation, language });
}

export function contextWith(
  parts: Pick<Context, 'services' | 'origin' | 'preferences' | 'conversation' | 'language'>,
): Context {
  const { services, language } = parts;
  const place = parts.preferences.place ?? services.standard.place;
  const day = services.now().toZonedDateTimeISO('Asia/Shanghai').toPlainDate().toString();
  return {
    ...parts,
    place,
    reading: { language, day },
    // Traditional is derived once, when the reply is put together.
    say: (key, values) => services.translate(written(language) === 'en' ? 'en' : 'zh-Hans', key, values),
  };
}

/** Keeps what the conversation is about; a store that is down is logged and forgotten. */
export async function remember(context: Context, change: Conversation): Promise<void> {
  const { services, origin } = context;
  // A sign-up that waits for its confirmation outlives a question in between.
  const { signUp } = context.conversation;
  const offered = context.conversation.offered ? { offered: true } : {};
  const next = { language: context.language, ...offered, ...(signUp ? { signUp } : {}), ...change };
  await orElse(services, () => services.conversations.set(conversationKey(origin), next), undefined);
}

/** The value, or another one when the store does not answer: a store that is down costs the memory, never the reply. */
export async function orElse<Value>(
  services: Services,
  work: () => Promise<Value | undefined>,
  otherwise: Value,
): Promise<Value> {
  try {
    return (await work()) ?? otherwise;
  } catch (error) {
    services.log.error({ error: error instanceof Error ? error.name : 'unknown' }, 'the store does not answer');
    return otherwise;
  }
}

function chooseLanguage(
  incoming: Incoming,
  preferences: Preferences,
  conversation: Conversation,
  services: Services,
): Language {
  if (preferences.language) return preferences.language;
  const words = wordsOf(incoming);
  return (
    (words ? detectLanguage(words, services, conversation.language) : undefined) ??
    conversation.language ??
    (incoming.origin.locale ? localeLanguage(incoming.origin.locale) : undefined) ??
    services.standard.language
  );
}

function wordsOf(incoming: Incoming): string | undefined {
  switch (incoming.kind) {
    case 'text':
      return incoming.text;
    case 'command':
      return ['ask', 'why', 'wrong'].includes(incoming.name) && !incoming.argument.startsWith('topic:')
        ? incoming.argument
        : undefined;
    case 'form':
      return Object.values(incoming.answers).join(' ');
    case 'press':
    case 'due':
      return undefined;
    default:
      return incoming satisfies never;
  }
}

/**
 * The language of a text; undefined when it has no letters of either. One Chinese word counts about two characters.
 * @param before the language of the conversation so far: short Chinese texts are often the same in both scripts
 */
export function detectLanguage(
  text: string,
  services: Pick<Services, 'script'>,
  before?: Language,
): Language | undefined {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const latin = text.match(/[a-z][a-z'’]+/gi)?.length ?? 0;
  if (han === 0 && latin === 0) return undefined;
  if (han < latin) return 'en';
  const { simplified, variant } = services.script;
  if (before !== 'zh-Hant' && simplified(text) === text) return 'zh-Hans';
  return variant(text) ?? (before === 'zh-Hant' ? before : 'zh-Hans');
}

/** Platforms give tags such as "zh-hant-TW", "zh-CN", "en-GB"; other languages tell nothing about these two. */
export function localeLanguage(tag: string): Language | undefined {
  const lower = tag.toLowerCase();
  if (lower.startsWith('en')) return 'en';
  if (!lower.startsWith('zh')) return undefined;
  return /hant|tw|hk|mo/.test(lower) ? 'zh-Hant' : 'zh-Hans';
}

/** Puts a reply together; Traditional Chinese is derived here, once, for every word of it. */
export function reply(
  context: Context,
  parts: {
    blocks: readonly Block[];
    buttons?: readonly Button[];
    outcome?: Outcome;
    personal?: boolean;
    form?: Reply['form'];
    receipt?: string;
  },
): Reply {
  const made: Reply = {
    language: context.language,
    blocks: parts.blocks,
    buttons: parts.buttons ?? [],
    outcome: parts.outcome ?? { kind: 'command' },
    personal: parts.personal ?? false,
    ...(parts.form ? { form: parts.form } : {}),
    ...(parts.receipt ? { receipt: parts.receipt } : {}),
  };
  if (context.language !== 'zh-Hant') return made;
  return convert(made, (text) => context.services.script.traditional(text, context.place));
}

const untouched = new Set(['id', 'action', 'kind', 'bytes', 'link', 'outcome', 'language', 'name', 'mime']);

function convert<Value>(value: Value, traditional: (text: string) => string): Value {
  if (typeof value === 'string') return traditional(value) as Value;
  if (Array.isArray(value)) return value.map((item) => convert(item, traditional)) as Value;
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value;
  const entries = Object.entries(value).map(([key, item]) => [
    key,
    untouched.has(key) ? item : convert(item, traditional),
  ]);
  return Object.fromEntries(entries) as Value;
}

export function paragraph(text: string): Block {
  return { kind: 'paragraph', text };
}

export function languageFrom(value: string): Language | undefined {
  return isLanguage(value) ? value : undefined;
}
