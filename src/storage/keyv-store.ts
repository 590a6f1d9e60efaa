// keyv over the table `entry`: names are keyed hashes, values are sealed.
import { EventEmitter } from 'node:events';
import { Keyv, type KeyvStorageAdapter, type KeyvStorageEntry, keyvStorageCapability } from 'keyv';
import type { Kysely } from 'kysely';
import type { Tables } from './schema.ts';
import { type Sealing, UnsealError } from './sealing.ts';

type Settings = {
  readonly db: Kysely<Tables>;
  readonly sealing: Sealing;
  /** Which kind of value: `preferences`, `conversation`, `seen`. Part of the row's key and of the seal. */
  readonly space: string;
  /** Unix milliseconds. */
  readonly now: () => number;
  /** How long a value is kept after it was last written, in milliseconds; for ever when absent. */
  readonly ttl?: number;
};

/** A keyv over the table `entry`: names are keyed hashes, values are sealed, on both engines. */
export function createKeyv<Value>(settings: Settings): Keyv<Value> {
  const { ttl } = settings;
  const store = new SealedStore(settings);
  return new Keyv<Value>({ store, ...(ttl === undefined ? {} : { ttl }), throwOnErrors: true });
}

class SealedStore extends EventEmitter implements KeyvStorageAdapter {
  readonly capabilities = keyvStorageCapability(this);
  namespace?: string | undefined;
  readonly #settings: Settings;

  constructor(settings: Settings) {
    super();
    this.#settings = settings;
  }

  async get<Value>(key: string) {
    return (await this.getMany<Value>([key]))[0];
  }

  async getMany<Value>(keys: string[]): Promise<(Value | undefined)[]> {
    const { db, sealing, space, now } = this.#settings;
    const names = keys.map((key) => sealing.hash(`${space}:${key}`));
    const rows = await db
      .selectFrom('entry')
      .select(['name', 'sealed'])
      .where('space', '=', space)
      .where('name', 'in', names)
      .where((where) => where.or([where('expires_at', 'is', null), where('expires_at', '>', now())]))
      .execute();
    const found = new Map(rows.map((row) => [row.name, row.sealed]));
    return names.map((name) => {
      const sealed = found.get(name);
      return sealed === undefined ? undefined : (this.#open(sealed, name) as Value | undefined);
    });
  }

  async set(key: string, value: unknown, expires?: number): Promise<boolean> {
    return (await this.setMany([{ key, value, ...(expires === undefined ? {} : { expires }) }]))[0] ?? false;
  }

  async setMany<Value>(values: KeyvStorageEntry<Value>[]): Promise<boolean[]> {
    const { db, sealing, space } = this.#settings;
    if (values.length === 0) return [];
    const rows = values.map(({ key, value, expires }) => {
      const name = sealing.hash(`${space}:${key}`);
      return { space, name, sealed: sealing.seal(String(value), `${space}:${name}`), expires_at: expires ?? null };
    });
    await db
      .insertInto('entry')
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(['space', 'name']).doUpdateSet((set) => ({
          sealed: set.ref('excluded.sealed'),
          expires_at: set.ref('excluded.expires_at'),
        })),
      )
      .execute();
    return values.map(() => true);
  }

  async delete(key: string): Promise<boolean> {
    return (await this.deleteMany([key]))[0] ?? false;
  }

  async deleteMany(keys: string[]): Promise<boolean[]> {
    const { db, sealing, space } = this.#settings;
    const names = keys.map((key) => sealing.hash(`${space}:${key}`));
    if (names.length === 0) return [];
    const gone = await db
      .deleteFrom('entry')
      .where('space', '=', space)
      .where('name', 'in', names)
      .returning('name')
      .execute();
    const deleted = new Set(gone.map((row) => row.name));
    return names.map((name) => deleted.has(name));
  }

  async clear(): Promise<void> {
    await this.#settings.db.deleteFrom('entry').where('space', '=', this.#settings.space).execute();
  }

  async has(key: string): Promise<boolean> {
    return (await this.get(key)) !== undefined;
  }

  async hasMany(keys: string[]): Promise<boolean[]> {
    return (await this.getMany(keys)).map((value) => value !== undefined);
  }

  /** A value that no longer opens (another key, a damaged row) is no value: the person is asked again. */
  #open(sealed: string, name: string): string | undefined {
    try {
      return this.#settings.sealing.open(sealed, `${this.#settings.space}:${name}`);
    } catch (error) {
      if (error instanceof UnsealError) return undefined;
      throw error;
    }
  }
}

/** Deletes what has expired, in every space; returns how many rows. */
export async function sweepExpired(db: Kysely<Tables>, now: number): Promise<number> {
  const result = await db.deleteFrom('entry').where('expires_at', '<=', now).executeTakeFirst();
  return Number(result.numDeletedRows);
}
