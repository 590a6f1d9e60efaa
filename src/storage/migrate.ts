// Brings a database to the code's shape, once, also when several processes start together.
import { readdirSync, readFileSync } from 'node:fs';
import { sql } from 'kysely';
import type { Database } from './database.ts';

const standardFolder = new URL('./migrations/', import.meta.url);

/**
 * Applies the .sql files that the database has not seen, in order of their names.
 * @throws Error when the database was written by newer code, or when a file fails (nothing of it is kept then)
 */
export async function migrate(
  database: Database,
  now: () => string,
  folder: URL = standardFolder,
): Promise<readonly string[]> {
  const { db } = database;
  await createJournal(database);
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort();
  const applied = new Set((await db.selectFrom('migration').select('name').execute()).map((row) => row.name));
  const unknown = [...applied].filter((name) => !files.includes(name));
  if (unknown.length > 0) {
    throw new Error(
      `DATABASE_URL: the database is ahead of this code (${unknown.join(', ')}). Start the newer version.`,
    );
  }
  const done: string[] = [];
  for (const name of files.filter((file) => !applied.has(file))) {
    if (await apply(database, name, readFileSync(new URL(name, folder), 'utf8'), now())) done.push(name);
  }
  return done;
}

/** An arbitrary number, the same in every process of this bot: whoever holds it may create the journal. */
const journalLock = 4_525_101;

/** On Postgres `create table if not exists` is no lock: two processes can both find nothing and collide. */
async function createJournal({ engine, db }: Database): Promise<void> {
  await db.transaction().execute(async (trx) => {
    if (engine === 'postgres') await sql`select pg_advisory_xact_lock(${journalLock}::bigint)`.execute(trx);
    await sql`create table if not exists migration (name text primary key, applied_at text not null)`.execute(trx);
  });
}

/** The journal row comes first: whoever inserts it runs the file, everybody else waits for the commit and skips it. */
async function apply(database: Database, name: string, text: string, appliedAt: string): Promise<boolean> {
  return database.db.transaction().execute(async (trx) => {
    const inserted = await trx
      .insertInto('migration')
      .values({ name, applied_at: appliedAt })
      .onConflict((conflict) => conflict.column('name').doNothing())
      .returning('name')
      .execute();
    if (inserted.length === 0) return false;
    for (const statement of statementsOf(text)) await sql.raw(statement).execute(trx);
    return true;
  });
}

function statementsOf(text: string): readonly string[] {
  return text
    .replace(/^\s*--.*$/gm, '')
    .split(';')
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
}
