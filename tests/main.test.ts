import { afterEach, describe, expect, it } from 'vitest';
import { makeHome, type Running, run } from './process.ts';
import { startDiscordServer } from './servers/discord.ts';
import { startTelegramServer } from './servers/telegram.ts';

const cleanUps: (() => unknown)[] = [];
const processes: Running[] = [];
afterEach(async () => {
  for (const { child } of processes.splice(0)) child.kill('SIGKILL');
  for (const clean of cleanUps.splice(0).reverse()) await clean();
});
const home = () => {
  const made = makeHome();
  cleanUps.push(made.clean);
  return made.environment;
};
const start = (environment: Readonly<Record<string, string>>, words = ['src/main.ts']) => {
  const running = run(words, environment);
  processes.push(running);
  return running;
};
const telegram = async () => {
  const server = await startTelegramServer();
  cleanUps.push(() => server.close());
  return { server, settings: { TELEGRAM_BOT_TOKEN: server.token, TELEGRAM_API_ROOT: server.root } };
};
const discord = async () => {
  const server = await startDiscordServer();
  cleanUps.push(() => server.close());
  const settings = {
    DISCORD_BOT_TOKEN: server.token,
    DISCORD_APPLICATION_ID: server.applicationId,
    DISCORD_API_ROOT: server.apiRoot,
  };
  return { server, settings };
};

describe('npm start', () => {
  it('answers each line of a pipe in its language, and ends', async () => {
    const bot = start(home());
    bot.type('信用卡晚还了三天算逾期吗\nhow long does a late payment stay on my report\n');
    bot.endInput();
    expect(await bot.ended).toBe(0);
    const [chinese = '', english = ''] = bot.out().split('> how long');
    expect(chinese).toMatch(/依据[\s\S]*\[1\][\s\S]*核/);
    expect(english).toMatch(/5 years[\s\S]*Sources[\s\S]*\[1\][\s\S]*Regulation/);
    expect(bot.err()).not.toMatch(/逾期三天|late payment/);
  }, 30_000);

  it.each(['grammy', 'telegraf'])(
    'serves Telegram through %s and Discord from one process, and stops in order',
    async (library) => {
      const [one, two] = [await telegram(), await discord()];
      const bot = start({ ...home(), ...one.settings, ...two.settings, TELEGRAM_LIBRARY: library, LOG_LEVEL: 'info' });
      await bot.until(() => bot.err().includes('"platform":"telegram"') && bot.err().includes('"platform":"discord"'));
      const person = one.server.person();
      person.says('还不上了，一分钱都没有');
      await person.reads('依据');
      const other = two.server.person();
      other.dm('what does it cost if I only pay the minimum');
      await bot.until(() => other.messages().some((message) => JSON.stringify(message).includes('Sources')));
      const begin = performance.now();
      bot.child.kill('SIGTERM');
      expect(await bot.ended).toBe(0);
      expect(performance.now() - begin).toBeLessThan(5_000);
      expect(bot.err()).not.toContain(one.server.token);
      expect(bot.err()).not.toContain(two.server.token);
    },
    60_000,
  );

  it('says in one line that a token is wrong, and serves the other platform', async () => {
    const [one, two] = [await telegram(), await discord()];
    const wrong = `123456:${'A'.repeat(35)}`;
    const bot = start({ ...home(), ...one.settings, ...two.settings, TELEGRAM_BOT_TOKEN: wrong, LOG_LEVEL: 'info' });
    await bot.until(() => bot.err().includes('"platform":"discord"') && bot.err().includes('TELEGRAM_BOT_TOKEN'));
    const plain = bot
      .err()
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('{'));
    expect(plain).toEqual([expect.stringMatching(/^Telegram does not accept TELEGRAM_BOT_TOKEN\. Copy/)]);
    expect(bot.err()).not.toContain(wrong);
    const other = two.server.person();
    other.dm('/help');
    await bot.until(() => other.messages().some((message) => JSON.stringify(message).includes('/help')));
    bot.child.kill('SIGINT');
    expect(await bot.ended).toBe(0);
  }, 60_000);

  it('ends with 1 when no platform can start', async () => {
    const one = await telegram();
    const bot = start({ ...home(), ...one.settings, TELEGRAM_BOT_TOKEN: `123456:${'A'.repeat(35)}` });
    expect(await bot.ended).toBe(1);
  }, 30_000);

  it('answers an update once, also when Telegram sends it again after a kill -9', async () => {
    const one = await telegram();
    const environment = { ...home(), ...one.settings, LOG_LEVEL: 'info' };
    const person = one.server.person();
    const first = start(environment);
    await first.until(() => first.err().includes('"platform":"telegram"'));
    const help = person.says('/help');
    await person.reads('/privacy');
    // The answer is marked once Telegram has taken it; a kill between the two repeats it rather than losing it.
    await new Promise((resolve) => setTimeout(resolve, 300));
    first.child.kill('SIGKILL');
    await first.ended;
    one.server.repeat(help);
    const second = start(environment);
    await second.until(() => second.err().includes('"platform":"telegram"'));
    person.says('/language');
    await person.reads('用哪种语言回答你');
    expect(person.messages().filter((message) => message.text.includes('/privacy'))).toHaveLength(1);
  }, 60_000);

  it('prints all faults of the settings together, and ends with 1', async () => {
    const bot = start({ ...home(), TELEGRAM_BOT_TOKEN: 'x', LOG_LEVEL: 'loud', DATABASE_URL: 'mysql://' });
    expect(await bot.ended).toBe(1);
    expect(bot.err().trim().split('\n')).toHaveLength(3);
    expect(bot.err()).not.toContain('    at ');
  });

  it('says what to do when the database cannot be opened', async () => {
    const bot = start({ ...home(), DATABASE_URL: 'sqlite:/dev/null/data/bot.db' });
    expect(await bot.ended).toBe(1);
    expect(bot.err().trim()).toMatch(/^DATABASE_URL: cannot open/);
    expect(bot.err()).not.toContain('    at ');
  });
});

describe('npm run ask', () => {
  it('prints one JSON object for each line, in order, with ids given or counted', async () => {
    const bot = start({}, ['src/cli.ts', 'ask', '--json']);
    bot.type(
      '逾期记录保留几年\n{"id":"b7","text":"do they charge me for paying the minimum only"}\nwrite me a poem about the sea\n徵信報告在哪裡可以查\n{"broken\n',
    );
    bot.endInput();
    expect(await bot.ended).toBe(0);
    const lines = bot
      .out()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map((line) => line.id)).toEqual(['1', 'b7', '3', '4', '5']);
    expect(lines[0]).toMatchObject({ kind: 'answer', language: 'zh-Hans', topic: 'record-retention', options: [] });
    expect(lines[0].text).toContain('5年');
    expect(lines[0].sources[0]).toMatchObject({
      id: expect.any(String),
      label: expect.stringContaining('征信业管理条例'),
      standing: 'verified',
    });
    expect(lines[2]).toMatchObject({ kind: 'abstain', language: 'en', topic: null, sources: [] });
    expect(lines[3]).toMatchObject({ language: 'zh-Hant' });
    expect(lines[3].text).toMatch(/徵信/);
    for (const line of lines) {
      expect(Object.keys(line)).toEqual(
        expect.arrayContaining(['id', 'kind', 'language', 'topic', 'options', 'score', 'text', 'sources']),
      );
      expect(line.score).toBeGreaterThanOrEqual(0);
      expect(line.score).toBeLessThanOrEqual(1);
    }
  }, 30_000);

  it('answers one question in words', async () => {
    const bot = start({}, ['src/cli.ts', 'ask', 'can', 'I', 'get', 'my', 'own', 'credit', 'report', 'for', 'free']);
    expect(await bot.ended).toBe(0);
    expect(bot.out()).toMatch(/Sources[\s\S]*\[1\]/);
  }, 30_000);
});

describe('npm run inbox', () => {
  it('shows what somebody said about an answer, and deletes it when it is done', async () => {
    const environment = home();
    const bot = start(environment);
    bot.type('逾期记录会在征信上保留几年\n/wrong 我的银行说是七年\n');
    bot.endInput();
    expect(await bot.ended).toBe(0);
    expect(bot.err()).not.toContain('七年');
    const first = start(environment, ['src/cli.ts', 'inbox']);
    expect(await first.ended, first.err()).toBe(0);
    const [, id = ''] =
      first.out().match(/^(\S{8}) {2}\S+ {2}wrong: record-retention {2}zh-Hans {2}我的银行说是七年$/m) ?? [];
    expect(first.out()).toContain('1 say that an answer is wrong, 0 questions found no answer');
    const second = start(environment, ['src/cli.ts', 'inbox', '--done', id]);
    await second.ended;
    expect(second.out()).toContain('1 deleted');
    const third = start(environment, ['src/cli.ts', 'inbox']);
    await third.ended;
    expect(third.out()).toContain('0 say that an answer is wrong');
  }, 40_000);
});

describe('npm run register', () => {
  it('sets the menus once, and leaves them alone when nothing changed', async () => {
    const [one, two] = [await telegram(), await discord()];
    const environment = { ...one.settings, ...two.settings };
    const first = start(environment, ['src/cli.ts', 'register']);
    expect(await first.ended, first.err()).toBe(0);
    const second = start(environment, ['src/cli.ts', 'register']);
    expect(await second.ended).toBe(0);
    expect(second.out()).toMatch(/Telegram: unchanged\nDiscord: unchanged/);
    expect(one.server.commands()?.length).toBeGreaterThanOrEqual(8);
  }, 60_000);
});

describe('npm run doctor', () => {
  it('finds nothing to mend with a good token, and names a wrong one', async () => {
    const one = await telegram();
    const good = start({ ...home(), ...one.settings }, ['src/cli.ts', 'doctor']);
    await good.ended;
    expect(good.out()).toContain('ok   Telegram: the token is accepted');
    const bad = start({ ...home(), ...one.settings, TELEGRAM_BOT_TOKEN: `9:${'B'.repeat(35)}` }, [
      'src/cli.ts',
      'doctor',
    ]);
    expect(await bad.ended).toBe(1);
    expect(bad.out()).toContain('MEND Telegram: the token is not accepted. Copy TELEGRAM_BOT_TOKEN again.');
    expect(bad.out()).not.toContain('BBBB');
  }, 60_000);
});
