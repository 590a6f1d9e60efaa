import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { sql } from 'kysely';
import type { Outbox } from '../core/outbox.ts';
import { asText, notBeforePlanned, type ReminderTools } from './reminder-rows.ts';

/** A process that does not renew its right for so long has lost it. */
const rightTime = { minutes: 2 } as const;
/** A right that has less time left is renewed. */
const renewBefore = { minutes: 1 } as const;

/** The right to deliver: on SQLite one row that one process holds; on Postgres leases alone keep processes apart. */
export function createHolder({ database, now }: ReminderTools): Pick<Outbox, 'hold' | 'release'> {
  const { db, engine } = database;
  if (engine === 'postgres') return { hold: async () => true, release: async () => undefined };
  const mine = `${hostname()} ${process.pid} ${randomUUID()}`;
  let until: Temporal.Instant | undefined;

  async function take(): Promise<boolean> {
    const at = now();
    const next = at.add(rightTime);
    const taken = await sql<{ name: string }>`
      insert into holder (name, holder, until) values ('delivery', ${mine}, ${asText(next)})
      on conflict (name) do update set holder = excluded.holder, until = excluded.until
      where holder.holder = ${mine} or holder.until <= ${asText(at)}
        -- the clock was turned back
        or holder.until > ${asText(next.add(renewBefore))}
      returning name
    `.execute(db);
    const isNew = until === undefined || Temporal.Instant.compare(until, at) <= 0;
    until = taken.rows.length > 0 ? next : undefined;
    // Whoever had the right before delivers no more: what it had leased is free.
    if (until && isNew) await endLeases(asText(at));
    return until !== undefined;
  }

  async function endLeases(at: string): Promise<void> {
    await db
      .updateTable('notice')
      .set({ due_at: notBeforePlanned(at) })
      .where('lease', 'is not', null)
      .where('due_at', '>', at)
      .execute();
  }

  /** After a crash the next start need not wait: the process that held the right is seen to be gone. */
  async function endOfDead(): Promise<void> {
    const row = await db.selectFrom('holder').select('holder').where('name', '=', 'delivery').executeTakeFirst();
    if (!row || row.holder === mine || !isDead(row.holder)) return;
    await db.deleteFrom('holder').where('name', '=', 'delivery').where('holder', '=', row.holder).execute();
  }

  return {
    async hold() {
      if (until && isBetween(now().add(renewBefore), until, now().add(rightTime))) return true;
      if (await take()) return true;
      await endOfDead();
      return take();
    },
    async release() {
      until = undefined;
      await db.deleteFrom('holder').where('name', '=', 'delivery').where('holder', '=', mine).execute();
    },
  };
}

/** False also when the right would end too late: the clock was turned back, and others may have taken it. */
function isBetween(low: Temporal.Instant, at: Temporal.Instant, high: Temporal.Instant): boolean {
  return Temporal.Instant.compare(low, at) < 0 && Temporal.Instant.compare(at, high) <= 0;
}

/** Only a process of this machine can be looked for; one with our own number is we, in a container that was restarted. */
function isDead(holder: string): boolean {
  const [host, pid] = holder.split(' ');
  if (host !== hostname()) return false;
  if (Number(pid) === process.pid) return true;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}
