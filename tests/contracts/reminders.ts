import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Outbox, Settlement } from '../../src/core/outbox.ts';
import type { Owner, ReminderDraft, ReminderResult, Reminders } from '../../src/core/reminders.ts';
import { createOutbox } from '../../src/storage/outbox.ts';
import { createReminders } from '../../src/storage/reminders.ts';
import { openStore, type Store } from '../../src/storage/store.ts';
import { sweepReminders } from '../../src/storage/sweep-reminders.ts';

type Engine = { readonly name: string; start(): Promise<{ url(): Promise<string>; stop(): Promise<void> }> };

export const lin: Owner = { platform: 'telegram', person: '4711', chat: '4711' };
const mei: Owner = { platform: 'telegram', person: '4712', chat: '4712' };

/** A card that is due on the 25th of each month, told 3, 1 and 0 days before at nine in Shanghai. */
export const card: ReminderDraft = {
  label: 'Blue card',
  schedule: { kind: 'monthly', day: 25, every: 1, anchor: '2026-11-22' },
  notice: { leadDays: [3, 1, 0], time: '09:00', zone: 'Asia/Shanghai', workingDayBefore: false },
  amount: '2350.80',
  details: false,
  help: 'cannot-pay',
  language: 'en',
};

/** What every engine must do with reminders. */
export function remindersContract(engine: Engine): void {
  describe(`reminders on ${engine.name}`, () => {
    let server: Awaited<ReturnType<Engine['start']>>;
    let store: Store;
    let reminders: Reminders;
    let outbox: Outbox;
    let clock = Temporal.Instant.from('2026-11-20T00:00:00Z');
    const now = () => clock;
    const at = (text: string) => {
      clock = Temporal.Instant.from(text);
    };
    const tools = () => ({
      database: store.database,
      sealing: store.sealing,
      now,
      calendar: () => 'working' as const,
    });
    const added = async (draft: ReminderDraft = card, owner = lin) => idOf(await reminders.add(owner, draft));
    const leaseAll = () => outbox.lease('telegram', 100);
    const settleAll = async (outcome: Settlement['outcome'], more: Partial<Settlement> = {}) => {
      const leased = await leaseAll();
      await outbox.settle(leased.map((one) => ({ leased: one, outcome, ...more })));
      return leased;
    };
    const nextOf = async (id: string) => {
      const found = await reminders.find(lin, id);
      return `${found?.state} ${found?.nextDue ?? '-'} ${found?.nextAt ?? '-'}`;
    };

    beforeAll(async () => {
      server = await engine.start();
    });
    afterAll(async () => {
      await store.close();
      await server.stop();
    });
    beforeEach(async () => {
      if (store) await store.close();
      at('2026-11-20T00:00:00Z');
      const key = randomBytes(32).toString('base64');
      store = await openStore({ DATABASE_URL: await server.url(), DATA_KEY: key, DATA_KEY_FILE: '/nowhere' }, now);
      reminders = createReminders(tools());
      outbox = createOutbox(tools());
    });

    it('keeps a reminder and plans its first message', async () => {
      const id = await added();
      expect(id).toMatch(/^[a-z2-9]{10}$/);
      expect(await reminders.find(lin, id)).toEqual({
        ...card,
        id,
        state: 'active',
        nextDue: '2026-11-25',
        nextAt: Temporal.Instant.from('2026-11-22T01:00:00Z'),
      });
    });

    it('shows nobody else’s', async () => {
      const id = await added();
      expect(await reminders.find(mei, id)).toBeUndefined();
      expect(await reminders.list(mei)).toEqual([]);
      for (const act of ['pause', 'resume', 'remove', 'restore'] as const) {
        expect(await reminders[act](mei, id)).toEqual({ ok: false, why: 'gone' });
      }
      expect(await reminders.forget(mei)).toBe(0);
      expect(await nextOf(id)).toContain('active');
    });

    it('keeps nothing readable of the person', async () => {
      await added({ ...card, label: 'Mum’s loan' });
      at('2026-11-22T01:00:00Z');
      await settleAll('later', { retryAt: clock, error: 'down' });
      const tables = ['reminder', 'notice', 'ledger', 'holder'];
      const rows = await Promise.all(
        tables.map((table) => sql`select * from ${sql.table(table)}`.execute(store.database.db)),
      );
      const dump = JSON.stringify(rows.map((result) => result.rows));
      for (const secret of ['4711', 'Mum', 'loan', '2350', 'Shanghai', 'cannot-pay'])
        expect(dump).not.toContain(secret);
    });

    it('lists by the next message, paused ones last, ended ones not', async () => {
      const late = await added({ ...card, schedule: { kind: 'once', date: '2026-12-24' } });
      const soon = await added();
      const paused = await added();
      const removed = await added();
      await reminders.pause(lin, paused);
      await reminders.remove(lin, removed);
      expect((await reminders.list(lin)).map(({ id }) => id)).toEqual([soon, late, paused]);
    });

    it('takes fifty and no more, ended ones not counted', async () => {
      const ids = await Promise.all(Array.from({ length: 50 }, () => added()));
      expect(await reminders.add(lin, card)).toEqual({ ok: false, why: 'too-many' });
      await reminders.remove(lin, ids[0] ?? '');
      await added();
      expect(await reminders.restore(lin, ids[0] ?? '')).toEqual({ ok: false, why: 'too-many' });
    });

    it('refuses a single date whose messages are all past', async () => {
      at('2026-11-25T06:00:00Z');
      const once = { ...card, schedule: { kind: 'once', date: '2026-11-25' } } as const;
      expect(await reminders.add(lin, once)).toEqual({ ok: false, why: 'past' });
      expect(await reminders.add(lin, { ...once, notice: { ...card.notice, time: '18:00' } })).toMatchObject({
        ok: true,
      });
    });

    it('changes words without touching the plan, and plans anew with a new schedule', async () => {
      const id = await added();
      expect(await reminders.change(lin, id, { label: 'Red' })).toMatchObject({ ok: true, reminder: { label: 'Red' } });
      expect(await nextOf(id)).toBe('active 2026-11-25 2026-11-22T01:00:00Z');
      await reminders.change(lin, id, { schedule: { kind: 'monthly', day: 'last', every: 1, anchor: '2026-11-22' } });
      expect(await nextOf(id)).toBe('active 2026-11-30 2026-11-27T01:00:00Z');
      await reminders.change(lin, id, { notice: { ...card.notice, zone: 'Europe/London' } });
      expect(await nextOf(id)).toBe('active 2026-11-30 2026-11-27T09:00:00Z');
      const once = { schedule: { kind: 'once', date: '2026-11-01' } } as const;
      expect(await reminders.change(lin, id, once)).toEqual({ ok: false, why: 'past' });
    });

    it('says nothing while paused, and goes on from the day of resuming', async () => {
      const id = await added();
      await reminders.pause(lin, id);
      at('2026-11-24T02:00:00Z');
      expect(await leaseAll()).toEqual([]);
      expect(await reminders.resume(lin, id)).toMatchObject({ ok: true, reminder: { state: 'active' } });
      expect(await nextOf(id)).toBe('active 2026-11-25 2026-11-25T01:00:00Z');
    });

    it('tells the messages of a due date one after the other, then those of the next', async () => {
      const id = await added();
      const seen: string[] = [];
      for (let count = 0; count < 5; count += 1) {
        at((await reminders.find(lin, id))?.nextAt?.toString() ?? '');
        const [leased] = await settleAll('delivered');
        seen.push(`${leased?.notices[0].kind} ${leased?.notices[0].cycle} ${leased?.plannedAt}`);
      }
      expect(seen).toEqual([
        'lead 2026-11-25 2026-11-22T01:00:00Z',
        'lead 2026-11-25 2026-11-24T01:00:00Z',
        'lead 2026-11-25 2026-11-25T01:00:00Z',
        'after 2026-11-25 2026-11-26T01:00:00Z',
        'lead 2026-12-25 2026-12-22T01:00:00Z',
      ]);
    });

    it('says no more about a due date that is paid, also when its message is just on its way', async () => {
      const id = await added();
      at('2026-11-22T01:00:00Z');
      const leased = await leaseAll();
      expect(await reminders.settleCycle(lin, id, '2026-11-25', 'paid')).toMatchObject({ ok: true });
      expect(await outbox.settle(leased.map((one) => ({ leased: one, outcome: 'delivered' })))).toBe(0);
      expect(await nextOf(id)).toBe('active 2026-12-25 2026-12-22T01:00:00Z');
    });

    it('keeps a message about another due date that is on its way when one is paid', async () => {
      const id = await added();
      at('2026-11-22T01:00:00Z');
      await reminders.settleCycle(lin, id, '2026-10-25', 'paid');
      expect(await nextOf(id)).toBe('active 2026-11-25 2026-11-22T01:00:00Z');
    });

    it('ends a single date when it is paid', async () => {
      const id = await added({ ...card, schedule: { kind: 'once', date: '2026-11-25' } });
      expect(await reminders.settleCycle(lin, id, '2026-11-25', 'paid')).toMatchObject({
        ok: true,
        reminder: { state: 'ended' },
      });
      expect(await reminders.list(lin)).toEqual([]);
    });

    it('ends a single date after its last message, and a snooze brings it back once', async () => {
      const id = await added({ ...card, schedule: { kind: 'once', date: '2026-11-25' } });
      for (const time of ['2026-11-25T01:00:00Z', '2026-11-26T01:00:00Z']) {
        at(time);
        await settleAll('delivered');
      }
      expect(await nextOf(id)).toBe('ended - -');
      await reminders.snooze(lin, id, '2026-11-25', clock.add({ hours: 1 }));
      expect(await nextOf(id)).toBe('active 2026-11-25 2026-11-26T02:00:00Z');
      at('2026-11-26T02:00:00Z');
      const [leased] = await settleAll('delivered');
      expect(leased?.kind).toBe('snooze');
      expect(await nextOf(id)).toBe('ended - -');
    });

    it('snoozes without moving the schedule', async () => {
      const id = await added();
      at('2026-11-22T01:00:00Z');
      await settleAll('delivered');
      const until = Temporal.Instant.from('2026-11-22T12:00:00Z');
      expect(await reminders.snooze(lin, id, '2026-11-25', until)).toMatchObject({ ok: true });
      expect(await nextOf(id)).toBe('active 2026-11-25 2026-11-22T12:00:00Z');
      at('2026-11-22T12:00:00Z');
      const leased = await settleAll('delivered');
      expect(leased.map(({ kind }) => kind)).toEqual(['snooze']);
      expect(await nextOf(id)).toBe('active 2026-11-25 2026-11-24T01:00:00Z');
      expect(await reminders.snooze(lin, id, '2026-11-25', clock)).toEqual({ ok: false, why: 'past' });
    });

    it('drops the snooze of a due date that is paid', async () => {
      const id = await added();
      await reminders.snooze(lin, id, '2026-11-25', clock.add({ hours: 1 }));
      await reminders.settleCycle(lin, id, '2026-11-25', 'skip');
      at('2026-11-30T00:00:00Z');
      expect(await leaseAll()).toEqual([]);
    });

    it('brings a removed one back within ten minutes, and deletes it after that', async () => {
      const id = await added();
      expect(await reminders.remove(lin, id)).toMatchObject({ ok: true, reminder: { state: 'ended' } });
      expect(await reminders.remove(lin, id)).toEqual({ ok: false, why: 'gone' });
      at('2026-11-20T00:09:00Z');
      expect(await sweepReminders(tools())).toBe(0);
      expect(await reminders.restore(lin, id)).toMatchObject({ ok: true, reminder: { state: 'active' } });
      expect(await nextOf(id)).toBe('active 2026-11-25 2026-11-22T01:00:00Z');
      await reminders.remove(lin, id);
      at('2026-11-20T00:20:00Z');
      expect(await reminders.restore(lin, id)).toEqual({ ok: false, why: 'gone' });
      expect(await sweepReminders(tools())).toBe(1);
      expect(await reminders.find(lin, id)).toBeUndefined();
    });

    it('suspends all reminders of a person who is gone, and plans anew when the person is back', async () => {
      const ids = [await added(), await added({ ...card, schedule: { kind: 'once', date: '2026-12-24' } })];
      at('2026-11-22T01:00:00Z');
      await settleAll('gone');
      expect((await reminders.list(lin)).map(({ state }) => state)).toEqual(['suspended', 'suspended']);
      at('2026-12-22T02:00:00Z');
      expect(await leaseAll()).toEqual([]);
      // November's due date, December's, and the first message of the single date.
      expect(await reminders.returned(lin)).toEqual({ undelivered: 3 });
      expect(await reminders.returned(lin)).toEqual({ undelivered: 0 });
      expect(await nextOf(ids[0] ?? '')).toBe('active 2026-12-25 2026-12-24T01:00:00Z');
      expect(await nextOf(ids[1] ?? '')).toBe('active 2026-12-24 2026-12-23T01:00:00Z');
    });

    it('goes on with the schedule after giving up, and tells how many at the next contact', async () => {
      const id = await added();
      at('2026-11-22T01:00:00Z');
      await settleAll('undelivered', { error: 'outage' });
      expect(await nextOf(id)).toBe('active 2026-11-25 2026-11-24T01:00:00Z');
      expect(await reminders.returned(lin)).toEqual({ undelivered: 1 });
    });

    it('comes back at the time of the next try, with its attempts counted', async () => {
      await added();
      at('2026-11-22T01:00:00Z');
      await settleAll('later', { retryAt: clock.add({ seconds: 30 }), error: 'down' });
      expect(await leaseAll()).toEqual([]);
      at('2026-11-22T01:00:30Z');
      const [second] = await leaseAll();
      expect(second).toMatchObject({ attempts: 2, unsure: 0, kind: 'lead' });
      expect(second?.plannedAt.toString()).toBe('2026-11-22T01:00:00Z');
      const ledger = await store.database.db.selectFrom('ledger').selectAll().execute();
      expect(ledger).toMatchObject([{ outcome: 'later', attempt: 1, error: 'down', at: '2026-11-22T01:00:00.000Z' }]);
    });

    it('gives a message to one process at a time, and to another when the lease has ended', async () => {
      await added();
      at('2026-11-22T01:00:00Z');
      const [first] = await leaseAll();
      expect(await leaseAll()).toEqual([]);
      at('2026-11-22T01:00:21Z');
      const [second] = await leaseAll();
      expect(second).toMatchObject({ attempts: 2, unsure: 0 });
      if (!first || !second) throw new Error('nothing was leased');
      expect(await outbox.mark([first], 'm')).toEqual(new Set());
      expect(await outbox.settle([{ leased: first, outcome: 'delivered' }])).toBe(0);
      expect(await outbox.settle([{ leased: second, outcome: 'delivered' }])).toBe(1);
    });

    it('leaves a message to a process that renews its lease, and knows when nobody does any more', async () => {
      await added();
      at('2026-11-22T01:00:00Z');
      const leased = await leaseAll();
      for (const time of ['2026-11-22T01:00:15Z', '2026-11-22T01:00:30Z', '2026-11-22T01:00:45Z']) {
        at(time);
        expect([await leaseAll(), await outbox.orphaned()]).toEqual([[], false]);
        await outbox.renew(leased);
      }
      at('2026-11-22T01:01:05Z');
      expect(await outbox.orphaned()).toBe(true);
      const again = await leaseAll();
      expect(again).toHaveLength(1);
      await outbox.renew(leased);
      const delivered = (those: typeof again) =>
        outbox.settle(those.map((one) => ({ leased: one, outcome: 'delivered' })));
      expect([await delivered(leased), await delivered(again)]).toEqual([0, 1]);
      expect(await outbox.orphaned()).toBe(false);
    });

    it('counts an answer as something newer, in its own chat alone and until the message is sent again', async () => {
      const id = await added();
      await added(card, mei);
      at('2026-11-22T01:00:00Z');
      await reminders.said(lin);
      await outbox.mark(await leaseAll(), 'm1');
      at('2026-11-22T01:00:10Z');
      await reminders.said(lin);
      at('2026-11-22T01:01:00Z');
      const again = await leaseAll();
      expect(again.map(({ unsure }) => unsure)).toEqual([1, 1]);
      expect(await outbox.overtaken(again)).toEqual(new Set([id]));
      await outbox.mark(again, 'm1');
      expect(await outbox.overtaken(again)).toEqual(new Set());
    });

    it('moves what was suspended to the private chat that the person came back in, and only to such', async () => {
      const server = { ...lin, chat: 'lost' };
      const id = await added(card, server);
      at('2026-11-22T01:00:00Z');
      await settleAll('gone');
      await reminders.returned({ ...lin, chat: 'server' });
      at('2026-11-24T01:00:00Z');
      expect((await settleAll('gone')).map(({ to }) => to.chat)).toEqual(['lost']);
      await reminders.returned({ ...lin, chat: 'private' }, true);
      at('2026-11-25T01:00:00Z');
      const [leased] = await leaseAll();
      expect([leased?.id, leased?.to.chat]).toEqual([id, 'private']);
    });

    it('knows after a crash which messages may have been shown, and which were overtaken', async () => {
      const id = await added();
      await added(card, mei);
      at('2026-11-22T01:00:00Z');
      const leased = await leaseAll();
      const mine = leased.filter(({ to }) => to.person === lin.person);
      expect(await outbox.mark(mine, 'm1')).toEqual(new Set([id]));
      at('2026-11-22T01:03:00Z');
      const again = await leaseAll();
      expect(again.map(({ to, unsure, message }) => [to.person, unsure, message]).sort()).toEqual([
        [lin.person, 1, 'm1'],
        [mei.person, 0, undefined],
      ]);
      expect(again.find(({ unsure }) => unsure > 0)?.notices[0].maybeRepeat).toBe(true);
      expect(await outbox.overtaken(again)).toEqual(new Set());
      await reminders.snooze(lin, id, '2026-11-25', clock.add({ seconds: 1 }));
      at('2026-11-22T01:03:01Z');
      await settleAll('delivered');
      expect(await outbox.overtaken(again)).toEqual(new Set([id]));
    });

    it('takes a leased message back from a clock that was turned back', async () => {
      await added();
      at('2026-11-22T09:00:00Z');
      await leaseAll();
      at('2026-11-22T02:00:00Z');
      expect(await leaseAll()).toEqual([]);
      expect(await outbox.repair()).toBe(1);
      expect(await leaseAll()).toHaveLength(1);
      expect(await outbox.repair()).toBe(0);
    });

    it('leases everything of a chat together, the earliest due date first', async () => {
      await added({ ...card, schedule: { kind: 'once', date: '2026-11-23' } }, mei);
      for (const date of ['2026-11-25', '2026-11-24', '2026-11-23']) {
        await added({ ...card, notice: { ...card.notice, leadDays: [1, 2, 3] }, schedule: { kind: 'once', date } });
      }
      at('2026-11-22T01:00:00Z');
      const leased = await outbox.lease('telegram', 2);
      expect(leased.map(({ notices }) => notices[0].cycle)).toEqual(
        [...leased.map(({ notices }) => notices[0].cycle)].sort(),
      );
      expect(leased.filter(({ to }) => to.person === lin.person)).toHaveLength(3);
    });

    it('tells of each due date that passed during an outage once', async () => {
      await added({ ...card, schedule: { kind: 'weekly', weekday: 3, every: 1, anchor: '2026-11-22' } });
      at('2026-12-07T00:00:00Z');
      const [leased] = await settleAll('delivered');
      expect(leased?.notices.map(({ cycle, kind }) => `${cycle} ${kind}`)).toEqual([
        '2026-11-25 after',
        '2026-12-02 after',
        '2026-12-09 lead',
      ]);
      expect(await leaseAll()).toEqual([]);
    });

    it('forgets everything of a person, leases in flight included', async () => {
      const id = await added();
      await added(card, mei);
      at('2026-11-22T01:00:00Z');
      await settleAll('later', { retryAt: clock });
      const leased = await leaseAll();
      expect(await reminders.forget(lin)).toBe(1);
      const alive = await outbox.mark(leased, 'm');
      expect(alive.size).toBe(1);
      expect(await outbox.settle(leased.map((one) => ({ leased: one, outcome: 'delivered' })))).toBe(1);
      const { db } = store.database;
      const left = [
        await db.selectFrom('reminder').select('id').where('id', '=', id).execute(),
        await db.selectFrom('notice').select('id').where('reminder', '=', id).execute(),
        await db.selectFrom('ledger').select('reminder').where('reminder', '=', id).execute(),
      ];
      expect(left).toEqual([[], [], []]);
    });

    it('sets a damaged row aside instead of meeting it for ever', async () => {
      const id = await added();
      await added(card, mei);
      await store.database.db.updateTable('reminder').set({ sealed: 'v1.broken' }).where('id', '=', id).execute();
      at('2026-11-22T01:00:00Z');
      expect((await leaseAll()).map(({ to }) => to.person)).toEqual([mei.person]);
      expect(await reminders.list(lin)).toEqual([]);
      const row = await store.database.db.selectFrom('notice').select('last_error').where('id', '=', id).execute();
      expect(row).toEqual([{ last_error: 'unsealed' }]);
    });

    it('finds what is due through the index, however many are stored', async () => {
      const query = sql`
        select id, chat from notice
        where state = 'open' and platform = 'telegram' and due_at <= '2026' order by due_at, cycle limit 9
      `;
      const details = await store.database.db.transaction().execute(async (trx) => {
        if (store.database.engine === 'sqlite') return (await sql`explain query plan ${query}`.execute(trx)).rows;
        // So few rows are read faster without an index; with many this is what it chooses.
        await sql`set local enable_seqscan = off`.execute(trx);
        return (await sql`explain ${query}`.execute(trx)).rows;
      });
      expect(JSON.stringify(details)).toContain('notice_due');
      expect(JSON.stringify(details)).not.toMatch(/TEMP B-TREE|Sort/);
    });
  });
}

function idOf(result: ReminderResult): string {
  if (!result.ok) throw new Error(`not added: ${result.why}`);
  return result.reminder.id;
}
