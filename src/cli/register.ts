import { readConfig } from '../config.ts';
import { menuOf } from '../core/commands/index.ts';
import { loadKnowledge } from '../knowledge/load.ts';
import { loadLocales } from '../locales.ts';
import { createScript } from '../script.ts';

/** Sets the command menus of the configured platforms, in all languages, where they differ from what is set. */
export async function runRegister(): Promise<number> {
  const result = readConfig();
  if (!result.ok) {
    for (const fault of result.faults) console.error(fault);
    return 1;
  }
  const { config } = result;
  const script = createScript();
  const traditional = (text: string) => script.traditional(text, 'taiwan');
  const translate = loadLocales(traditional);
  const menu = menuOf(translate, loadKnowledge(), traditional);
  let failed = false;
  const attempt = async (platform: string, work: () => Promise<string>) => {
    try {
      console.log(`${platform}: ${await work()}`);
    } catch (error) {
      failed = true;
      console.error(`${platform}: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  const { TELEGRAM_BOT_TOKEN: telegram, DISCORD_BOT_TOKEN: discord, DISCORD_APPLICATION_ID: applicationId } = config;
  if (telegram !== undefined) {
    const { registerTelegram } = await import('../adapters/telegram/register.ts');
    const { TELEGRAM_API_ROOT: apiRoot, TELEGRAM_LIBRARY: library } = config;
    await attempt('Telegram', () => registerTelegram({ token: telegram, apiRoot, library, menu }));
  }
  if (discord !== undefined && applicationId !== undefined) {
    const { registerDiscord } = await import('../adapters/discord/register.ts');
    await attempt('Discord', () =>
      registerDiscord({ token: discord, applicationId, apiRoot: config.DISCORD_API_ROOT, menu, translate }),
    );
  }
  if (telegram === undefined && discord === undefined) {
    console.error('No platform has a token. Set TELEGRAM_BOT_TOKEN or DISCORD_BOT_TOKEN in .env.');
    return 1;
  }
  return failed ? 1 : 0;
}
