import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderReply } from '../../../src/adapters/terminal/render.ts';
import type { Incoming, Origin } from '../../../src/core/incoming.ts';
import type { Reply } from '../../../src/core/reply.ts';
import { respond } from '../../../src/core/respond.ts';
import { startBot, type TestBot } from '../../bot.ts';

let bot: TestBot;
let people = 0;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot.stop());

type Person = {
  says(text: string): Promise<string>;
  /** Presses the button with these words. */
  presses(label: string): Promise<string>;
  does(action: string): Promise<string>;
  submits(form: string, answers: Record<string, string>): Promise<string>;
  readonly last: () => Reply;
  readonly origin: Origin;
};

function person(platform: Origin['platform'] = 'telegram'): Person {
  people += 1;
  const id = `p${people}`;
  const origin: Origin = { platform, person: id, chat: id, audience: 'private', update: id, locale: 'en' };
  let replies: readonly Reply[] = [];
  const send = async (incoming: Incoming) => {
    replies = await respond(incoming, bot.services);
    return replies.map((reply) => renderReply(reply, bot.services.translate)).join('\n');
  };
  const last = () => {
    const reply = replies.at(-1);
    if (!reply) throw new Error('nothing was said yet');
    return reply;
  };
  return {
    origin,
    last,
    says: (text) => {
      const command = text.match(/^\/(\w+) ?([\s\S]*)$/);
      return send(
        command
          ? { kind: 'command', origin, name: command[1] ?? '', argument: command[2] ?? '' }
          : { kind: 'text', origin, text },
      );
    },
    presses: (label) => {
      const found = last().buttons.find((it) => it.label === label);
      if (!found)
        throw new Error(
          `no button ${label} among ${last()
            .buttons.map((it) => it.label)
            .join(', ')}`,
        );
      return send({ kind: 'press', origin, action: found.action });
    },
    does: (action) => send({ kind: 'press', origin, action }),
    submits: (form, answers) => send({ kind: 'form', origin, form, answers }),
  };
}

async function toRate(it: Person): Promise<void> {
  await it.says('/cost');
  await it.presses('Credit card');
  await it.says('8k');
  await it.presses('Nothing');
  await it.presses('10%');
}

describe('a flow', () => {
  it('asks one thing at a time and ends in the sum, for the person alone', async () => {
    const it = person();
    await toRate(it);
    expect(await it.says('0.05% a day')).toContain('For how many days');
    const shown = await it.says('20 days');
    expect(shown).toContain('Interest CNY 80, late charge CNY 40: CNY 8,120 to pay in all');
    expect(it.last().personal).toBe(true);
    expect(it.last().outcome).toEqual({ kind: 'answer', topic: 'cost-of-overdue' });
  });

  it('says one clear sentence about a wild number, and asks again', async () => {
    const it = person();
    await it.says('/cost');
    await it.presses('Credit card');
    for (const wild of ['-5', '0', '999999999999999', '1e9', 'a lot']) {
      const shown = await it.says(wild);
      expect(shown, wild).toContain('I could not read that as an amount');
      expect(shown, wild).toContain('How much is the card bill?');
    }
    expect(await it.says('8000')).toContain('How much of this bill have you paid?');
    expect(await it.says('9000')).toContain('Write an amount below the bill');
  });

  it('goes back, and forward again with another answer', async () => {
    const it = person();
    await toRate(it);
    expect(await it.presses('Back')).toContain('What share of the bill');
    expect(await it.says('back')).toContain('How much of this bill');
    expect(await it.presses('The minimum')).toContain('whole bill or on the unpaid part');
  });

  it('goes on after days, from a button or from the command, with nothing lost', async () => {
    const it = person();
    await toRate(it);
    const resume = `flow:cost.~continue`;
    await bot.services.conversations.delete(`telegram:${it.origin.chat}:${it.origin.person}`);
    // Nobody asked for a number just now: it is a message like any other.
    expect(await it.says('20')).not.toContain('For how many days');
    expect(await it.says('/cost')).toContain('You began this before');
    expect(await it.presses('Go on')).toContain("What is the card's rate?");
    expect(await it.does(resume)).toContain("What is the card's rate?");
  });

  it('answers a question in between, and waits', async () => {
    const it = person();
    await toRate(it);
    const shown = await it.says('how long does a late payment stay on my credit report');
    expect(shown).toContain('5 years');
    expect(await it.presses('Go on')).toContain("What is the card's rate?");
  });

  it('notices a crisis in the middle', async () => {
    const it = person();
    await toRate(it);
    await it.says('i want to kill myself');
    expect(it.last().outcome.kind).toBe('crisis');
  });

  it('stops when told to, and a button that is no longer known gets a kind sentence', async () => {
    const it = person();
    await toRate(it);
    expect(await it.says('stop')).toContain('Stopped');
    for (const action of [
      'flow:cost.rate.banana',
      'flow:cost.rate.-5',
      'flow:nothing.rate.5',
      'flow:cost.~explode',
      'flow:cost.extra.1',
      'flow:',
      'flow:plan.balance-31.300000',
      'flow:plan.__proto__.1',
    ])
      expect(await it.does(action), action).toContain('from an earlier version');
  });

  it('keeps nothing for longer than a week unless told to; what is kept is shown and can be deleted', async () => {
    const it = person();
    await it.says('/cost 8000 20 days');
    expect(await bot.services.kept.get(`telegram:${it.origin.person}`)).toBeUndefined();
    expect(await it.presses('Keep this')).toContain('Kept, sealed');
    expect(await it.says('/privacy')).toContain('cost of CNY 8,000 that you asked me to keep');
    await it.says('/cost');
    expect(await it.presses('Open what I kept')).toContain('CNY 8,120');
    expect(it.last().buttons.map(({ label }) => label)).not.toContain('Keep this');
    await it.does('forget:yes');
    expect(await bot.services.kept.get(`telegram:${it.origin.person}`)).toBeUndefined();
    expect(await it.says('/cost')).toContain('What is it about?');
  });

  it('shows one person nothing of another', async () => {
    const [one, other] = [person(), person()];
    await one.says('/cost 8000 20 days');
    await one.presses('Keep this');
    expect(await other.does('flow:cost.~open')).toContain('What is it about?');
    expect(await other.does('flow:cost.~continue')).not.toContain('8,000');
    expect(await other.says('/privacy')).not.toContain('8,000');
  });

  it('takes words through a window on Discord, and keeps nothing there', async () => {
    const it = person('discord');
    await it.says('/cost');
    await it.presses('Credit card');
    await it.presses('Write it');
    expect(it.last().form?.id).toBe('flow:cost');
    expect(await it.submits('flow:cost', { words: '8k' })).toContain('How much of this bill');
    await it.says('/cost 8000 20 days');
    expect(it.last().buttons.map(({ label }) => label)).not.toContain('Keep this');
    await it.does('flow:cost.~keep');
    expect(await bot.services.kept.get(`discord:${it.origin.person}`)).toBeUndefined();
  });

  it('says so when the answers cannot be saved, instead of asking the same again', async () => {
    const origin: Origin = {
      platform: 'telegram',
      person: 'x',
      chat: 'x',
      audience: 'private',
      update: 'x',
      locale: 'en',
    };
    const down = { ...bot.services.progress, set: async () => Promise.reject(new Error('down')) };
    const [reply] = await respond(
      { kind: 'press', origin, action: 'flow:cost.kind.card' },
      { ...bot.services, progress: down },
    );
    expect(reply && renderReply(reply, bot.services.translate)).toContain('I could not save that');
  });

  it('leaves no amount and no name in the log', async () => {
    const it = person();
    await it.says('/plan');
    await it.says('8000');
    await it.says('5000');
    await it.says('Auntie Zhao 12345 12% min 600 5th');
    await it.presses('No, that is all');
    expect(bot.log()).not.toMatch(/12345|Zhao|8000/);
  });
});

describe('the plan', () => {
  it('is made of a pasted case, whatever its language and signs', async () => {
    const it = person();
    const shown = await it.says(
      'income 9000\nliving costs 5,000\nCMB card, 12,000, 18% a year, min 600, 5th\nHuabei: 8000 0.05% a day min 800 on the 10th\ncar loan | 20000 | 6% | monthly 1500',
    );
    expect(shown).toContain('You owe CNY 40,000. After living costs CNY 4,000 is left');
    expect(shown).toContain('CMB card: CNY');
    expect(shown).toContain('by day 5');
    expect(shown).toMatch(/\d+ months, CNY [\d,.]+ interest/);
  });

  it('begins with the shortfall when the minimums cannot be met', async () => {
    const it = person();
    await it.says('/plan');
    await it.says('6000');
    await it.says('4000');
    const shown = await it.says('房贷 300000 4% 月供2500\n招行卡 50000 日息万五 最低5000\n借呗 20000 年化14% 月还1800');
    expect(shown).toContain('2,000');
    expect(shown).toContain('7,300');
    expect(shown).toMatch(/60个月|60 months/);
    expect(shown).toMatch(/房贷|house/);
  });

  it('tells what more money changes, and shows the months with a table to keep', async () => {
    const it = person();
    await it.says('/plan CMB card 12000 18% a year min 600 5th\nHuabei 8000 24% a year min 800');
    await it.says('8000');
    await it.says('5000');
    expect(await it.presses('CNY 1,000 more')).toContain('With CNY 1,000 more each month');
    const shown = await it.presses('Month by month');
    expect(shown).toContain('2026-12: pay CNY 3,000');
    const file = it.last().blocks.find((block) => block.kind === 'file');
    const table = file && new TextDecoder().decode(file.bytes);
    expect(table?.split('\r\n')[0]).toContain('CMB card paid');
    expect(table?.split('\r\n').length).toBeGreaterThan(5);
    expect(await it.presses('Back to the plan')).toContain('Dearest first');
  });

  it('does not let a name run as a formula in the table', async () => {
    const it = person();
    await it.says('/plan Safe 1000 12% min 100\nOther 2000 12% min 100');
    await it.says('8000');
    await it.says('5000');
    await it.does('flow:plan.~again');
    await it.says('8000');
    await it.says('5000');
    await it.says('@SUM(A1:A9) x 1000 12% min 100\nplain 1000 12% min 100');
    await it.does('flow:plan.view.months');
    const file = it.last().blocks.find((block) => block.kind === 'file');
    const table = file ? new TextDecoder().decode(file.bytes) : '';
    expect(table).toContain('plain');
    expect(table).not.toMatch(/(^|,|\n)"?[=+@-][A-Z]/);
  });
});
