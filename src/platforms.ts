// The adapters of the platforms that have a token in the configuration, and what they open.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Adapter } from './adapters/adapter.ts';
import type { Config } from './config.ts';
import { menuOf } from './core/commands/index.ts';
import type { Services } from './core/services.ts';
import { suggestFor } from './core/suggest.ts';

/** Opens private chats on the platform where each belongs. */
export function chatOpener(adapters: () => readonly Adapter[]): NonNullable<Services['openChat']> {
  return async (owner, greeting) => {
    const adapter = adapters().find(({ name }) => name === owner.platform);
    return (await adapter?.prepare?.(owner, greeting)) ?? { kind: 'open', chat: owner.chat };
  };
}

/** The client libraries are loaded only for a platform that is used: discord.js alone takes half a second. */
export async function createPlatforms(config: Config, services: Services): Promise<readonly Adapter[]> {
  const { translate, log } = services;
  const adapters: Adapter[] = [];
  if (config.TELEGRAM_BOT_TOKEN !== undefined) {
    const { createTelegramAdapter } = await import('./adapters/telegram/telegram.ts');
    adapters.push(
      createTelegramAdapter({
        token: config.TELEGRAM_BOT_TOKEN,
        apiRoot: config.TELEGRAM_API_ROOT,
        library: config.TELEGRAM_LIBRARY,
        translate,
        menu: menuOf(translate, services.knowledge(), (text) => services.script.traditional(text, 'taiwan')),
        log,
        now: () => performance.now(),
        sleep: (ms) => sleep(ms),
      }),
    );
  }
  if (config.DISCORD_BOT_TOKEN !== undefined && config.DISCORD_APPLICATION_ID !== undefined) {
    const { createDiscordAdapter } = await import('./adapters/discord/discord.ts');
    adapters.push(
      createDiscordAdapter({
        token: config.DISCORD_BOT_TOKEN,
        applicationId: config.DISCORD_APPLICATION_ID,
        apiRoot: config.DISCORD_API_ROOT,
        translate,
        suggest: (command, typed, language) => suggestFor(command, typed, language, services),
        log,
        sleep: (ms) => sleep(ms),
      }),
    );
  }
  return adapters;
}
