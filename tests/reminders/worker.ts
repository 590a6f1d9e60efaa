// A process of its own that delivers reminders until it is killed; the parent says what time it is and how fast it goes.
import { flushCompileCache } from 'node:module';
import type { Adapter } from '../../src/adapters/adapter.ts';
import { createDelivering } from '../../src/reminders/tick.ts';
import { openStore } from '../../src/storage/store.ts';
import { deliveringServices, quietLog, translate } from './services.ts';

export type WorkerOrders = {
  readonly url: string;
  readonly key: string;
  readonly platform: 'telegram' | 'discord';
  readonly root: string;
  readonly token: string;
  readonly applicationId?: string;
  /** Only of Telegram. */
  readonly library?: 'grammy' | 'telegraf';
  /** The calendar stood at `from` (ISO) when the machine's clock showed `since` (ms), and runs `speed` times as fast. */
  readonly from: string;
  readonly since: number;
  readonly speed: number;
  /** Messages a second of the machine. */
  readonly rate: number;
};

const orders = JSON.parse(process.argv[2] ?? '{}') as WorkerOrders;
const { speed } = orders;
const from = Temporal.Instant.from(orders.from).epochMilliseconds;
const now = () => Temporal.Instant.fromEpochMilliseconds(Math.floor(from + (Date.now() - orders.since) * speed));
const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms / speed));
const store = await openStore({ DATABASE_URL: orders.url, DATA_KEY: orders.key, DATA_KEY_FILE: '/nowhere' }, now);
const lines: string[] = [];
const log = quietLog(lines);
const adapter = await makeAdapter();
await adapter.start(async () => undefined);
const delivering = createDelivering({
  outbox: store.outbox,
  services: deliveringServices(store, now, log),
  adapters: () => [adapter],
  sleep,
  clock: () => performance.now() * speed,
  every(ms, act) {
    const timer = setInterval(act, ms / speed);
    return () => clearInterval(timer);
  },
  perSecond: { [orders.platform]: orders.rate / speed },
});
process.on('SIGTERM', async () => {
  await delivering.stop();
  await adapter.stop();
  await store.close();
  process.exit(0);
});
// A process that is killed writes no cache at its end.
flushCompileCache();
console.log('ready');
// As main.ts has it: a tick at the start and every minute, a look for what was left behind every five seconds.
for (let round = 0; ; round += 1) {
  await (round % 12 === 0 ? delivering.tick() : delivering.rescue());
  for (const line of lines.splice(0)) if (!line.startsWith('info')) console.log(line);
  await sleep(5_000);
}

async function makeAdapter(): Promise<Adapter> {
  const clocks = { now: () => performance.now() * speed, sleep, log, translate };
  if (orders.platform === 'discord') {
    const { createDiscordAdapter } = await import('../../src/adapters/discord/discord.ts');
    const applicationId = orders.applicationId ?? '';
    return createDiscordAdapter({
      ...clocks,
      token: orders.token,
      apiRoot: orders.root,
      applicationId,
      suggest: () => [],
    });
  }
  const { library = 'grammy' } = orders;
  const { createTelegramAdapter } = await import('../../src/adapters/telegram/telegram.ts');
  return createTelegramAdapter({ ...clocks, token: orders.token, apiRoot: orders.root, library, menu: [] });
}
