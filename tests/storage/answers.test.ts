import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore, type Store } from '../../src/storage/store.ts';

const folder = mkdtempSync(join(tmpdir(), 'debt-guidance-answers-'));
const settings = { DATABASE_URL: `sqlite:${join(folder, 'data', 'bot.db')}`, DATA_KEY_FILE: join(folder, 'data.key') };
let now = Temporal.Instant.from('2026-11-22T04:00:00Z');
let store: Store;

beforeAll(async () => {
  store = await openStore(settings, () => now);
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('answers to the questions of a flow', () => {
  it('are there after five days, gone after eight, unless the person said to keep them', async () => {
    const answers = { plan: { income: '800000', 'debt-1': '招行卡' } };
    await store.progress.set('telegram:1:1', answers);
    await store.kept.set('telegram:1', answers);
    now = now.add({ hours: 5 * 24 });
    expect(await store.progress.get('telegram:1:1')).toEqual(answers);
    now = now.add({ hours: 3 * 24 });
    expect(await store.progress.get('telegram:1:1')).toBeUndefined();
    now = now.add({ hours: 400 * 24 });
    await store.sweep();
    expect(await store.kept.get('telegram:1')).toEqual(answers);
  });

  it('are sealed: the database shows neither a name nor an amount', async () => {
    await store.kept.set('telegram:2', { plan: { income: '765432', 'debt-1': '王阿姨的钱' } });
    const rows = await store.database.db.selectFrom('entry').selectAll().execute();
    const written = JSON.stringify(rows, (_, value) =>
      value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(written).not.toMatch(/765432|王阿姨|telegram/);
    expect(written).not.toContain(Buffer.from('王阿姨').toString('latin1'));
  });
});
