import { describe, expect, test } from 'vitest';
import { wrongToken } from '../../../src/adapters/discord/discord.ts';
import { slashCommands } from '../../../src/adapters/discord/menu.ts';
import { registerDiscord } from '../../../src/adapters/discord/register.ts';
import type { InLanguages, MenuEntry } from '../../../src/core/menu.ts';
import { checkCommands } from '../../servers/discord/checks.ts';
import { type DiscordServer, startDiscordServer } from '../../servers/discord.ts';
import { translate } from './set-up.ts';

const all = (en: string, simplified: string, traditional: string): InLanguages => ({
  en,
  'zh-Hans': simplified,
  'zh-Hant': traditional,
});

const menu: readonly MenuEntry[] = [
  {
    name: 'ask',
    localName: { 'zh-Hans': '提问', 'zh-Hant': '提問' },
    description: all('Ask a question', '提一个问题', '提一個問題'),
    option: {
      name: 'question',
      description: all('Your question', '你的问题', '你的問題'),
      required: true,
      suggests: true,
      shares: true,
    },
  },
  {
    name: 'remind',
    description: all('Set a reminder', '设提醒', '設提醒'),
    option: {
      name: 'what',
      description: all('What and when', '什么、哪天', '什麼、哪天'),
      required: false,
      suggests: true,
      also: [
        {
          name: 'early',
          description: all('How early', '提前几天', '提前幾天'),
          choices: [{ value: '3 days before', label: all('3 days before', '提前3天', '提前3天') }],
        },
      ],
    },
  },
  {
    name: 'language',
    localName: { 'zh-Hans': '语 言' },
    description: all('Choose a language', '选择语言', '選擇語言'),
    option: {
      name: 'tag',
      description: all('The language', '语言', '語言'),
      required: false,
      choices: [
        { value: 'en', label: all('English', '英语', '英語') },
        { value: 'zh-Hans', label: all('Simplified Chinese', '简体中文', '簡體中文') },
      ],
    },
  },
  { name: 'help', description: all('What this bot does', '这个机器人能做什么', '這個機器人能做什麼') },
];

function register(
  server: DiscordServer,
  entries: readonly MenuEntry[],
  more: { token?: string; applicationId?: string } = {},
) {
  const { token, applicationId, apiRoot } = server;
  return registerDiscord({ token, applicationId, apiRoot, menu: entries, translate, ...more });
}

async function withServer(act: (server: DiscordServer) => Promise<void>): Promise<void> {
  const server = await startDiscordServer();
  await act(server).finally(() => server.close());
}

describe('the menu on Discord', () => {
  const [ask, remind, language, help] = slashCommands(menu, translate);

  test('has English names, Chinese ones where Discord allows them, and words in three languages', () => {
    expect(ask).toMatchObject({
      name: 'ask',
      name_localizations: { 'zh-CN': '提问', 'zh-TW': '提問' },
      description: 'Ask a question',
      description_localizations: { 'zh-CN': '提一个问题', 'zh-TW': '提一個問題' },
    });
    expect(language).not.toHaveProperty('name_localizations');
  });

  test('works in servers and for single people, everywhere', () => {
    expect(help).toMatchObject({ integration_types: [0, 1], contexts: [0, 1, 2], options: [] });
  });

  test('suggests while typing and lets an answer be shared only where a question is asked', () => {
    expect(ask?.options).toMatchObject([
      { type: 3, name: 'question', required: true, autocomplete: true },
      { type: 5, name: 'public', name_localizations: { 'zh-CN': '公开' }, required: false },
    ]);
    expect(language?.options).toMatchObject([
      { name: 'tag', required: false, choices: [{ name: 'English', value: 'en' }, { value: 'zh-Hans' }] },
    ]);
    expect(language?.options[0]).not.toHaveProperty('autocomplete');
  });

  test('offers lists beside free text, and no sharing of what is personal', () => {
    expect(remind?.options).toMatchObject([
      { name: 'what', autocomplete: true },
      {
        name: 'early',
        required: false,
        choices: [{ value: '3 days before', name_localizations: { 'zh-CN': '提前3天' } }],
      },
    ]);
    expect(remind?.options).toHaveLength(2);
  });

  test('puts a command into the menu of messages as well, where it says so', () => {
    const onMessages = all('Check this message', '检查这条信息', '檢查這則訊息');
    const entry = { name: 'check', description: all('Check', '检查', '檢查'), onMessages };
    const commands = checkCommands(slashCommands([entry], translate));
    expect(commands).toMatchObject([
      { type: 1, name: 'check' },
      { type: 3, name: 'check', name_localizations: { 'zh-CN': '检查这条信息' }, options: [] },
    ]);
    expect(commands[1]?.description).toBe('');
  });

  test('keeps the limits for words that are too long', () => {
    const words = all('x'.repeat(300), '长'.repeat(300), '長'.repeat(300));
    const choices = Array.from({ length: 40 }, (_, index) => ({ value: `v${index}`, label: words }));
    const option = { name: 'o', description: words, required: true, choices };
    checkCommands(slashCommands([{ name: 'long', description: words, option }], translate));
  });
});

describe('registering the menu', () => {
  test('writes once, and again only when something changed', () =>
    withServer(async (server) => {
      expect(await register(server, menu)).toBe('registered');
      expect(await register(server, menu)).toBe('unchanged');
      expect(await register(server, menu.toReversed())).toBe('unchanged');
      expect(server.commandWrites()).toBe(1);
      const [first, ...rest] = menu;
      if (!first) throw new Error('The menu of the test is empty');
      const changes: readonly (readonly MenuEntry[])[] = [
        rest,
        [{ ...first, description: all('Ask a question', '问一个问题', '提一個問題') }, ...rest],
        [{ ...first, localName: { 'zh-Hans': '问' } }, ...rest],
      ];
      for (const changed of changes) expect(await register(server, changed)).toBe('registered');
      expect(server.commandWrites()).toBe(4);
      expect(server.commands()).toHaveLength(menu.length);
    }));

  test('says in one line what is wrong, and never the token', () =>
    withServer(async (server) => {
      const token = 'a-wrong-token-of-sufficient-length-to-pass';
      await expect(register(server, menu, { token })).rejects.toThrow(wrongToken);
      const applicationId = '1300000000000000000';
      const other = await register(server, menu, { applicationId }).catch((error: unknown) => String(error));
      expect(other).toContain('DISCORD_APPLICATION_ID');
      server.fail(/PUT/, { kind: 'refuse', status: 400, code: 50_035 });
      const refused = await register(server, menu).catch((error: unknown) => error);
      const told = refused instanceof Error ? `${refused.message} ${refused.stack}` : '';
      expect(told).toContain('Discord refuses the menu (Discord 400/50035)');
      expect(told).not.toContain(server.token);
      expect(told).not.toContain(' at ');
      server.fail(/GET/, { kind: 'status', status: 503 });
      await expect(register(server, menu)).rejects.toThrow('Discord is not reached (Discord 503)');
    }));
});
