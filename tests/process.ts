// The bot as an operator runs it: a real process with its own database, key and environment.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));

export type Running = {
  readonly child: ChildProcess;
  out(): string;
  err(): string;
  /** Writes to standard input. */
  type(text: string): void;
  endInput(): void;
  /** Resolves with the exit code, or the signal's name, when the process ends. */
  readonly ended: Promise<number | string>;
  until(holds: () => boolean, seconds?: number): Promise<void>;
};

/** A folder for one test: its database and key; removed by `clean`. */
export function makeHome(): { environment: Record<string, string>; clean(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'debt-guidance-home-'));
  return {
    environment: { DATABASE_URL: `sqlite:${join(folder, 'data', 'bot.db')}`, DATA_KEY_FILE: join(folder, 'data.key') },
    clean: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Starts a script of the project on the same Node as the tests, with only the given settings. */
export function run(words: readonly string[], environment: Readonly<Record<string, string>>): Running {
  const child = spawn(process.execPath, [...words], {
    cwd: root,
    env: { PATH: process.env.PATH ?? '', ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const ended = new Promise<number | string>((resolve) =>
    child.on('close', (code, signal) => resolve(code ?? signal ?? 'gone')),
  );
  return {
    child,
    out: () => out,
    err: () => err,
    type: (text) => void child.stdin.write(text),
    endInput: () => child.stdin.end(),
    ended,
    async until(holds, seconds = 15) {
      const end = performance.now() + seconds * 1000;
      while (!holds()) {
        if (performance.now() > end) throw new Error(`Still not so after ${seconds} s.\n${out}\n${err}`);
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
  };
}
