import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../src/', import.meta.url));

/** Who may import whom. A room is a folder or a file of src/; the first row that fits a file is its row. */
const table: readonly { room: string; rooms: readonly string[]; packages: readonly string[] }[] = [
  { room: 'core/', rooms: ['core/', 'knowledge/', 'rules/', 'safety/'], packages: [] },
  { room: 'safety/', rooms: ['safety/', 'knowledge/'], packages: ['zod', 'yaml', 'node:fs'] },
  // Money is exact decimals, and a library is trusted with those more than we are.
  { room: 'rules/', rooms: ['rules/'], packages: ['decimal.js'] },
  { room: 'knowledge/', rooms: ['knowledge/'], packages: ['zod', 'yaml', 'stemmer', 'node:fs'] },
  { room: 'storage/', rooms: ['storage/', 'core/', 'rules/'], packages: ['kysely', 'pg', 'keyv', 'node:'] },
  { room: 'reminders/', rooms: ['reminders/', 'core/', 'rules/', 'adapters/adapter.ts'], packages: ['node-cron'] },
  { room: 'adapters/adapter.ts', rooms: ['core/'], packages: [] },
  {
    room: 'adapters/telegram/',
    rooms: ['adapters/telegram/', 'adapters/adapter.ts', 'core/'],
    packages: ['grammy', 'telegraf', 'node:'],
  },
  {
    room: 'adapters/discord/',
    rooms: ['adapters/discord/', 'adapters/adapter.ts', 'core/'],
    packages: ['discord.js', 'node:'],
  },
  { room: 'adapters/terminal/', rooms: ['adapters/terminal/', 'adapters/adapter.ts', 'core/'], packages: ['node:'] },
  {
    room: 'charts/',
    rooms: ['charts/', 'core/charts.ts', 'core/language.ts'],
    packages: ['echarts', '@napi-rs/canvas', 'node:'],
  },
  { room: 'config.ts', rooms: [], packages: ['zod'] },
  { room: 'calendar.ts', rooms: ['core/'], packages: ['ical-generator'] },
  { room: 'log.ts', rooms: ['core/'], packages: ['pino'] },
  { room: 'locales.ts', rooms: ['core/'], packages: ['@fluent/bundle', 'node:fs'] },
  { room: 'script', rooms: ['core/', 'script-words.ts'], packages: ['opencc-js', 'node:module'] },
  { room: 'holidays.ts', rooms: ['rules/'], packages: ['chinese-days'] },
  {
    room: 'services.ts',
    rooms: [
      'calendar.ts',
      'charts/charts.ts',
      'config.ts',
      'core/',
      'holidays.ts',
      'knowledge/',
      'locales.ts',
      'safety/',
      'script.ts',
      'storage/',
    ],
    packages: ['node:crypto'],
  },
  { room: 'platforms.ts', rooms: ['adapters/', 'config.ts', 'core/'], packages: ['node:timers'] },
  { room: 'cli', rooms: [''], packages: ['zod', 'node:'] },
  { room: 'main.ts', rooms: [''], packages: ['node:'] },
];

/** One file each may talk to a client library; everything else of an adapter is pure or built on it. */
const thinFiles: Readonly<Record<string, readonly string[]>> = {
  grammy: ['adapters/telegram/grammy.ts'],
  telegraf: ['adapters/telegram/telegraf.ts'],
  echarts: ['charts/plot.ts'],
  '@napi-rs/canvas': ['charts/canvas.ts'],
};

const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.ts'));
const source = (file: string) => readFileSync(join(root, file), 'utf8');
const code = (file: string) => source(file).replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
const importsOf = (file: string) =>
  [
    ...code(file).matchAll(
      /^(?:import|export)\b[^;'"]*?\bfrom\s*'([^']+)'|^import\s*'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/gm,
    ),
  ].map((match) => match[1] ?? match[2] ?? match[3] ?? '');

describe('the house', () => {
  it.each(files)('%s imports only what its room may', (file) => {
    const row = table.find(({ room }) => file.startsWith(room));
    expect(row, `${file} is in no room of the table: add a row, or find the room it belongs to`).toBeDefined();
    const refused = importsOf(file).filter((target) => {
      if (!target.startsWith('.'))
        return !row?.packages.some(
          (allowed) => target === allowed || target.startsWith(allowed.endsWith(':') ? allowed : `${allowed}/`),
        );
      const inside = relative(root, join(root, dirname(file), target)).replaceAll('\\', '/');
      return !row?.rooms.some((room) => inside.startsWith(room));
    });
    expect(refused).toEqual([]);
  });

  it('lets one thin file talk to each library that another could replace', () => {
    for (const [name, allowed] of Object.entries(thinFiles)) {
      const users = files.filter((file) =>
        importsOf(file).some((target) => target === name || target.startsWith(`${name}/`)),
      );
      expect(users.filter((file) => !allowed.includes(file))).toEqual([]);
    }
  });

  it('reads the environment in config.ts alone', () => {
    expect(files.filter((file) => /process\.env/.test(code(file)))).toEqual(['config.ts']);
  });

  it('takes the time from main.ts or a command of the operator, and hands it on', () => {
    const clocks = files.filter((file) => /Temporal\.Now|Date\.now\(|new Date\(\)/.test(code(file)));
    expect(clocks.filter((file) => file !== 'main.ts' && !file.startsWith('cli/'))).toEqual([]);
  });

  it('has no room for leftovers', () => {
    expect(files.filter((file) => /(^|\/)(utils?|helpers?|common|lib|services|managers)\//.test(file))).toEqual([]);
  });

  it('names files in kebab case, exports by name and has no enums, decorators or barrels', () => {
    expect(files.filter((file) => !/^([a-z0-9-]+\/)*[a-z0-9-]+\.ts$/.test(file))).toEqual([]);
    expect(
      files.filter((file) => /export default|^export \* from|^\s*(export )?(const )?enum /m.test(code(file))),
    ).toEqual([]);
  });

  it('says in its first line what a file with several exports is for', () => {
    const silent = files.filter((file) => {
      const exported = source(file).match(/^export (async )?(function|const|type|class) /gm)?.length ?? 0;
      return exported > 1 && !source(file).startsWith('//');
    });
    expect(silent).toEqual([]);
  });
});
