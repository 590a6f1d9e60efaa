import { type Kysely, sql, type Transaction } from 'kysely';
import {
  mostReminders,
  type Owner,
  type Reminder,
  type ReminderDraft,
  type ReminderResult,
  type Reminders,
} from '../core/reminders.ts';
import { missedNotices, type Planned } from '../rules/occurrences.ts';
import type { IsoDate } from '../rules/schedule.ts';
import {
  asReminder,
  asText,
  chatHash,
  newId,
  nextOf,
  openDraft,
  ownerHash,
  planOf,
  type ReminderTools,
  restoreTime,
  sealDraft,
  settledCycles,
  withSettled,
} from './reminder-rows.ts';
import { createSaid } from './said.ts';
import type { ReminderTable, Tables } from './schema.ts';
import { UnsealError } from './sealing.ts';

/** Most missed messages of one reminder that are counted for a person who comes back. */
const mostCounted = 50;

type Row = Omit<ReminderTable, 'settled' | 'undelivered'> & { readonly settled: string; readonly undelivered: number };
type Open = { readonly trx: Transaction<Tables>; readonly row: Row; readonly draft: ReminderDraft };
type Next = { readonly reminder: string; readonly cycle: string; readonly planned_at: string };

const gone: ReminderResult = { ok: false, why: 'gone' };
const past: ReminderResult = { ok: false, why: 'past' };
const tooMany: ReminderResult = { ok: false, why: 'too-many' };

export function createReminders(tools: ReminderTools): Reminders {
  const { sealing, now, calendar } = tools;
  const { db, engine } = tools.database;
  const forUpdate = engine === 'postgres' ? sql`for update` : sql``;

  /** Reads one of the owner's own and changes it, alone with it. */
  function change(owner: Owner, id: string, act: (open: Open) => Promise<ReminderResult>): Promise<ReminderResult> {
    return db.transaction().execute(async (trx) => {
      const { rows } = await sql<Row>`
        select * from reminder where id = ${id} and owner = ${ownerHash(sealing, owner)} ${forUpdate}
      `.execute(trx);
      const [row] = rows;
      const draft = row && open(row);
      return row && draft ? act({ trx, row, draft }) : gone;
    });
  }

  /** A damaged row is as good as gone. */
  function open(row: Pick<Row, 'id' | 'sealed'>): ReminderDraft | undefined {
    try {
      return openDraft(sealing, row.id, row.sealed).draft;
    } catch (error) {
      if (error instanceof UnsealError) return undefined;
      throw error;
    }
  }

  async function result(trx: Kysely<Tables>, row: Pick<Row, 'id' | 'state'>, draft: ReminderDraft) {
    const [next] = await nextMessages(trx, [row.id]);
    return { ok: true, reminder: asReminder(row, draft, next) } as const;
  }

  /** Plans the message of the schedule that comes next; what was under way for it no longer counts. */
  async function plan(trx: Kysely<Tables>, row: Pick<Row, 'id' | 'platform' | 'chat'>, next: Planned | undefined) {
    if (!next) {
      await trx.updateTable('notice').set({ state: 'closed', lease: null }).where('id', '=', row.id).execute();
      return;
    }
    const at = asText(next.at);
    const fresh = { kind: next.kind, cycle: next.cycle, planned_at: at, due_at: at, state: 'open' } as const;
    const clean = { ...fresh, lease: null, attempts: 0, unsure: 0, marked: 0, message: null, last_error: null };
    await trx
      .insertInto('notice')
      .values({ id: row.id, reminder: row.id, platform: row.platform, chat: row.chat, ...clean })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(clean))
      .execute();
  }

  async function setState(trx: Kysely<Tables>, id: string, state: Row['state']): Promise<void> {
    const ended_at = state === 'ended' ? asText(now()) : null;
    await trx.updateTable('reminder').set({ state, ended_at }).where('id', '=', id).execute();
  }

  function nextFrom(draft: ReminderDraft, settled: string, after = now()): Planned | undefined {
    return nextOf(draft, after, settledCycles(settled), calendar);
  }

  /** Whether it can still help: of a single date, a message before or on it is to come. */
  function comesInTime(draft: ReminderDraft): boolean {
    let next = nextFrom(draft, '');
    if (draft.schedule.kind !== 'once') return next !== undefined;
    while (next && next.kind !== 'lead') next = nextFrom(draft, '', next.at);
    return next !== undefined;
  }

  async function add(owner: Owner, draft: ReminderDraft): Promise<ReminderResult> {
    if (!comesInTime(draft)) return past;
    const id = newId();
    const hash = ownerHash(sealing, owner);
    const chat = chatHash(sealing, owner);
    const { platform, person } = owner;
    return db.transaction().execute(async (trx) => {
      if ((await countOf(trx, hash)) >= mostReminders) return tooMany;
      const sealed = sealDraft(sealing, id, { draft, person, chat: owner.chat });
      const row = { id, owner: hash, chat, platform, sealed, state: 'active' } as const;
      await trx
        .insertInto('reminder')
        .values({ ...row, before_removal: null, ended_at: null, created_at: asText(now()) })
        .execute();
      const next = nextFrom(draft, '');
      await plan(trx, row, next);
      return { ok: true, reminder: asReminder(row, draft, next && asNext(next)) };
    });
  }

  /** How many are not ended. On Postgres two sign-ups at once wait for each other, so that the limit holds. */
  async function countOf(trx: Kysely<Tables>, owner: string): Promise<number> {
    if (engine === 'postgres') await sql`select pg_advisory_xact_lock(hashtextextended(${owner}, 0))`.execute(trx);
    const counted = await trx
      .selectFrom('reminder')
      .select((select) => select.fn.countAll().as('count'))
      .where('owner', '=', owner)
      .where('state', '<>', 'ended')
      .executeTakeFirstOrThrow();
    return Number(counted.count);
  }

  async function list(owner: Owner): Promise<readonly Reminder[]> {
    const rows = await db
      .selectFrom('reminder')
      .select(['id', 'state', 'sealed'])
      .where('owner', '=', ownerHash(sealing, owner))
      .where('state', '<>', 'ended')
      .execute();
    const next = new Map(
      (
        await nextMessages(
          db,
          rows.map(({ id }) => id),
        )
      ).map((one) => [one.reminder, one]),
    );
    const reminders = rows.flatMap((row) => {
      const draft = open(row);
      return draft ? [asReminder(row, draft, next.get(row.id))] : [];
    });
    const order = ({ nextAt }: Reminder) => nextAt?.epochMilliseconds ?? Number.POSITIVE_INFINITY;
    return reminders.sort((left, right) => order(left) - order(right) || 0);
  }

  return {
    add,
    list,
    async find(owner, id) {
      const row = await db
        .selectFrom('reminder')
        .select(['id', 'state', 'sealed'])
        .where('id', '=', id)
        .where('owner', '=', ownerHash(sealing, owner))
        .executeTakeFirst();
      const draft = row && open(row);
      if (!row || !draft) return undefined;
      const [next] = await nextMessages(db, [id]);
      return asReminder(row, draft, next);
    },
    change: (owner, id, changes) =>
      change(owner, id, async ({ trx, row, draft }) => {
        if (row.state === 'ended') return gone;
        const changed = { ...draft, ...changes };
        if (!comesInTime(changed)) return past;
        const content = openDraft(sealing, id, row.sealed);
        const sealed = sealDraft(sealing, id, { ...content, draft: changed });
        const settled = changes.schedule ? '' : row.settled;
        await trx.updateTable('reminder').set({ sealed, settled }).where('id', '=', id).execute();
        if (row.state === 'active') await plan(trx, row, nextFrom(changed, settled));
        return result(trx, row, changed);
      }),
    pause: (owner, id) =>
      change(owner, id, async ({ trx, row, draft }) => {
        if (row.state === 'ended') return gone;
        await setState(trx, id, 'paused');
        await dropSnoozes(trx, id);
        await plan(trx, row, undefined);
        return result(trx, { id, state: 'paused' }, draft);
      }),
    resume: (owner, id) =>
      change(owner, id, async ({ trx, row, draft }) => {
        if (row.state === 'ended') return gone;
        if (row.state === 'active') return result(trx, row, draft);
        const next = nextFrom(draft, row.settled);
        if (!next) return past;
        await setState(trx, id, 'active');
        await plan(trx, row, next);
        return result(trx, { id, state: 'active' }, draft);
      }),
    settleCycle: (owner, id, cycle, how) =>
      change(owner, id, async ({ trx, row, draft }) => {
        if (row.before_removal !== null) return gone;
        const settled = withSettled(row.settled, cycle, how);
        await trx.updateTable('reminder').set({ settled }).where('id', '=', id).execute();
        await dropSnoozes(trx, id, cycle);
        if (row.state !== 'active') return result(trx, row, draft);
        const current = await trx.selectFrom('notice').selectAll().where('id', '=', id).executeTakeFirst();
        const isOnItsWay = current?.state === 'open' && current.planned_at <= asText(now());
        // A message about another due date that is on its way stays.
        if (!isOnItsWay || current.cycle === cycle) await plan(trx, row, nextFrom(draft, settled));
        const state = (await nextMessages(trx, [id])).length > 0 ? 'active' : 'ended';
        if (state === 'ended') await setState(trx, id, state);
        return result(trx, { id, state }, draft);
      }),
    snooze: (owner, id, cycle, until) =>
      change(owner, id, async ({ trx, row, draft }) => {
        if (row.before_removal !== null) return gone;
        if (Temporal.Instant.compare(until, now()) <= 0) return past;
        const at = asText(until);
        const fresh = {
          planned_at: at,
          due_at: at,
          state: 'open',
          lease: null,
          attempts: 0,
          unsure: 0,
          marked: 0,
        } as const;
        const { platform, chat } = row;
        await trx
          .insertInto('notice')
          .values({ id: `${id}.${cycle}`, reminder: id, platform, chat, kind: 'snooze', cycle, ...fresh })
          .onConflict((conflict) => conflict.column('id').doUpdateSet(fresh))
          .execute();
        const state = row.state === 'ended' ? 'active' : row.state;
        if (state !== row.state) await setState(trx, id, state);
        return result(trx, { id, state }, draft);
      }),
    remove: (owner, id) =>
      change(owner, id, async ({ trx, row, draft }) => {
        if (row.before_removal !== null) return gone;
        const removed = { state: 'ended', before_removal: row.state, ended_at: asText(now()) } as const;
        await trx.updateTable('reminder').set(removed).where('id', '=', id).execute();
        await trx.deleteFrom('notice').where('reminder', '=', id).execute();
        return { ok: true, reminder: asReminder({ id, state: 'ended' }, draft) };
      }),
    restore: (owner, id) =>
      change(owner, id, async ({ trx, row, draft }) => {
        const oldest = asText(now().subtract(restoreTime));
        if (row.before_removal === null || row.ended_at === null || row.ended_at < oldest) return gone;
        if ((await countOf(trx, row.owner)) >= mostReminders) return tooMany;
        const next = nextFrom(draft, row.settled);
        const state = row.before_removal === 'active' && !next ? 'ended' : row.before_removal;
        await setState(trx, id, state);
        await trx.updateTable('reminder').set({ before_removal: null }).where('id', '=', id).execute();
        if (state === 'active') await plan(trx, row, next);
        return result(trx, { id, state }, draft);
      }),
    returned,
    said: createSaid(tools),
    async forget(owner) {
      const hash = ownerHash(sealing, owner);
      return db.transaction().execute(async (trx) => {
        const mine = trx.selectFrom('reminder').select('id').where('owner', '=', hash);
        await trx.deleteFrom('ledger').where('reminder', 'in', mine).execute();
        await trx.deleteFrom('notice').where('reminder', 'in', mine).execute();
        const deleted = await trx.deleteFrom('reminder').where('owner', '=', hash).executeTakeFirst();
        return Number(deleted.numDeletedRows);
      });
    },
  };

  async function returned(owner: Owner, here = false): Promise<{ readonly undelivered: number }> {
    const hash = ownerHash(sealing, owner);
    const waiting = db
      .selectFrom('reminder')
      .select('id')
      .where('owner', '=', hash)
      .where((where) => where.or([where('state', '=', 'suspended'), where('undelivered', '>', 0)]));
    const found = await waiting.execute();
    let undelivered = 0;
    for (const { id } of found) {
      await change(owner, id, async ({ trx, row, draft }) => {
        undelivered += row.undelivered;
        await trx.updateTable('reminder').set({ undelivered: 0 }).where('id', '=', id).execute();
        if (row.state !== 'suspended') return result(trx, row, draft);
        undelivered += await missedOf(trx, row, draft);
        await trx.deleteFrom('notice').where('reminder', '=', id).where('kind', '=', 'snooze').execute();
        const next = nextFrom(draft, row.settled);
        const state = next ? 'active' : 'ended';
        await setState(trx, id, state);
        const home = here ? await moveTo(trx, row, owner) : row;
        await plan(trx, home, next);
        return result(trx, { id, state }, draft);
      });
    }
    return { undelivered };
  }

  /** The chat that messages went to may be gone for ever. */
  async function moveTo(trx: Kysely<Tables>, row: Row, owner: Owner): Promise<Row> {
    const chat = chatHash(sealing, owner);
    if (chat === row.chat) return row;
    const content = openDraft(sealing, row.id, row.sealed);
    const sealed = sealDraft(sealing, row.id, { ...content, chat: owner.chat });
    await trx.updateTable('reminder').set({ chat, sealed }).where('id', '=', row.id).execute();
    await trx.updateTable('notice').set({ chat }).where('reminder', '=', row.id).execute();
    return { ...row, chat, sealed };
  }

  /** Messages that were due while the person was gone: of each due date one, and the snoozes. */
  async function missedOf(trx: Kysely<Tables>, row: Row, draft: ReminderDraft): Promise<number> {
    const until = now();
    const held = await trx
      .selectFrom('notice')
      .select(['kind', 'planned_at'])
      .where('reminder', '=', row.id)
      .where('state', '=', 'held')
      .where('planned_at', '<=', asText(until))
      .execute();
    const settled = settledCycles(row.settled);
    const isSettled = (cycle: IsoDate) => settled.includes(cycle);
    return held.reduce((sum, { kind, planned_at }) => {
      if (kind === 'snooze') return sum + 1;
      const first = Temporal.Instant.from(planned_at);
      return sum + missedNotices(planOf(draft), first, until, calendar, isSettled, mostCounted).length;
    }, 0);
  }
}

/** Of each reminder the open message that comes first. */
async function nextMessages(db: Kysely<Tables>, reminders: readonly string[]): Promise<readonly Next[]> {
  if (reminders.length === 0) return [];
  const rows = await db
    .selectFrom('notice')
    .select(['reminder', 'cycle', 'planned_at'])
    .where('reminder', 'in', reminders)
    .where('state', '=', 'open')
    .orderBy('planned_at', 'desc')
    .execute();
  // The last one of a reminder stays, which is its first.
  return [...new Map(rows.map((row) => [row.reminder, row])).values()];
}

async function dropSnoozes(trx: Kysely<Tables>, reminder: string, cycle?: IsoDate): Promise<void> {
  const snoozes = trx.deleteFrom('notice').where('reminder', '=', reminder).where('kind', '=', 'snooze');
  await (cycle === undefined ? snoozes : snoozes.where('cycle', '=', cycle)).execute();
}

function asNext({ cycle, at }: Planned) {
  return { cycle, planned_at: asText(at) };
}
