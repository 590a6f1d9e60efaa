// npm run bench: answers per second, start, memory; and the same questions on the same YAML through peers.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { respond } from '../../src/core/respond.ts';
import { outside } from '../../src/knowledge/match/ranker.ts';
import { startBot } from '../bot.ts';
import { type Question, readQuestions } from '../questions/measure.ts';
import { createMiniSearchPeer, createNlpPeer } from './peers.ts';

const bot = await startBot();
const { services } = bot;
const knowledge = services.knowledge();
const folders = ['samples', 'unseen'].map((name) => new URL(`../questions/${name}/`, import.meta.url));
const questions = folders
  .flatMap((folder) => readQuestions(folder, /topics\.tsv$/))
  .filter((question) => question.expected.some((id) => knowledge.topics.has(id)));

await answers();
await starts();
await peers();
await bot.stop();

/** Whole answers in process, over a real SQLite file, one after the other. */
async function answers(): Promise<void> {
  const times: number[] = [];
  for (const round of [0, 1, 2]) {
    for (const [index, question] of questions.entries()) {
      const origin = {
        platform: 'terminal',
        person: `${index}`,
        chat: `${index}`,
        audience: 'private',
        update: `${round}:${index}`,
      } as const;
      const begin = performance.now();
      await respond({ kind: 'text', origin, text: question.text }, services);
      if (round > 0) times.push(performance.now() - begin);
    }
  }
  const sum = times.reduce((total, time) => total + time, 0);
  console.log(
    `answers in process, SQLite file: ${Math.round((1000 * times.length) / sum)} a second, ${percentiles(times)} (${times.length} answers)`,
  );
}

/** From `node src/main.ts` to the first answer on a pipe, and the memory then. */
async function starts(): Promise<void> {
  const times: number[] = [];
  let memory = 0;
  for (let index = 0; index < 5; index += 1) {
    const run = await startOnce();
    times.push(run.time);
    memory = Math.max(memory, run.memory);
  }
  console.log(`cold start to the first answer: ${percentiles(times)} (5 starts)`);
  console.log(`resident memory after it: ${memory.toFixed(0)} MB`);
}

async function startOnce(): Promise<{ time: number; memory: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'debt-guidance-bench-'));
  const begin = performance.now();
  const child = spawn(process.execPath, ['src/main.ts'], {
    cwd: fileURLToPath(new URL('../../', import.meta.url)),
    env: { DATABASE_URL: `sqlite:${join(folder, 'data', 'bot.db')}`, DATA_KEY_FILE: join(folder, 'key') },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.write('/help\n');
  let out = '';
  await new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      if (out.includes('/privacy')) resolve();
    });
  });
  const time = performance.now() - begin;
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
  const memory = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
  const ended = new Promise((resolve) => child.on('close', resolve));
  child.stdin.end();
  await ended;
  rmSync(folder, { recursive: true, force: true });
  return { time, memory };
}

async function peers(): Promise<void> {
  const { simplified } = services.script;
  const matcher = services.matcher();
  const own = {
    name: 'this bot',
    prepared: Number.NaN,
    rank: async (text: string) => matcher.rank(text).map((option) => option.topic),
  };
  const candidates = [own, createMiniSearchPeer(knowledge, simplified)];
  if (!process.argv.includes('--quick')) candidates.push(await createNlpPeer(knowledge, simplified));
  console.log(
    `\n${questions.length} unseen messages, the same ways of asking: right at first, and among the first four`,
  );
  for (const peer of candidates) {
    const times: number[] = [];
    const ranked: { question: Question; topics: readonly string[] }[] = [];
    for (const question of questions) {
      const begin = performance.now();
      const topics = await peer.rank(question.text);
      times.push(performance.now() - begin);
      ranked.push({ question, topics: topics.filter((topic) => topic !== outside) });
    }
    const cells = (['zh', 'en'] as const).map((language) => {
      const set = ranked.filter((item) => item.question.language === language);
      const within = (count: number) =>
        (100 *
          set.filter(({ question, topics }) =>
            topics.slice(0, count).some((topic) => question.expected.includes(topic)),
          ).length) /
        set.length;
      return `${language} ${within(1).toFixed(1)} / ${within(4).toFixed(1)} %`;
    });
    const prepared = Number.isNaN(peer.prepared) ? '' : `, prepared in ${peer.prepared.toFixed(0)} ms`;
    console.log(`${peer.name.padEnd(22)} ${cells.join('   ')}   ${percentiles(times)}${prepared}`);
  }
}

function percentiles(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const of = (part: number) => (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0).toFixed(2);
  return `p50 ${of(0.5)} ms, p99 ${of(0.99)} ms`;
}
