// A Bot API server on 127.0.0.1 with people and groups that write to the bot, and faults on demand.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { until } from '../contracts/adapter.ts';
import { isFields, type Parameters, type Refusal } from './telegram-checks.ts';
import { type BotMessage, createMethods, type Methods, type UploadedFile } from './telegram-methods.ts';
import { createPeople, type Group, type Person, type PersonOptions } from './telegram-people.ts';

export type { BotMessage } from './telegram-methods.ts';
export type { Group, Person } from './telegram-people.ts';

/** What can go wrong with a call. */
export type Fault =
  | { readonly kind: 'refuse'; readonly code: number; readonly description: string; readonly retryAfter?: number }
  /** An HTML page of a gateway in place of an answer. */
  | { readonly kind: 'page'; readonly code: number }
  /** The connection is dropped, before or after the call was carried out. */
  | { readonly kind: 'drop'; readonly when: 'before' | 'after' }
  /** The call is carried out after so many ms. */
  | { readonly kind: 'slow'; readonly ms: number };

export type Call = { readonly method: string; readonly parameters: Parameters };

type Limit = { readonly messages: number; readonly ms: number };

export type TelegramServer = {
  /** For `apiRoot`. */
  readonly root: string;
  readonly token: string;
  readonly bot: { readonly id: number; readonly username: string };
  /** Every call that named the right token, oldest first. */
  readonly calls: readonly Call[];
  /** All messages of the bot, or those of one chat, oldest first. */
  messages(chat?: number): readonly BotMessage[];
  /** Somebody new with a private chat. */
  person(options?: PersonOptions): Person;
  group(options?: { readonly forum?: boolean }): Group;
  /** Any update at all; gives its id. */
  inject(type: string, content: object): number;
  /** Queues an update once more under the same id. */
  repeat(id: number): void;
  /** The next `times` calls of a method meet a fault (`*` for any method but getUpdates). */
  fault(method: string, fault: Fault, times?: number): void;
  /** How many messages the limit refused. */
  refused(): number;
  /** This chat refuses the bot from now on. */
  block(chat: number): void;
  /** Ids of presses that were answered. */
  readonly answeredPresses: ReadonlySet<string>;
  /** The menu for a language code; empty for the default one. */
  commands(language?: string): readonly unknown[];
  /** Updates that the bot has not confirmed. */
  readonly unconfirmed: () => number;
  /** Refuses connections until `up`. */
  down(): Promise<void>;
  up(): Promise<void>;
  /** Waits until something holds. */
  readonly until: typeof until;
  close(): Promise<void>;
};

export async function startTelegramServer(
  options: {
    readonly token?: string;
    readonly username?: string;
    /** More messages than this in so many ms are refused, as Telegram refuses more than 30 a second. */
    readonly limit?: Limit;
  } = {},
): Promise<TelegramServer> {
  const token = options.token ?? '110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw0';
  const bot = { id: Number(token.split(':')[0]), username: options.username ?? 'debt_guide_bot' };
  const calls: Call[] = [];
  const faults: { readonly method: string; readonly fault: Fault; left: number }[] = [];
  const methods = createMethods(bot);
  const state: State = { token, calls, faults, methods, limit: options.limit, taken: [], refused: 0 };
  const server = createServer((request, response) => {
    serve(request, response, state).catch(() => response.destroy());
  });
  const port = await listen(server, 0);
  const people = createPeople(methods, bot);

  return {
    root: `http://127.0.0.1:${port}`,
    token,
    bot,
    calls,
    messages: methods.messages,
    ...people,
    inject: methods.updates.add,
    repeat: methods.updates.repeat,
    fault(method, fault, times = 1) {
      faults.push({ method: method.toLowerCase(), fault, left: times });
    },
    refused: () => state.refused,
    block: (chat) => void methods.blocked.add(chat),
    answeredPresses: methods.answeredPresses,
    commands: (language = '') => methods.menus.get(language) ?? [],
    unconfirmed: () => methods.updates.waiting().length,
    down: () => close(server),
    async up() {
      await listen(server, port);
    },
    until,
    close: () => close(server),
  };
}

type State = {
  readonly token: string;
  readonly calls: Call[];
  readonly faults: { readonly method: string; readonly fault: Fault; left: number }[];
  readonly methods: Methods;
  readonly limit: Limit | undefined;
  /** When the last messages came, ms. */
  taken: number[];
  refused: number;
};

async function serve(request: IncomingMessage, response: ServerResponse, state: State): Promise<void> {
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  const [, token, method = ''] = /^\/bot([^/]+)\/(\w+)$/.exec(request.url ?? '') ?? [];
  if (token !== state.token) {
    const wellFormed = /^\d+:[\w-]{30,}$/.test(decodeURIComponent(token ?? ''));
    return answer(
      response,
      wellFormed ? { code: 401, description: 'Unauthorized' } : { code: 404, description: 'Not Found' },
    );
  }
  const { parameters, files } = await readBody(request);
  state.calls.push({ method, parameters });
  const fault = takeFault(state, method.toLowerCase());
  if (fault?.kind === 'slow') await new Promise((resolve) => setTimeout(resolve, fault.ms));
  if (fault?.kind === 'drop' && fault.when === 'before') return void request.socket.destroy();
  if (fault?.kind === 'refuse') return answer(response, refusalOf(fault));
  if (fault?.kind === 'page') {
    response.writeHead(fault.code, { 'content-type': 'text/html' }).end('<html><h1>Bad Gateway</h1></html>');
    return;
  }
  if (method.startsWith('send') && isTooMany(state)) {
    return answer(response, {
      code: 429,
      description: 'Too Many Requests: retry after 1',
      parameters: { retry_after: 1 },
    });
  }
  const result = await state.methods.call(method.toLowerCase(), parameters, files, gone.signal);
  if (fault?.kind === 'drop') return void request.socket.destroy();
  answer(response, result);
}

function isTooMany(state: State): boolean {
  const { limit } = state;
  if (limit === undefined) return false;
  const now = performance.now();
  state.taken = state.taken.filter((at) => at > now - limit.ms);
  if (state.taken.length >= limit.messages) {
    state.refused += 1;
    return true;
  }
  state.taken.push(now);
  return false;
}

function takeFault({ faults }: State, method: string): Fault | undefined {
  const found = faults.find(
    (entry) => entry.left > 0 && (entry.method === method || (entry.method === '*' && method !== 'getupdates')),
  );
  if (found !== undefined) found.left -= 1;
  return found?.fault;
}

function refusalOf({ code, description, retryAfter }: Fault & { kind: 'refuse' }): Refusal {
  return { code, description, ...(retryAfter === undefined ? {} : { parameters: { retry_after: retryAfter } }) };
}

function answer(response: ServerResponse, result: Refusal | { readonly result: unknown }): void {
  const refused = 'code' in result;
  const { code, ...rest } = refused ? result : { code: 200, result: result.result };
  const body = refused ? { ok: false, error_code: code, ...rest } : { ok: true, ...rest };
  response.writeHead(code, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

async function readBody(
  request: IncomingMessage,
): Promise<{ parameters: Parameters; files: Map<string, UploadedFile> }> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  const type = request.headers['content-type'] ?? '';
  const files = new Map<string, UploadedFile>();
  if (!type.startsWith('multipart/')) {
    const read: unknown = body.length === 0 ? {} : JSON.parse(body.toString());
    return { parameters: isFields(read) ? read : {}, files };
  }
  const parameters: Record<string, unknown> = {};
  const form = await new Response(body, { headers: { 'content-type': type } }).formData();
  for (const [name, value] of form) {
    if (typeof value === 'string') parameters[name] = value;
    else files.set(name, { name: value.name, mime: value.type, bytes: new Uint8Array(await value.arrayBuffer()) });
  }
  return { parameters, files };
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve) => {
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : port;
}

async function close(server: Server): Promise<void> {
  if (!server.listening) return;
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  server.closeAllConnections();
  await closed;
}
