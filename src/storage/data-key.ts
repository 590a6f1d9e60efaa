// Where the key comes from that seals personal values: DATA_KEY, or a file beside (never inside) the data folder.
import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, openSync, readFileSync, statSync, writeSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';

export type KeySettings = {
  readonly DATA_KEY?: string | undefined;
  readonly DATA_KEY_FILE: string;
  readonly DATABASE_URL: string;
};

export type DataKey = { readonly key: Buffer; readonly origin: 'DATA_KEY' | 'file' | 'made' };

/**
 * Reads the key, and makes the file at the first run.
 * @throws Error with a sentence that names the setting, when the file lies inside the data folder, is readable by
 * others, or does not hold 32 bytes in base64
 */
export function readDataKey(settings: KeySettings): DataKey {
  if (settings.DATA_KEY !== undefined) return { key: Buffer.from(settings.DATA_KEY, 'base64'), origin: 'DATA_KEY' };
  const file = resolve(settings.DATA_KEY_FILE);
  refuseInsideData(file, settings.DATABASE_URL);
  if (!existsSync(file)) return { key: makeKeyFile(file), origin: 'made' };
  const mode = statSync(file).mode & 0o777;
  if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
    throw new Error(`DATA_KEY_FILE: ${file} can be read by others (mode ${mode.toString(8)}). Run: chmod 600 ${file}`);
  }
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64');
  if (key.length !== 32) {
    throw new Error(
      `DATA_KEY_FILE: ${file} does not hold 32 bytes in base64. Restore it from your backup: without it the kept data cannot be read.`,
    );
  }
  return { key, origin: 'file' };
}

function makeKeyFile(file: string): Buffer {
  const key = randomBytes(32);
  try {
    const handle = openSync(file, 'wx', 0o600);
    writeSync(handle, `${key.toString('base64')}\n`);
    closeSync(handle);
    return key;
  } catch (error) {
    // Another process of ours was faster: its key is the one.
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST')
      return Buffer.from(readFileSync(file, 'utf8').trim(), 'base64');
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `DATA_KEY_FILE: cannot write ${file} (${reason}). Set DATA_KEY, or a path that this user may write to.`,
    );
  }
}

/** Whoever takes the data folder must not get the key with it. */
function refuseInsideData(file: string, databaseUrl: string): void {
  if (!databaseUrl.startsWith('sqlite:') || databaseUrl === 'sqlite::memory:') return;
  const data = dirname(resolve(databaseUrl.slice('sqlite:'.length)));
  if (data !== resolve('.') && !relative(data, file).startsWith('..')) {
    throw new Error(`DATA_KEY_FILE: ${file} lies inside the data folder ${data}. Keep the key outside it.`);
  }
}
