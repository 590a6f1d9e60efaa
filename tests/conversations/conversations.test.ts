import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseLine } from '../../src/adapters/terminal/parse.ts';
import { renderReply } from '../../src/adapters/terminal/render.ts';
import type { Incoming } from '../../src/core/incoming.ts';
import { type Button, maximumActionBytes, type Reply } from '../../src/core/reply.ts';
import { respond } from '../../src/core/respond.ts';
import { forbidden } from '../../src/knowledge/checks/must-not-say.ts';
import { startBot, type TestBot } from '../bot.ts';
import { readTranscripts, type Transcript } from './transcript.ts';

const folder = new URL('./', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.txt'));
let bot: TestBot;
let person = 0;

beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot.stop());

describe.each(files)('%s', (file) => {
  it.each(readTranscripts(readFileSync(new URL(file, folder), 'utf8')))('$name', async (transcript) => {
    await play(transcript);
  });
});

async function play(transcript: Transcript): Promise<void> {
  person += 1;
  let buttons: readonly Button[] = [];
  for (const turn of transcript.turns) {
    const incoming = parseLine(turn.typed, buttons, `${person}:${turn.line}`);
    if (!incoming) throw new Error(`line ${turn.line}: nothing was typed`);
    const [reply] = await respond(as(incoming, String(person)), bot.services);
    if (!reply) throw new Error(`line ${turn.line}: no reply`);
    const shown = renderReply(reply, bot.services.translate);
    const where = `line ${turn.line}: ${turn.typed}\n${shown}\n`;
    if (turn.outcome !== undefined) expect(outcomeOf(reply), where).toBe(turn.outcome);
    for (const words of turn.has) expect(shown, where).toContain(words);
    for (const words of turn.hasNot) expect(shown, where).not.toContain(words);
    holdsForEveryReply(reply, shown, where);
    buttons = reply.buttons;
  }
}

/** Gives the terminal's message to another person, so that conversations do not know of each other. */
function as(incoming: Incoming, id: string): Incoming {
  return { ...incoming, origin: { ...incoming.origin, person: id, chat: id } };
}

function outcomeOf(reply: Reply): string {
  const { kind, topic, options } = reply.outcome;
  return [kind, topic ?? options?.join(' ')].filter((part) => part !== undefined && part !== '').join(' ');
}

function holdsForEveryReply(reply: Reply, shown: string, where: string): void {
  const language = reply.language === 'en' ? 'en' : 'zh';
  const said = reply.blocks
    .map((block) => ('text' in block ? block.text : 'claim' in block ? block.claim.text : ''))
    .join('\n');
  // A correction quotes what some articles say; everything else must not say it.
  const plain = said
    .split('\n')
    .filter((line) => !/some articles|有的文章|有些文章|有的資料|有的文章/i.test(line))
    .join('\n');
  expect(
    forbidden(plain, language, bot.services.knowledge().never).map((rule) => rule.id),
    where,
  ).toEqual([]);
  expect(shown, where).not.toMatch(/\{\{|\}\}|undefined|\[object/);
  expect(shown, where).not.toMatch(/[!！]/);
  for (const { action } of reply.buttons)
    expect(new TextEncoder().encode(action).length).toBeLessThanOrEqual(maximumActionBytes);
  if (reply.outcome.kind === 'answer') expect(reply.buttons.length, where).toBeGreaterThanOrEqual(1);
}
