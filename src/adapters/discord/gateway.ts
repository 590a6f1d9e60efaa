// discord.js's client, mended where it would leave a connection behind, hammer at a closed door or end the process.
import {
  Client,
  Events,
  GatewayCloseCodes,
  GatewayDispatchEvents,
  GatewayIntentBits,
  type IShardingStrategy,
  Options,
  Partials,
  SimpleShardingStrategy,
  Status,
  WebSocketShardStatus,
} from 'discord.js';
import type { Log } from '../../core/log.ts';
import { faultOf, restOptions } from './api.ts';
import { identifyMilliseconds } from './limits.ts';

export type Sleep = (milliseconds: number) => Promise<void>;

type Tools = { readonly apiRoot: string; readonly log: Log; readonly sleep: Sleep };

/** discord.js's own manager of connections; its name is taken by another class there. */
type Manager = ConstructorParameters<typeof SimpleShardingStrategy>[0];

type Line = { stopped: boolean; tries: number; fatal: number | undefined };

/** Closings after which the same settings will never work (docs.discord.com/developers/topics/opcodes-and-status-codes). */
const fatalCodes: readonly number[] = [
  GatewayCloseCodes.AuthenticationFailed,
  GatewayCloseCodes.InvalidShard,
  GatewayCloseCodes.ShardingRequired,
  GatewayCloseCodes.InvalidAPIVersion,
  GatewayCloseCodes.InvalidIntents,
  GatewayCloseCodes.DisallowedIntents,
];

/** Milliseconds between two tries to connect. discord.js itself waits half a second, always. */
const firstPause = 1000;
const longestPause = 60_000;

export type Connection = {
  readonly client: Client;
  /** The code with which Discord has closed the connection for good, if it has. */
  fatal(): number | undefined;
};

/** No intent that needs Discord's approval: a message's words come with mentions and direct messages anyway. */
export function makeConnection(tools: Tools): Connection {
  const line: Line = { stopped: false, tries: 0, fatal: undefined };
  const client: Client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    partials: [Partials.Channel],
    rest: restOptions(tools.apiRoot),
    // Everything is answered from the payload itself; what people write is not kept.
    makeCache: Options.cacheWithLimits({ ...Options.DefaultMakeCacheSettings, MessageManager: 0 }),
    ws: {
      buildStrategy: (manager) => steadyShards(manager, client, line, tools),
      buildIdentifyThrottler: () => identifyThrottle(tools.sleep),
    },
  });
  watch(client, line, tools.log);
  return { client, fatal: () => line.fatal };
}

function watch(client: Client, line: Line, log: Log): void {
  client.on(Events.Error, (error) => log.warn({ reason: faultOf(error).reason }, 'Discord client error'));
  client.on(Events.ShardError, (error) => log.warn({ reason: faultOf(error).reason }, 'Discord connection error'));
  client.on(Events.ShardReconnecting, () => {
    line.tries += 1;
    log.info({ tries: line.tries }, 'Discord connection lost, connecting again');
  });
  client.on(Events.ShardDisconnect, ({ code }) => {
    if (!fatalCodes.includes(code)) return;
    line.fatal = code;
    log.error({ code }, 'Discord closed the connection for good: check DISCORD_BOT_TOKEN');
  });
  for (const event of [GatewayDispatchEvents.Ready, GatewayDispatchEvents.Resumed]) {
    client.ws.on(event, () => {
      line.tries = 0;
      log.info({}, 'Discord connection stands');
    });
  }
}

/**
 * Plain sharding, except: a connection that fails is tried again with growing pauses; after `destroy`, also that after
 * a failed `login`, nothing connects any more, and no socket is let go while it is opening (its error would have no
 * listener and end the process); a fault while an event is handled ends there.
 */
function steadyShards(manager: Manager, client: Client, line: Line, { sleep, log }: Tools): IShardingStrategy {
  const inner = new SimpleShardingStrategy(manager);
  let spawned = false;
  const status = async (id: number) => (await inner.fetchStatus()).get(id);
  const isOpening = async (): Promise<boolean> => {
    const inside = await inner.fetchStatus();
    return inside.some((is, id) => is === WebSocketShardStatus.Connecting && !isGreeted(client, id));
  };
  guardEvents(manager, log);
  const retrieve = manager.options.retrieveSessionInfo.bind(manager.options);
  manager.options.retrieveSessionInfo = async (id) => {
    // Asked by an idle shard, this is the moment before it opens a connection.
    if (line.tries > 1 && (await status(id)) === WebSocketShardStatus.Idle) await sleep(pause(line.tries));
    if (line.stopped) return new Promise(() => undefined);
    return retrieve(id);
  };
  return {
    spawn: (ids) => {
      spawned = true;
      return inner.spawn(ids);
    },
    connect: () => inner.connect(),
    async destroy(options) {
      if (!spawned) return inner.destroy(options);
      line.stopped = true;
      for (let looks = 0; looks < 60 && (await isOpening()); looks += 1) await sleep(50);
      if (!(await isOpening())) await inner.destroy(options);
    },
    send: (id, payload) => inner.send(id, payload),
    fetchStatus: () => inner.fetchStatus(),
  };
}

/** Every dispatch runs through here; what throws would be an unhandled rejection in the shard's socket. */
function guardEvents(manager: Manager, log: Log): void {
  const emit = manager.emit.bind(manager);
  manager.emit = (...event: Parameters<typeof emit>) => {
    try {
      return emit(...event);
    } catch {
      log.warn({}, 'An event of Discord was not understood');
      return true;
    }
  };
}

/** Whether Discord has said hello on the socket of this shard. */
function isGreeted(client: Client, id: number): boolean {
  return client.ws.shards.get(id)?.status !== Status.Connecting;
}

/** One IDENTIFY at a time, five seconds apart, without a look at the clock. */
function identifyThrottle(sleep: Sleep) {
  let before: Promise<void> | undefined;
  return {
    async waitForIdentify(): Promise<void> {
      before = before ? before.then(() => sleep(identifyMilliseconds)) : Promise.resolve();
      await before;
    },
  };
}

/** Milliseconds before the next try. */
function pause(tries: number): number {
  return Math.min(firstPause * 2 ** (tries - 2), longestPause);
}
