import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createDelivering } from '../../src/reminders/tick.ts';
import { openStore, type Store } from '../../src/storage/store.ts';
import { adapterFor } from '../adapters/telegram/harness.ts';
import { startTelegramServer } from '../servers/telegram.ts';
import { cardCalled, deliveringServices, quietLog } from './services.ts';

/** The calendar, the budgets and the limits of the server all run so many times as fast. */
const speed = 8;
const count = 300;
const key = randomBytes(32).toString('base64');
let folder: string;
let stores: Store[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'debt-guidance-many-'));
  stores = [];
});
afterEach(async () => {
  await Promise.all(stores.map((store) => store.close()));
  rmSync(folder, { recursive: true, force: true });
});
const settings = () => ({
  DATABASE_URL: `sqlite:${join(folder, 'data', 'bot.db')}`,
  DATA_KEY: key,
  DATA_KEY_FILE: '/nowhere',
});

it('keeps the budget when many are due at one instant: hardly any is refused, none lost, none twice', async () => {
  const server = await startTelegramServer({ limit: { messages: 32, ms: 1000 / speed } });
  const begin = Temporal.Instant.from('2026-11-21T00:00:00Z');
  const due = Temporal.Instant.from('2026-11-22T01:00:00Z');
  let since: number | undefined;
  const now = () =>
    since === undefined ? begin : due.add({ milliseconds: Math.floor((performance.now() - since) * speed) });
  const store = await openStore(settings(), now);
  stores.push(store);
  const readers = Array.from({ length: count }, () => server.person());
  for (const { id } of readers) {
    await store.reminders.add({ platform: 'telegram', person: String(id), chat: String(id) }, cardCalled('Blue'));
  }
  const fast = {
    now: () => performance.now() * speed,
    sleep: (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms / speed)),
  };
  const { adapter } = adapterFor(server, 'grammy', fast);
  await adapter.start(async () => undefined);
  const delivering = createDelivering({
    outbox: store.outbox,
    services: deliveringServices(store, now, quietLog([])),
    adapters: () => [adapter],
    sleep: fast.sleep,
    clock: fast.now,
  });
  since = performance.now();
  expect(await delivering.tick()).toMatchObject({ delivered: count, later: 0, unknown: 0 });
  const ledger = await store.database.db.selectFrom('ledger').select(['at', 'planned_at']).execute();
  const late = ledger
    .map(({ at, planned_at }) => Temporal.Instant.from(planned_at).until(at).total('seconds'))
    .sort((left, right) => left - right);
  // 300 at 25 a second take 12 s; the rest is the machine's own time, eight times as long on this clock.
  expect(late.at(-1)).toBeGreaterThan(10);
  expect(late.at(-1)).toBeLessThan(240);
  expect(readers.map((reader) => reader.messages().length)).toEqual(readers.map(() => 1));
  // A machine that is busy elsewhere sends what waited all at once; those are asked to wait, and come.
  expect(server.refused()).toBeLessThan(count / 20);
  await adapter.stop();
  await server.close();
}, 60_000);

it('leaves the deliveries of a SQLite file to one process, says so, and takes over when that one was killed', async () => {
  const now = () => Temporal.Now.instant();
  const store = await openStore(settings(), now);
  stores.push(store);
  const holding = fileURLToPath(new URL('./hold.ts', import.meta.url));
  const child = spawn(process.execPath, [holding, JSON.stringify(settings())], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said = await new Promise<string>((resolve) => child.stdout.once('data', (data) => resolve(String(data))));
  expect(said.trim()).toBe('true');
  const lines: string[] = [];
  const delivering = createDelivering({
    outbox: store.outbox,
    services: deliveringServices(store, now, quietLog(lines)),
    adapters: () => [],
    sleep: async () => undefined,
    clock: () => performance.now(),
  });
  await delivering.tick();
  await delivering.tick();
  expect(await store.outbox.hold()).toBe(false);
  expect(lines).toEqual([expect.stringMatching(/^warn .*another process delivers the reminders of this SQLite file/)]);
  const killed = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await killed;
  expect(await store.outbox.hold()).toBe(true);
  await store.outbox.release();
});
