// The menu of commands as Discord registers it.
import type { ChoiceOption, InLanguages, MenuEntry } from '../../core/menu.ts';
import type { Translate } from '../../core/translator.ts';
import * as limits from './limits.ts';
import { shorten } from './markdown.ts';
import { shareOption } from './parse.ts';

/** By Discord's locales; it knows no other Chinese ones (docs.discord.com/developers/reference#locales). */
type Localised = Readonly<Partial<Record<'zh-CN' | 'zh-TW', string>>>;

type Option = {
  readonly type: number;
  readonly name: string;
  readonly name_localizations?: Localised;
  readonly description: string;
  readonly description_localizations: Localised;
  readonly required: boolean;
  readonly autocomplete?: boolean;
  readonly choices?: readonly {
    readonly name: string;
    readonly name_localizations: Localised;
    readonly value: string;
  }[];
};

export type SlashCommand = {
  readonly type: number;
  readonly name: string;
  readonly name_localizations?: Localised;
  readonly description: string;
  readonly description_localizations: Localised;
  readonly options: readonly Option[];
  readonly integration_types: readonly number[];
  readonly contexts: readonly number[];
};

/** Numbers of docs.discord.com/developers/interactions/application-commands. */
const chatInput = 1;
const onMessage = 3;
const textOption = 3;
const booleanOption = 5;
/** Into a server, and by a person for themselves. */
const installations = [0, 1];
/** A server, the bot's direct messages, other direct messages. */
const everywhere = [0, 1, 2];

const validName = /^[-_'\p{L}\p{N}]{1,32}$/u;

export function slashCommands(menu: readonly MenuEntry[], translate: Translate): readonly SlashCommand[] {
  const shown = menu.slice(0, limits.commands);
  return [...shown.map((entry) => slashCommand(entry, translate)), ...shown.flatMap(messageCommand)];
}

function slashCommand(entry: MenuEntry, translate: Translate): SlashCommand {
  return {
    type: chatInput,
    name: entry.name,
    ...localName(entry.localName),
    description: description(entry.description.en),
    description_localizations: localised(entry.description, limits.descriptionCharacters),
    options: options(entry, translate),
    integration_types: installations,
    contexts: everywhere,
  };
}

/** In the menu of each message. It keeps the command's own name, by which its interaction is known; it has no description. */
function messageCommand({ name, onMessages }: MenuEntry): readonly SlashCommand[] {
  if (!onMessages) return [];
  return [
    {
      type: onMessage,
      name,
      name_localizations: localised(onMessages, limits.commandNameCharacters),
      description: '',
      description_localizations: {},
      options: [],
      integration_types: installations,
      contexts: everywhere,
    },
  ];
}

/**
 * Whether Discord already has these commands. It adds fields of its own and leaves out what is the default.
 * @param registered the answer to GET /applications/{id}/commands?with_localizations=true
 */
export function sameCommands(wanted: readonly SlashCommand[], registered: unknown): boolean {
  if (!Array.isArray(registered)) return false;
  const inOrder = (list: readonly unknown[]): readonly string[] =>
    list.map((command) => JSON.stringify(comparable(command, ''))).sort();
  return JSON.stringify(inOrder(wanted)) === JSON.stringify(inOrder(registered));
}

function options(entry: MenuEntry, translate: Translate): readonly Option[] {
  const { option } = entry;
  if (!option) return [];
  const words: Option = {
    type: textOption,
    name: option.name,
    description: description(option.description.en),
    description_localizations: localised(option.description, limits.descriptionCharacters),
    required: option.required,
    ...(option.choices ? { choices: choicesOf(option.choices) } : {}),
    ...(option.suggests && !option.choices ? { autocomplete: true } : {}),
  };
  return [words, ...(option.also ?? []).map(list), ...(option.shares ? [share(translate)] : [])];
}

function list({ name, description: words, choices }: ChoiceOption): Option {
  return {
    type: textOption,
    name,
    description: description(words.en),
    description_localizations: localised(words, limits.descriptionCharacters),
    required: false,
    choices: choicesOf(choices),
  };
}

function choicesOf(choices: NonNullable<NonNullable<MenuEntry['option']>['choices']>): NonNullable<Option['choices']> {
  return choices
    .filter((choice) => choice.value !== '' && choice.value.length <= limits.choiceCharacters)
    .slice(0, limits.choices)
    .map((choice) => ({
      name: shorten(choice.label.en, limits.choiceCharacters),
      name_localizations: localised(choice.label, limits.choiceCharacters),
      value: choice.value,
    }));
}

function share(translate: Translate): Option {
  const both = (key: string): InLanguages => ({
    en: translate('en', key),
    'zh-Hans': translate('zh-Hans', key),
    'zh-Hant': translate('zh-Hant', key),
  });
  const words = both('discord-public-description');
  return {
    type: booleanOption,
    name: shareOption,
    ...localName(both('discord-public-name')),
    description: description(words.en),
    description_localizations: localised(words, limits.descriptionCharacters),
    required: false,
  };
}

/** One invalid name makes Discord refuse the whole menu: such a one stays English. */
function localName(names: Partial<InLanguages> = {}): { readonly name_localizations?: Localised } {
  const valid = (name: string | undefined): name is string =>
    name !== undefined && validName.test(name) && name === name.toLowerCase();
  const simplified = names['zh-Hans'];
  const traditional = names['zh-Hant'];
  const found: Localised = {
    ...(valid(simplified) ? { 'zh-CN': simplified } : {}),
    ...(valid(traditional) ? { 'zh-TW': traditional } : {}),
  };
  return Object.keys(found).length > 0 ? { name_localizations: found } : {};
}

function localised(words: InLanguages, characters: number): Localised {
  return { 'zh-CN': shorten(words['zh-Hans'], characters), 'zh-TW': shorten(words['zh-Hant'], characters) };
}

function description(words: string): string {
  return shorten(words, limits.descriptionCharacters);
}

const compared = [
  'type',
  'name',
  'name_localizations',
  'description',
  'description_localizations',
  'required',
  'autocomplete',
  'options',
  'choices',
  'value',
  'integration_types',
  'contexts',
  'zh-CN',
  'zh-TW',
];

/** Known fields in a fixed order, without those that say nothing. */
function comparable(value: unknown, field: string): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => comparable(item, ''));
    return field === 'integration_types' || field === 'contexts' ? items.sort() : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  const fields = new Map<string, unknown>(Object.entries(value));
  const kept = compared.map((name) => [name, comparable(fields.get(name), name)] as const);
  return kept.filter(([, inner]) => !isNothing(inner));
}

function isNothing(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    value === false ||
    value === '' ||
    (Array.isArray(value) && value.length === 0)
  );
}
