// Discord as an adapter: discord.js keeps the connection and sends, everything else is decided in the files beside.
import {
  type Client,
  DiscordjsError,
  DiscordjsErrorCodes,
  GatewayCloseCodes,
  GatewayDispatchEvents,
  Routes,
} from 'discord.js';
import type { Log } from '../../core/log.ts';
import type { Suggest } from '../../core/menu.ts';
import type { Translate } from '../../core/translator.ts';
import type { Adapter, Receive } from '../adapter.ts';
import { type AnswerTools, answerInteraction } from './answer.ts';
import { faultOf, makeApi } from './api.ts';
import { answerMessage, makeDeliver } from './channel.ts';
import { type Connection, makeConnection, type Sleep } from './gateway.ts';
import * as limits from './limits.ts';
import { shorten } from './markdown.ts';
import { type DiscordInteraction, type DiscordTyping, parseInteraction, parseMessage } from './parse.ts';
import { makePrepare } from './private-chat.ts';

export type DiscordOptions = {
  readonly token: string;
  readonly applicationId: string;
  /** Without the version: "https://discord.com/api". */
  readonly apiRoot: string;
  readonly translate: Translate;
  readonly suggest: Suggest;
  readonly log: Log;
  readonly sleep: Sleep;
  /** Milliseconds after which an interaction is deferred; the answer must come within 3000. */
  readonly deferAfter?: number;
};

/** What is said when Discord refuses the token. It names the setting, never its value. */
export const wrongToken =
  'DISCORD_BOT_TOKEN is not accepted by Discord: copy it again from the page "Bot" of the developer portal.';

/** Milliseconds. */
const firstPause = 1000;
const longestPause = 60_000;
const standardDeferAfter = 1500;
const patienceAtStop = 4000;

type State = { connection: Connection | undefined; stopped: boolean };

export function createDiscordAdapter(options: DiscordOptions): Adapter {
  const { log, sleep } = options;
  const state: State = { connection: undefined, stopped: false };
  const halted = Promise.withResolvers<undefined>();
  const open = new Set<Promise<void>>();
  const track = (work: Promise<void>): void => {
    const noted = work.catch((error: unknown) => log.error({ reason: faultOf(error).reason }, 'Discord answer failed'));
    open.add(noted);
    void noted.finally(() => open.delete(noted));
  };
  // Made anew with each connection: discord.js's REST client belongs to its client.
  const api: AnswerTools['api'] = (method, route, request) => {
    const { connection } = state;
    if (!connection) return Promise.resolve({ ok: false, fault: { kind: 'down', reason: 'Discord is not connected' } });
    return makeApi(connection.client.rest, options.token)(method, route, request);
  };
  const tools: AnswerTools = { ...options, api };
  const deliver = makeDeliver(tools);

  return {
    name: 'discord',
    async start(receive) {
      for (let pause = firstPause; !state.stopped; pause = Math.min(pause * 2, longestPause)) {
        const connection = makeConnection(options);
        state.connection = connection;
        listen(connection.client, state, receive, { ...tools, suggest: options.suggest, ...timing(options) }, track);
        const reason = await Promise.race([connect(connection, options.token), halted.promise]);
        if (reason === undefined) return;
        log.warn({ reason, seconds: pause / 1000 }, 'Discord is not reached, trying again');
        await sleep(pause);
      }
    },
    deliver,
    prepare: makePrepare(tools, deliver),
    async stop() {
      if (state.stopped) return;
      state.stopped = true;
      halted.resolve(undefined);
      await Promise.race([Promise.all(open), open.size > 0 ? sleep(patienceAtStop) : undefined]);
      await state.connection?.client.destroy();
    },
  };
}

type Tools = AnswerTools & { readonly suggest: Suggest; readonly deferAfter: number };

function timing(options: DiscordOptions) {
  return { deferAfter: options.deferAfter ?? standardDeferAfter };
}

/**
 * @returns nothing when connected, or why it is worth another try
 * @throws Error of one line, without a stack, when another try is useless
 */
async function connect(connection: Connection, token: string): Promise<string | undefined> {
  try {
    await connection.client.login(token);
    return;
  } catch (error) {
    const code = connection.fatal();
    if (isRefusedToken(error) || code === GatewayCloseCodes.AuthenticationFailed) throw plainError(wrongToken);
    if (code !== undefined) throw plainError(`Discord refuses the connection with code ${code}.`);
    return faultOf(error).reason;
  }
}

function isRefusedToken(error: unknown): boolean {
  return error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid;
}

/** For the operator: where in the code it was noticed helps nobody. */
export function plainError(message: string): Error {
  const error = new Error(message);
  error.stack = message;
  return error;
}

function listen(
  client: Client,
  state: State,
  receive: Receive,
  tools: Tools,
  track: (work: Promise<void>) => void,
): void {
  client.ws.on(GatewayDispatchEvents.InteractionCreate, (payload: unknown) => {
    const interaction = state.stopped ? undefined : parseInteraction(payload);
    if (interaction?.kind === 'typing') track(suggest(interaction, tools));
    if (interaction?.kind === 'interaction') track(answer(interaction, receive, tools));
  });
  client.ws.on(GatewayDispatchEvents.MessageCreate, (payload: unknown) => {
    const self = client.user?.id ?? tools.applicationId;
    const message = state.stopped ? undefined : parseMessage(payload, self);
    if (message) track(receive(message.incoming, answerMessage(message, tools)));
  });
}

async function answer(interaction: DiscordInteraction, receive: Receive, tools: Tools): Promise<void> {
  const talk = answerInteraction(interaction, tools);
  // Not awaited: a quick answer does not wait for it, and after `finish` it does nothing.
  void tools.sleep(tools.deferAfter).then(talk.defer, () => undefined);
  try {
    await receive(interaction.incoming, talk.send);
  } finally {
    await talk.finish();
  }
}

async function suggest({ id, token, command, typed, language }: DiscordTyping, tools: Tools): Promise<void> {
  const choices = tools
    .suggest(command, typed, language)
    .map(({ value, label }) => ({ name: shorten(label, limits.choiceCharacters), value }))
    .filter(({ name, value }) => name !== '' && value !== '' && value.length <= limits.choiceCharacters)
    .slice(0, limits.choices);
  const body = { type: 8, data: { choices } };
  const answered = await tools.api('POST', Routes.interactionCallback(id, token), { body, auth: false });
  // Too late is common while somebody types on: the next keystroke asks again.
  if (!answered.ok) tools.log.debug({ reason: answered.fault.reason }, 'Discord suggestions came too late');
}
