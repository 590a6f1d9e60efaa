// What can come in from a person, whatever the platform, and what comes from the clock.
import type { DueNotice } from './reminders.ts';

export type Platform = 'telegram' | 'discord' | 'terminal';

/** Where a message came from. All ids are the platform's own and opaque to core. */
export type Origin = {
  readonly platform: Platform;
  /** Who wrote or pressed. */
  readonly person: string;
  /** The conversation; work for one chat is done in order. */
  readonly chat: string;
  /** `private`: only this person reads the answer. `shared`: a group or a server channel. */
  readonly audience: 'private' | 'shared';
  /** Language tag the platform's client runs in, if it told ("zh-CN", "en-GB"). Only a hint. */
  readonly locale?: string;
  /** The platform's id of this update: the same id is the same update, also after a restart. */
  readonly update: string;
};

export type Incoming =
  /** A command; `name` without its slash, lower case. `argument` is the rest of the line, possibly empty. */
  | { readonly kind: 'command'; readonly origin: Origin; readonly name: string; readonly argument: string }
  /** Free text. */
  | { readonly kind: 'text'; readonly origin: Origin; readonly text: string }
  /** A button; `action` is what the button carried, `verb:value`. */
  | { readonly kind: 'press'; readonly origin: Origin; readonly action: string }
  /** A submitted form (a modal): the form's id and its answers by field id. */
  | {
      readonly kind: 'form';
      readonly origin: Origin;
      readonly form: string;
      readonly answers: Readonly<Record<string, string>>;
    }
  /** Reminders of one chat that are due; `late`: minutes by which the oldest is late, when that is worth a word. */
  | { readonly kind: 'due'; readonly origin: Origin; readonly notices: readonly DueNotice[]; readonly late?: number };
