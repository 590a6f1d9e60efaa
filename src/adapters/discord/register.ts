import { REST, Routes } from 'discord.js';
import type { MenuEntry } from '../../core/menu.ts';
import type { Translate } from '../../core/translator.ts';
import { type Fault, makeApi, restOptions } from './api.ts';
import { plainError, wrongToken } from './discord.ts';
import { sameCommands, slashCommands } from './menu.ts';

/**
 * Puts the menu, only when it differs from what Discord has.
 * @param apiRoot without the version: "https://discord.com/api"
 * @throws Error of one line, without a stack, that says what to do
 */
export async function registerDiscord(options: {
  readonly token: string;
  readonly applicationId: string;
  readonly apiRoot: string;
  readonly menu: readonly MenuEntry[];
  readonly translate: Translate;
}): Promise<'registered' | 'unchanged'> {
  const rest = new REST({ ...restOptions(options.apiRoot), hashSweepInterval: 0, handlerSweepInterval: 0 });
  const api = makeApi(rest, options.token);
  const route = Routes.applicationCommands(options.applicationId);
  const wanted = slashCommands(options.menu, options.translate);
  const present = await api('GET', route, { query: { with_localizations: 'true' } });
  if (!present.ok) throw plainError(sentence(present.fault));
  if (sameCommands(wanted, present.data)) return 'unchanged';
  const put = await api('PUT', route, { body: wanted });
  if (!put.ok) throw plainError(sentence(put.fault));
  return 'registered';
}

function sentence(fault: Fault): string {
  if (fault.kind !== 'refused') return `Discord is not reached (${fault.reason}). Nothing was registered.`;
  if (fault.status === 401) return wrongToken;
  if (fault.status === 403 || fault.status === 404) {
    return 'DISCORD_APPLICATION_ID is not the application of DISCORD_BOT_TOKEN: copy both from the developer portal.';
  }
  return `Discord refuses the menu (${fault.reason}). Nothing was registered.`;
}
