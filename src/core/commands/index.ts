// All commands, and the menu that the platforms show of them.
import { type Language, languages } from '../language.ts';
import type { InLanguages, MenuEntry } from '../menu.ts';
import type { Translate } from '../translator.ts';
import { about } from './about.ts';
import { ask } from './ask.ts';
import type { Command } from './command.ts';
import { help } from './help.ts';
import { language } from './language.ts';
import { type CommandName, commandNames } from './names.ts';
import { place } from './place.ts';
import { privacy } from './privacy.ts';
import { start } from './start.ts';
import { topics } from './topics.ts';

export const commands: Readonly<Record<CommandName, Command>> = {
  start,
  help,
  topics,
  ask,
  language,
  place,
  about,
  privacy,
};

export function menuOf(translate: Translate): readonly MenuEntry[] {
  return commandNames.map((name) => {
    const option = commands[name].option?.(translate);
    return { name, description: inLanguages(translate, `command-${name}`), ...(option ? { option } : {}) };
  });
}

/** One message of the locales in every language. */
export function inLanguages(translate: Translate, key: string): InLanguages {
  return Object.fromEntries(languages.map((each) => [each, translate(each, key)])) as Record<Language, string>;
}
