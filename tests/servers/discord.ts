// A Discord on 127.0.0.1 for tests: REST version 10, the gateway, and people who use it.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Fields } from './discord/checks.ts';
import { type Gateway, openGateway } from './discord/gateway.ts';
import { makePerson, type Person } from './discord/person.ts';
import { answerCall, type Call, type Result } from './discord/rest.ts';
import {
  addChannel,
  directChannel,
  type Fault,
  type FileIn,
  newId,
  type Room,
  type Seen,
  type World,
} from './discord/world.ts';

export type DiscordServer = {
  readonly token: string;
  readonly applicationId: string;
  /** What the bot takes as DISCORD_API_ROOT. */
  readonly apiRoot: string;
  readonly port: number;
  readonly gateway: Gateway;
  /** All REST requests so far. */
  readonly requests: readonly Seen[];
  /** The commands that are registered, as Discord gives them back. */
  commands(): readonly Fields[];
  /** How often commands were put. */
  commandWrites(): number;
  /** Somebody new; `direct` unless told otherwise. */
  person(options?: { readonly room?: Room; readonly locale?: string }): Person;
  /** The next requests whose "POST /channels/1/messages" matches go wrong. */
  fail(route: RegExp, fault: Fault, times?: number): void;
  mend(): void;
  /** From now on the bot cannot write to this person privately. */
  block(person: string): void;
  /** The channel is gone. */
  forget(channel: string): void;
  close(): Promise<void>;
};

export type DiscordServerOptions = {
  readonly port?: number;
  readonly token?: string;
  /** Milliseconds until an interaction expires; Discord has 3000. */
  readonly acknowledgeWithin?: number;
  /** Milliseconds between heartbeats; Discord has 41250. */
  readonly heartbeat?: number;
};

const standardToken = 'MTIzNDU2Nzg5MDEyMzQ1Njc4OQ.test-token.not-a-secret-of-anybody';

export async function startDiscordServer(options: DiscordServerOptions = {}): Promise<DiscordServer> {
  const world = newWorld(options);
  const common = addChannel(world, 'guild').id;
  const groups = new Map<string, string>();
  const server = createServer((request, response) => void serve(world, address, request, response));
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const port = portOf(server);
  const address = () => `ws://127.0.0.1:${portOf(server)}`;
  const gateway = openGateway(server, world, address, options.heartbeat ?? 41_250);

  function place(person: string, room: Room): string {
    if (room === 'guild') return common;
    if (room === 'direct') return directChannel(world, person).id;
    const group = groups.get(person) ?? addChannel(world, 'group').id;
    groups.set(person, group);
    return group;
  }

  return {
    token: world.token,
    applicationId: world.applicationId,
    apiRoot: `http://127.0.0.1:${port}/api`,
    port,
    gateway,
    requests: world.requests,
    commands: () => world.commands,
    commandWrites: () => world.commandWrites,
    person: ({ room = 'direct', locale = 'en-US' } = {}) =>
      makePerson({ world, dispatch: gateway.dispatch, place }, newId(), room, locale),
    fail: (route, fault, times = 1) => world.faults.push({ route, fault, left: times }),
    mend: () => world.faults.splice(0),
    block: (person) => world.blocked.add(person),
    forget: (channel) => world.channels.delete(channel),
    async close() {
      gateway.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function newWorld({ token = standardToken, acknowledgeWithin = 3000 }: DiscordServerOptions): World {
  return {
    token,
    applicationId: newId(),
    guild: newId(),
    acknowledgeWithin,
    channels: new Map(),
    messages: [],
    interactions: new Map(),
    blocked: new Set(),
    nonces: new Map(),
    faults: [],
    requests: [],
    commands: [],
    commandWrites: 0,
    acts: 0,
  };
}

async function serve(world: World, gateway: () => string, request: IncomingMessage, response: ServerResponse) {
  const call = await readCall(request);
  if (!call) return answer(response, { status: 404, body: { message: '404: Not Found', code: 0 } });
  const route = `${call.method} ${call.path}`;
  world.requests.push({ route, body: call.body, authorized: call.authorization === `Bot ${world.token}` });
  const planned = world.faults.find((one) => one.left > 0 && one.route.test(route));
  if (planned) planned.left -= 1;
  switch (planned?.fault.kind) {
    case 'cut-before':
      return void request.socket.destroy();
    case 'status':
      return answer(response, { status: planned.fault.status, body: { message: 'trouble', code: 0 } });
    case 'refuse':
      return answer(response, { status: planned.fault.status, body: { message: 'no', code: planned.fault.code } });
    case 'limit':
      return limit(response, planned.fault.seconds, planned.fault.global === true);
    default: {
      const result = call.path === '/gateway/bot' ? gatewayBot(world, call, gateway()) : answerCall(world, call);
      return planned?.fault.kind === 'cut-after' ? void request.socket.destroy() : answer(response, result);
    }
  }
}

function gatewayBot(world: World, { authorization }: Call, url: string): Result {
  if (authorization !== `Bot ${world.token}`) return { status: 401, body: { message: '401: Unauthorized', code: 0 } };
  const limits = { total: 1000, remaining: 1000, reset_after: 14_400_000, max_concurrency: 1 };
  return { status: 200, body: { url, shards: 1, session_start_limit: limits } };
}

function answer(response: ServerResponse, { status, body }: Result): void {
  response.writeHead(status, body === undefined ? {} : { 'content-type': 'application/json' });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

function limit(response: ServerResponse, seconds: number, global: boolean): void {
  response.writeHead(429, {
    'content-type': 'application/json',
    'retry-after': String(seconds),
    'x-ratelimit-scope': global ? 'global' : 'user',
    ...(global ? { 'x-ratelimit-global': 'true' } : {}),
  });
  response.end(JSON.stringify({ message: 'You are being rate limited.', retry_after: seconds, global }));
}

async function readCall(request: IncomingMessage): Promise<Call | undefined> {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const path = /^\/api\/v10(\/.*)$/.exec(url.pathname)?.[1];
  if (!path) return;
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const type = request.headers['content-type'] ?? '';
  const { body, files } = await readBody(new Uint8Array(Buffer.concat(chunks)), type);
  const { authorization } = request.headers;
  return { method: request.method ?? '', path: decodeURI(path), query: url.searchParams, body, files, authorization };
}

async function readBody(bytes: Uint8Array<ArrayBuffer>, type: string): Promise<Pick<Call, 'body' | 'files'>> {
  if (bytes.length === 0) return { body: undefined, files: [] };
  if (!type.startsWith('multipart/')) return { body: JSON.parse(new TextDecoder().decode(bytes)), files: [] };
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData();
  const files: FileIn[] = [];
  for (const [, value] of form) {
    if (typeof value === 'string') continue;
    files.push({ name: value.name, bytes: new Uint8Array(await value.arrayBuffer()), description: '' });
  }
  return { body: JSON.parse(String(form.get('payload_json'))), files };
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server of the test has no port');
  return address.port;
}
