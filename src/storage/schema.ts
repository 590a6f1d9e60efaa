// The tables as Kysely sees them; the truth is in migrations/*.sql.

export type EntryTable = { space: string; name: string; sealed: string; expires_at: number | null };

/** `applied_at` is ISO 8601 in UTC. */
export type MigrationTable = { name: string; applied_at: string };

export type Tables = { entry: EntryTable; migration: MigrationTable };
