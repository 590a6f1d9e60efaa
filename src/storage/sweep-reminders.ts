import { asText, type ReminderTools, restoreTime } from './reminder-rows.ts';

/** How long what is over is kept, so that buttons of old messages find their words. */
const keptEnded = { hours: 90 * 24 } as const;

/** How long a snooze that is over is kept: what was said since then is looked up in it. */
const keptSnooze = { hours: 3 * 24 } as const;

/** Deletes what was removed or is over; gives how many reminders. */
export async function sweepReminders({ database, now }: Pick<ReminderTools, 'database' | 'now'>): Promise<number> {
  const removed = asText(now().subtract(restoreTime));
  const ended = asText(now().subtract(keptEnded));
  const { db } = database;
  const over = db
    .selectFrom('reminder')
    .select('id')
    .where('ended_at', 'is not', null)
    .where((where) =>
      where.or([
        where('ended_at', '<', ended),
        where.and([where('before_removal', 'is not', null), where('ended_at', '<', removed)]),
      ]),
    );
  const snoozed = asText(now().subtract(keptSnooze));
  await db
    .deleteFrom('notice')
    .where('state', '=', 'closed')
    .where('due_at', '<', snoozed)
    .where('kind', '=', 'snooze')
    .execute();
  await db.deleteFrom('ledger').where('reminder', 'in', over).execute();
  await db.deleteFrom('ledger').where('at', '<', ended).execute();
  const deleted = await db.deleteFrom('reminder').where('id', 'in', over).executeTakeFirst();
  return Number(deleted.numDeletedRows);
}
