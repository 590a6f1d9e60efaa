import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Log } from '../../src/core/log.ts';
import { createLiving, type Living, watchKnowledge } from '../../src/knowledge/living.ts';
import { createScript } from '../../src/script.ts';
import { reloadKnowledge } from '../../src/services.ts';
import { makeHome, run } from '../process.ts';

const source = fileURLToPath(new URL('../../src/knowledge/', import.meta.url));
const { simplified } = createScript();
let folder: string;
let living: Living;

let original: string;

beforeAll(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'debt-guidance-knowledge-')), 'knowledge');
  cpSync(source, folder, { recursive: true });
  living = createLiving(simplified, pathToFileURL(`${folder}/`));
  original = readFileSync(file(), 'utf8');
});
afterEach(() => writeFileSync(file(), original));
afterAll(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

const file = () => join(folder, 'topics/credit-record/record-retention.yaml');
const edit = (change: (text: string) => string) => writeFileSync(file(), change(readFileSync(file(), 'utf8')));
const related = () => living.knowledge().topics.get('record-retention')?.related;
const changed = (text: string) => text.replace(/^related: .*$/m, 'related: [crisis]');

function collect(): { log: Log; notes: string[] } {
  const notes: string[] = [];
  const note = (level: string) => (fields: object, message: string) => {
    notes.push(JSON.stringify({ level, ...fields, message }));
  };
  const log = {
    trace: note('trace'),
    debug: note('debug'),
    info: note('info'),
    warn: note('warn'),
    error: note('error'),
  };
  return { log, notes };
}

describe('changed knowledge', () => {
  it('is read again, with a matcher that knows it', () => {
    const [before, matcher] = [living.knowledge(), living.matcher()];
    edit(changed);
    const { log, notes } = collect();
    reloadKnowledge(living, log);
    expect(related()).toEqual(['crisis']);
    expect(living.knowledge()).not.toBe(before);
    expect(living.matcher()).not.toBe(matcher);
    expect(living.matcher().match('逾期记录会在征信上保留几年')).toMatchObject({ topic: 'record-retention' });
    expect(notes).toEqual([expect.stringContaining('"level":"info"')]);
  });

  it('leaves the old one in place when a file is broken, and names file and line', () => {
    const before = living.knowledge();
    const lines = readFileSync(file(), 'utf8').split('\n').length;
    edit((text) => `${text}broken: [\n`);
    const { log, notes } = collect();
    reloadKnowledge(living, log);
    expect(living.knowledge()).toBe(before);
    expect(living.matcher().match('逾期记录会在征信上保留几年')).toMatchObject({ topic: 'record-retention' });
    const [, at] = notes.join('\n').match(/src\/knowledge\/topics\/credit-record\/record-retention\.yaml:(\d+) /) ?? [];
    expect(Number(at)).toBeGreaterThanOrEqual(lines);
    expect(notes.at(-1)).toContain('the old one stays in place');
  });

  it('leaves the old one in place when a rule over all files is broken, and takes it once it is mended', () => {
    edit((text) => text.replace(/^related: .*$/m, 'related: [nowhere]'));
    expect(living.reload()).toMatchObject([
      {
        file: 'topics/credit-record/record-retention.yaml',
        message: expect.stringContaining('nowhere does not exist'),
      },
    ]);
    expect(related()).not.toEqual(['nowhere']);
    edit((text) => text.replace(/^related: .*$/m, 'related: [complain]'));
    expect(living.reload()).toEqual([]);
    expect(related()).toEqual(['complain']);
  });

  it('is a fault, no crash, when a file it needs is gone', () => {
    renameSync(join(folder, 'sources.yaml'), join(folder, 'away.txt'));
    expect(living.reload()).toMatchObject([{ message: expect.stringContaining('sources.yaml') }]);
    expect(living.knowledge().sources.size).toBeGreaterThan(0);
    renameSync(join(folder, 'away.txt'), join(folder, 'sources.yaml'));
  });

  it('is noticed once it is quiet, however often a file was touched', async () => {
    let calls = 0;
    const stop = watchKnowledge(
      () => {
        calls += 1;
        living.reload();
      },
      pathToFileURL(`${folder}/`),
    );
    for (let index = 0; index < 5; index += 1) edit(changed);
    writeFileSync(join(folder, 'notes.txt'), 'no knowledge');
    const end = performance.now() + 10_000;
    while (calls === 0 && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 20));
    await new Promise((resolve) => setTimeout(resolve, 800));
    stop();
    expect(calls).toBe(1);
    expect(related()).toEqual(['crisis']);
  });

  it('is read again on SIGHUP, and the bot goes on', async () => {
    const home = makeHome();
    const bot = run(['src/main.ts'], { ...home.environment, LOG_LEVEL: 'info' });
    try {
      await bot.until(() => bot.err().includes('"platform":"terminal"'));
      bot.child.kill('SIGHUP');
      await bot.until(() => bot.err().includes('the knowledge was read again'));
      bot.type('逾期记录会在征信上保留几年\n');
      await bot.until(() => bot.out().includes('record-retention'));
      bot.endInput();
      expect(await bot.ended).toBe(0);
    } finally {
      bot.child.kill('SIGKILL');
      home.clean();
    }
  }, 40_000);
});
