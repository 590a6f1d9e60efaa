// Letters to the operator: sealed rows that lead to nobody.
import { randomInt } from 'node:crypto';
import type { KeptLetter, Letter, Letterbox } from '../core/letterbox.ts';
import type { Database } from './database.ts';
import { type Sealing, UnsealError } from './sealing.ts';

/** Letters kept at most: a box that nobody empties is closed. */
export const mostLetters = 5_000;
/** Days that a letter is kept. */
const keptDays = 180;

type Tools = { readonly database: Database; readonly sealing: Sealing; readonly now: () => Temporal.Instant };

export function createLetterbox({ database: { db }, sealing }: Pick<Tools, 'database' | 'sealing'>): Letterbox {
  return {
    async add({ day, ...letter }) {
      const { count } = await db
        .selectFrom('letter')
        .select((select) => select.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow();
      if (Number(count) >= mostLetters) return false;
      const id = newId();
      const sealed = sealing.seal(JSON.stringify(letter), contextOf(id));
      await db.insertInto('letter').values({ id, day, sealed }).execute();
      return true;
    },
    async list() {
      const rows = await db.selectFrom('letter').selectAll().orderBy('day').orderBy('id').execute();
      return rows.flatMap(({ id, day, sealed }) => open(sealing, id, day, sealed));
    },
    async remove(ids) {
      if (ids.length === 0) return 0;
      const gone = await db
        .deleteFrom('letter')
        .where('id', 'in', [...ids])
        .returning('id')
        .execute();
      return gone.length;
    },
  };
}

/** Deletes letters older than half a year; gives how many. */
export async function sweepLetters({ database: { db }, now }: Tools): Promise<number> {
  const oldest = now().toZonedDateTimeISO('UTC').toPlainDate().subtract({ days: keptDays }).toString();
  const result = await db.deleteFrom('letter').where('day', '<', oldest).executeTakeFirst();
  return Number(result.numDeletedRows);
}

function open(sealing: Sealing, id: string, day: string, sealed: string): readonly KeptLetter[] {
  try {
    const letter: Omit<Letter, 'day'> = JSON.parse(sealing.open(sealed, contextOf(id)));
    return [{ ...letter, id, day }];
  } catch (error) {
    if (error instanceof UnsealError) return [];
    throw error;
  }
}

function contextOf(id: string): string {
  return `letter:${id}`;
}

/** Random, so that the order of the ids tells no hour. */
function newId(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  return Array.from({ length: 8 }, () => letters[randomInt(letters.length)]).join('');
}
