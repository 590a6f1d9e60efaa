// The Telegram adapter over a real library and the test server, with a clock that runs 50 times as fast.
import { createTelegramAdapter, type TelegramOptions } from '../../../src/adapters/telegram/telegram.ts';
import type { Log } from '../../../src/core/log.ts';
import type { MenuEntry } from '../../../src/core/menu.ts';
import { loadLocales } from '../../../src/locales.ts';
import type { Harness } from '../../contracts/adapter.ts';
import { type BotMessage, startTelegramServer, type TelegramServer } from '../../servers/telegram.ts';

export const libraries = ['grammy', 'telegraf'] as const;

export const translate = loadLocales((text) => text);

/** How much faster than a real clock. */
const speed = 50;

export const hurried = {
  now: () => performance.now() * speed,
  sleep: (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms / speed)),
  random: () => 0.5,
};

export const menu: readonly MenuEntry[] = [
  {
    name: 'find',
    description: { en: 'Find an answer', 'zh-Hans': '查找答案', 'zh-Hant': '查找答案' },
    option: {
      name: 'topic',
      description: { en: 'What about', 'zh-Hans': '关于什么', 'zh-Hant': '關於什麼' },
      required: false,
    },
  },
  { name: 'privacy', description: { en: 'Your data', 'zh-Hans': '你的数据', 'zh-Hant': '你的數據' } },
];

/** A log that keeps its lines. */
export function keptLog(): { readonly log: Log; readonly lines: string[] } {
  const lines: string[] = [];
  const write = (level: string) => (fields: object, message: string) => {
    lines.push(`${level} ${JSON.stringify(fields)} ${message}`);
  };
  return {
    lines,
    log: {
      trace: write('trace'),
      debug: write('debug'),
      info: write('info'),
      warn: write('warn'),
      error: write('error'),
    },
  };
}

export function adapterFor(
  server: Pick<TelegramServer, 'root' | 'token'>,
  library: 'grammy' | 'telegraf',
  changes: Partial<TelegramOptions> = {},
) {
  const { log, lines } = keptLog();
  const adapter = createTelegramAdapter({
    token: server.token,
    apiRoot: server.root,
    library,
    translate,
    menu,
    log,
    ...hurried,
    ...changes,
  });
  return { adapter, lines };
}

export async function telegramHarness(library: 'grammy' | 'telegraf'): Promise<Harness> {
  const server = await startTelegramServer();
  const person = server.person({ language: 'en' });
  const { adapter } = adapterFor(server, library);
  const id = String(person.id);
  return {
    adapter,
    person: { person: id, chat: id },
    say: async (text) => void person.says(text),
    command: async (name, argument) => void person.says(`/${name} ${argument}`.trimEnd()),
    press: async (label) => void person.presses(label),
    shown: () => person.messages().map(asShown),
    block: () => person.blocks(),
    cut: () => server.fault('sendMessage', { kind: 'drop', when: 'after' }, Number.POSITIVE_INFINITY),
    close: () => server.close(),
  };
}

function asShown({ text, buttons, file }: BotMessage) {
  return { text, buttons: buttons.flat().map(({ label }) => label), files: file === undefined ? [] : [file] };
}
