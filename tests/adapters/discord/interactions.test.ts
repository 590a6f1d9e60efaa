import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { button, type Form } from '../../../src/core/reply.ts';
import { eventually } from '../../servers/discord/person.ts';
import { type Bot, reply, startBot } from './set-up.ts';

const form: Form = {
  id: 'debts',
  title: 'Your debts',
  fields: [{ id: 'amount', label: 'How much', maximum: 20, long: false }],
};

const long = 'A sentence that goes on for a while. '.repeat(150);

/** Milliseconds; the set-up defers after 200. */
const slow = 300;

function callbacks(bot: Bot): readonly unknown[] {
  return bot.server.requests
    .filter(({ route }) => route.endsWith('/callback'))
    .map(({ body }) => (typeof body === 'object' && body !== null && 'type' in body ? body.type : undefined));
}

describe('a slash command', () => {
  test('in a private chat is answered plainly', async () => {
    await using bot = await startBot(() => [reply('The answer.')]);
    const person = bot.server.person({ locale: 'zh-CN' });
    person.slash('ask', { question: '逾期' });
    expect(await person.shown()).toMatchObject([{ text: 'The answer.', ephemeral: false }]);
    expect(bot.received).toMatchObject([
      { kind: 'command', name: 'ask', argument: '逾期', origin: { audience: 'private', locale: 'zh-CN' } },
    ]);
    await eventually('an outcome', () => bot.outcomes[0]);
    expect(bot.outcomes).toEqual([{ kind: 'delivered' }]);
    expect(callbacks(bot)).toEqual([4]);
  });

  test('in a server and in a group is answered for one person alone', async () => {
    await using bot = await startBot(() => [reply('The answer.')]);
    const other = bot.server.person({ room: 'guild' });
    for (const room of ['guild', 'group'] as const) {
      const person = bot.server.person({ room });
      person.slash('ask', { question: 'overdue' });
      expect(await person.shown()).toMatchObject([{ text: 'The answer.', ephemeral: true }]);
    }
    expect(other.messages()).toEqual([]);
  });

  test('in the menu of a message brings the words of that message, and is answered for one person alone', async () => {
    await using bot = await startBot(() => [reply('Found.', { personal: true })]);
    const person = bot.server.person({ room: 'guild' });
    person.onMessage('check', 'Pay me\na deposit first');
    expect(await person.shown()).toMatchObject([{ text: 'Found.', ephemeral: true }]);
    expect(bot.received).toMatchObject([{ kind: 'command', name: 'check', argument: 'Pay me\na deposit first' }]);
  });

  test('asked to be public is answered for everybody, unless the answer is personal', async () => {
    await using bot = await startBot((incoming) => [
      reply('The answer.', { personal: incoming.kind === 'command' && incoming.argument === 'mine' }),
    ]);
    const person = bot.server.person({ room: 'guild' });
    const other = bot.server.person({ room: 'guild' });
    person.slash('ask', { question: 'overdue', public: true });
    expect(await person.shown()).toMatchObject([{ ephemeral: false }]);
    expect(other.messages()).toHaveLength(1);
    person.slash('ask', { question: 'mine', public: true });
    expect(await person.shown()).toMatchObject([{ ephemeral: true }]);
    expect(other.messages()).toHaveLength(1);
  });

  test('that takes long is deferred first, and nobody else sees that either', async () => {
    await using bot = await startBot(async () => {
      await wait(slow);
      return [reply('The late answer.')];
    });
    const person = bot.server.person({ room: 'guild' });
    const other = bot.server.person({ room: 'guild' });
    person.slash('ask', { question: 'overdue' });
    await eventually('a deferral', () => person.messages().find((message) => message.loading));
    expect(other.messages()).toEqual([]);
    expect(await person.shown()).toMatchObject([{ text: 'The late answer.', ephemeral: true }]);
    expect(callbacks(bot)).toEqual([5]);
    expect(person.messages()).toHaveLength(1);
  });

  test('that was deferred for everybody still shows a personal answer to one alone', async () => {
    await using bot = await startBot(async () => {
      await wait(slow);
      return [reply('Your plan.', { personal: true })];
    });
    const person = bot.server.person({ room: 'guild' });
    const other = bot.server.person({ room: 'guild' });
    person.slash('ask', { question: 'mine', public: true });
    expect((await person.shown(2)).map(({ text, ephemeral }) => [text.slice(0, 31), ephemeral])).toEqual([
      ['This answer is for you alone. I', false],
      ['Your plan.', true],
    ]);
    expect(other.messages().map(({ text }) => text)).not.toContain('Your plan.');
  });

  test('with a long answer gets further messages of the same visibility, buttons on the last', async () => {
    await using bot = await startBot(() => [reply(long, { buttons: [button('next', '1', 'Go on')] })]);
    const person = bot.server.person({ room: 'guild' });
    person.slash('ask', { question: 'overdue' });
    const shown = await person.shown(3);
    expect(shown.map(({ ephemeral, buttons }) => [ephemeral, buttons])).toEqual([
      [true, []],
      [true, []],
      [true, ['Go on']],
    ]);
  });

  test('without an answer leaves nobody waiting', async () => {
    await using bot = await startBot(async () => {
      await wait(slow);
      return [];
    });
    const person = bot.server.person();
    person.slash('ask', { question: 'overdue' });
    await eventually('a deferral', () => person.messages().find((message) => message.loading));
    await eventually('its end', () => (person.messages().length === 0 ? true : undefined));
  });

  test('with files brings them whole, also when deferred', async () => {
    const bytes = new TextEncoder().encode('BEGIN:VCALENDAR');
    await using bot = await startBot(async (incoming) => {
      if (incoming.kind === 'command' && incoming.argument === 'late') await wait(slow);
      const blocks = [{ kind: 'file', name: 'dates.ics', mime: 'text/calendar', bytes } as const];
      return [reply('', { blocks })];
    });
    const person = bot.server.person();
    for (const when of ['now', 'late']) {
      person.slash('dates', { when });
      expect((await person.shown())[0]?.files).toEqual([{ name: 'dates.ics', bytes }]);
    }
  });

  test('that was answered too late is harmless and noted without ids', async () => {
    await using bot = await startBot(
      async () => {
        await wait(60);
        return [reply('Too late.')];
      },
      { world: { acknowledgeWithin: 20 } },
    );
    const person = bot.server.person();
    person.slash('ask', { question: 'overdue' });
    await eventually('an outcome', () => bot.outcomes[0]);
    expect(bot.outcomes).toEqual([{ kind: 'gone', reason: 'The interaction has expired' }]);
    expect(bot.notes.lines.filter((line) => line.includes('expired'))).toEqual([
      'info A Discord interaction expired before it was answered {}',
    ]);
  });

  test('whose acknowledgement is lost on the way back is shown once and delivered', async () => {
    await using bot = await startBot(() => [reply('The answer.')]);
    bot.server.fail(/callback$/, { kind: 'cut-after' });
    const person = bot.server.person();
    person.slash('ask', { question: 'overdue' });
    await eventually('an outcome', () => bot.outcomes[0]);
    expect(bot.outcomes).toEqual([{ kind: 'delivered' }]);
    expect(person.messages()).toHaveLength(1);
  });

  test('meets two faults of Discord and is answered all the same', async () => {
    await using bot = await startBot(() => [reply(long)]);
    const person = bot.server.person();
    bot.server.fail(/callback$/, { kind: 'status', status: 502 }, 2);
    bot.server.fail(/webhooks/, { kind: 'status', status: 500 }, 1);
    person.slash('ask', { question: 'overdue' });
    expect(await person.shown(3)).toHaveLength(3);
    await eventually('an outcome', () => bot.outcomes[0]);
    expect(bot.outcomes).toEqual([{ kind: 'delivered' }]);
  });

  test('whose further message may have been shown is unknown, and not shown twice', async () => {
    await using bot = await startBot(() => [reply(long)]);
    const person = bot.server.person();
    bot.server.fail(/webhooks/, { kind: 'cut-after' }, 1);
    person.slash('ask', { question: 'overdue' });
    await eventually('an outcome', () => bot.outcomes[0]);
    expect(bot.outcomes).toMatchObject([{ kind: 'unknown' }]);
    expect(person.messages()).toHaveLength(2);
  });
});

describe('a button', () => {
  test('pressed in a server is answered for one person alone', async () => {
    await using bot = await startBot((incoming) => [
      reply(incoming.kind === 'press' ? `You pressed ${incoming.action}.` : 'Which?', {
        buttons: [button('topic', 'credit', 'Credit')],
      }),
    ]);
    const person = bot.server.person({ room: 'guild' });
    const other = bot.server.person({ room: 'guild' });
    person.slash('ask', { question: 'which', public: true });
    await other.shown();
    other.press('Credit');
    expect((await other.shown()).at(-1)).toMatchObject({ text: 'You pressed topic:credit.', ephemeral: true });
    expect(person.messages()).toHaveLength(1);
    expect(bot.received[1]?.origin).toMatchObject({ person: other.id, audience: 'shared' });
  });

  test('that leads nowhere is acknowledged without a word', async () => {
    await using bot = await startBot((incoming) =>
      incoming.kind === 'press' ? [] : [reply('Which?', { buttons: [button('topic', 'credit', 'Credit')] })],
    );
    const person = bot.server.person();
    person.dm('hello');
    await person.shown();
    person.press('Credit');
    await eventually('an acknowledgement', () => (callbacks(bot).length > 0 ? true : undefined));
    expect(callbacks(bot)).toEqual([6]);
    expect(person.messages()).toHaveLength(1);
  });
});

describe('a form', () => {
  test('opens as a modal in place of the words, and comes back filled', async () => {
    await using bot = await startBot((incoming) =>
      incoming.kind === 'form' ? [reply('Noted.')] : [reply('How much is it?', { form })],
    );
    const person = bot.server.person({ room: 'guild' });
    person.slash('plan');
    expect(await person.modal()).toMatchObject({ title: 'Your debts', inputs: [{ label: 'How much' }] });
    expect(person.messages()).toEqual([]);
    await person.submitModal({ 'How much': '3000' });
    expect(await person.shown()).toMatchObject([{ text: 'Noted.', ephemeral: true }]);
    expect(bot.received[1]).toMatchObject({ kind: 'form', form: 'debts', answers: { amount: '3000' } });
  });

  test('opens also from a button, with the other replies beside it', async () => {
    await using bot = await startBot((incoming) =>
      incoming.kind === 'press'
        ? [reply('First this.'), reply('How much is it?', { form })]
        : [reply('Start?', { buttons: [button('plan', '', 'Start')] })],
    );
    const person = bot.server.person();
    person.slash('plan');
    await person.shown();
    person.press('Start');
    await person.modal();
    expect(await person.shown()).toMatchObject([{ text: 'First this.' }]);
  });

  test('is asked in words where none can open: after a form, and when it took too long', async () => {
    await using bot = await startBot(async (incoming) => {
      if (incoming.kind === 'command' && incoming.name === 'late') await wait(slow);
      return [reply(incoming.kind === 'form' ? 'And the rate?' : 'How much is it?', { form })];
    });
    const person = bot.server.person();
    person.slash('plan');
    await person.submitModal({ amount: '3000' });
    expect(await person.shown()).toMatchObject([{ text: 'And the rate?' }]);
    person.slash('late');
    expect(await person.shown()).toMatchObject([{ text: 'How much is it?' }]);
  });
});

describe('typing', () => {
  test('is met with suggestions in the language of the client, never more than 25', async () => {
    await using bot = await startBot(() => [], {
      suggest: (command, typed, language) =>
        Array.from({ length: 30 }, (_, index) => ({
          value: `${command}-${typed}-${index}`,
          label: language.repeat(30),
        })),
    });
    const chinese = await bot.server.person({ locale: 'zh-CN' }).autocomplete('ask', 'question', '逾');
    expect(chinese).toHaveLength(25);
    expect(chinese[0]?.value).toBe('ask-逾-0');
    expect(chinese[0]?.name).toMatch(/^(zh-Hans)+/);
    const english = await bot.server.person({ locale: 'fr', room: 'guild' }).autocomplete('ask', 'question', 'o');
    expect(english[0]?.name).toMatch(/^(en)+…?$/);
    expect(bot.received).toEqual([]);
  });

  test('survives a fault in the suggestions', async () => {
    await using bot = await startBot(() => [reply('Still here.')], {
      suggest: () => {
        throw new Error('a fault of the test');
      },
    });
    const person = bot.server.person();
    void person.autocomplete('ask', 'question', 'o').catch(() => undefined);
    person.slash('ask', { question: 'overdue' });
    expect(await person.shown()).toMatchObject([{ text: 'Still here.' }]);
  });
});
