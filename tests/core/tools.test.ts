import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Incoming, Origin } from '../../src/core/incoming.ts';
import type { Reply } from '../../src/core/reply.ts';
import { respond } from '../../src/core/respond.ts';
import { spokenTool } from '../../src/core/spoken-tools.ts';
import { startBot, type TestBot } from '../bot.ts';

let bot: TestBot;
let updates = 0;

beforeAll(async () => {
  bot = await startBot('2026-11-22T14:40:00Z');
});
afterAll(() => bot.stop());

const today = Temporal.PlainDate.from('2026-11-22');
const toolIn = (text: string) =>
  spokenTool(bot.services.script.simplified(text), bot.services.knowledge(), today)?.tool;

function origin(person: string, part: Partial<Origin> = {}): Origin {
  updates += 1;
  return {
    platform: 'telegram',
    person,
    chat: person,
    audience: 'private',
    locale: 'en',
    update: String(updates),
    ...part,
  };
}

async function answer(incoming: Incoming): Promise<Reply> {
  const [reply] = await respond(incoming, bot.services);
  if (!reply) throw new Error('no reply');
  return reply;
}
const say = (person: string, text: string) => answer({ kind: 'text', origin: origin(person), text });
const press = (person: string, action: string) => answer({ kind: 'press', origin: origin(person), action });
const words = ({ blocks }: Reply) =>
  blocks
    .map((block) => {
      if ('text' in block) return block.text;
      if (block.kind === 'claim') return block.claim.text;
      if (block.kind === 'caution') return block.caution.text;
      return block.kind === 'steps' ? block.items.map(({ text }) => text).join('\n') : '';
    })
    .join('\n');
const actionOf = ({ buttons }: Reply, label: RegExp) => {
  const found = buttons.find((it) => label.test(it.label));
  if (!found) throw new Error(`no button ${label} among ${buttons.map((it) => it.label).join(', ')}`);
  return found.action;
};

describe('plain words for a tool', () => {
  it.each([
    ['check', 'can you check this message'],
    ['check', 'Please check this text message: pay me a deposit first and the loan will be released'],
    ['check', '帮我看看这条短信'],
    ['check', '幫我看看這條簡訊'],
    ['check', '【某某律所】我所律师已就您拖欠一事出具函件，请速与王律师联系'],
    ['log', 'log a call'],
    ['log', '记一笔催收电话'],
    ['log', '催收记录'],
    ['timeline', 'what happens after 60 days'],
    ['timeline', '信用卡逾期60天处于什么阶段'],
    ['deadline', 'payment order received on 7 December'],
    ['deadline', '12月7日收到支付令'],
    ['deadline', '我昨天收到判决书，最晚哪天上诉'],
  ])('reach %s: %s', (tool, text) => {
    expect(toolIn(text)).toBe(tool);
  });

  it('swallow no question of any topic, of any set, and no way of asking', () => {
    const folders = ['samples', 'unseen', 'own'].map((name) => new URL(`../questions/${name}/`, import.meta.url));
    const questions = folders.flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => name.endsWith('.tsv') && !name.startsWith('messages'))
        .flatMap((name) => readFileSync(new URL(name, folder), 'utf8').split('\n'))
        .filter((line) => line.includes('\t'))
        .map((line) => line.slice(line.indexOf('\t') + 1)),
    );
    const { topics, outside } = bot.services.knowledge();
    const asks = [...topics.values()].flatMap(({ asks: { en, zh } }) => [...en, ...zh]);
    const all = [...questions, ...asks, ...outside.en, ...outside.zh];
    expect(all.length).toBeGreaterThan(10_000);
    expect(all.filter((text) => toolIn(text) !== undefined)).toEqual([]);
  });
});

describe('/check', () => {
  it('asks for the message, takes the next text as it, and goes back to questions after it', async () => {
    const asked = await answer({ kind: 'command', origin: origin('c1'), name: 'check', argument: '' });
    expect(asked.form?.id).toBe('check');
    const checked = await say('c1', 'How long does a late payment stay? Transfer it to my personal bank card.');
    expect(words(checked)).toContain('personal bank card');
    expect(checked.outcome.kind).toBe('command');
    expect((await say('c1', 'how long does a late payment stay on my credit report')).outcome).toMatchObject({
      topic: 'record-retention',
    });
  });

  it('is left by a button: the next text is a question again', async () => {
    await answer({ kind: 'command', origin: origin('c2'), name: 'check', argument: '' });
    await press('c2', 'command:start');
    expect((await say('c2', 'how long does a late payment stay on my credit report')).outcome.kind).toBe('answer');
  });

  it('takes what was typed into the window', async () => {
    const answers = { message: '再不还就爆你通讯录' };
    const checked = await answer({ kind: 'form', origin: origin('c3', { locale: 'zh-CN' }), form: 'check', answers });
    expect(words(checked)).toContain('爆你通讯录');
    expect(checked.personal).toBe(true);
  });

  it('cites each finding, and never says that a message is safe or true', async () => {
    const found = await say('c4', 'check this message: We will tell your boss and your parents about your debt today.');
    const claims = found.blocks.filter((block) => block.kind === 'claim');
    expect(claims.length).toBeGreaterThan(0);
    for (const { claim } of claims) expect(claim.citations.length).toBeGreaterThan(0);
    const none = await say('c4', 'check this message: Your bill of 120 yuan is due on 25 November. Thank you.');
    expect(words(none)).toContain('does not mean');
    expect(words(none)).toContain('12368');
    expect(words(none)).not.toMatch(/(?<!whether )\b(it|this message) is (safe|genuine|real|fine)\b/i);
  });

  it('keeps nothing of the message, and logs nothing of it', async () => {
    await say('c5', 'check this message: send the code to zebra99 now, pay a deposit first');
    const entries = await bot.store.database.db.selectFrom('entry').selectAll().execute();
    expect(JSON.stringify(entries)).not.toContain('zebra99');
    expect(JSON.stringify(await bot.services.conversations.get('telegram:c5:c5'))).not.toContain('zebra99');
    expect(bot.services.recent.get('telegram:c5:c5')).toBeUndefined();
    expect(bot.log()).not.toContain('zebra99');
  });
});

describe('/log', () => {
  const note = async (person: string, kind: string, who = 'agency') => {
    await press(person, `log:kind.${kind}`);
    return press(person, `log:add.${kind}.${who}`);
  };

  it('notes a contact in two taps and counts the day against the rules', async () => {
    for (let calls = 0; calls < 3; calls += 1) await note('l1', 'call');
    const third = await note('l1', 'missed');
    expect(words(third)).not.toContain('at most 3');
    const fourth = await note('l1', 'call');
    expect(words(fourth)).toContain('answered 4');
    expect(words(fourth)).toContain('at most 3');
    const claims = fourth.blocks.filter((block) => block.kind === 'claim');
    expect(claims.flatMap(({ claim }) => claim.citations).length).toBeGreaterThan(0);
  });

  it('moves a contact to an earlier time, and tells that it was at night', async () => {
    const noted = await note('l2', 'call');
    const asked = await press('l2', actionOf(noted, /earlier/));
    const night = await press('l2', actionOf(asked, /Today, 22:30/));
    expect(words(night)).toContain('22:30');
    expect(words(night)).toContain('22:00–08:00');
    expect((await press('l2', `log:at.${night.buttons[0]?.action.split('.')[1]}.203001010000`)).outcome.kind).toBe(
      'command',
    );
    expect((await bot.services.contacts.get('telegram:l2'))?.contacts[0]?.at).toContain('2026-11-22T22:30');
  });

  it('takes an entry out again, and only from one person', async () => {
    const noted = await note('l3', 'visit');
    const undo = actionOf(noted, /Undo/);
    expect(words(await press('l3-other', undo))).toContain('no longer exists');
    expect(words(await press('l3', undo))).toContain('Taken out');
    expect((await bot.services.contacts.get('telegram:l3'))?.contacts).toEqual([]);
  });

  it('gives a dated table that Excel reads: with its mark, a row a contact, words that need no quotes', async () => {
    await note('l4', 'others', 'lender');
    await note('l4', 'message', 'unknown');
    const file = (await press('l4', 'log:table')).blocks.find((block) => block.kind === 'file');
    if (file?.kind !== 'file') throw new Error('no file');
    expect([...file.bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = new TextDecoder().decode(file.bytes).trim().split('\r\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(/^Date,Time,Weekday,/);
    expect(lines[1]).toMatch(/^2026-11-22,22:40,Sunday,They contacted others,The lender,0,/i);
  });

  it('keeps at most 500 contacts, the newest, sealed', async () => {
    const contacts = Array.from({ length: 500 }, (_, at) => ({
      id: `old${at}`,
      kind: 'missed' as const,
      who: 'unknown' as const,
      at: '2026-10-01T10:00:00+08:00[Asia/Shanghai]',
    }));
    await bot.services.contacts.set('telegram:l5', { contacts });
    await note('l5', 'call');
    const kept = (await bot.services.contacts.get('telegram:l5'))?.contacts ?? [];
    expect(kept).toHaveLength(500);
    expect(kept.at(-1)?.kind).toBe('call');
    const entries = await bot.store.database.db.selectFrom('entry').selectAll().execute();
    expect(JSON.stringify(entries)).not.toContain('missed');
  });

  it('is shown by /privacy and gone with it', async () => {
    await note('l6', 'call');
    const shown = await answer({ kind: 'command', origin: origin('l6'), name: 'privacy', argument: '' });
    expect(words(shown)).toContain('contact log: 1 entry');
    await press('l6', 'forget:yes');
    expect(await bot.services.contacts.get('telegram:l6')).toBeUndefined();
  });

  it('writes nothing when the store cannot be read, and says so', async () => {
    const down = {
      ...bot.services,
      contacts: { ...bot.services.contacts, get: () => Promise.reject(new Error('down')) },
    };
    const [reply] = await respond({ kind: 'press', origin: origin('l1'), action: 'log:add.call.agency' }, down);
    expect(reply && words(reply)).not.toContain('Noted');
    expect((await bot.services.contacts.get('telegram:l1'))?.contacts.length).toBeGreaterThan(1);
  });

  it('does not know buttons that mean nothing', async () => {
    for (const action of [
      'log:kind.song',
      'log:add.call',
      'log:at.none.x',
      'log:',
      'deadline:none',
      'deadline:payment-order.2026-02-31',
    ])
      expect(words(await press('l7', action)), action).toMatch(/no longer|older message|button/i);
  });
});

describe('/deadline', () => {
  it('gives the last day of a payment order, with its sources, and reminds of it in one tap', async () => {
    const told = await say('d1', 'payment order received on 7 December');
    expect(words(told)).toContain('22 Dec 2026');
    expect(told.outcome).toMatchObject({ kind: 'answer', topic: 'payment-order-received' });
    const reminded = await press('d1', actionOf(told, /Remind me/));
    expect(words(reminded)).toContain('22 Dec 2026');
    const [reminder] = await bot.services.reminders.list({ platform: 'telegram', person: 'd1', chat: 'd1' });
    expect(reminder).toMatchObject({ schedule: { kind: 'once', date: '2026-12-22' }, help: 'payment-order-received' });
    expect(reminder?.label).not.toMatch(/order|court|debt/i);
  });

  it('says that the holidays of a year are not published', async () => {
    const told = await say('d2', '我12月20日收到支付令，最晚哪天提异议');
    expect(words(told)).toContain('2027年1月4日');
    expect(words(told)).toContain('2027年的法定节假日安排还没公布');
  });

  it('says when a day was moved, and from which', async () => {
    const told = await answer({
      kind: 'command',
      origin: origin('d3'),
      name: 'deadline',
      argument: 'summons 2026-11-14',
    });
    expect(words(told)).toContain('30 Nov 2026');
    expect(words(told)).toContain('29 Nov 2026');
  });

  it('asks for what is missing and takes the day in words', async () => {
    const asked = await press('d4', 'deadline:record-objection');
    expect(words(asked)).toContain('objection');
    expect(words(await say('d4', '12 November'))).toContain('2 Dec 2026');
  });

  it('offers no reminder for a day that is over', async () => {
    const told = await answer({
      kind: 'command',
      origin: origin('d5'),
      name: 'deadline',
      argument: 'payment order 2026-10-08',
    });
    expect(words(told)).toMatch(/days ago/);
    expect(told.buttons.map(({ label }) => label)).not.toContain('Remind me');
  });

  it('gives the three times of a complaint to a bank', async () => {
    const told = words(
      await answer({ kind: 'command', origin: origin('d6'), name: 'deadline', argument: 'complaint 2026-11-20' }),
    );
    for (const date of ['5 Dec 2026', '20 Dec 2026', '19 Jan 2027']) expect(told).toContain(date);
  });
});

describe('/timeline', () => {
  it('shows the stages with one marked, what to do and what cannot happen', async () => {
    const shown = await answer({ kind: 'command', origin: origin('t1'), name: 'timeline', argument: 'card, 60 days' });
    const marked = words(shown)
      .split('\n')
      .filter((line) => line.includes('you are here'));
    expect(marked).toHaveLength(1);
    expect(marked[0]).toContain('31-90');
    expect(shown.blocks.some((block) => block.kind === 'caution')).toBe(true);
  });

  it('has every stage of every kind, on its first and last day', async () => {
    for (const { id, stages } of bot.services.knowledge().timelines.values())
      for (const [at, stage] of stages.entries())
        for (const days of [stage.from, (stages[at + 1]?.from ?? stage.from + 1) - 1]) {
          await press('t2', 'flow:timeline.~again');
          const asked = await press('t2', `flow:timeline.kind.${id}`);
          expect(asked.personal).toBe(true);
          if (days === 0) continue;
          const shown = await say('t2', `${days} days`);
          const label = stage.label.en;
          expect(words(shown), `${id} ${days}`).toMatch(new RegExp(`→ .*${label.replace(/[()]/g, '.')}`));
        }
  });
});
