import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { wrongToken } from '../../../src/adapters/discord/discord.ts';
import { eventually } from '../../servers/discord/person.ts';
import { startDiscordServer } from '../../servers/discord.ts';
import { type Bot, makeBot, receiveWith, reply, startBot } from './set-up.ts';

const strays: unknown[] = [];
const noteStray = (error: unknown): void => {
  strays.push(error);
};

beforeEach(() => {
  process.on('uncaughtException', noteStray);
  process.on('unhandledRejection', noteStray);
});
afterEach(() => {
  process.off('uncaughtException', noteStray);
  process.off('unhandledRejection', noteStray);
  expect(strays.splice(0)).toEqual([]);
});

function texts(bot: Bot): readonly string[] {
  return bot.received.map((incoming) => (incoming.kind === 'text' ? incoming.text : incoming.kind));
}

async function heard(bot: Bot, count: number): Promise<readonly string[]> {
  await eventually(`${count} events`, () => (bot.received.length >= count ? true : undefined));
  return texts(bot);
}

describe('the connection to Discord', () => {
  test('asks for no intent that needs approval, and every event of the start is understood', async () => {
    await using bot = await startBot(() => []);
    expect(bot.server.gateway.identified).toEqual([(1 << 0) | (1 << 9) | (1 << 12)]);
    expect(bot.notes.lines.filter((line) => !line.startsWith('info'))).toEqual([]);
  });

  test('that is cut is resumed, and what was written meanwhile comes in once and in order', async () => {
    await using bot = await startBot(() => []);
    const person = bot.server.person();
    person.dm('before');
    await heard(bot, 1);
    bot.server.gateway.cut();
    await eventually('the cut', () => (bot.server.gateway.connections() === 0 ? true : undefined));
    person.dm('while away');
    person.slash('ask', { question: 'x' });
    person.dm('still away');
    expect(await heard(bot, 4)).toEqual(['before', 'while away', 'command', 'still away']);
    person.dm('after');
    expect(await heard(bot, 5)).toHaveLength(5);
    expect(bot.server.gateway.resumed.count).toBe(1);
  });

  test('is resumed when Discord asks to connect again', async () => {
    await using bot = await startBot(() => []);
    const person = bot.server.person();
    bot.server.gateway.reconnect();
    await eventually('a resumption', () => (bot.server.gateway.resumed.count === 1 ? true : undefined));
    person.dm('hello');
    expect(await heard(bot, 1)).toEqual(['hello']);
  });

  test('is made anew when the session is invalid', async () => {
    await using bot = await startBot(() => []);
    const person = bot.server.person();
    bot.server.gateway.invalidate();
    await eventually('a second session', () => (bot.server.gateway.identified.length === 2 ? true : undefined));
    person.dm('hello');
    expect(await heard(bot, 1)).toEqual(['hello']);
    // Discord allows one IDENTIFY in five seconds.
    expect(bot.pauses).toContain(5000);
  });

  test('that no longer answers heartbeats is given up and resumed', async () => {
    await using bot = await startBot(() => [], { world: { heartbeat: 100 } });
    bot.server.gateway.withholdHeartbeats();
    await eventually('a resumption', () => (bot.server.gateway.resumed.count === 1 ? true : undefined));
    bot.server.person().dm('hello');
    expect(await heard(bot, 1)).toEqual(['hello']);
  });

  test('that cannot be had again is tried with growing pauses', async () => {
    await using bot = await startBot(() => []);
    bot.server.gateway.refuse();
    bot.server.gateway.cut();
    await eventually('three refusals', () => (bot.server.gateway.refused.count >= 3 ? true : undefined));
    expect(bot.pauses.filter((pause) => pause >= 1000)).toEqual([1000, 2000]);
    bot.server.gateway.accept();
    await eventually('a resumption', () => (bot.server.gateway.resumed.count === 1 ? true : undefined));
    // The next time begins anew: the first try is made without a pause.
    bot.server.gateway.cut();
    await eventually('another', () => (bot.server.gateway.resumed.count === 2 ? true : undefined));
    expect(bot.pauses.filter((pause) => pause >= 1000)).toEqual([1000, 2000, 4000]);
  });

  test('that is stopped ends the answers under way and takes nothing new', async () => {
    const bot = await startBot(async () => {
      await wait(20);
      return [reply('The last answer.')];
    });
    const person = bot.server.person();
    person.slash('ask', { question: 'x' });
    await heard(bot, 1);
    const stopped = bot.adapter.stop();
    person.dm('too late');
    person.slash('too-late');
    await stopped;
    expect(person.messages()).toMatchObject([{ text: 'The last answer.' }]);
    expect(texts(bot)).toEqual(['command']);
    await bot.server.close();
  });

  test('survives events that make no sense', async () => {
    await using bot = await startBot(() => []);
    const odd = [{}, { id: 7 }, { id: '1', type: 2, data: { type: 1, options: 7 }, channel_id: '5', user: 'x' }];
    for (const type of ['INTERACTION_CREATE', 'MESSAGE_CREATE', 'GUILD_CREATE', 'USER_UPDATE', 'NEWS_FROM_MARS']) {
      for (const data of odd) bot.server.gateway.dispatch(type, data);
    }
    bot.server.person().dm('hello');
    expect(await heard(bot, 1)).toEqual(['hello']);
    // discord.js itself stumbles over some of them.
    expect(bot.notes.lines).toContain('warn An event of Discord was not understood {}');
  });

  test('that was stopped while it was down does not come back', async () => {
    const bot = await startBot(() => []);
    bot.server.gateway.cut();
    await wait(50);
    await bot.adapter.stop();
    await wait(700);
    expect(bot.server.gateway.connections()).toBe(0);
    await bot.server.close();
  });
});

describe('the start', () => {
  test('waits longer and longer until Discord is there', async () => {
    const first = await startDiscordServer();
    await first.close();
    const bot = await makeBot({ apiRoot: first.apiRoot, token: first.token, applicationId: first.applicationId });
    const started = bot.adapter.start(receiveWith(bot, () => []));
    await eventually('four tries', () => (bot.pauses.length >= 4 ? true : undefined));
    const second = await startDiscordServer({ port: first.port });
    await started;
    expect(bot.pauses.slice(0, 4)).toEqual([1000, 2000, 4000, 8000]);
    expect(bot.notes.lines[0]).toContain('"reason":"network ECONNREFUSED"');
    await bot.adapter.stop();
    await Promise.all([second.close(), bot.server.close()]);
  });

  test('tries again while Discord has trouble, in REST or at the gateway, and ends with one connection', async () => {
    await using bot = await makeBot();
    bot.server.fail(/gateway/, { kind: 'status', status: 503 }, 2);
    bot.server.gateway.refuse();
    const started = bot.adapter.start(receiveWith(bot, () => []));
    await eventually('three refusals', () => (bot.server.gateway.refused.count >= 3 ? true : undefined));
    bot.server.gateway.accept();
    await started;
    bot.server.person().dm('hello');
    expect(await heard(bot, 1)).toEqual(['hello']);
    await wait(600);
    expect(bot.server.gateway.connections()).toBe(1);
    expect(bot.pauses.slice(0, 2)).toEqual([1000, 2000]);
  });

  test('ends when it is stopped while the gateway keeps closing', async () => {
    const bot = await makeBot();
    bot.server.gateway.rejectIdentify(4000);
    const started = bot.adapter.start(receiveWith(bot, () => []));
    await eventually('a try', () => bot.server.gateway.identified[0]);
    await bot.adapter.stop();
    await started;
    await bot.server.close();
  });

  test('ends when it is stopped before Discord is there', async () => {
    const bot = await makeBot({ apiRoot: 'http://127.0.0.1:9/api' });
    const started = bot.adapter.start(receiveWith(bot, () => []));
    await eventually('a try', () => bot.pauses[0]);
    await bot.adapter.stop();
    await started;
    await bot.server.close();
  });

  test('with a wrong token ends at once, with one line that names the setting', async () => {
    const token = 'a-wrong-token-of-sufficient-length-to-pass';
    await using bot = await makeBot({ token });
    const error = await bot.adapter.start(receiveWith(bot, () => [])).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Error);
    expect(error instanceof Error ? [error.message, error.stack] : []).toEqual([wrongToken, wrongToken]);
    expect(wrongToken).toContain('DISCORD_BOT_TOKEN');
    expect(bot.pauses).toEqual([]);
    expect(bot.server.requests).toHaveLength(1);
  });

  test('with a token that only the gateway refuses ends the same way', async () => {
    await using bot = await makeBot();
    const started = bot.adapter.start(receiveWith(bot, () => []));
    bot.server.gateway.rejectIdentify(4004);
    await expect(started).rejects.toThrow(wrongToken);
  });
});

describe('the log', () => {
  test('never holds the token, an interaction token, an id or what was said', async () => {
    await using bot = await startBot((incoming) => [
      reply(`A secret answer for ${incoming.origin.person}. `.repeat(80), { personal: true }),
    ]);
    const people = (['direct', 'guild', 'group'] as const).map((room) => bot.server.person({ room }));
    const faults = [
      { kind: 'status', status: 500 },
      { kind: 'refuse', status: 400, code: 50_035 },
      { kind: 'refuse', status: 401, code: 0 },
      { kind: 'cut-before' },
      { kind: 'cut-after' },
    ] as const;
    for (const fault of faults) {
      for (const person of people) {
        bot.server.fail(/POST .*(callback|messages|webhooks)/, fault, 3);
        const before = bot.outcomes.length;
        person.slash('ask', { question: 'a secret question' });
        await eventually('an outcome', () => bot.outcomes[before]);
        await bot.adapter.deliver({ person: person.id, chat: person.in('direct').channel }, [
          reply('A secret reminder.'),
        ]);
        bot.server.mend();
      }
    }
    const told = [...bot.notes.lines, ...bot.outcomes.map((outcome) => JSON.stringify(outcome))].join('\n');
    expect(told).toContain('Discord 500');
    for (const secret of [
      bot.server.token,
      'secret',
      bot.server.apiRoot,
      ...people.flatMap((one) => [one.id, one.channel, one.in('direct').channel]),
    ]) {
      expect(told).not.toContain(secret);
    }
  });
});
