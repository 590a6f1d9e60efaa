// npm run bench:reminders: what reminders cost by the thousand and the million, and the same work done otherwise.
// Arguments: the sizes to store, "1000 100000 1000000" when absent. Each size is filled and measured by processes of their own.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PgBoss } from 'pg-boss';
import type { Adapter } from '../../src/adapters/adapter.ts';
import type { Platform } from '../../src/core/incoming.ts';
import { createDelivering } from '../../src/reminders/tick.ts';
import { asText, chatHash, newId, ownerHash, sealDraft } from '../../src/storage/reminder-rows.ts';
import { openStore, type Store } from '../../src/storage/store.ts';
import { cardCalled, deliveringServices, quietLog } from '../reminders/services.ts';
import { startPostgres } from '../servers/postgres.ts';

const self = fileURLToPath(import.meta.url);
const key = Buffer.alloc(32, 7).toString('base64');
const due = 10_000;
/** Everything that is due now was planned for this instant, everything else for the days after. */
const instant = Temporal.Instant.from('2026-11-22T01:00:00Z');
const draft = cardCalled('Blue card', { amount: '2350.80', language: 'zh-Hans' });
const platform: Platform = 'telegram';

const [mode = 'all', ...rest] = process.argv.slice(2);
if (mode === 'fill') await fill(rest[0] ?? '', Number(rest[1]));
else if (mode === 'measure') console.log(JSON.stringify(await measure(rest[0] ?? '')));
else if (mode === 'timers') console.log(JSON.stringify(await timers(Number(rest[0]))));
else await all([mode, ...rest].map(Number).filter((size) => size > 0));

async function all(sizes: readonly number[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'debt-guidance-bench-'));
  const postgres = await startPostgres();
  const wanted = sizes.length > 0 ? sizes : [1_000, 100_000, 1_000_000];
  for (const size of wanted) {
    const url = `sqlite:${join(folder, `${size}`, 'bot.db')}`;
    run('fill', url, String(size));
    const megabytes = Math.round(statSync(url.slice('sqlite:'.length)).size / 1e6);
    print(`SQLite, ${size} stored`, { ...run('measure', url), fileMB: megabytes });
    rmSync(join(folder, `${size}`), { recursive: true });
  }
  for (const size of wanted.filter((one) => one <= 100_000)) {
    const url = await postgres.database();
    run('fill', url, String(size));
    print(`Postgres, ${size} stored`, run('measure', url));
  }
  const size = Math.min(100_000, Math.max(...wanted));
  print(`pg-boss, ${size} stored`, await boss(await postgres.database(), size));
  for (const count of wanted) print(`a timer each, ${count}`, run('timers', String(count)));
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}

function run(...args: string[]): Record<string, unknown> {
  const out = execFileSync(process.execPath, ['--expose-gc', self, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return out.trim() === '' ? {} : (JSON.parse(out.trim()) as Record<string, unknown>);
}

function print(name: string, figures: object): void {
  console.log(`${name}: ${JSON.stringify(figures)}`);
}

function open(url: string, now = () => instant): Promise<Store> {
  return openStore({ DATABASE_URL: url, DATA_KEY: key, DATA_KEY_FILE: '/nowhere' }, now);
}

/** As many as asked for later days, written as sign-ups write them but a thousand at a time. */
async function fill(url: string, size: number): Promise<void> {
  const store = await open(url);
  await insert(store, size, 'later', (index) => instant.add({ hours: 1 + (index % 700) }));
  await store.close();
}

async function insert(
  store: Store,
  size: number,
  name: string,
  at: (index: number) => Temporal.Instant,
): Promise<void> {
  const { sealing, database } = store;
  for (let first = 0; first < size; first += 1_000) {
    const rows = Array.from({ length: Math.min(1_000, size - first) }, (_, offset) => {
      const id = newId();
      const person = `${name}${first + offset}`;
      const owner = { platform, person, chat: person };
      const planned = asText(at(first + offset));
      const common = { platform, chat: chatHash(sealing, owner) };
      return {
        reminder: {
          ...common,
          id,
          owner: ownerHash(sealing, owner),
          sealed: sealDraft(sealing, id, { draft, person, chat: person }),
          state: 'active',
          created_at: asText(instant),
          before_removal: null,
          ended_at: null,
        } as const,
        notice: {
          ...common,
          id,
          reminder: id,
          kind: 'lead',
          cycle: '2026-11-25',
          planned_at: planned,
          due_at: planned,
          state: 'open',
        } as const,
      };
    });
    await database.db.transaction().execute(async (trx) => {
      await trx
        .insertInto('reminder')
        .values(rows.map(({ reminder }) => reminder))
        .execute();
      await trx
        .insertInto('notice')
        .values(rows.map(({ notice }) => notice))
        .execute();
    });
  }
}

async function measure(url: string): Promise<object> {
  const store = await open(url);
  const paper: Adapter = {
    name: platform,
    start: async () => undefined,
    deliver: async () => ({ kind: 'delivered' }),
    stop: async () => undefined,
  };
  const delivering = createDelivering({
    outbox: store.outbox,
    services: deliveringServices(store, () => instant, quietLog([])),
    adapters: () => [paper],
    sleep: async () => undefined,
    clock: () => performance.now(),
    perSecond: { telegram: 1_000_000 },
  });
  await delivering.tick();
  const idle: number[] = [];
  for (let count = 0; count < 500; count += 1) idle.push(await timed(() => delivering.tick()));
  const memory = memoryMB();
  const signUps = await timed(async () => {
    for (let count = 0; count < 500; count += 1) {
      await store.reminders.add({ platform, person: `new${count}`, chat: `new${count}` }, draft);
    }
  });
  await insert(store, due, 'due', () => instant);
  const cpuBefore = process.cpuUsage();
  const leaseAndSettle = await timed(async () => {
    for (;;) {
      const leased = await store.outbox.lease(platform, 1_000);
      if (leased.length === 0) break;
      await store.outbox.settle(leased.map((one) => ({ leased: one, outcome: 'delivered' })));
    }
  });
  const cpu = process.cpuUsage(cpuBefore);
  await insert(store, due, 'whole', () => instant);
  const wholeTick = await timed(() => delivering.tick());
  const after = memoryMB();
  await store.close();
  idle.sort((left, right) => left - right);
  return {
    idleTickMs: { p50: round(idle[250] ?? 0), p99: round(idle[495] ?? 0) },
    leaseAndSettle10000s: round(leaseAndSettle / 1000),
    // What a machine with nothing else to do would need.
    leaseAndSettle10000CpuS: round((cpu.user + cpu.system) / 1e6),
    wholeTick10000s: round(wholeTick / 1000),
    signUpsPerSecond: Math.round(500_000 / signUps),
    memoryMB: { idle: memory, after },
  };
}

/** The same rows as jobs of pg-boss: 10,000 due among the others are fetched and completed. */
async function boss(url: string, size: number): Promise<object> {
  const queue = new PgBoss({ connectionString: url, supervise: false, schedule: false });
  queue.on('error', () => undefined);
  await queue.start();
  await queue.createQueue('reminder');
  const job = (startAfter: string) => ({ data: { draft, person: '1', chat: '1' }, startAfter });
  const put = async (count: number, startAfter: string) => {
    for (let first = 0; first < count; first += 1_000) {
      await queue.insert(
        'reminder',
        Array.from({ length: Math.min(1_000, count - first) }, () => job(startAfter)),
      );
    }
  };
  await put(size, '2099-01-01T00:00:00Z');
  const idle: number[] = [];
  for (let count = 0; count < 200; count += 1)
    idle.push(await timed(() => queue.fetch('reminder', { batchSize: 1_000 })));
  await put(due, '2020-01-01T00:00:00Z');
  const fetchAndComplete = await timed(async () => {
    for (;;) {
      const jobs = await queue.fetch('reminder', { batchSize: 1_000 });
      if (jobs.length === 0) break;
      await queue.complete(
        'reminder',
        jobs.map(({ id }) => id),
      );
    }
  });
  const signUps = await timed(async () => {
    for (let count = 0; count < 500; count += 1)
      await queue.send('reminder', { draft }, { startAfter: '2099-01-01T00:00:00Z' });
  });
  await queue.stop({ graceful: false });
  idle.sort((left, right) => left - right);
  return {
    idleTickMs: { p50: round(idle[100] ?? 0), p99: round(idle[198] ?? 0) },
    fetchAndComplete10000s: round(fetchAndComplete / 1000),
    signUpsPerSecond: Math.round(500_000 / signUps),
  };
}

/** One timer a reminder in this process: forgotten at every restart. */
async function timers(count: number): Promise<object> {
  const before = memoryMB();
  const armed: NodeJS.Timeout[] = [];
  const arming = await timed(async () => {
    for (let index = 0; index < count; index += 1) {
      const reminder = { ...draft, person: `person${index}`, label: `Blue card ${index}` };
      armed.push(setTimeout(() => void reminder.person.length, 3_600_000 + index));
    }
  });
  const memory = memoryMB() - before;
  for (const timer of armed) clearTimeout(timer);
  return { armMs: Math.round(arming), memoryMB: memory };
}

function memoryMB(): number {
  globalThis.gc?.();
  return Math.round(process.memoryUsage().rss / 1e6);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

function round(value: number): number {
  return Number(value.toPrecision(3));
}
