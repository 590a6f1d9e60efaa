import { sql } from 'kysely';
import type { Reminders } from '../core/reminders.ts';
import { chatHash, type ReminderTools } from './reminder-rows.ts';

/**
 * Notes an answer on those messages of its chat alone that are in doubt: so nothing is kept about chats without
 * reminders, nearly always no row is written, and a restart forgets nothing.
 */
export function createSaid({ database, sealing }: Pick<ReminderTools, 'database' | 'sealing'>): Reminders['said'] {
  return async (owner) => {
    await sql`
      update notice set overtaken = 1
      where chat = ${chatHash(sealing, owner)} and (marked = 1 or unsure > 0) and overtaken = 0
    `.execute(database.db);
  };
}
