// What core is given to do its work. Everything outside core arrives through here.
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Matcher } from '../knowledge/match/matcher.ts';
import type { WorkCalendar } from '../rules/occurrences.ts';
import type { Safety } from '../safety/safety.ts';
import type { Charts } from './charts.ts';
import type { ContactLog } from './contact-log/contacts.ts';
import type { Language, Place } from './language.ts';
import type { Letterbox } from './letterbox.ts';
import type { Log } from './log.ts';
import type { Recent } from './recent.ts';
import type { ParsedReminder } from './reminders/sentence.ts';
import type { OpenedChat, Owner, Reminders } from './reminders.ts';
import type { Reply } from './reply.ts';
import type { Translate } from './translator.ts';

/** What a person fixed; an absent language follows the messages, an absent place is the operator's default. */
export type Preferences = {
  readonly language?: Language;
  readonly place?: Place;
  /** IANA time zone; an absent one is guessed from the place. */
  readonly zone?: string;
  /** Questions that find no answer may be kept without a name; absent while the person has not said. */
  readonly shareUnanswered?: boolean;
};

/** What the last messages were about, so that "how long does that take?" has an answer. */
export type Conversation = {
  readonly topic?: string;
  readonly language?: Language;
  /** The bot asked for a question in the person's words; the next text is taken as one. */
  readonly form?: string;
  /** The person was asked whether unanswered questions may be kept. */
  readonly offered?: boolean;
  /** A sign-up for reminders that is not confirmed yet. */
  readonly signUp?: SignUpDraft | undefined;
};

/** `id` is on its buttons: those of an earlier sign-up no longer work. */
export type SignUpDraft = {
  readonly id: string;
  readonly items: readonly ParsedReminder[];
  /** Amounts are to be shown in the messages. */
  readonly details?: boolean;
};

/** What was answered, by flow and question. */
export type FlowAnswers = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** One value a key; a store that is down throws, and whoever calls goes on without. */
export type Keep<Value> = {
  get(key: string): Promise<Value | undefined>;
  set(key: string, value: Value): Promise<void>;
  delete(key: string): Promise<void>;
};

export type Services = {
  readonly knowledge: () => Knowledge;
  readonly matcher: () => Matcher;
  readonly safety: Safety;
  readonly translate: Translate;
  readonly script: Script;
  readonly preferences: Keep<Preferences>;
  readonly conversations: Keep<Conversation>;
  readonly seen: Keep<'done'>;
  /** Answers to the questions of flows, for a week, so that nobody has to begin again. */
  readonly progress: Keep<FlowAnswers>;
  /** Answers that a person said to keep. */
  readonly kept: Keep<FlowAnswers>;
  /** Contacts of collectors that a person noted, until they are deleted. */
  readonly contacts: Keep<ContactLog>;
  readonly reminders: Reminders;
  /** Opens the private chat of somebody who signs up where others read, with a first message; absent where nothing can. */
  readonly openChat?: (owner: Owner, greeting: readonly Reply[]) => Promise<OpenedChat>;
  readonly calendar: MakeCalendar;
  /** Mainland China's working days. */
  readonly workCalendar: WorkCalendar;
  readonly letterbox: Pick<Letterbox, 'add'>;
  readonly recent: Recent;
  /** Pictures; where they are absent the numbers are told in words. */
  readonly charts?: Charts;
  readonly now: () => Temporal.Instant;
  readonly log: Log;
  /** A short word that stands in the log and in the apology, and nowhere else. */
  readonly newReference: () => string;
  readonly standard: { readonly language: Language; readonly place: Place };
};

/** Puts due dates into an iCalendar file. Dates are ISO, times HH:MM of the person's own clock. */
export type MakeCalendar = (calendar: {
  readonly name: string;
  readonly entries: readonly {
    readonly id: string;
    readonly label: string;
    readonly dates: readonly string[];
    readonly leadDays: readonly number[];
    readonly time: string;
  }[];
  readonly at: Temporal.Instant;
}) => Uint8Array;

/** Simplified and Traditional Chinese. */
export type Script = {
  readonly simplified: (text: string) => string;
  /** Taiwan's characters and words, or Hong Kong's. */
  readonly traditional: (text: string, place: Place) => string;
  /** Which of the two a text is written in; undefined when it could be either. */
  readonly variant: (text: string) => 'zh-Hans' | 'zh-Hant' | undefined;
};
