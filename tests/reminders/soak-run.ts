// npm run soak: real processes, killed at random moments, on both engines; prints what was lost, repeated and late.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../servers/postgres.ts';
import { type SoakOrders, soak } from './soak.ts';

const kills = Number(process.argv[2] ?? 50);
const folder = mkdtempSync(join(tmpdir(), 'debt-guidance-soak-'));
const postgres = await startPostgres();
const file = (name: string) => `sqlite:${join(folder, name, 'bot.db')}`;
const base = { kills, workers: 1, reminders: kills * 25, rate: 50 };
// At the pace of the clock, the most lateness is what a crash costs.
const crash = { kills: 1, workers: 2, reminders: 200, rate: 20, speed: 1, alone: true } as const;
const share = { platform: 'telegram', kills: 0, reminders: 1_000, rate: 50, speed: 10 } as const;
const runs: readonly (SoakOrders & { readonly name: string })[] = [
  { ...base, name: 'Telegram, SQLite', url: file('a'), platform: 'telegram' },
  { ...base, name: 'Telegram, Postgres', url: await postgres.database(), platform: 'telegram' },
  {
    ...base,
    name: 'Telegram, Postgres, two workers',
    url: await postgres.database(),
    platform: 'telegram',
    workers: 2,
  },
  { ...base, name: 'Telegram over telegraf, SQLite', url: file('c'), platform: 'telegram', library: 'telegraf' },
  { ...base, name: 'Discord, SQLite', url: file('b'), platform: 'discord' },
  { ...share, name: 'Telegram, Postgres, two workers, no kill', url: await postgres.database(), workers: 2 },
  { ...share, name: 'Telegram, Postgres, four workers, no kill', url: await postgres.database(), workers: 4 },
  { ...crash, name: 'Telegram, Postgres, one of two killed', url: await postgres.database(), platform: 'telegram' },
];
let failed = false;
for (const { name, ...orders } of runs) {
  const begin = performance.now();
  const result = await soak(orders);
  const seconds = Math.round((performance.now() - begin) / 1000);
  console.log(`${name} (${seconds} s, ${orders.reminders} reminders): ${JSON.stringify(result)}`);
  failed ||= orders.kills === 0 && result.repeated > 0;
  failed ||= result.lost > 0 || result.shownThrice > 0 || result.unexplained > 0;
}
await postgres.stop();
rmSync(folder, { recursive: true, force: true });
process.exitCode = failed ? 1 : 0;
