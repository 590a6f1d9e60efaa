// The commands that exist.
/** The commands that exist, in the order of the menus. A tool that a topic offers gets a button when its name is here. */
export const commandNames = [
  'start',
  'help',
  'topics',
  'ask',
  'remind',
  'reminders',
  'calendar',
  'cost',
  'plan',
  'check',
  'log',
  'timeline',
  'deadline',
  'language',
  'place',
  'about',
  'privacy',
  'mydata',
  'forget',
  'why',
  'wrong',
] as const;

export type CommandName = (typeof commandNames)[number];

export function isCommand(name: string): name is CommandName {
  return (commandNames as readonly string[]).includes(name);
}
