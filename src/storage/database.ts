// Opens the database that DATABASE_URL names: a SQLite file or a Postgres server, behind one Kysely.
import { chmodSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { Kysely, PostgresDialect, type SqliteDatabase, SqliteDialect } from 'kysely';
import pg from 'pg';
import type { Tables } from './schema.ts';

export type Engine = 'sqlite' | 'postgres';
export type Database = { readonly engine: Engine; readonly db: Kysely<Tables>; close(): Promise<void> };

/** Milliseconds to wait for another writer of the same file. */
const busyTimeout = 5_000;

/**
 * @param url `sqlite:./data/bot.db`, `sqlite::memory:` or `postgres://…`
 * @throws Error when the file cannot be opened, with a sentence that names the setting
 */
export function openDatabase(url: string): Database {
  const database = url.startsWith('sqlite:') ? openSqlite(url.slice('sqlite:'.length)) : openPostgres(url);
  return { ...database, close: () => database.db.destroy() };
}

function openSqlite(file: string): { engine: Engine; db: Kysely<Tables> } {
  let sqlite: DatabaseSync;
  try {
    if (file !== ':memory:') mkdirSync(dirname(resolve(file)), { recursive: true, mode: 0o700 });
    sqlite = new DatabaseSync(file, { timeout: busyTimeout });
    if (file !== ':memory:') chmodSync(file, 0o600);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `DATABASE_URL: cannot open ${resolve(file)} (${reason}). Choose a folder that this user may write to.`,
    );
  }
  sqlite.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on;');
  return { engine: 'sqlite', db: new Kysely<Tables>({ dialect: new SqliteDialect({ database: shim(sqlite) }) }) };
}

/** node:sqlite with the face of better-sqlite3, which Kysely's dialect expects. */
function shim(sqlite: DatabaseSync): SqliteDatabase {
  const statements = new Map<string, StatementSync>();
  return {
    close: () => sqlite.close(),
    prepare(sql) {
      const statement = statements.get(sql) ?? sqlite.prepare(sql);
      statements.set(sql, statement);
      const values = (parameters: readonly unknown[]) => parameters as Parameters<StatementSync['all']>;
      return {
        reader: statement.columns().length > 0,
        // Rows come with a null prototype; callers expect plain objects.
        all: (parameters) => statement.all(...values(parameters)).map((row) => ({ ...row })),
        run: (parameters) => statement.run(...values(parameters)),
        iterate: (parameters) => statement.iterate(...values(parameters)),
      };
    },
  };
}

function openPostgres(connectionString: string): { engine: Engine; db: Kysely<Tables> } {
  const types = { getTypeParser: pg.types.getTypeParser.bind(pg.types) };
  // bigint arrives as text unless told otherwise; ours are milliseconds and fit a number.
  pg.types.setTypeParser(pg.types.builtins.INT8, Number);
  const pool = new pg.Pool({ connectionString, max: 8, connectionTimeoutMillis: 5_000, types });
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  return { engine: 'postgres', db: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }) };
}
