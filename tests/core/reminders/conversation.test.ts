import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Incoming, Origin } from '../../../src/core/incoming.ts';
import type { DueNotice, Reminder } from '../../../src/core/reminders.ts';
import { maximumActionBytes, type Reply } from '../../../src/core/reply.ts';
import { respond } from '../../../src/core/respond.ts';
import { startBot, type TestBot } from '../../bot.ts';

let bot: TestBot;
let update = 0;

beforeEach(async () => {
  bot = await startBot();
});
afterEach(() => bot.stop());

const ada: Origin = { platform: 'telegram', person: '1', chat: '1', audience: 'private', update: '' };
const eve: Origin = { ...ada, person: '2', chat: '2' };
const onDiscord: Origin = { ...ada, platform: 'discord', person: '3', chat: '3' };

async function send(incoming: Incoming): Promise<Reply> {
  const [reply] = await respond(incoming, bot.services);
  if (!reply) throw new Error('no reply');
  for (const { action } of reply.buttons)
    expect(new TextEncoder().encode(action).length).toBeLessThanOrEqual(maximumActionBytes);
  return reply;
}

function origin(from: Origin): Origin {
  update += 1;
  return { ...from, update: String(update) };
}

const say = (from: Origin, text: string) => send({ kind: 'text', origin: origin(from), text });
const press = (from: Origin, action: string) => send({ kind: 'press', origin: origin(from), action });
const tap = (from: Origin, reply: Reply, label: string | RegExp) => press(from, actionOf(reply, label));

function actionOf(reply: Reply, label: string | RegExp): string {
  const found = reply.buttons.find((button) =>
    typeof label === 'string' ? button.label === label : label.test(button.label),
  );
  if (!found) throw new Error(`no button ${label} among ${reply.buttons.map((button) => button.label).join(', ')}`);
  return found.action;
}

function wordsOf(reply: Reply): string {
  return reply.blocks
    .map((block) => ('text' in block ? block.text : 'claim' in block ? block.claim.text : ''))
    .join('\n');
}

const own = (from: Origin) => bot.services.reminders.list(from);

async function signedUp(from: Origin, text: string): Promise<Reminder> {
  await tap(from, await say(from, text), /对，就这样|Yes, set it/);
  const [reminder] = await own(from);
  if (!reminder) throw new Error('nothing was kept');
  return reminder;
}

function due(reminder: Reminder, kind: DueNotice['kind'], cycle: string, from = ada): Incoming {
  const notice = { reminder, cycle, kind, plannedAt: bot.services.now(), maybeRepeat: false };
  return { kind: 'due', origin: origin(from), notices: [notice] };
}

describe('a sign-up', () => {
  it('keeps nothing before it is confirmed, and then all that was said', async () => {
    const shown = await say(ada, '每月25号提醒我还招行信用卡2000，提前三天，早上八点');
    expect(wordsOf(shown)).toContain('2026年11月25日 周三；2026年12月25日 周五；2027年1月25日 周一');
    expect(await own(ada)).toEqual([]);
    await tap(ada, shown, '对，就这样');
    expect(await own(ada)).toMatchObject([
      {
        label: '招行信用卡',
        schedule: { kind: 'monthly', day: 25 },
        notice: { leadDays: [3], time: '08:00', zone: 'Asia/Shanghai' },
        details: false,
      },
    ]);
  });

  it('has messages 3, 1 and 0 days before at nine where nothing was said', async () => {
    const reminder = await signedUp(ada, '每月10号还花呗');
    expect(reminder.notice).toMatchObject({ leadDays: [3, 1, 0], time: '09:00' });
  });

  it('is still there after another question and a day later', async () => {
    const shown = await say(ada, 'remind me about my CMB card on the 25th of every month');
    await say(ada, 'how long does an overdue stay on my credit record');
    const later = { ...bot.services, now: () => bot.services.now().add({ hours: 24 }) };
    await respond({ kind: 'press', origin: origin(ada), action: actionOf(shown, 'Yes, set it') }, later);
    expect(await own(ada)).toMatchObject([{ label: 'CMB card' }]);
  });

  it('is confirmed once: a second press makes no second reminder', async () => {
    const shown = await say(ada, '每月10号还花呗');
    await tap(ada, shown, '对，就这样');
    const again = await tap(ada, shown, '对，就这样');
    expect(await own(ada)).toHaveLength(1);
    expect(wordsOf(again)).toContain('已经结束');
  });

  it('keeps several bills of one message', async () => {
    await tap(ada, await say(ada, '花呗每月10号1500，借呗每月12号800，都提前1天'), '对，就这样');
    expect((await own(ada)).map(({ label }) => label).sort()).toEqual(['借呗', '花呗']);
  });

  it('asks with buttons for the day, and takes a written one too', async () => {
    const asked = await say(ada, '提醒我还花呗');
    const shown = await tap(ada, asked, '10号');
    expect(wordsOf(shown)).toContain('花呗：每月10号');
    await say(eve, 'remind me to pay the car loan');
    expect(wordsOf(await say(eve, 'the 3rd of every month'))).toContain('car loan: day 3 of every month');
  });

  it('lets time, lead days and zone be changed by buttons before it is confirmed', async () => {
    let shown = await say(ada, '每月10号还花呗');
    shown = await tap(ada, await tap(ada, shown, '改时间'), '21:00');
    shown = await tap(ada, await tap(ada, shown, '改提前几天'), '当天');
    shown = await tap(ada, await tap(ada, shown, '换时区'), 'London');
    await tap(ada, shown, '对，就这样');
    expect(await own(ada)).toMatchObject([{ notice: { leadDays: [0], time: '21:00', zone: 'Europe/London' } }]);
  });

  it('says in one sentence why a date cannot be', async () => {
    expect((await say(ada, '2月30号提醒我还款')).outcome).toMatchObject({ kind: 'reminder', error: 'date' });
    expect((await say(ada, 'webank card 2026-10-01')).outcome).toMatchObject({ error: 'past' });
    expect((await say(ada, '每天提醒我还款')).outcome).toMatchObject({ error: 'unsupported', why: 'daily' });
  });

  it('leaves questions about reminders to the answers', async () => {
    for (const text of ['昨天怎么没提醒我', '还款日是哪天', 'how do i change my reminder', 'when is the due date'])
      expect((await say(ada, text)).outcome.kind, text).not.toBe('reminder');
  });

  it('is not begun in a group', async () => {
    const shown = await say({ ...ada, audience: 'shared' }, '每月10号还花呗');
    expect(shown.personal).toBe(true);
    expect(shown.buttons).toEqual([]);
  });

  it('keeps no amount of people on Discord', async () => {
    const reminder = await signedUp(onDiscord, '每月10号还花呗1500');
    expect(reminder.amount).toBeUndefined();
    expect(reminder.details).toBe(false);
  });
});

describe('buttons of somebody else', () => {
  it('do nothing to a reminder that is not their own', async () => {
    const { id } = await signedUp(ada, '每月10号还花呗1500');
    const before = await own(ada);
    const acts = [
      'open',
      'pause',
      'resume',
      'delete',
      'restore',
      'paid.2026-12-10',
      'skip.2026-12-10',
      'snooze.2026-12-10.hour',
      'cant',
      'details.2026-12-10',
      'time.2100',
      'leads.0',
      'workday',
      'repeat',
      'amount',
      'date',
      'name',
      'more',
      'quiet.2200.0800',
      'after.1.3',
    ];
    for (const act of acts) {
      const answer = await press(eve, `reminder:${id}.${act}`);
      expect(wordsOf(answer), act).toContain('已经不在了');
      expect(JSON.stringify(answer), act).not.toMatch(/花呗|1,?500/);
    }
    expect(await own(ada)).toEqual(before);
    expect(await own(eve)).toEqual([]);
  });

  it('do not confirm a draft of another person', async () => {
    const shown = await say(ada, '每月10号还花呗');
    await press(eve, actionOf(shown, '对，就这样'));
    expect([await own(ada), await own(eve)]).toEqual([[], []]);
  });

  it.each([
    'reminder:',
    'reminder:..',
    'reminder:list.-5',
    'reminder:list.x',
    'draft:',
    'draft:REF1.time.9999',
    'draft:REF1.zone.Moon/Base',
    'draft:REF1.day.99',
  ])('that are forged (%s) get a kind answer', async (action) => {
    await say(ada, '每月10号还花呗');
    expect((await press(ada, action)).blocks.length).toBeGreaterThan(0);
    expect(await own(ada)).toEqual([]);
  });
});

describe('a reminder that is due', () => {
  it('shows the label alone and can be paid', async () => {
    const reminder = await signedUp(ada, '每月25号还招行卡2000');
    const message = await send(due(reminder, 'lead', '2026-11-25'));
    expect(wordsOf(message)).toBe('招行卡：3 天后到期');
    await tap(ada, message, '已还');
    expect((await own(ada))[0]?.nextDue).toBe('2026-12-25');
  });

  it('shows the amount only to whoever asked for it', async () => {
    const reminder = await signedUp(ada, '每月25号还招行卡2000');
    await press(ada, `reminder:${reminder.id}.amount`);
    const changed = await bot.services.reminders.find(ada, reminder.id);
    if (!changed) throw new Error('gone');
    expect(wordsOf(await send(due(changed, 'lead', '2026-11-25')))).toContain('2,000');
    expect(wordsOf(await send(due(changed, 'lead', '2026-11-25', onDiscord)))).not.toContain('2,000');
  });

  it('is put off without moving the schedule', async () => {
    const reminder = await signedUp(ada, '每月25号还招行卡');
    const message = await send(due(reminder, 'lead', '2026-11-25'));
    const put = await tap(ada, await tap(ada, message, '晚点再提醒'), '一小时后');
    expect(wordsOf(put)).toContain('13:00');
    const [kept] = await own(ada);
    expect(kept?.schedule).toEqual(reminder.schedule);
    expect(kept?.nextAt?.toString()).toBe('2026-11-22T05:00:00Z');
  });

  it('opens the guidance for that kind of debt when it cannot be paid', async () => {
    const reminder = await signedUp(ada, '每月25号还房贷');
    const help = await tap(ada, await send(due(reminder, 'lead', '2026-11-25')), '还不上');
    expect(help.outcome).toMatchObject({ kind: 'answer', topic: 'mortgage-overdue' });
  });

  it('is kind the day after, with what a day late means', async () => {
    const reminder = await signedUp(ada, '每月25号还招行卡');
    const message = await send(due(reminder, 'after', '2026-11-21'));
    expect(wordsOf(message)).toContain('昨天已到期');
    expect(message.blocks.some(({ kind }) => kind === 'claim')).toBe(true);
    expect(message.buttons.map(({ label }) => label)).toContain('还不上');
  });
});

describe('the list', () => {
  it('pauses, resumes, skips, deletes and brings back', async () => {
    const { id } = await signedUp(ada, '每月25号还招行卡');
    await press(ada, `reminder:${id}.pause`);
    expect((await own(ada))[0]?.state).toBe('paused');
    await press(ada, `reminder:${id}.resume`);
    await press(ada, `reminder:${id}.skip.2026-11-25`);
    expect((await own(ada))[0]?.nextDue).toBe('2026-12-25');
    const deleted = await press(ada, `reminder:${id}.delete`);
    expect(await own(ada)).toEqual([]);
    await tap(ada, deleted, '撤销删除');
    expect((await own(ada))[0]?.id).toBe(id);
  });

  it('takes a new date in words', async () => {
    const { id } = await signedUp(ada, '每月25号还招行卡');
    await press(ada, `reminder:${id}.date`);
    await say(ada, '每月15号');
    expect((await own(ada))[0]?.schedule).toMatchObject({ kind: 'monthly', day: 15 });
  });

  it('takes a new name in words, which keeps the help for that kind of debt', async () => {
    const { id, help } = await signedUp(ada, '每月25号还花呗');
    const more = await press(ada, `reminder:${id}.more`);
    expect(wordsOf(await tap(ada, more, '改名'))).toContain('写下新的名称');
    await say(ada, '  蓝色\n');
    expect((await own(ada))[0]).toMatchObject({ label: '蓝色', help });
  });

  it('takes no question, no long text and nothing after another button for a name', async () => {
    const { id } = await signedUp(ada, '每月25号还花呗');
    await press(ada, `reminder:${id}.name`);
    await say(ada, '逾期三天会上征信吗');
    await press(ada, `reminder:${id}.name`);
    await say(ada, '长'.repeat(61));
    await press(ada, `reminder:${id}.name`);
    await send({ kind: 'command', origin: origin(ada), name: 'reminders', argument: '' });
    await say(ada, '利息太高');
    expect((await own(ada))[0]?.label).toBe('花呗');
  });

  it('takes a new name from a form, where the platform has one', async () => {
    const { id } = await signedUp(onDiscord, '每月25号还花呗');
    const asked = await press(onDiscord, `reminder:${id}.name`);
    expect(asked.form).toMatchObject({ id: `reminder-name:${id}`, fields: [{ maximum: 60 }] });
    await send({ kind: 'form', origin: origin(onDiscord), form: `reminder-name:${id}`, answers: { name: '蓝色' } });
    expect((await own(onDiscord))[0]?.label).toBe('蓝色');
    await send({ kind: 'form', origin: origin(eve), form: `reminder-name:${id}`, answers: { name: '别人' } });
    expect((await own(onDiscord))[0]?.label).toBe('蓝色');
  });

  it('keeps quiet hours, and gives them up again', async () => {
    const { id } = await signedUp(ada, '每月25号还招行卡，提前3天，早上7点');
    const before = (await own(ada))[0]?.nextAt?.toZonedDateTimeISO('Asia/Shanghai').toPlainTime().toString();
    const shown = await tap(ada, await press(ada, `reminder:${id}.quiet`), '22:00–08:00');
    expect(wordsOf(shown)).toContain('22:00到08:00不发消息');
    const within = (await own(ada))[0]?.nextAt?.toZonedDateTimeISO('Asia/Shanghai').toPlainTime().toString();
    expect([before, within]).toEqual(['07:00:00', '08:00:00']);
    expect(wordsOf(await tap(ada, await press(ada, `reminder:${id}.quiet`), '不设'))).not.toContain('不发消息');
    const after = (await own(ada))[0]?.nextAt?.toZonedDateTimeISO('Asia/Shanghai').toPlainTime().toString();
    expect(after).toBe('07:00:00');
  });

  it('writes again some days after the due date when that was chosen, whatever else is changed', async () => {
    const { id } = await signedUp(ada, '每月25号还招行卡，提前3天');
    const shown = await tap(ada, await press(ada, `reminder:${id}.after`), '到期后第1、3和7天');
    expect(wordsOf(shown)).toContain('到期后第1、3和7天也会提醒');
    await press(ada, `reminder:${id}.leads.1.0`);
    expect((await own(ada))[0]?.notice.leadDays.toSorted()).toEqual([-3, -7, 0, 1]);
    await press(ada, `reminder:${id}.after.1`);
    expect((await own(ada))[0]?.notice.leadDays.toSorted()).toEqual([0, 1]);
    await press(ada, `reminder:${id}.after.99`);
    await press(ada, `reminder:${id}.quiet.9999.0000`);
    expect((await own(ada))[0]?.notice).not.toHaveProperty('quiet');
  });

  it('goes on over pages', async () => {
    for (let day = 1; day <= 12; day += 1) {
      await tap(ada, await say(ada, `每月${day}号提醒我还卡${String.fromCodePoint(0x7532 + day)}`), '对，就这样');
    }
    const first = await send({ kind: 'command', origin: origin(ada), name: 'reminders', argument: '' });
    expect(wordsOf(first)).toContain('你的提醒（12）');
    expect(wordsOf(await tap(ada, first, '更多'))).toContain('12.');
  });

  it('comes as a calendar file with an event for each date', async () => {
    await signedUp(ada, '每月31号还招行卡，提前1天和当天');
    const reply = await send({ kind: 'command', origin: origin(ada), name: 'calendar', argument: '' });
    const file = reply.blocks.find((block) => block.kind === 'file');
    const text = new TextDecoder().decode(file?.kind === 'file' ? file.bytes : undefined);
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(24);
    expect(text.match(/BEGIN:VALARM/g)).toHaveLength(48);
    expect(text).toContain('DTSTART;VALUE=DATE:20261130');
    expect(text).toContain('DTSTART;VALUE=DATE:20270228');
  });

  it('is counted in what is kept, and goes with it', async () => {
    await signedUp(ada, '每月25号还招行卡');
    const kept = await send({ kind: 'command', origin: origin(ada), name: 'privacy', argument: '' });
    expect(wordsOf(kept)).toContain('提醒：1 个');
    await press(ada, 'forget:yes');
    expect(await own(ada)).toEqual([]);
  });

  it('never puts a label or an amount into the log', async () => {
    await signedUp(ada, '每月25号还招行卡2000');
    expect(bot.log()).not.toMatch(/招行|2000/);
  });
});
