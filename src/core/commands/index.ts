// All commands, and the menu that the platforms show of them.
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Pair } from '../language.ts';
import { inLanguages, type MenuChoices, type MenuEntry } from '../menu.ts';
import type { Translate } from '../translator.ts';
import { about } from './about.ts';
import { ask } from './ask.ts';
import { calendar } from './calendar.ts';
import { check } from './check.ts';
import type { Command } from './command.ts';
import { cost } from './cost.ts';
import { deadline } from './deadline.ts';
import { forget } from './forget.ts';
import { help } from './help.ts';
import { language } from './language.ts';
import { log } from './log.ts';
import { mydata } from './mydata.ts';
import { type CommandName, commandNames } from './names.ts';
import { place } from './place.ts';
import { plan } from './plan.ts';
import { privacy } from './privacy.ts';
import { remind } from './remind.ts';
import { reminders } from './reminders.ts';
import { start } from './start.ts';
import { timeline } from './timeline.ts';
import { topics } from './topics.ts';
import { why } from './why.ts';
import { wrong } from './wrong.ts';

export const commands: Readonly<Record<CommandName, Command>> = {
  start,
  help,
  topics,
  ask,
  remind,
  reminders,
  calendar,
  cost,
  plan,
  check,
  log,
  timeline,
  deadline,
  language,
  place,
  about,
  privacy,
  mydata,
  forget,
  why,
  wrong,
};

/**
 * The menu in all languages.
 * @param traditional turns Simplified into Traditional Chinese
 */
export function menuOf(
  translate: Translate,
  knowledge: Knowledge,
  traditional: (text: string) => string,
): readonly MenuEntry[] {
  const choice = ({ id, label }: { id: string; label: Pair }) => ({
    value: id,
    label: { en: label.en, 'zh-Hans': label.zh, 'zh-Hant': traditional(label.zh) },
  });
  const choices: MenuChoices = {
    groups: knowledge.groups.map(choice),
    places: [...knowledge.places.values()].map(choice),
  };
  return commandNames.map((name) => {
    const option = commands[name].option?.(translate, choices);
    const onMessages = commands[name].onMessages?.(translate);
    const description = inLanguages(translate, `command-${name}`);
    return { name, description, ...(option ? { option } : {}), ...(onMessages ? { onMessages } : {}) };
  });
}
