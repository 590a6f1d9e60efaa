// Real processes that deliver from one database and are killed at random moments; then everything is counted.
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openStore } from '../../src/storage/store.ts';
import { startDiscordServer } from '../servers/discord.ts';
import { startTelegramServer } from '../servers/telegram.ts';
import { cardCalled } from './services.ts';
import type { WorkerOrders } from './worker.ts';

export type SoakOrders = {
  readonly url: string;
  readonly platform: 'telegram' | 'discord';
  readonly kills: number;
  /** Processes at a time; more than one only on Postgres. */
  readonly workers: number;
  readonly reminders: number;
  /** Messages a second and process. */
  readonly rate: number;
  /** Only of Telegram. */
  readonly library?: 'grammy' | 'telegraf';
  /** How many times as fast the calendar runs; a lease of 20 seconds lasts a third of one. */
  readonly speed?: number;
  /** Nobody takes the place of a process that is killed. */
  readonly alone?: true;
};

export type SoakResult = {
  readonly kills: number;
  /** Reminders that were never shown and that nobody will be told of. Must be 0. */
  readonly lost: number;
  /** Never shown, or perhaps; told at the next contact. */
  readonly told: number;
  /** Reminders that were shown more than once, and how many of these repeats say that they may be one. */
  readonly repeated: number;
  readonly marked: number;
  readonly shownThrice: number;
  /** Repeats of messages that no kill left in doubt. Must be 0. */
  readonly unexplained: number;
  /** Seconds from the planned time to the delivery, as the calendar of the test counts them. */
  readonly lateness: { readonly p50: number; readonly p99: number; readonly most: number };
};

const due = Temporal.Instant.from('2026-11-22T01:00:00Z');
const usualSpeed = 60;
/** Milliseconds of the machine until the messages are due: the processes start first, unless a minute takes long. */
const leadInAt = (speed: number) => (speed < usualSpeed ? 0 : 1_000);
/** Compiled code, so that a process starts in a third of the time. */
const cache = join(tmpdir(), 'debt-guidance-compiled');
const script = fileURLToPath(new URL('./worker.ts', import.meta.url));

export async function soak(orders: SoakOrders): Promise<SoakResult> {
  const key = randomBytes(32).toString('base64');
  const { speed = usualSpeed, library = 'grammy' } = orders;
  const start = due.subtract({ milliseconds: leadInAt(speed) * speed });
  let now = Temporal.Instant.from('2026-11-21T00:00:00Z');
  const settings = { DATABASE_URL: orders.url, DATA_KEY: key, DATA_KEY_FILE: '/nowhere' };
  const store = await openStore(settings, () => now);
  const side = await sideOf(orders.platform);
  try {
    const readers = Array.from({ length: orders.reminders }, () => side.person());
    for (const owner of readers) await store.reminders.add(owner, cardCalled('Blue'));
    const since = Date.now();
    const pace = { from: start.toString(), since, speed, rate: orders.rate };
    const worker = { ...side.orders, ...pace, url: orders.url, key, library };
    const isDone = async () => {
      const waiting = store.database.db.selectFrom('notice').select('id').where('state', '=', 'open');
      return (await waiting.where('planned_at', '<', '2026-11-23').limit(1).execute()).length === 0;
    };
    const kills = await killAround(orders, worker, side.sendings, isDone);
    now = start.add({ milliseconds: (Date.now() - since) * speed });
    const told = await Promise.all(readers.map((owner) => store.reminders.returned(owner)));
    const ledger = await store.database.db
      .selectFrom('ledger')
      .selectAll()
      .where('outcome', '=', 'delivered')
      .execute();
    const shown = readers.map((owner) => side.shown(owner));
    const repeats = shown.filter((words) => words.length > 1);
    const late = ledger
      .map(({ at, planned_at }) => Temporal.Instant.from(planned_at).until(at).total('seconds'))
      .sort((left, right) => left - right);
    return {
      kills,
      lost: shown.filter((words, index) => words.length === 0 && told[index]?.undelivered === 0).length,
      told: told.filter(({ undelivered }) => undelivered > 0).length,
      repeated: repeats.length,
      marked: repeats.filter((words) => words.slice(1).every((text) => text.includes('may have seen'))).length,
      shownThrice: shown.filter((words) => words.length > 2).length,
      unexplained: repeats.filter((words) => !words.slice(1).every((text) => text.includes('may have seen'))).length,
      lateness: {
        p50: Math.round(late[Math.floor(late.length / 2)] ?? 0),
        p99: Math.round(late[Math.floor(late.length * 0.99)] ?? 0),
        most: Math.round(late.at(-1) ?? 0),
      },
    };
  } finally {
    await store.close();
    await side.close();
  }
}

/** Starts, kills and starts again; at the end lets them finish. Gives how many were killed. */
async function killAround(
  orders: SoakOrders,
  worker: WorkerOrders,
  sendings: () => number,
  isDone: () => Promise<boolean>,
): Promise<number> {
  let killed = 0;
  const running = new Set<ChildProcess>();
  const begin = async (): Promise<ChildProcess> => {
    const child = spawn(process.execPath, [script, JSON.stringify(worker)], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, NODE_COMPILE_CACHE: cache },
    });
    running.add(child);
    child.once('exit', () => running.delete(child));
    const lines = createInterface({ input: child.stdout });
    await new Promise<void>((resolve) => lines.once('line', () => resolve()));
    return child;
  };
  const ended = (child: ChildProcess, signal: NodeJS.Signals) =>
    new Promise<void>((resolve) => {
      child.once('exit', () => resolve());
      child.kill(signal);
    });
  const children = await Promise.all(Array.from({ length: orders.workers }, begin));
  await wait(Math.max(0, worker.since + leadInAt(worker.speed) - Date.now()));
  while (killed < orders.kills) {
    await (killed % 2 === 0 ? untilSending(sendings) : wait(40 + Math.random() * 260));
    const victim = children.shift();
    if (victim) await ended(victim, 'SIGKILL');
    killed += 1;
    if (!orders.alone) children.push(await begin());
  }
  const end = performance.now() + 120_000;
  while (!(await isDone()) && performance.now() < end) await wait(100);
  await Promise.all([...running].map((child) => ended(child, 'SIGTERM')));
  return killed;
}

/** Until a little after a message has arrived, so that it is often not answered yet. */
async function untilSending(sendings: () => number): Promise<void> {
  const before = sendings();
  const end = performance.now() + 1_000;
  while (sendings() === before && performance.now() < end) await wait(1);
  await wait(Math.random() * 20);
}

async function sideOf(platform: SoakOrders['platform']) {
  if (platform === 'telegram') {
    const server = await startTelegramServer();
    // An answer takes a while, so that some kills come between the sending and the answer.
    server.fault('sendMessage', { kind: 'slow', ms: 15 }, Number.POSITIVE_INFINITY);
    return {
      orders: { platform, root: server.root, token: server.token },
      person: () => {
        const id = String(server.person({ language: 'en' }).id);
        return { platform, person: id, chat: id };
      },
      shown: ({ chat }: { chat: string }) => server.messages(Number(chat)).map(({ text }) => text),
      sendings: () => server.calls.filter(({ method }) => method.toLowerCase() === 'sendmessage').length,
      close: () => server.close(),
    };
  }
  const server = await startDiscordServer();
  const people = new Map<string, ReturnType<typeof server.person>>();
  return {
    orders: { platform, root: server.apiRoot, token: server.token, applicationId: server.applicationId },
    person: () => {
      const person = server.person();
      people.set(person.channel, person);
      return { platform, person: person.id, chat: person.channel };
    },
    shown: ({ chat }: { chat: string }) =>
      people
        .get(chat)
        ?.messages()
        .map(({ text }) => text) ?? [],
    sendings: () => server.requests.filter(({ route }) => route.endsWith('/messages')).length,
    close: () => server.close(),
  };
}
