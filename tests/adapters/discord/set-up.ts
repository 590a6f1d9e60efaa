// The bot's Discord side, started against the Discord of the tests.
import { setTimeout as wait } from 'node:timers/promises';
import type { Adapter, Delivery, Receive } from '../../../src/adapters/adapter.ts';
import { createDiscordAdapter, type DiscordOptions } from '../../../src/adapters/discord/discord.ts';
import type { Incoming } from '../../../src/core/incoming.ts';
import type { Block, Button, Reply } from '../../../src/core/reply.ts';
import { loadLocales } from '../../../src/locales.ts';
import { type DiscordServer, type DiscordServerOptions, startDiscordServer } from '../../servers/discord.ts';

export const translate = loadLocales((text) => text);

/** Notes of the operator's log, one line each, as a log file would hold them. */
export type Notes = { readonly lines: string[]; readonly log: DiscordOptions['log'] };

export function makeNotes(): Notes {
  const lines: string[] = [];
  const level =
    (name: string): DiscordOptions['log']['info'] =>
    (fields, message) => {
      lines.push(`${name} ${message} ${JSON.stringify(fields)}`);
    };
  const log = {
    trace: level('trace'),
    debug: level('debug'),
    info: level('info'),
    warn: level('warn'),
    error: level('error'),
  };
  return { lines, log };
}

export type Bot = {
  readonly server: DiscordServer;
  readonly adapter: Adapter;
  readonly notes: Notes;
  readonly received: Incoming[];
  readonly outcomes: Delivery[];
  /** What the adapter waited for, in milliseconds; it does so a hundred times faster. */
  readonly pauses: number[];
  [Symbol.asyncDispose](): Promise<void>;
};

type Answer = (incoming: Incoming) => readonly Reply[] | Promise<readonly Reply[]>;

export type BotOptions = Partial<DiscordOptions> & { readonly world?: DiscordServerOptions };

/** A bot that is not started yet. */
export async function makeBot({ world, ...options }: BotOptions = {}): Promise<Bot> {
  const server = await startDiscordServer(world);
  const notes = makeNotes();
  const pauses: number[] = [];
  const adapter = createDiscordAdapter({
    token: server.token,
    applicationId: server.applicationId,
    apiRoot: server.apiRoot,
    translate,
    suggest: () => [],
    log: notes.log,
    sleep: async (milliseconds) => {
      pauses.push(milliseconds);
      await wait(milliseconds / 100);
    },
    // A hundred times faster, too: 200 ms.
    deferAfter: 20_000,
    ...options,
  });
  return {
    server,
    adapter,
    notes,
    received: [],
    outcomes: [],
    pauses,
    async [Symbol.asyncDispose]() {
      await adapter.stop();
      await server.close();
    },
  };
}

export async function startBot(answer: Answer, options?: BotOptions): Promise<Bot> {
  const bot = await makeBot(options);
  await bot.adapter.start(receiveWith(bot, answer));
  return bot;
}

export function receiveWith(bot: Pick<Bot, 'received' | 'outcomes'>, answer: Answer): Receive {
  return async (incoming, send) => {
    bot.received.push(incoming);
    const replies = await answer(incoming);
    if (replies.length > 0) bot.outcomes.push(await send(replies));
  };
}

export function reply(text: string, more: Partial<Reply> = {}): Reply {
  const blocks: readonly Block[] = [{ kind: 'paragraph', text }];
  const buttons: readonly Button[] = [];
  return { language: 'en', blocks, buttons, outcome: { kind: 'answer' }, personal: false, ...more };
}
