import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { remindersContract } from '../contracts/reminders.ts';
import { startPostgres } from '../servers/postgres.ts';

remindersContract({
  name: 'a SQLite file',
  async start() {
    const folder = mkdtempSync(join(tmpdir(), 'debt-guidance-sqlite-'));
    let count = 0;
    return {
      url: async () => {
        count += 1;
        return `sqlite:${join(folder, `data-${count}`, 'bot.db')}`;
      },
      stop: async () => rmSync(folder, { recursive: true, force: true }),
    };
  },
});

remindersContract({
  name: 'a Postgres server',
  async start() {
    const server = await startPostgres();
    return { url: () => server.database(), stop: () => server.stop() };
  },
});
