import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore, type Store } from '../../src/storage/store.ts';

type Engine = { readonly name: string; start(): Promise<{ url(): Promise<string>; stop(): Promise<void> }> };

/** What every engine must do. Real ones only: a SQLite file, a Postgres server. */
export function storeContract(engine: Engine): void {
  describe(`the store on ${engine.name}`, () => {
    let server: Awaited<ReturnType<Engine['start']>>;
    const open: Store[] = [];
    let clock = Temporal.Instant.from('2026-11-22T08:00:00Z');
    const now = () => clock;
    const key = randomBytes(32).toString('base64');
    const start = async (url: string, dataKey = key) => {
      const store = await openStore({ DATABASE_URL: url, DATA_KEY: dataKey, DATA_KEY_FILE: '/nowhere' }, now);
      open.push(store);
      return store;
    };

    beforeAll(async () => {
      server = await engine.start();
    });
    afterAll(async () => {
      await Promise.all(open.map((store) => store.close()));
      await server.stop();
    });

    it('gives back what was kept, also after a restart', async () => {
      const url = await server.url();
      const first = await start(url);
      await first.preferences.set('telegram:1', { language: 'zh-Hant', place: 'taiwan' });
      await first.preferences.set('telegram:1', { language: 'en' });
      await first.close();
      open.splice(open.indexOf(first), 1);
      const second = await start(url);
      expect(await second.preferences.get('telegram:1')).toEqual({ language: 'en' });
      expect(await second.preferences.get('telegram:2')).toBeUndefined();
      await second.preferences.delete('telegram:1');
      expect(await second.preferences.get('telegram:1')).toBeUndefined();
    });

    it('keeps neither names nor values readable', async () => {
      const store = await start(await server.url());
      await store.conversations.set('telegram:4711:4711', { topic: 'jail-or-crime' });
      await store.seen.set('telegram:99887766', 'done');
      const { rows } = await sql<Record<string, unknown>>`select * from entry`.execute(store.database.db);
      const dump = JSON.stringify(rows);
      expect(rows.length).toBeGreaterThanOrEqual(3);
      for (const secret of ['4711', '99887766', 'jail', 'done', 'telegram']) expect(dump).not.toContain(secret);
    });

    it('keeps letters to the operator sealed, oldest first, until they are done with or old', async () => {
      const store = await start(await server.url());
      await store.letterbox.add({ kind: 'unanswered', words: 'zweite Frage', language: 'en', day: '2026-11-22' });
      await store.letterbox.add({
        kind: 'wrong',
        words: 'stimmt nicht',
        language: 'en',
        topic: 'complain',
        day: '2026-11-21',
      });
      await store.letterbox.add({ kind: 'wrong', words: 'zu alt', language: 'zh-Hant', day: '2026-01-02' });
      const { rows } = await sql<Record<string, unknown>>`select * from letter`.execute(store.database.db);
      expect(JSON.stringify(rows)).not.toMatch(/Frage|stimmt|complain|wrong|zh-Hant/);
      clock = Temporal.Instant.from('2026-11-22T08:00:00Z');
      expect(await store.sweep()).toBeGreaterThanOrEqual(1);
      const kept = await store.letterbox.list();
      expect(kept).toMatchObject([
        { kind: 'wrong', words: 'stimmt nicht', topic: 'complain', day: '2026-11-21' },
        { kind: 'unanswered', words: 'zweite Frage', day: '2026-11-22' },
      ]);
      expect(await store.letterbox.remove(kept.map((letter) => letter.id))).toBe(2);
      expect(await store.letterbox.list()).toEqual([]);
    });

    it('refuses a value that was moved to another person', async () => {
      const store = await start(await server.url());
      await store.preferences.set('telegram:1', { language: 'en' });
      await store.preferences.set('telegram:2', { language: 'zh-Hant' });
      const rows = await store.database.db.selectFrom('entry').selectAll().where('space', '=', 'preferences').execute();
      const [left, right] = rows;
      await store.database.db
        .updateTable('entry')
        .set({ sealed: left?.sealed ?? '' })
        .where('name', '=', right?.name ?? '')
        .execute();
      const seen = [await store.preferences.get('telegram:1'), await store.preferences.get('telegram:2')];
      expect(seen.filter((value) => value === undefined)).toHaveLength(1);
    });

    it('forgets what has expired, and sweeps it', async () => {
      const store = await start(await server.url());
      clock = Temporal.Now.instant();
      await store.seen.set('telegram:1', 'done');
      expect(await store.seen.get('telegram:1')).toBe('done');
      clock = clock.add({ hours: 24 * 4 });
      expect(await store.seen.get('telegram:1')).toBeUndefined();
      expect(await store.sweep()).toBe(1);
    });

    it('says so when the key is another one than the database was filled with', async () => {
      const url = await server.url();
      await start(url);
      await expect(start(url, randomBytes(32).toString('base64'))).rejects.toThrow(/DATA_KEY: this key does not fit/);
    });

    it('migrates once when several processes start together', async () => {
      const url = await server.url();
      const child = fileURLToPath(new URL('../storage/open-store.ts', import.meta.url));
      const run = promisify(execFile);
      const children = Array.from({ length: 4 }, () => run(process.execPath, [child, url, key]));
      for (const { stdout } of await Promise.all(children)) expect(stdout.trim()).toBe('open');
      const store = await start(url);
      const rows = await store.database.db.selectFrom('migration').select('name').execute();
      expect(rows.length).toBeGreaterThan(0);
    });

    it('refuses a database that is ahead of the code', async () => {
      const url = await server.url();
      const store = await start(url);
      await store.database.db
        .insertInto('migration')
        .values({ name: '9999-later.sql', applied_at: '2030-01-01' })
        .execute();
      await expect(start(url)).rejects.toThrow(/ahead of this code \(9999-later\.sql\)/);
    });

    it('takes a thousand values at once without losing one', async () => {
      const store = await start(await server.url());
      const ids = Array.from({ length: 1000 }, (_, index) => `telegram:${index}`);
      await Promise.all(
        ids.map((id, index) => store.preferences.set(id, { place: index % 2 === 0 ? 'taiwan' : 'singapore' })),
      );
      const kept = await Promise.all(ids.map((id) => store.preferences.get(id)));
      expect(kept.filter((value, index) => value?.place === (index % 2 === 0 ? 'taiwan' : 'singapore'))).toHaveLength(
        1000,
      );
    });
  });
}
