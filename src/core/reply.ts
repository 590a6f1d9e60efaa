// What goes out to a person, whatever the platform: blocks of words, then buttons.
import type { StandingKind } from '../knowledge/terms.ts';
import type { Language } from './language.ts';
import type { ReminderShape } from './reminders/shape.ts';

export type { StandingKind };

/** One source as a reader sees it, in the reader's language. */
export type Citation = {
  /** Id in sources.yaml plus the article, so that equal citations share a number: "crr:16". */
  readonly id: string;
  /** Name, article, issuer and year, ready to print. */
  readonly label: string;
  readonly standing: StandingKind;
  /** ISO date of the last check. */
  readonly checked: string;
  /** The recheck date has passed: the reader is told. */
  readonly stale: boolean;
  /** Only for official addresses that are sure. */
  readonly link?: string;
};

/** Words together with what they rest on. Advice that states no fact has no citations. */
export type Cited = { readonly text: string; readonly citations: readonly Citation[] };

export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'steps'; readonly items: readonly Cited[] }
  | { readonly kind: 'claim'; readonly claim: Cited }
  | { readonly kind: 'caution'; readonly caution: Cited }
  /** A PNG; `description` is read out or shown where pictures are not. */
  | { readonly kind: 'picture'; readonly name: string; readonly bytes: Uint8Array; readonly description: string }
  | { readonly kind: 'file'; readonly name: string; readonly mime: string; readonly bytes: Uint8Array };

/** `action` is `verb:value`, at most 64 bytes of UTF-8, made by `button()`. */
export type Button = { readonly action: string; readonly label: string };

/** A question with room for an answer in the person's own words. */
export type Form = {
  readonly id: string;
  readonly title: string;
  readonly fields: readonly {
    readonly id: string;
    readonly label: string;
    readonly placeholder?: string;
    /** Characters. */
    readonly maximum: number;
    readonly long: boolean;
  }[];
};

/** What the bot decided, for `ask --json`, tests and measures; never shown. */
export type Outcome = {
  readonly kind: 'answer' | 'choose' | 'abstain' | 'crisis' | 'refuse' | 'reminder' | 'command';
  readonly topic?: string;
  readonly options?: readonly string[];
  /** Confidence of the match, 0 to 1. */
  readonly score?: number;
  /** What a sign-up was understood as, or why it cannot be. */
  readonly reminders?: readonly ReminderShape[];
  readonly error?: 'date' | 'past' | 'unsupported';
  /** Which unsupported kind it is: lunar, hourly … */
  readonly why?: string;
};

export type Reply = {
  readonly language: Language;
  readonly blocks: readonly Block[];
  readonly buttons: readonly Button[];
  readonly outcome: Outcome;
  /** The quiet last line of an answer, below its sources: its id and the day of the check. */
  readonly receipt?: string;
  /** Personal: never shown where others read; an adapter moves it to the private chat or shows it to one person. */
  readonly personal: boolean;
  /** Where the platform has forms, this one may be opened in place of the words; elsewhere the words ask for it. */
  readonly form?: Form;
};

/** Telegram's `callback_data` is the narrowest: 1–64 bytes (core.telegram.org/bots/api#inlinekeyboardbutton). */
export const maximumActionBytes = 64;

/**
 * Makes a button and checks what it carries.
 * @throws RangeError when `verb:value` is longer than 64 bytes: the value must be an id, never words.
 */
export function button(verb: string, value: string, label: string): Button {
  const action = `${verb}:${value}`;
  if (new TextEncoder().encode(action).length > maximumActionBytes) {
    throw new RangeError(`The button ${action} carries more than ${maximumActionBytes} bytes. Use a shorter id.`);
  }
  return { action, label };
}

/**
 * Verbs that only show something. A link can be made by anybody, so what it opens must not change or delete anything.
 */
export const showingVerbs: ReadonlySet<string> = new Set(['topic', 'facts', 'group', 'part', 'command']);

/** A citation with the number under which the reader finds it. */
export type NumberedCitation = Citation & { readonly number: number };

/** All sources of a reply, numbered from 1 in the order in which the words use them. */
export function numberedCitations(blocks: readonly Block[]): readonly NumberedCitation[] {
  const found = new Map<string, NumberedCitation>();
  for (const citation of blocks.flatMap(citationsOf)) {
    if (!found.has(citation.id)) found.set(citation.id, { ...citation, number: found.size + 1 });
  }
  return [...found.values()];
}

function citationsOf(block: Block): readonly Citation[] {
  switch (block.kind) {
    case 'steps':
      return block.items.flatMap((item) => item.citations);
    case 'claim':
      return block.claim.citations;
    case 'caution':
      return block.caution.citations;
    case 'heading':
    case 'paragraph':
    case 'picture':
    case 'file':
      return [];
    default:
      return block satisfies never;
  }
}
