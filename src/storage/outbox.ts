// What is due: leased and settled by the batch, in the same statements on both engines.
import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Platform } from '../core/incoming.ts';
import type { Leased, Outbox, Settlement } from '../core/outbox.ts';
import type { DueNotice } from '../core/reminders.ts';
import { missedNotices } from '../rules/occurrences.ts';
import { createHolder } from './holder.ts';
import {
  asReminder,
  asText,
  notBeforePlanned,
  openDraft,
  planOf,
  type ReminderTools,
  settledCycles,
} from './reminder-rows.ts';
import type { Tables } from './schema.ts';
import { UnsealError } from './sealing.ts';
import { ledgerRow, settledRow } from './settlement.ts';

/**
 * How long what a process leased stays its own without being renewed. After a crash others wait that long; clocks of
 * several machines may differ by less than that.
 */
const leaseTime = { seconds: 20 } as const;
/** From so late on, the due dates that passed meanwhile are looked for. */
const missedAfter = { minutes: 5 } as const;
/** Due dates of one reminder that are told of after an outage, the newest. */
const mostMissed = 5;

type LeasedRow = {
  readonly id: string;
  readonly reminder: string;
  readonly kind: DueNotice['kind'];
  readonly cycle: string;
  readonly planned_at: string;
  readonly attempts: number;
  readonly unsure: number;
  readonly message: string | null;
  readonly sealed: string;
  readonly settled: string;
};

export function createOutbox(tools: ReminderTools): Outbox {
  const { database, now } = tools;
  const { db, engine } = database;
  const isPostgres = engine === 'postgres';
  const locked = isPostgres ? sql`for update skip locked` : sql``;
  const lockedOther = isPostgres ? sql`for update of other skip locked` : sql``;
  const holder = createHolder(tools);
  /** JSON text → rows with one column `value`. */
  const rowsOf = (list: readonly unknown[]) =>
    isPostgres
      ? sql`jsonb_array_elements(${JSON.stringify(list)}::jsonb) as item(value)`
      : sql`json_each(${JSON.stringify(list)}) as item`;

  async function lease(platform: Platform, most: number): Promise<readonly Leased[]> {
    const at = now();
    const token = randomUUID();
    const { rows } = await sql<LeasedRow>`
      update notice
      set lease = ${token}, due_at = ${asText(at.add(leaseTime))}, attempts = attempts + 1,
        unsure = unsure + marked, marked = 0
      where id in (
        with picked as (
          select id, chat from notice
          where state = 'open' and platform = ${platform} and due_at <= ${asText(at)}
          order by due_at, cycle limit ${most} ${locked}
        )
        -- state || '' keeps the planner from walking all that is due once for each chat
        select other.id from (select distinct chat from picked) as chats join notice as other on other.chat = chats.chat
        where other.state || '' = 'open' and other.due_at <= ${asText(at)} ${lockedOther}
      )
      returning id, reminder, kind, cycle, planned_at, attempts, unsure, message,
        (select sealed from reminder where reminder.id = notice.reminder) as sealed,
        (select settled from reminder where reminder.id = notice.reminder) as settled
    `.execute(db);
    const leased: Leased[] = [];
    const broken: string[] = [];
    for (const row of rows) {
      try {
        leased.push(asLeased(row, platform, token, at));
      } catch (error) {
        if (!(error instanceof UnsealError)) throw error;
        broken.push(row.id);
      }
    }
    if (broken.length > 0) await setAside(broken);
    return leased.sort((left, right) => compare(left.notices[0].cycle, right.notices[0].cycle));
  }

  function asLeased(row: LeasedRow, platform: Platform, token: string, at: Temporal.Instant): Leased {
    const { draft, person, chat } = openDraft(tools.sealing, row.reminder, row.sealed);
    const settled = settledCycles(row.settled);
    const plannedAt = Temporal.Instant.from(row.planned_at);
    const reminder = asReminder({ id: row.reminder, state: 'active' }, draft, row);
    const maybeRepeat = row.unsure > 0;
    const own: DueNotice = { reminder, cycle: row.cycle, kind: row.kind, plannedAt, maybeRepeat };
    const isLate = Temporal.Instant.compare(plannedAt.add(missedAfter), at) < 0;
    const missed =
      isLate && row.kind !== 'snooze'
        ? missedNotices(planOf(draft), plannedAt, at, tools.calendar, (cycle) => settled.includes(cycle), mostMissed)
        : [];
    const [first = own, ...others] = missed.map(
      ({ cycle, kind, at: missedAt }): DueNotice => ({
        ...own,
        cycle,
        kind,
        plannedAt: cycle === row.cycle ? plannedAt : missedAt,
      }),
    );
    return {
      id: row.id,
      lease: token,
      to: { platform, person, chat },
      notices: [first, ...others],
      settled,
      plannedAt,
      kind: row.kind,
      attempts: row.attempts,
      unsure: row.unsure,
      ...(row.message === null ? {} : { message: row.message }),
    };
  }

  /** A damaged row would come back for ever; the operator finds it by its error. */
  async function setAside(ids: readonly string[]): Promise<void> {
    await db
      .updateTable('notice')
      .set({ state: 'closed', lease: null, last_error: 'unsealed' })
      .where('id', 'in', ids)
      .execute();
  }

  async function mark(leased: readonly Leased[], message: string): Promise<ReadonlySet<string>> {
    const at = now();
    const marked = await sql<{ id: string }>`
      update notice
      set marked = 1, overtaken = 0, sent_at = ${asText(at)}, message = ${message}, due_at = ${asText(at.add(leaseTime))}
      from ${rowsOf(leased.map(({ id, lease }) => ({ id, lease })))}
      where notice.id = item.value ->> 'id' and notice.lease = item.value ->> 'lease'
      returning notice.id as id
    `.execute(db);
    return new Set(marked.rows.map(({ id }) => id));
  }

  async function renew(leased: readonly Leased[]): Promise<void> {
    if (leased.length === 0) return;
    await sql`
      update notice set due_at = ${asText(now().add(leaseTime))}
      from ${rowsOf(leased.map(({ id, lease }) => ({ id, lease })))}
      where notice.id = item.value ->> 'id' and notice.lease = item.value ->> 'lease'
    `.execute(db);
  }

  async function overtaken(leased: readonly Leased[]): Promise<ReadonlySet<string>> {
    const found = await sql<{ id: string }>`
      select notice.id as id from notice
      where notice.id in (select item.value ->> 'id' from ${rowsOf(leased.map(({ id }) => ({ id })))})
        and (notice.overtaken = 1 or exists (
          select 1 from notice as other
          where other.chat = notice.chat and other.id <> notice.id and other.delivered_at > notice.sent_at
        ))
    `.execute(db);
    return new Set(found.rows.map(({ id }) => id));
  }

  async function settle(settlements: readonly Settlement[]): Promise<number> {
    if (settlements.length === 0) return 0;
    const at = now();
    const rows = settlements.map((settlement) => settledRow(settlement, at, tools.calendar));
    return db.transaction().execute(async (trx) => {
      const { rows: done } = await sql<{ id: string; state: string }>`
        update notice
        set lease = null, marked = 0, state = item.value ->> 'state', kind = item.value ->> 'kind',
          cycle = coalesce(item.value ->> 'cycle', cycle),
          planned_at = item.value ->> 'planned', due_at = item.value ->> 'due',
          attempts = cast(item.value ->> 'attempts' as integer), unsure = cast(item.value ->> 'unsure' as integer),
          last_error = item.value ->> 'error', delivered_at = coalesce(item.value ->> 'delivered', delivered_at)
        from ${rowsOf(rows)}
        where notice.id = item.value ->> 'id' and notice.lease = item.value ->> 'lease'
        returning notice.id as id, state
      `.execute(trx);
      await writeLedger(trx, settlements, asText(at));
      const states = new Map(done.map(({ id, state }) => [id, state]));
      await moveReminders(trx, settlements, states, asText(at));
      return done.length;
    });
  }

  /** Nothing is written down about somebody who asked to be forgotten meanwhile. */
  async function writeLedger(trx: Kysely<Tables>, settlements: readonly Settlement[], at: string): Promise<void> {
    const tried = settlements.filter(({ outcome }) => outcome !== 'released').map(ledgerRow);
    if (tried.length === 0) return;
    await sql`
      insert into ledger (reminder, kind, planned_at, at, attempt, outcome, error)
      select reminder.id, item.value ->> 'kind', item.value ->> 'planned', cast(${at} as text),
        cast(item.value ->> 'attempt' as integer), item.value ->> 'outcome', item.value ->> 'error'
      from ${rowsOf(tried)} join reminder on reminder.id = item.value ->> 'reminder'
    `.execute(trx);
  }

  /** What a settlement means beyond its message; most mean nothing. */
  async function moveReminders(
    trx: Kysely<Tables>,
    settlements: readonly Settlement[],
    states: ReadonlyMap<string, string>,
    at: string,
  ): Promise<void> {
    const of = (fits: (settlement: Settlement) => boolean) => {
      const fitting = settlements.filter((one) => states.has(one.leased.id) && fits(one));
      return [...new Set(fitting.map(({ leased }) => leased.notices[0].reminder.id))].map((id) => ({ id }));
    };
    const gone = of(({ outcome }) => outcome === 'gone');
    const undelivered = of(({ outcome }) => outcome === 'undelivered');
    const closed = of(({ leased }) => states.get(leased.id) === 'closed');
    const listed = (ids: typeof gone) => sql`(select item.value ->> 'id' from ${rowsOf(ids)})`;
    if (undelivered.length > 0) {
      await sql`update reminder set undelivered = undelivered + 1 where id in ${listed(undelivered)}`.execute(trx);
    }
    if (gone.length > 0) {
      const owners = sql`(select owner from reminder where id in ${listed(gone)})`;
      await sql`update reminder set state = 'suspended' where state = 'active' and owner in ${owners}`.execute(trx);
      await sql`
        update notice set state = 'held', lease = null
        where state = 'open' and reminder in
          (select id from reminder where state = 'suspended' and owner in ${owners})
      `.execute(trx);
    }
    if (closed.length > 0) {
      await sql`
        update reminder set state = 'ended', ended_at = ${at}
        where id in ${listed(closed)} and state = 'active'
          and not exists (select 1 from notice where notice.reminder = reminder.id and notice.state <> 'closed')
      `.execute(trx);
    }
  }

  return {
    ...holder,
    async repair() {
      const limit = asText(now().add(leaseTime).add({ seconds: 30 }));
      const late = db.selectFrom('notice').select('id').where('lease', 'is not', null).where('due_at', '>', limit);
      if ((await late.limit(1).execute()).length === 0) return 0;
      const ended = await db
        .updateTable('notice')
        .set({ due_at: notBeforePlanned(asText(now())) })
        .where('lease', 'is not', null)
        .where('due_at', '>', limit)
        .executeTakeFirst();
      return Number(ended.numUpdatedRows);
    },
    async orphaned() {
      const ended = db.selectFrom('notice').select('id').where('lease', 'is not', null);
      const open = ended.where('due_at', '<=', asText(now())).where('state', '=', 'open');
      return (await open.limit(1).execute()).length > 0;
    },
    lease,
    renew,
    mark,
    overtaken,
    settle,
  };
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
