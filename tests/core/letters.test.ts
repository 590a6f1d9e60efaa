import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { letterLine } from '../../src/cli/inbox.ts';
import type { Incoming } from '../../src/core/incoming.ts';
import { withoutNumbers } from '../../src/core/letterbox.ts';
import { createRecent } from '../../src/core/recent.ts';
import type { Reply } from '../../src/core/reply.ts';
import { respond } from '../../src/core/respond.ts';
import { startBot, type TestBot } from '../bot.ts';

let bot: TestBot;
let update = 0;
beforeEach(async () => {
  bot = await startBot();
});
afterEach(() => bot.stop());

function origin(person = 'secret-person-id') {
  update += 1;
  return { platform: 'telegram', person, chat: person, audience: 'private', update: String(update) } as const;
}
async function send(incoming: Incoming): Promise<Reply> {
  const [reply] = await respond(incoming, bot.services);
  if (!reply) throw new Error('no reply');
  return reply;
}
const say = (text: string, person?: string) => send({ kind: 'text', origin: origin(person), text });
const press = (action: string, person?: string) => send({ kind: 'press', origin: origin(person), action });
const command = (name: string, argument = '') => send({ kind: 'command', origin: origin(), name, argument });
const words = (reply: Reply) => reply.blocks.map((block) => ('text' in block ? block.text : '')).join('\n');
const letters = () => bot.store.letterbox.list();

describe('a receipt', () => {
  it('ends an answer with its id and the oldest day of its checks', async () => {
    expect((await say('逾期记录会在征信上保留几年')).receipt).toBe(
      '一般信息，不是法律意见 · record-retention · 核对于2026-11-22',
    );
    expect((await press('facts:record-retention')).receipt).toContain('record-retention · ');
    expect((await command('ask', 'how long does a late payment stay on my report')).receipt).toBe(
      'General information, not legal advice · record-retention · checked 2026-11-22',
    );
  });

  it('is the id alone where nothing is cited, and absent where nothing is answered', async () => {
    expect((await press('topic:privacy')).receipt).toBe('一般信息，不是法律意见 · privacy');
    expect((await command('help')).receipt).toBeUndefined();
  });
});

describe('why', () => {
  it('names the words that led to the answer, and the closest question', async () => {
    await say('逾期记录会在征信上保留几年');
    const reply = await command('why');
    expect(words(reply)).toMatch(/这些词指向它：.*(保留|记录)/);
    expect(words(reply)).toContain('最接近的问法');
    expect(reply.buttons.map((it) => it.action)).toContain('command:wrong');
  });

  it('understands plain words in either language, and Traditional', async () => {
    await say('how long does a late payment stay on my report');
    expect(words(await say('why this answer?'))).toContain('these words spoke for it');
    await say('逾期記錄會在徵信上保留多久');
    expect(words(await say('為什麼這麼答'))).toMatch(/這些詞指向它/);
  });

  it('keeps the message in memory alone, and says so when it is gone', async () => {
    await say('逾期记录会在征信上保留几年');
    const rows = await bot.store.database.db.selectFrom('entry').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain('保留几年');
    bot.services.recent.delete('telegram:secret-person-id:secret-person-id');
    expect(words(await command('why'))).toContain('已经不在了');
    expect(words(await command('why', '逾期记录会在征信上保留几年'))).toContain('这些词指向它');
  });

  it('forgets after half an hour, and keeps the newest two thousand', () => {
    let now = Temporal.Instant.from('2026-11-22T04:00:00Z');
    const recent = createRecent(() => now);
    for (let index = 0; index < 2_100; index += 1) recent.set(String(index), { words: 'x', found: true });
    expect(recent.get('0')).toBeUndefined();
    expect(recent.get('2099')).toEqual({ words: 'x', found: true });
    now = now.add({ minutes: 31 });
    expect(recent.get('2099')).toBeUndefined();
  });
});

describe('this is wrong', () => {
  it('takes the next sentence, says thanks, and keeps it without who wrote it', async () => {
    await say('逾期记录会在征信上保留几年');
    const asked = await command('wrong');
    expect(asked.form).toMatchObject({ id: 'wrong', fields: [{ id: 'sentence' }] });
    expect(words(await say('我的银行说是七年，电话13812345678'))).toContain('谢谢');
    expect(await letters()).toEqual([
      {
        id: expect.stringMatching(/^[a-z2-9]{8}$/),
        kind: 'wrong',
        topic: 'record-retention',
        language: 'zh-Hans',
        day: '2026-11-22',
        words: '我的银行说是七年，电话…',
      },
    ]);
    expect(bot.log()).not.toContain('七年');
    expect((await say('那要多久')).outcome.topic).toBe('record-retention');
  });

  it('is sealed in the database, and no column leads to the person', async () => {
    await say('逾期记录会在征信上保留几年');
    await command('wrong', '应该是七年');
    const rows = await bot.store.database.db.selectFrom('letter').selectAll().execute();
    expect(Object.keys(rows[0] ?? {}).toSorted()).toEqual(['day', 'id', 'sealed']);
    expect(JSON.stringify(rows)).not.toMatch(/七年|secret-person|record-retention/);
  });

  it('comes from a modal too, and from plain words about the topic in hand', async () => {
    await press('topic:record-retention');
    expect((await say('这个回答不对')).form?.id).toBe('wrong');
    await send({ kind: 'form', origin: origin(), form: 'wrong', answers: { sentence: '已经改了' } });
    expect(await letters()).toMatchObject([{ words: '已经改了', topic: 'record-retention' }]);
  });

  it('lets go of whoever presses another button or sends a command', async () => {
    await command('wrong');
    await command('start');
    expect((await say('逾期记录会在征信上保留几年')).outcome.topic).toBe('record-retention');
    await command('wrong');
    await press('topic:late-by-a-day');
    await say('逾期记录会在征信上保留几年');
    expect(await letters()).toEqual([]);
  });

  it('says so when the letter cannot be kept', async () => {
    await bot.store.database.db.schema.dropTable('letter').execute();
    expect(words(await command('wrong', 'it changed in spring'))).toContain('could not save');
    expect(words(await command('wrong', '   ...13812345678'))).not.toBe('');
  });
});

describe('questions without an answer', () => {
  const question = '帮我写一首关于秋天的诗';

  it('are kept by nobody until the person agrees', async () => {
    const reply = await say(question);
    expect(reply.outcome.kind).toBe('abstain');
    expect(reply.buttons.map((it) => it.action)).toEqual(['command:topics', 'share:yes', 'share:no']);
    expect(await letters()).toEqual([]);
  });

  it('are offered to be kept once a conversation, and never after a no', async () => {
    await say(question);
    expect((await say(question)).buttons.map((it) => it.action)).toEqual(['command:topics']);
    expect((await say(question, 'another')).buttons).toHaveLength(3);
    await press('share:no', 'another');
    expect((await say(question, 'another')).buttons).toHaveLength(1);
    expect(await letters()).toEqual([]);
  });

  it('are kept after a yes, the one that led to it included, until /privacy stops it', async () => {
    await say(question);
    await press('share:yes');
    await say('今天天气怎么样');
    expect((await letters()).map((it) => [it.kind, it.words]).toSorted()).toEqual([
      ['unanswered', '今天天气怎么样'],
      ['unanswered', question],
    ]);
    const privacy = await command('privacy');
    expect(words(privacy)).toContain('你同意过');
    expect(privacy.buttons.map((it) => it.action)).toContain('share:no');
    await press('share:no');
    await say('明天会下雨吗');
    expect(await letters()).toHaveLength(2);
    await press('forget:yes');
    expect(words(await command('privacy'))).not.toContain('你选择了');
  });

  it('that have an answer are never kept', async () => {
    await press('share:yes');
    await say('逾期记录会在征信上保留几年');
    expect(await letters()).toEqual([]);
  });
});

describe('the operator', () => {
  it('reads letters one a line, without what would move the cursor, and deletes what is done', async () => {
    await command('wrong', 'line one\nline two \u001b[31mred');
    const [letter] = await letters();
    if (!letter) throw new Error('no letter');
    const line = letterLine(letter);
    expect(line).toContain(`${letter.id}  2026-11-22  wrong: no topic  en  line one line two  [31mred`);
    expect(line).not.toMatch(/\p{Cc}/u);
    expect(await bot.store.letterbox.remove([letter.id, 'nothing'])).toBe(1);
    expect(await letters()).toEqual([]);
  });

  it('keeps letters for half a year', async () => {
    await bot.store.letterbox.add({ kind: 'wrong', words: 'old', language: 'en', day: '2026-05-01' });
    await bot.store.letterbox.add({ kind: 'wrong', words: 'new', language: 'en', day: '2026-06-30' });
    await bot.store.sweep();
    expect((await letters()).map((it) => it.words)).toEqual(['new']);
  });

  it.each([
    ['call me on 138 1234 5678 please', 'call me on … please'],
    ['my id 11010119900307123X', 'my id …'],
    ['write to li.wei@example.com', 'write to …'],
    ['2021年逾期，2026年还清，50,000元', '2021年逾期，2026年还清，50,000元'],
  ])('is not shown numbers that lead to a person: %s', (before, after) => {
    expect(withoutNumbers(before)).toBe(after);
  });
});
