// One tick: what is due is leased, put into words, handed to its platform and settled.
import type { Adapter, Delivery } from '../adapters/adapter.ts';
import type { Platform } from '../core/incoming.ts';
import type { Leased, Outbox, Settlement } from '../core/outbox.ts';
import type { Owner } from '../core/reminders.ts';
import type { Reply } from '../core/reply.ts';
import { respond } from '../core/respond.ts';
import type { Services } from '../core/services.ts';
import { createBudget } from './budget.ts';
import { repeats, settlementOf } from './outcome.ts';

export type DeliveringSettings = {
  readonly outbox: Outbox;
  readonly services: Services;
  /** Those that are ready; asked at each tick. */
  readonly adapters: () => readonly Adapter[];
  /** Waits so many ms. */
  readonly sleep: (ms: number) => Promise<void>;
  /** A clock in ms that nobody turns; it need not know the date. */
  readonly clock: () => number;
  /** 0 to 1, for jitter. */
  readonly random?: () => number;
  /** Does something again and again, so many ms apart; gives the function that ends it. */
  readonly every?: (ms: number, act: () => void) => () => void;
  /** Reminders a second and platform; answers to people need the rest of what the platform allows. */
  readonly perSecond?: Partial<Record<Platform, number>>;
};

export type Delivering = {
  /** Delivers all that is due. While one is under way, another is the same. */
  tick(): Promise<Readonly<Record<Settlement['outcome'], number>>>;
  /** Delivers what a process left that was killed; usually there is nothing, and nothing is done. */
  rescue(): Promise<void>;
  /** Finishes what is under way, gives back the rest and resolves. */
  stop(): Promise<void>;
};

/** Of 30 on Telegram and 50 on Discord, which counts every request. */
const standardPerSecond: Record<Platform, number> = { telegram: 25, discord: 30, terminal: 1000 };
/** Messages taken at once: some seconds of work, so that a lease never ends while its messages wait. */
const batchSize = 50;
/** Chats written to at the same time. So many messages may be unsure after a crash. */
const together = 10;
/** Milliseconds between two renewals of a lease: a quarter of it. */
const renewEvery = 5_000;
/** Minutes from which on a late message says so. */
const wordOfLateness = 5;
/** Seconds without reminders after nobody knows what became of a whole round; it grows while that goes on. */
const silenceWait = 30;
const longestSilence = 300;

/** A fault of ours: a later release may do better. */
const wordless: Delivery = { kind: 'later', seconds: 60, reason: 'words', scope: 'message' };

/** Everything for one chat: one message, or one after the other. */
type Group = readonly [Leased, ...Leased[]];

export function createDelivering(settings: DeliveringSettings): Delivering {
  const { outbox, services, adapters, sleep, clock, random = Math.random, every = repeat } = settings;
  const { log } = services;
  const rates = { ...standardPerSecond, ...settings.perSecond };
  const budgets = new Map<Platform, ReturnType<typeof createBudget>>();
  const pausedUntil = new Map<Platform, number>();
  const silences = new Map<Platform, number>();
  let stopping = false;
  let running: ReturnType<Delivering['tick']> | undefined;
  let toldOfOther = false;

  const isPaused = (platform: Platform) => (pausedUntil.get(platform) ?? 0) > clock();

  function budgetOf(platform: Platform) {
    const budget = budgets.get(platform) ?? createBudget(rates[platform], clock, sleep);
    budgets.set(platform, budget);
    return budget;
  }

  function pause(platform: Platform, seconds: number): void {
    const until = clock() + seconds * 1000;
    if (until > (pausedUntil.get(platform) ?? 0)) pausedUntil.set(platform, until);
  }

  async function run(): Promise<Record<Settlement['outcome'], number>> {
    const tally = { delivered: 0, gone: 0, later: 0, unknown: 0, undelivered: 0, released: 0 };
    if (!(await mayDeliver())) return tally;
    const repaired = await outbox.repair();
    if (repaired > 0) log.warn({ count: repaired }, 'the clock was turned back: leases are taken back');
    await Promise.all(
      adapters().map((adapter) =>
        deliverAll(adapter, (settlements) => {
          for (const { outcome } of settlements) tally[outcome] += 1;
        }),
      ),
    );
    if (Object.values(tally).some((count) => count > 0)) log.info(tally, 'reminders');
    return tally;
  }

  async function mayDeliver(): Promise<boolean> {
    const may = await outbox.hold();
    if (!may && !toldOfOther) {
      log.warn(
        {},
        'another process delivers the reminders of this SQLite file; this one waits. Only one can: for more, set DATABASE_URL to a Postgres server',
      );
    }
    toldOfOther = !may;
    return may;
  }

  async function deliverAll(adapter: Adapter, count: (settlements: readonly Settlement[]) => void): Promise<void> {
    while (!stopping && !isPaused(adapter.name) && (await outbox.hold())) {
      const leased = await outbox.lease(adapter.name, batchSize);
      if (leased.length === 0) return;
      const waiting = new Set(leased);
      const endRenewing = every(renewEvery, () => void renew([...waiting]));
      try {
        const groups = grouped(leased);
        for (let at = 0; at < groups.length; at += together) {
          const round = groups.slice(at, at + together);
          const settlements = await deliverRound(adapter, round);
          for (const one of round.flat()) waiting.delete(one);
          count(settlements);
        }
      } finally {
        endRenewing();
      }
    }
  }

  async function deliverRound(adapter: Adapter, round: readonly Group[]): Promise<readonly Settlement[]> {
    if (!stopping && !isPaused(adapter.name)) await budgetOf(adapter.name)(round.length);
    const settlements =
      stopping || isPaused(adapter.name)
        ? round.flat().map((one): Settlement => ({ leased: one, outcome: 'released' }))
        : (await Promise.all(round.map((group) => deliverGroup(adapter, group)))).flat();
    await outbox.settle(settlements);
    listen(adapter.name, settlements);
    return settlements;
  }

  async function renew(waiting: readonly Leased[]): Promise<void> {
    try {
      await outbox.renew(waiting);
    } catch (error) {
      log.warn({ error: nameOf(error) }, 'leases were not renewed');
    }
  }

  /** When nobody knows about a whole round, the platform is out of reach: sending on would use up every second try. */
  function listen(platform: Platform, settlements: readonly Settlement[]): void {
    const outcomes = settlements.map(({ outcome }) => outcome);
    if (outcomes.includes('delivered') || outcomes.includes('gone')) silences.delete(platform);
    if (outcomes.length < 2 || !outcomes.every((outcome) => outcome === 'unknown')) return;
    const silence = (silences.get(platform) ?? 0) + 1;
    silences.set(platform, silence);
    pause(platform, Math.min(longestSilence, silenceWait * 2 ** (silence - 1)));
  }

  async function deliverGroup(adapter: Adapter, group: Group): Promise<readonly Settlement[]> {
    const unsure = group.filter((one) => one.unsure > 0);
    const overtaken = unsure.length > 0 ? await outbox.overtaken(unsure) : new Set<string>();
    const isSpent = (one: Leased) => one.unsure > repeats[adapter.name];
    const ended = group.filter((one) => isSpent(one) || overtaken.has(one.id));
    const settled = ended.map(
      (leased): Settlement => ({ leased, outcome: 'undelivered', error: isSpent(leased) ? 'unsure' : 'overtaken' }),
    );
    const open = group.filter((one) => !ended.includes(one));
    return open.length === 0 ? settled : [...settled, ...(await send(adapter, open))];
  }

  async function send(adapter: Adapter, open: readonly Leased[]): Promise<readonly Settlement[]> {
    const [first] = open;
    if (!first) return [];
    const message = first.unsure > 0 && first.message !== undefined ? first.message : crypto.randomUUID();
    const replies = await wordsFor(open, message);
    if (!replies) return open.map((leased) => settlementOf(leased, wordless, moment()));
    const alive = await outbox.mark(open, message);
    // Paid, deleted or taken over in this very moment: the words no longer hold, the rest comes right after.
    if (alive.size < open.length) {
      return open.filter(({ id }) => alive.has(id)).map((leased) => ({ leased, outcome: 'released' }));
    }
    const delivery = await handOver(adapter, first.to, replies, message);
    if (delivery.kind === 'later' && delivery.scope !== 'message') pause(adapter.name, delivery.seconds);
    return open.map((leased) => settlementOf(leased, delivery, moment()));
  }

  const moment = () => ({ now: services.now(), random });

  async function wordsFor(open: readonly Leased[], message: string): Promise<readonly Reply[] | undefined> {
    try {
      return await respond(incomingOf(open, message, services.now()), services);
    } catch (error) {
      log.error({ error: nameOf(error) }, 'a reminder could not be put into words');
      return undefined;
    }
  }

  async function handOver(adapter: Adapter, to: Owner, replies: readonly Reply[], message: string): Promise<Delivery> {
    try {
      return await adapter.deliver(to, replies, message);
    } catch (error) {
      log.error({ error: nameOf(error), platform: adapter.name }, 'a platform broke while delivering');
      return { kind: 'unknown', reason: nameOf(error) };
    }
  }

  function tick(): ReturnType<Delivering['tick']> {
    running ??= run().finally(() => {
      running = undefined;
    });
    return running;
  }

  return {
    tick,
    async rescue() {
      if (!stopping && !running && (await outbox.orphaned())) await tick();
    },
    async stop() {
      stopping = true;
      await running?.catch(() => undefined);
      await outbox.release();
    },
  };
}

function repeat(ms: number, act: () => void): () => void {
  const timer = setInterval(act, ms);
  return () => clearInterval(timer);
}

/** What may have been shown before goes out as it did then, apart from what is new. */
function grouped(leased: readonly Leased[]): readonly Group[] {
  const groups = new Map<string, [Leased, ...Leased[]]>();
  for (const one of leased) {
    const key = JSON.stringify([one.to.person, one.to.chat, one.unsure > 0 ? one.message : '']);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()];
}

function incomingOf(group: readonly Leased[], message: string, now: Temporal.Instant) {
  const [first] = group;
  if (!first) throw new RangeError('a message about nothing');
  const planned = Math.min(...group.map(({ plannedAt }) => plannedAt.epochMilliseconds));
  const minutes = Math.floor((now.epochMilliseconds - planned) / 60_000);
  return {
    kind: 'due',
    origin: { ...first.to, audience: 'private', update: `due:${message}` },
    notices: group.flatMap(({ notices }) => notices),
    ...(minutes < wordOfLateness ? {} : { late: minutes }),
  } as const;
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'fault';
}
