import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PostgresServer, startPostgres } from '../servers/postgres.ts';
import { soak } from './soak.ts';

const clean = { lost: 0, shownThrice: 0, unexplained: 0 };

/** Few kills, so that every run of the tests has some; `npm run soak` has many. */
describe.concurrent('processes that are killed while they deliver', () => {
  let folder: string;
  let postgres: PostgresServer;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'debt-guidance-soak-'));
    postgres = await startPostgres();
  });
  afterAll(async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  const file = (name: string) => `sqlite:${join(folder, name, 'bot.db')}`;
  // Ten are under way at a time, and only what was under way twice is given up.
  const mostTold = (3 * 10) / 2;
  const few = { platform: 'telegram', workers: 1, kills: 3, reminders: 80, rate: 50 } as const;

  it('lose nothing with a SQLite file, and say of every repeat that it may be one', async () => {
    const result = await soak({ ...few, url: file('a') });
    expect(result).toMatchObject({ ...clean, kills: 3 });
    expect(result.told).toBeLessThanOrEqual(mostTold);
  }, 120_000);

  it('lose nothing with Postgres, two of them over telegraf, and say of every repeat that it may be one', async () => {
    const result = await soak({ ...few, url: await postgres.database(), library: 'telegraf', workers: 2 });
    expect(result).toMatchObject({ ...clean, kills: 3 });
    expect(result.told).toBeLessThanOrEqual(mostTold);
  }, 120_000);

  it('repeat nothing on Discord, which knows a message by its name', async () => {
    const result = await soak({ ...few, url: file('b'), platform: 'discord', kills: 2 });
    expect(result).toMatchObject({ ...clean, repeated: 0, told: 0, kills: 2 });
  }, 120_000);

  it('share the work on Postgres, four of them, and say nothing twice', async () => {
    const result = await soak({
      ...few,
      url: await postgres.database(),
      workers: 4,
      kills: 0,
      reminders: 200,
      speed: 10,
    });
    expect(result).toMatchObject({ ...clean, repeated: 0, told: 0 });
  }, 120_000);
});
