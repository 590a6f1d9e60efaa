import { createInterface } from 'node:readline';
import { z } from 'zod';
import { renderWords } from '../adapters/terminal/render.ts';
import { readConfig } from '../config.ts';
import { isZone } from '../core/flows/reminder-words.ts';
import { createRecent } from '../core/recent.ts';
import type { ReminderResult, Reminders } from '../core/reminders.ts';
import { numberedCitations, type Reply } from '../core/reply.ts';
import { respond } from '../core/respond.ts';
import type { Keep, Services } from '../core/services.ts';
import { createLog } from '../log.ts';
import { createMind, newReference } from '../services.ts';

const line = z.object({ id: z.union([z.string(), z.number()]).optional(), text: z.string() });

/**
 * `ask "question"` prints the answer; `ask --json` reads lines from standard input (plain text, or `{"id","text"}`)
 * and prints one JSON object a line, in order. Each line stands alone: nothing is remembered between them.
 */
export async function runAsk(words: readonly string[]): Promise<number> {
  const config = readConfig();
  if (!config.ok) {
    for (const fault of config.faults) console.error(fault);
    return 1;
  }
  const asked = readWords(words);
  if ('fault' in asked) {
    console.error(asked.fault);
    return 2;
  }
  const services = await forgetful(config.config.DEFAULT_LANGUAGE, config.config.DEFAULT_PLACE, asked);
  if (asked.json) return askLines(services);
  const { question } = asked;
  if (question === '') {
    console.error('Usage: npm run --silent ask -- "your question", or: npm run --silent ask -- --json < questions.txt');
    return 2;
  }
  for (const reply of await ask(services, question, '1')) console.log(renderWords(reply, services.translate));
  return 0;
}

type Asked = {
  readonly json: boolean;
  readonly question: string;
  readonly zone?: string;
  readonly now?: Temporal.Instant;
};

/** `--now` is an ISO instant, date or local date and time (then in `--zone`, Asia/Shanghai unless said). */
function readWords(words: readonly string[]): Asked | { readonly fault: string } {
  const rest: string[] = [];
  const options = new Map<string, string>();
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const option = /^(--now|--zone)(?:=(.*))?$/.exec(word);
    if (!option?.[1]) rest.push(word);
    else if (option[2] === undefined) options.set(option[1], words[++at] ?? '');
    else options.set(option[1], option[2]);
  }
  const zone = options.get('--zone');
  if (zone !== undefined && !isZone(zone))
    return { fault: `--zone: ${zone} is no time zone. Write it like Asia/Shanghai.` };
  const json = rest.includes('--json');
  const shared = {
    json,
    question: rest
      .filter((word) => word !== '--json')
      .join(' ')
      .trim(),
    ...(zone ? { zone } : {}),
  };
  const said = options.get('--now');
  if (said === undefined) return shared;
  const now = readInstant(said, zone ?? 'Asia/Shanghai');
  return now
    ? { ...shared, now }
    : { fault: `--now: ${said} is no ISO date or time. Write it like 2026-11-22T09:00+08:00.` };
}

function readInstant(text: string, zone: string): Temporal.Instant | undefined {
  for (const read of [
    () => Temporal.Instant.from(text),
    () => Temporal.PlainDateTime.from(text).toZonedDateTime(zone).toInstant(),
  ]) {
    try {
      return read();
    } catch {}
  }
  return undefined;
}

async function askLines(services: Services): Promise<number> {
  let count = 0;
  for await (const text of createInterface({ input: process.stdin, terminal: false })) {
    if (text.trim() === '') continue;
    count += 1;
    const { id, question } = read(text, count);
    const [reply] = await ask(services, question, String(count));
    if (reply) console.log(JSON.stringify(toJson(id, reply, services)));
  }
  return 0;
}

/** A line that is no JSON object with a text is the question itself. */
function read(text: string, count: number): { id: string; question: string } {
  const plain = { id: String(count), question: text };
  if (!text.trimStart().startsWith('{')) return plain;
  try {
    const parsed = line.safeParse(JSON.parse(text));
    return parsed.success ? { id: String(parsed.data.id ?? count), question: parsed.data.text } : plain;
  } catch {
    return plain;
  }
}

async function ask(services: Services, question: string, id: string): Promise<readonly Reply[]> {
  const origin = { platform: 'terminal', person: id, chat: id, audience: 'private', update: id } as const;
  return respond({ kind: 'text', origin, text: question }, services);
}

function toJson(id: string, reply: Reply, services: Services) {
  const { outcome } = reply;
  return {
    id,
    kind: outcome.kind,
    language: reply.language,
    topic: outcome.topic ?? null,
    options: outcome.options ?? [],
    ...(outcome.kind === 'reminder'
      ? outcome.error === undefined
        ? { reminders: outcome.reminders ?? [] }
        : { error: outcome.error, ...(outcome.why === undefined ? {} : { unsupported: outcome.why }) }
      : {}),
    score: Math.round((outcome.score ?? (outcome.kind === 'answer' ? 1 : 0)) * 1000) / 1000,
    text: renderWords(reply, services.translate),
    sources: numberedCitations(reply.blocks).map(({ id: source, label, standing }) => ({
      id: source,
      label,
      standing,
    })),
  };
}

async function forgetful(
  language: Services['standard']['language'],
  place: Services['standard']['place'],
  { zone, now }: Pick<Asked, 'zone' | 'now'>,
): Promise<Services> {
  const nothing = {
    get: async () => undefined,
    set: async () => undefined,
    delete: async () => undefined,
  } satisfies Keep<never>;
  return {
    ...(await createMind()),
    preferences: { ...nothing, get: async () => (zone ? { zone } : undefined) },
    conversations: nothing,
    seen: nothing,
    progress: nothing,
    contacts: nothing,
    kept: nothing,
    reminders: noReminders,
    letterbox: { add: async () => false },
    recent: createRecent(() => Temporal.Now.instant()),
    now: () => now ?? Temporal.Now.instant(),
    log: createLog('silent'),
    newReference,
    standard: { language, place },
  };
}

const gone = async (): Promise<ReminderResult> => ({ ok: false, why: 'gone' });

/** Nothing is signed up for here, so nothing is ever found. */
const noReminders: Reminders = {
  add: gone,
  list: async () => [],
  find: async () => undefined,
  change: gone,
  pause: gone,
  resume: gone,
  settleCycle: gone,
  snooze: gone,
  remove: gone,
  restore: gone,
  returned: async () => ({ undelivered: 0 }),
  said: async () => undefined,
  forget: async () => 0,
};
