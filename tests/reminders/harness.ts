// A bot that only delivers reminders: a real store, the real client libraries, and a clock that the test turns.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Adapter, Receive } from '../../src/adapters/adapter.ts';
import { createDiscordAdapter } from '../../src/adapters/discord/discord.ts';
import type { Owner, Reminder, ReminderDraft } from '../../src/core/reminders.ts';
import type { Services } from '../../src/core/services.ts';
import { createDelivering, type Delivering, type DeliveringSettings } from '../../src/reminders/tick.ts';
import { openStore, type Store } from '../../src/storage/store.ts';
import { adapterFor } from '../adapters/telegram/harness.ts';
import { type DiscordServer, startDiscordServer } from '../servers/discord.ts';
import { startTelegramServer } from '../servers/telegram.ts';
import { deliveringServices, quietLog, translate } from './services.ts';

export type Reader = { readonly owner: Owner; shown(): readonly string[]; block(): void };

/** One platform with its real client library, and what can go wrong there. */
export type Side = {
  readonly name: string;
  readonly adapter: Adapter;
  person(): Reader;
  refuse(code: 429 | 500 | 400, times: number, seconds?: number): void;
  cut(when: 'before' | 'after', times: number): void;
  close(): Promise<void>;
};

export const sides: Readonly<Record<string, () => Promise<Side>>> = {
  'Telegram over grammY': () => telegramSide('grammy'),
  'Telegram over telegraf': () => telegramSide('telegraf'),
  'Discord over discord.js': () => discordSide(),
};

export async function telegramSide(library: 'grammy' | 'telegraf'): Promise<Side> {
  const server = await startTelegramServer();
  const { adapter } = adapterFor(server, library);
  await adapter.start(async () => undefined);
  return {
    name: library,
    adapter,
    person() {
      const { id } = server.person({ language: 'en' });
      return {
        owner: { platform: 'telegram', person: String(id), chat: String(id) },
        shown: () => server.messages(id).map(({ text }) => text),
        block: () => server.block(id),
      };
    },
    refuse: (code, times, seconds) =>
      server.fault(
        'sendMessage',
        { kind: 'refuse', code, description: 'no', ...(seconds === undefined ? {} : { retryAfter: seconds }) },
        times,
      ),
    cut: (when, times) => server.fault('sendMessage', { kind: 'drop', when }, times),
    async close() {
      await adapter.stop();
      await server.close();
    },
  };
}

export async function discordSide(
  receive: Receive = async () => undefined,
): Promise<Side & { readonly server: DiscordServer }> {
  const server = await startDiscordServer();
  const adapter = createDiscordAdapter({
    token: server.token,
    applicationId: server.applicationId,
    apiRoot: server.apiRoot,
    translate,
    suggest: () => [],
    log: quietLog([]),
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms / 50)),
  });
  await adapter.start(receive);
  const messages = /^POST \/channels\/\d+\/messages/;
  return {
    name: 'discord',
    adapter,
    server,
    person() {
      const person = server.person();
      return {
        owner: { platform: 'discord', person: person.id, chat: person.channel },
        shown: () => person.messages().map(({ text }) => text),
        block: () => server.block(person.id),
      };
    },
    refuse(code, times, seconds = 1) {
      if (code === 429) server.fail(messages, { kind: 'limit', seconds }, times);
      else if (code === 400) server.fail(messages, { kind: 'refuse', status: 400, code: 50035 }, times);
      else server.fail(messages, { kind: 'status', status: code }, times);
    },
    cut: (when, times) => server.fail(messages, { kind: when === 'before' ? 'cut-before' : 'cut-after' }, times),
    async close() {
      await adapter.stop();
      await server.close();
    },
  };
}

export type Scene = {
  readonly store: Store;
  readonly services: Services;
  readonly lines: readonly string[];
  /** Time goes by, for the calendar and for the machine. */
  pass(duration: Temporal.DurationLike): void;
  /** Somebody turns the clock of the machine. */
  turn(to: string): void;
  delivering(adapters: readonly Adapter[], changes?: Partial<DeliveringSettings>): Delivering;
  close(): Promise<void>;
};

/** @param url a Postgres server; a SQLite file of its own when absent */
export async function openScene(start: string, url?: string): Promise<Scene> {
  const folder = mkdtempSync(join(tmpdir(), 'debt-guidance-reminders-'));
  let now = Temporal.Instant.from(start);
  let ticking = 0;
  const lines: string[] = [];
  const key = randomBytes(32).toString('base64');
  const address = url ?? `sqlite:${join(folder, 'data', 'bot.db')}`;
  const store = await openStore({ DATABASE_URL: address, DATA_KEY: key, DATA_KEY_FILE: '/nowhere' }, () => now);
  const services = deliveringServices(store, () => now, quietLog(lines));
  return {
    store,
    services,
    lines,
    pass(duration) {
      now = now.add(duration);
      ticking += Temporal.Duration.from(duration).total('milliseconds');
    },
    turn(to) {
      now = Temporal.Instant.from(to);
    },
    delivering: (adapters, changes = {}) =>
      createDelivering({
        outbox: store.outbox,
        services,
        adapters: () => adapters,
        sleep: async () => undefined,
        clock: () => ticking,
        random: () => 0,
        ...changes,
      }),
    async close() {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export async function signUp(scene: Scene, owner: Owner, draft: ReminderDraft): Promise<Reminder> {
  const result = await scene.store.reminders.add(owner, draft);
  if (!result.ok) throw new Error(`not added: ${result.why}`);
  return result.reminder;
}
