import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readDataKey } from '../../src/storage/data-key.ts';
import { createSealing, UnsealError } from '../../src/storage/sealing.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'debt-guidance-key-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const settings = (file: string) => ({
  DATABASE_URL: `sqlite:${join(folder, 'data', 'bot.db')}`,
  DATA_KEY_FILE: join(folder, file),
});

describe('the data key', () => {
  it('is made at the first run, for this user alone, and found again at the next', () => {
    const first = readDataKey(settings('key'));
    expect(first.origin).toBe('made');
    expect(statSync(join(folder, 'key')).mode & 0o777).toBe(0o600);
    const second = readDataKey(settings('key'));
    expect(second.origin).toBe('file');
    expect(second.key.equals(first.key)).toBe(true);
    expect(first.key).toHaveLength(32);
  });

  it('comes from DATA_KEY when that is set, and no file is made', () => {
    const DATA_KEY = Buffer.alloc(32, 7).toString('base64');
    expect(readDataKey({ ...settings('key'), DATA_KEY }).origin).toBe('DATA_KEY');
    expect(() => readFileSync(join(folder, 'key'))).toThrow();
  });

  it('is refused inside the data folder', () => {
    expect(() => readDataKey(settings('data/key'))).toThrow(/Keep the key outside it/);
  });

  it('is refused when others can read it', () => {
    readDataKey(settings('key'));
    chmodSync(join(folder, 'key'), 0o644);
    expect(() => readDataKey(settings('key'))).toThrow(/chmod 600/);
  });

  it('is refused when the file holds something else', () => {
    writeFileSync(join(folder, 'key'), 'hello', { mode: 0o600 });
    expect(() => readDataKey(settings('key'))).toThrow(/does not hold 32 bytes/);
  });
});

describe('sealing', () => {
  const sealing = createSealing(Buffer.alloc(32, 1));

  it('opens what it sealed, in the same place only', () => {
    const sealed = sealing.seal('信用卡 25号', 'preferences:a');
    expect(sealing.open(sealed, 'preferences:a')).toBe('信用卡 25号');
    expect(() => sealing.open(sealed, 'preferences:b')).toThrow(UnsealError);
    expect(() => createSealing(Buffer.alloc(32, 2)).open(sealed, 'preferences:a')).toThrow(UnsealError);
  });

  it('notices a changed byte and broken text', () => {
    const sealed = sealing.seal('x', 'c');
    expect(() => sealing.open(`${sealed.slice(0, -2)}AA`, 'c')).toThrow(UnsealError);
    for (const broken of ['', 'v1.', 'v1.%%%', 'nonsense'])
      expect(() => sealing.open(broken, 'c')).toThrow(UnsealError);
  });

  it('never seals the same text to the same bytes, and hashes a name the same way only under the same key', () => {
    expect(sealing.seal('same', 'c')).not.toBe(sealing.seal('same', 'c'));
    expect(sealing.hash('telegram:1')).toBe(sealing.hash('telegram:1'));
    expect(sealing.hash('telegram:1')).not.toBe(createSealing(Buffer.alloc(32, 2)).hash('telegram:1'));
    expect(sealing.hash('telegram:1')).not.toContain('1:');
  });
});
