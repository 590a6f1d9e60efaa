// The menu of commands that Telegram shows: checked, compared, and set only when it differs.
import type { MenuEntry } from '../../core/menu.ts';
import { createTransport, type Library } from './libraries.ts';
import { commandName, maximumCommandDescription, maximumCommands } from './limits.ts';
import { described } from './sender.ts';
import { type Answer, meaningOf, type TransportOptions, wrongToken } from './transport.ts';

type Command = { readonly command: string; readonly description: string };

type Calls = (method: string, parameters: Readonly<Record<string, unknown>>) => Promise<Answer>;

/** Telegram knows two letters: everybody gets English, clients in any Chinese get Simplified. */
const audiences = [
  { parameters: {}, language: 'en' },
  { parameters: { language_code: 'zh' }, language: 'zh-Hans' },
] as const;

/**
 * Sets the menus that differ from what Telegram has, without starting the bot.
 * @throws Error with all faults of the menu, or with Telegram's refusal; one sentence each
 */
export async function registerTelegram(
  options: TransportOptions & { readonly library: Library; readonly menu: readonly MenuEntry[] },
): Promise<'changed' | 'unchanged'> {
  return setMenus(createTransport(options).call, options.menu);
}

/** The same over calls that exist already. */
export async function setMenus(call: Calls, menu: readonly MenuEntry[]): Promise<'changed' | 'unchanged'> {
  const faults = menuFaults(menu);
  if (faults.length > 0) throw new Error(faults.join('\n'));
  let changed = false;
  for (const { parameters, language } of audiences) {
    const commands = menu.map(({ name, description }) => ({ command: name, description: description[language] }));
    const present = resultOf(await call('getMyCommands', parameters));
    if (isSame(present, commands)) continue;
    resultOf(await call('setMyCommands', { ...parameters, commands }));
    changed = true;
  }
  return changed ? 'changed' : 'unchanged';
}

/** Telegram refuses the whole menu for one bad entry and does not say which. */
export function menuFaults(menu: readonly MenuEntry[]): readonly string[] {
  const faults = menu.flatMap(({ name, description }) => [
    ...(commandName.test(name) ? [] : [`The command ${name} is not 1 to 32 of a–z, 0–9 and _.`]),
    ...audiences.flatMap(({ language }) => {
      const { length } = description[language];
      const fits = length >= 1 && length <= maximumCommandDescription;
      return fits
        ? []
        : [`The description of ${name} in ${language} is not 1 to ${maximumCommandDescription} characters.`];
    }),
  ]);
  if (menu.length > maximumCommands) faults.push(`The menu has more than ${maximumCommands} commands.`);
  return faults;
}

function isSame(present: unknown, commands: readonly Command[]): boolean {
  if (!Array.isArray(present) || present.length !== commands.length) return false;
  return commands.every(({ command, description }, index) => {
    const entry: unknown = present[index];
    return (
      typeof entry === 'object' &&
      entry !== null &&
      'command' in entry &&
      entry.command === command &&
      'description' in entry &&
      entry.description === description
    );
  });
}

function resultOf(answer: Answer): unknown {
  if (answer.ok) return answer.result;
  if (meaningOf(answer.fault).kind === 'token') throw wrongToken();
  throw new Error(`Telegram did not take the menu: ${described(answer.fault)}`);
}
