import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PostgresServer, startPostgres } from '../servers/postgres.ts';
import { soak } from './soak.ts';

const clean = { lost: 0, shownThrice: 0, unexplained: 0 };

describe('processes that are killed while they deliver', () => {
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

  it('lose nothing with a SQLite file, and say of every repeat that it may be one', async () => {
    const result = await soak({
      url: file('a'),
      platform: 'telegram',
      kills: 8,
      workers: 1,
      reminders: 200,
      rate: 100,
    });
    expect(result).toMatchObject({ ...clean, kills: 8 });
  }, 120_000);

  it('lose nothing with Postgres, and say of every repeat that it may be one', async () => {
    const url = await postgres.database();
    const result = await soak({ url, platform: 'telegram', kills: 8, workers: 1, reminders: 200, rate: 100 });
    expect(result).toMatchObject({ ...clean, kills: 8 });
  }, 120_000);

  it('repeat nothing on Discord, which knows a message by its name', async () => {
    const result = await soak({ url: file('b'), platform: 'discord', kills: 4, workers: 1, reminders: 150, rate: 100 });
    expect(result).toMatchObject({ ...clean, repeated: 0, kills: 4 });
  }, 120_000);

  it.each([2, 4])(
    'share the work on Postgres, %i of them, and say nothing twice',
    async (workers) => {
      const url = await postgres.database();
      const result = await soak({ url, platform: 'telegram', kills: 0, workers, reminders: 400, rate: 100 });
      expect(result).toMatchObject({ ...clean, repeated: 0, told: 0 });
    },
    120_000,
  );
});
