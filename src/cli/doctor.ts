import { type Config, readConfig } from '../config.ts';
import { inspectKnowledge } from '../knowledge/load.ts';
import { openStore } from '../storage/store.ts';
import { staleClaims } from './knowledge.ts';

type Finding = { readonly good: boolean; readonly text: string };

/** Looks at everything the bot needs and says what to do about what is missing. Exits 1 when something is. */
export async function runDoctor(): Promise<number> {
  const findings: Finding[] = [checkNode()];
  const result = readConfig();
  if (result.ok) {
    findings.push({ good: true, text: 'settings: all in order' });
    findings.push(
      ...(await Promise.all([checkStore(result.config), checkTelegram(result.config), checkDiscord(result.config)])),
    );
  } else {
    findings.push(...result.faults.map((text) => ({ good: false, text })));
  }
  findings.push(...checkKnowledge());
  for (const { good, text } of findings) console.log(`${good ? 'ok  ' : 'MEND'} ${text}`);
  return findings.every((finding) => finding.good) ? 0 : 1;
}

function checkNode(): Finding {
  const major = Number(process.versions.node.split('.')[0]);
  return major >= 26
    ? { good: true, text: `Node ${process.versions.node}` }
    : { good: false, text: `Node ${process.versions.node}: version 26 is needed. Run through npm, which brings it.` };
}

function checkKnowledge(): readonly Finding[] {
  const { knowledge, faults } = inspectKnowledge();
  if (!knowledge) return [{ good: false, text: `knowledge: ${faults.length} faults. Run: npm run knowledge` }];
  const stale = staleClaims(knowledge, Temporal.Now.plainDateISO('Asia/Shanghai').toString());
  return [
    { good: true, text: `knowledge: ${knowledge.topics.size} topics` },
    ...stale.map((text) => ({ good: false, text })),
  ];
}

async function checkStore(config: Config): Promise<Finding> {
  try {
    const store = await openStore(config, () => Temporal.Now.instant());
    const { engine } = store.database;
    await store.close();
    return {
      good: true,
      text: `database: ${engine}, key from ${store.keyOrigin === 'DATA_KEY' ? 'DATA_KEY' : config.DATA_KEY_FILE}`,
    };
  } catch (error) {
    return {
      good: false,
      text: error instanceof Error ? error.message : 'the database does not open. Check DATABASE_URL.',
    };
  }
}

async function checkTelegram(config: Config): Promise<Finding> {
  if (config.TELEGRAM_BOT_TOKEN === undefined) return { good: true, text: 'Telegram: not configured' };
  const answer = await ask(`${config.TELEGRAM_API_ROOT}/bot${config.TELEGRAM_BOT_TOKEN}/getMe`, {});
  return answered('Telegram', 'TELEGRAM_BOT_TOKEN', 'TELEGRAM_API_ROOT', answer);
}

async function checkDiscord(config: Config): Promise<Finding> {
  if (config.DISCORD_BOT_TOKEN === undefined) return { good: true, text: 'Discord: not configured' };
  const answer = await ask(`${config.DISCORD_API_ROOT}/v10/users/@me`, {
    authorization: `Bot ${config.DISCORD_BOT_TOKEN}`,
  });
  return answered('Discord', 'DISCORD_BOT_TOKEN', 'DISCORD_API_ROOT', answer);
}

/** The status of an answer; undefined when there was none. The error itself may hold the token and is dropped. */
async function ask(url: string, headers: Record<string, string>): Promise<number | undefined> {
  try {
    return (await fetch(url, { headers, signal: AbortSignal.timeout(5_000) })).status;
  } catch {
    return undefined;
  }
}

function answered(platform: string, token: string, root: string, status: number | undefined): Finding {
  if (status === 200) return { good: true, text: `${platform}: the token is accepted` };
  if (status === undefined) return { good: false, text: `${platform}: no answer. Check the network and ${root}.` };
  if (status === 401 || status === 404)
    return { good: false, text: `${platform}: the token is not accepted. Copy ${token} again.` };
  return { good: false, text: `${platform}: answered ${status}. Try again later.` };
}
