// The bot's memory: opened, migrated, keyed; one Keep for each kind of value.
import type { ContactLog } from '../core/contact-log/contacts.ts';
import type { Letterbox } from '../core/letterbox.ts';
import type { Outbox } from '../core/outbox.ts';
import type { Reminders } from '../core/reminders.ts';
import type { Conversation, FlowAnswers, Keep, Preferences } from '../core/services.ts';
import type { WorkCalendar } from '../rules/occurrences.ts';
import { type DataKey, type KeySettings, readDataKey } from './data-key.ts';
import { type Database, openDatabase } from './database.ts';
import { createKeyv, sweepExpired } from './keyv-store.ts';
import { createLetterbox, sweepLetters } from './letters.ts';
import { migrate } from './migrate.ts';
import { createOutbox } from './outbox.ts';
import { createReminders } from './reminders.ts';
import { createSealing, type Sealing } from './sealing.ts';
import { sweepReminders } from './sweep-reminders.ts';

export type Store = {
  readonly database: Database;
  readonly sealing: Sealing;
  readonly keyOrigin: DataKey['origin'];
  readonly preferences: Keep<Preferences>;
  readonly conversations: Keep<Conversation>;
  readonly seen: Keep<'done'>;
  readonly progress: Keep<FlowAnswers>;
  readonly kept: Keep<FlowAnswers>;
  readonly contacts: Keep<ContactLog>;
  readonly reminders: Reminders;
  readonly outbox: Outbox;
  readonly letterbox: Letterbox;
  /** Deletes what has expired or is over; gives how many values and reminders. */
  sweep(): Promise<number>;
  close(): Promise<void>;
};

const day = 24 * 60 * 60 * 1000;
/** Milliseconds that a value is kept after it was last written. */
const times = { conversations: 2 * day, seen: 3 * day, progress: 7 * day } as const;

/**
 * Opens the store and brings it to the code's shape.
 * @param calendar the working days that reminders follow; weekends alone when absent
 * @throws Error with a sentence that names the setting to change
 */
export async function openStore(
  settings: KeySettings,
  now: () => Temporal.Instant,
  calendar: WorkCalendar = () => 'unknown',
): Promise<Store> {
  const { key, origin } = readDataKey(settings);
  const database = openDatabase(settings.DATABASE_URL);
  try {
    await migrate(database, () => now().toString());
    const sealing = createSealing(key);
    const milliseconds = () => now().epochMilliseconds;
    const keep = <Value>(space: string, ttl?: number): Keep<Value> => {
      const keyv = createKeyv<Value>({
        db: database.db,
        sealing,
        space,
        now: milliseconds,
        ...(ttl === undefined ? {} : { ttl }),
      });
      return {
        get: (name) => keyv.get(name),
        set: async (name, value) => void (await keyv.set(name, value)),
        delete: async (name) => void (await keyv.delete(name)),
      };
    };
    const tools = { database, sealing, now, calendar };
    await refuseOtherKey(keep<string>('key-check'), database);
    return {
      database,
      sealing,
      keyOrigin: origin,
      preferences: keep('preferences'),
      conversations: keep('conversation', times.conversations),
      seen: keep('seen', times.seen),
      progress: keep('progress', times.progress),
      kept: keep('kept'),
      contacts: keep('contacts'),
      reminders: createReminders(tools),
      outbox: createOutbox(tools),
      letterbox: createLetterbox(tools),
      sweep: async () =>
        (await sweepExpired(database.db, milliseconds())) + (await sweepReminders(tools)) + (await sweepLetters(tools)),
      close: () => database.close(),
    };
  } catch (error) {
    await database.close().catch(() => undefined);
    throw error;
  }
}

/** A database that was filled under another key would look empty to everybody: better to stop and say so. */
async function refuseOtherKey(check: Keep<string>, database: Database): Promise<void> {
  if ((await check.get('fits')) === 'yes') return;
  const other = await database.db
    .selectFrom('entry')
    .select('name')
    .where('space', '=', 'key-check')
    .executeTakeFirst();
  // Another process that starts right now may have written it between the two looks.
  if (other && (await check.get('fits')) !== 'yes') {
    throw new Error(
      'DATA_KEY: this key does not fit the database. Put back the key that it was filled with, or start with an empty database.',
    );
  }
  if (!other) await check.set('fits', 'yes');
}
