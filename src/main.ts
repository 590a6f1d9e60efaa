// The composition root: config, services, adapters, clock, orderly stop.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Adapter, Receive } from './adapters/adapter.ts';
import { createTerminalAdapter } from './adapters/terminal/terminal.ts';
import { type Config, readConfig } from './config.ts';
import { createInbox } from './core/inbox.ts';
import type { Log } from './core/log.ts';
import type { Services } from './core/services.ts';
import { watchKnowledge } from './knowledge/living.ts';
import { createLog } from './log.ts';
import { chatOpener, createPlatforms } from './platforms.ts';
import { startClock } from './reminders/clock.ts';
import { createDelivering, type Delivering } from './reminders/tick.ts';
import { createServices, type Running } from './services.ts';

/** Milliseconds from the signal to the end, at most. */
const stopLimit = 5_000;
/** Milliseconds that reminders under way have before their platform is left. */
const headStart = 1_500;
/** When what has expired is swept away: every hour. */
const sweepExpression = '17 * * * *';
/** When messages of a process that was killed are looked for: every five seconds, whatever REMINDER_CRON says. */
const rescueExpression = '*/5 * * * * *';

const result = readConfig();
if (!result.ok) fail(result.faults);
else await run(result.config);

async function run(config: Config): Promise<void> {
  const withPlatform = config.TELEGRAM_BOT_TOKEN !== undefined || config.DISCORD_BOT_TOKEN !== undefined;
  const log = createLog(config.LOG_LEVEL ?? (withPlatform ? 'info' : 'warn'));
  const now = () => Temporal.Now.instant();
  let running: Running;
  try {
    running = await createServices(config, log, now);
  } catch (error) {
    return fail([error instanceof Error ? error.message : String(error)]);
  }
  const { store, reload } = running;
  const services: Services = {
    ...running.services,
    openChat: chatOpener(() => adapters),
  };
  const inbox = createInbox(services);
  const stopSweep = startClock({ expression: sweepExpression, tick: store.sweep, name: 'sweep', log });

  const ready: Adapter[] = [];
  const delivering = createDelivering({
    outbox: store.outbox,
    services,
    adapters: () => ready,
    sleep,
    clock: () => performance.now(),
  });
  const stopTicks = startClock({ expression: config.REMINDER_CRON, tick: delivering.tick, name: 'reminders', log });
  const stopRescue = startClock({ expression: rescueExpression, tick: delivering.rescue, name: 'rescue', log });

  let ending: Promise<void> | undefined;
  const end = () => {
    const stopClocks = async () => void (await Promise.all([stopSweep(), stopTicks(), stopRescue()]));
    ending ??= stop({ adapters, running, idle: inbox.idle, stopClocks, delivering, log });
    return ending;
  };
  const adapters = withPlatform
    ? await createPlatforms(config, services)
    : [
        createTerminalAdapter({
          input: process.stdin,
          output: process.stdout,
          translate: services.translate,
          onEnd: () => void end(),
        }),
      ];
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void end());
  process.on('SIGHUP', reload);
  watchKnowledge(reload);

  const receive: Receive = (incoming, send) => inbox.receive(incoming, send);
  const started = await Promise.all(
    adapters.map(async (adapter) => {
      const isReady = await startOne(adapter, receive, log);
      if (isReady) ready.push(adapter);
      // What fell due while the bot was down goes out now. A fault is that of the next tick, too, which is logged.
      if (isReady && ending === undefined) delivering.tick().catch(() => undefined);
      return isReady;
    }),
  );
  if (!started.includes(true) && ending === undefined) {
    process.exitCode = 1;
    await end();
  }
}

/** One platform that cannot start does not stop the other. */
async function startOne(adapter: Adapter, receive: Receive, log: Log): Promise<boolean> {
  try {
    await adapter.start(receive);
    log.info({ platform: adapter.name }, 'ready');
    return true;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return false;
  }
}

type Ending = {
  readonly adapters: readonly Adapter[];
  readonly running: Running;
  readonly idle: () => Promise<void>;
  readonly stopClocks: () => Promise<void>;
  readonly delivering: Delivering;
  readonly log: Log;
};

/** Takes nothing new, answers what came in, closes the store; whatever hangs is left behind after five seconds. */
async function stop({ adapters, running, idle, stopClocks, delivering, log }: Ending): Promise<void> {
  const limit = setTimeout(() => {
    log.error({}, 'stopping took too long: leaving now');
    process.exit(process.exitCode ?? 1);
  }, stopLimit - 500);
  const delivered = Promise.allSettled([stopClocks(), delivering.stop()]);
  // A round of reminders that is under way has its messages settled, unless a platform is slow.
  await Promise.race([delivered, sleep(headStart)]);
  await Promise.allSettled([...adapters.map((adapter) => adapter.stop()), delivered]);
  await idle();
  await running.store.close().catch(() => undefined);
  clearTimeout(limit);
  process.exit(process.exitCode ?? 0);
}

function fail(faults: readonly string[]): void {
  for (const fault of faults) console.error(fault);
  process.exitCode = 1;
}
