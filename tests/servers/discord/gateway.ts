// Discord's gateway: hello, identify, heartbeats, resuming with what was missed.
import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { type Fields, isFields } from './checks.ts';
import { newId, type World } from './world.ts';

export type Gateway = {
  /** Hands an event to every session, also to those that are cut off and may resume. */
  dispatch(type: string, data: Fields): void;
  /** Ends all connections without a goodbye. */
  cut(): void;
  /** Op 7: asks to connect again. */
  reconnect(): void;
  /** Op 9: the session cannot be resumed. */
  invalidate(): void;
  /** Ends all connections with a code. */
  closeWith(code: number): void;
  /** Every IDENTIFY from now on is closed with this code. */
  rejectIdentify(code: number): void;
  /** From now on heartbeats are not acknowledged; connections made later are well again. */
  withholdHeartbeats(): void;
  /** From now on new connections get a 503, until `accept`. */
  refuse(): void;
  accept(): void;
  /** Intents of every IDENTIFY so far. */
  readonly identified: readonly number[];
  readonly resumed: { count: number };
  readonly refused: { count: number };
  connections(): number;
  close(): void;
};

type Session = {
  readonly id: string;
  readonly intents: number;
  sequence: number;
  readonly sent: string[];
  socket: WebSocket | undefined;
};

type State = {
  readonly world: World;
  readonly address: () => string;
  readonly heartbeat: number;
  readonly sessions: Map<string, Session>;
  readonly deaf: Set<WebSocket>;
  readonly identified: number[];
  readonly resumed: { count: number };
  refusal: number | undefined;
};

const op = { dispatch: 0, heartbeat: 1, identify: 2, resume: 6, reconnect: 7, invalid: 9, hello: 10, acknowledged: 11 };

/** Guild members, presences and message content need Discord's approval, which this bot has not. */
const privileged = (1 << 1) | (1 << 8) | (1 << 15);
const guildMessages = 1 << 9;
const directMessages = 1 << 12;

/** @param heartbeat milliseconds */
export function openGateway(server: Server, world: World, address: () => string, heartbeat: number): Gateway {
  const sockets = new WebSocketServer({ noServer: true });
  const refused = { count: 0, now: false };
  const state: State = {
    world,
    address,
    heartbeat,
    sessions: new Map(),
    deaf: new Set(),
    identified: [],
    resumed: { count: 0 },
    refusal: undefined,
  };
  server.on('upgrade', (request, socket, head) => {
    if (refused.now) {
      refused.count += 1;
      socket.end('HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (connection) => greet(state, connection));
  });
  const each = (act: (socket: WebSocket) => void): void => {
    for (const socket of [...sockets.clients]) act(socket);
  };
  return {
    dispatch: (type, data) => dispatch(state, type, data),
    cut: () => each((socket) => socket.terminate()),
    reconnect: () => each((socket) => tell(socket, { op: op.reconnect, d: null })),
    invalidate() {
      state.sessions.clear();
      each((socket) => tell(socket, { op: op.invalid, d: false }));
    },
    closeWith: (code) => each((socket) => socket.close(code)),
    rejectIdentify: (code) => {
      state.refusal = code;
    },
    withholdHeartbeats: () =>
      each((socket) => {
        state.deaf.add(socket);
      }),
    refuse: () => {
      refused.now = true;
    },
    accept: () => {
      refused.now = false;
    },
    identified: state.identified,
    resumed: state.resumed,
    refused,
    connections: () => sockets.clients.size,
    close() {
      each((socket) => socket.terminate());
      sockets.close();
    },
  };
}

function greet(state: State, socket: WebSocket): void {
  tell(socket, { op: op.hello, d: { heartbeat_interval: state.heartbeat } });
  socket.on('message', (data) => {
    const payload: unknown = JSON.parse(String(data));
    if (!isFields(payload)) throw new Error('The bot sent something that is not an object');
    if (payload.op === op.heartbeat && !state.deaf.has(socket)) tell(socket, { op: op.acknowledged });
    if (payload.op === op.identify && isFields(payload.d)) identify(state, socket, payload.d);
    if (payload.op === op.resume && isFields(payload.d)) resume(state, socket, payload.d);
  });
  socket.on('close', () => {
    for (const session of state.sessions.values()) if (session.socket === socket) session.socket = undefined;
  });
}

function identify(state: State, socket: WebSocket, { token, intents }: Fields): void {
  const wanted = Number(intents);
  state.identified.push(wanted);
  const refusal = token !== state.world.token ? 4004 : wanted & privileged ? 4014 : state.refusal;
  if (refusal !== undefined) {
    socket.close(refusal);
    return;
  }
  const session: Session = { id: newId(), intents: wanted, sequence: 0, sent: [], socket };
  state.sessions.set(session.id, session);
  hand(session, 'READY', ready(state, session.id));
  hand(session, 'GUILD_CREATE', guild(state.world));
}

function resume(state: State, socket: WebSocket, { token, session_id: id, seq }: Fields): void {
  const session = token === state.world.token ? state.sessions.get(String(id)) : undefined;
  if (!session) {
    tell(socket, { op: op.invalid, d: false });
    return;
  }
  for (const missed of session.sent.slice(Number(seq))) socket.send(missed);
  session.socket = socket;
  state.resumed.count += 1;
  hand(session, 'RESUMED', {});
}

function dispatch(state: State, type: string, data: Fields): void {
  for (const session of state.sessions.values()) {
    const needed = type !== 'MESSAGE_CREATE' ? 0 : data.guild_id === undefined ? directMessages : guildMessages;
    if ((session.intents & needed) === needed) hand(session, type, data);
  }
}

function hand(session: Session, type: string, data: Fields): void {
  session.sequence += 1;
  const payload = JSON.stringify({ op: op.dispatch, t: type, s: session.sequence, d: data });
  session.sent.push(payload);
  session.socket?.send(payload);
}

function tell(socket: WebSocket, payload: unknown): void {
  socket.send(JSON.stringify(payload));
}

function ready({ world, address }: State, session: string): Fields {
  return {
    v: 10,
    user: { id: world.applicationId, username: 'guide', discriminator: '0', bot: true, avatar: null },
    guilds: [{ id: world.guild, unavailable: true }],
    session_id: session,
    resume_gateway_url: `${address()}/resume`,
    shard: [0, 1],
    application: { id: world.applicationId, flags: 0 },
  };
}

function guild(world: World): Fields {
  const channels = [...world.channels.values()].filter(({ room }) => room === 'guild');
  return {
    id: world.guild,
    name: 'A server',
    owner_id: world.guild,
    unavailable: false,
    member_count: 2,
    roles: [{ id: world.guild, name: '@everyone', permissions: '0', position: 0, color: 0, colors: {}, hoist: false }],
    channels: channels.map(({ id }) => ({ id, type: 0, name: 'general', position: 0, permission_overwrites: [] })),
    members: [],
    threads: [],
    emojis: [],
    stickers: [],
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    features: [],
  };
}
