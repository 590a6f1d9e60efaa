import { describe, expect, test } from 'vitest';
import { button } from '../../../src/core/reply.ts';
import { reply, startBot } from './set-up.ts';

const long = 'A sentence that goes on for a while. '.repeat(150);

describe('a mention in a server', () => {
  test('is answered in the channel; other talk is not even noticed', async () => {
    await using bot = await startBot(() => [reply('The answer.')]);
    const person = bot.server.person({ room: 'guild' });
    const other = bot.server.person({ room: 'guild' });
    person.say('nobody asked the bot');
    person.mention('what does overdue mean');
    await person.shown();
    expect(other.messages()).toMatchObject([{ text: 'The answer.', ephemeral: false }]);
    expect(bot.received).toMatchObject([
      { kind: 'text', text: 'what does overdue mean', origin: { audience: 'shared', person: person.id } },
    ]);
  });

  test('is answered in the private chat when the answer is personal', async () => {
    await using bot = await startBot(() => [reply('Your plan.', { personal: true })]);
    const person = bot.server.person({ room: 'guild' });
    person.mention('my plan');
    expect(await person.shown()).toMatchObject([{ text: 'This answer is for you alone. It is in our private chat.' }]);
    expect(person.in('direct').messages()).toMatchObject([{ text: 'Your plan.' }]);
  });

  test('says so when the private chat is closed, and shows nothing personal', async () => {
    await using bot = await startBot(() => [reply('Your plan.', { personal: true })]);
    const person = bot.server.person({ room: 'guild' });
    bot.server.block(person.id);
    person.mention('my plan');
    const [shown] = await person.shown();
    expect(shown?.text).toContain('use a slash command');
    expect(person.messages()).toHaveLength(1);
  });

  test('is answered also where the bot may not point at the message', async () => {
    await using bot = await startBot(() => [reply('The answer.')]);
    bot.server.fail(/messages$/, { kind: 'refuse', status: 400, code: 160_002 });
    const person = bot.server.person({ room: 'guild' });
    person.mention('hello');
    expect(await person.shown()).toMatchObject([{ text: 'The answer.' }]);
  });
});

describe('two private messages', () => {
  test('that get the same answer get it twice', async () => {
    await using bot = await startBot(() => [reply('Hello.')]);
    const person = bot.server.person();
    person.dm('hello');
    await person.shown();
    person.dm('hello');
    await person.shown();
    expect(person.messages()).toHaveLength(2);
  });
});

describe('a delivery', () => {
  test('goes to the known private chat without opening one', async () => {
    await using bot = await startBot(() => []);
    const person = bot.server.person();
    const to = { person: person.id, chat: person.channel };
    const buttons = [button('done', '7', 'Done')];
    expect(await bot.adapter.deliver(to, [reply('Due tomorrow.', { buttons })])).toEqual({ kind: 'delivered' });
    expect(person.messages()).toMatchObject([{ text: 'Due tomorrow.', buttons: ['Done'] }]);
    expect(bot.server.requests.filter(({ route }) => route === 'POST /users/@me/channels')).toEqual([]);
  });

  test('to a chat in a server, or to one that is unknown, opens none and is gone', async () => {
    await using bot = await startBot(() => [reply('Noted.')]);
    const person = bot.server.person({ room: 'guild' });
    person.slash('remind');
    await person.shown();
    const chat = bot.received[0]?.origin.chat ?? '';
    for (const known of [chat, '1300000000000009999', '']) {
      const words = reply(`Due tomorrow ${known.length}.`);
      expect(await bot.adapter.deliver({ person: person.id, chat: known }, [words])).toMatchObject({ kind: 'gone' });
    }
    expect(person.in('direct').messages()).toEqual([]);
    expect(person.messages()).toHaveLength(1);
    expect(bot.server.requests.filter(({ route }) => route === 'POST /users/@me/channels')).toEqual([]);
  });

  test('to somebody who cannot be written to is gone', async () => {
    await using bot = await startBot(() => []);
    const person = bot.server.person();
    bot.server.block(person.id);
    const to = { person: person.id, chat: person.channel };
    expect(await bot.adapter.deliver(to, [reply('Due.')])).toMatchObject({ kind: 'gone' });
  });

  test('may come later when Discord has trouble, and is not shown', async () => {
    await using bot = await startBot(() => []);
    const person = bot.server.person();
    const to = { person: person.id, chat: person.channel };
    bot.server.fail(/messages$/, { kind: 'status', status: 503 });
    expect(await bot.adapter.deliver(to, [reply('Due.')])).toMatchObject({ kind: 'later' });
    // The wall before Discord refuses without a number of its own: that says nothing about the person.
    bot.server.fail(/messages$/, { kind: 'refuse', status: 403, code: 0 });
    expect(await bot.adapter.deliver(to, [reply('Due.')])).toMatchObject({ kind: 'later' });
    expect(person.messages()).toEqual([]);
    expect(await bot.adapter.deliver(to, [reply('Due.')])).toEqual({ kind: 'delivered' });
  });

  test('waits out a 429 when it is short, and comes later when it is long', async () => {
    await using bot = await startBot(() => []);
    const person = bot.server.person();
    const to = { person: person.id, chat: person.channel };
    bot.server.fail(/messages$/, { kind: 'limit', seconds: 0.2 });
    const before = performance.now();
    expect(await bot.adapter.deliver(to, [reply('Due.')])).toEqual({ kind: 'delivered' });
    expect(performance.now() - before).toBeGreaterThan(190);
    bot.server.fail(/messages$/, { kind: 'limit', seconds: 600 });
    const delivery = await bot.adapter.deliver(to, [reply('Due again.')]);
    expect(delivery.kind === 'later' && delivery.seconds >= 600).toBe(true);
    expect(person.messages()).toHaveLength(1);
  });

  test('that was cut is unknown, and trying again shows nothing twice', async () => {
    await using bot = await startBot(() => []);
    const person = bot.server.person();
    const to = { person: person.id, chat: person.channel };
    const replies = [reply(long), reply('Due.')];
    for (const route of [/messages$/, /messages$/]) {
      bot.server.fail(route, { kind: 'cut-after' });
      expect(await bot.adapter.deliver(to, replies)).toMatchObject({ kind: 'unknown' });
    }
    expect(await bot.adapter.deliver(to, replies)).toEqual({ kind: 'delivered' });
    expect(person.messages()).toHaveLength(4);
  });

  test('of the same words on another day is a new message', async () => {
    await using bot = await startBot(() => []);
    const person = bot.server.person();
    const to = { person: person.id, chat: person.channel };
    await bot.adapter.deliver(to, [reply('Due.')]);
    await bot.adapter.deliver(to, [reply('Due.')]);
    expect(person.messages()).toHaveLength(2);
  });

  test('that is interrupted half way does not repeat the first half', async () => {
    await using bot = await startBot(() => []);
    const person = bot.server.person();
    const to = { person: person.id, chat: person.channel };
    await bot.adapter.deliver(to, [reply('Warm up.')]);
    bot.server.fail(/messages$/, { kind: 'cut-after' });
    await bot.adapter.deliver(to, [reply('One.'), reply('Two.')]);
    await bot.adapter.deliver(to, [reply('One.'), reply('Two.')]);
    expect(person.messages().map(({ text }) => text)).toEqual(['Warm up.', 'One.', 'Two.']);
  });
});
