// What a platform's menu shows of the commands.
import { type Language, languages } from './language.ts';
import type { Translate } from './translator.ts';

export type InLanguages = Readonly<Record<Language, string>>;

export type MenuEntry = {
  /** `[a-z0-9_]{1,32}`, English on every platform. */
  readonly name: string;
  /** The name in other scripts, where a platform shows one ("帮助"); lower case, no spaces, at most 32 characters. */
  readonly localName?: Partial<InLanguages>;
  /** At most 100 characters, the narrowest limit (Discord). */
  readonly description: InLanguages;
  /** Where a platform has a menu on each message, the command also stands there; the message is its argument. */
  readonly onMessages?: InLanguages;
  readonly option?: {
    readonly name: string;
    readonly description: InLanguages;
    readonly required: boolean;
    /** A fixed list; absent for free text. */
    readonly choices?: readonly { readonly value: string; readonly label: InLanguages }[];
    /** Free text with suggestions while typing. */
    readonly suggests?: boolean;
    /** The answer may be shown to a whole channel. */
    readonly shares?: boolean;
    /** Lists beside it; their values are joined to the words of this one. */
    readonly also?: readonly ChoiceOption[];
  };
};

export type ChoiceOption = {
  readonly name: string;
  readonly description: InLanguages;
  readonly choices: readonly { readonly value: string; readonly label: InLanguages }[];
};

/** Suggestions while somebody types the option of a command; `value` is taken as the command's argument. At most 25, labels at most 100 characters. */
export type Suggest = (
  command: string,
  typed: string,
  language: Language,
) => readonly { readonly value: string; readonly label: string }[];

/** Choices of menus that come from the knowledge files. */
export type MenuChoices = Readonly<
  Record<'groups' | 'places', readonly { readonly value: string; readonly label: InLanguages }[]>
>;

/** One message of the locales in every language. */
export function inLanguages(translate: Translate, key: string): InLanguages {
  return Object.fromEntries(languages.map((each) => [each, translate(each, key)])) as Record<Language, string>;
}
