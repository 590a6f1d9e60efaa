// A whole bot for tests: the real knowledge, matcher and locales, a real SQLite file, and a clock that stands still.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Log } from '../src/core/log.ts';
import { createRecent } from '../src/core/recent.ts';
import type { Services } from '../src/core/services.ts';
import { createWorkCalendar } from '../src/holidays.ts';
import { createMind } from '../src/services.ts';
import { openStore, type Store } from '../src/storage/store.ts';

export type TestBot = {
  readonly services: Services;
  readonly store: Store;
  /** Every note that went to the operator's log, as one text. */
  log(): string;
  stop(): Promise<void>;
};

let mind: ReturnType<typeof createMind> | undefined;

/** @param now the instant that the bot believes it is */
export async function startBot(now = '2026-11-22T04:00:00Z'): Promise<TestBot> {
  mind ??= createMind();
  const folder = mkdtempSync(join(tmpdir(), 'debt-guidance-bot-'));
  const clock = () => Temporal.Instant.from(now);
  const store = await openStore(
    { DATABASE_URL: `sqlite:${join(folder, 'data', 'bot.db')}`, DATA_KEY_FILE: join(folder, 'data.key') },
    clock,
    createWorkCalendar(),
  );
  const notes: string[] = [];
  let references = 0;
  const services: Services = {
    ...(await mind),
    preferences: store.preferences,
    conversations: store.conversations,
    seen: store.seen,
    progress: store.progress,
    kept: store.kept,
    contacts: store.contacts,
    reminders: store.reminders,
    letterbox: store.letterbox,
    recent: createRecent(clock),
    now: clock,
    log: collect(notes),
    newReference: () => {
      references += 1;
      return `REF${references}`;
    },
    standard: { language: 'zh-Hans', place: 'mainland' },
  };
  return {
    services,
    store,
    log: () => notes.join('\n'),
    async stop() {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function collect(notes: string[]): Log {
  const note = (level: string) => (fields: object, message: string) => {
    notes.push(JSON.stringify({ level, ...fields, message }));
  };
  return { trace: note('trace'), debug: note('debug'), info: note('info'), warn: note('warn'), error: note('error') };
}
