import { type Logger, schedule } from 'node-cron';
import type { Log } from '../core/log.ts';

type Settings = {
  /** Cron expression, five or six fields, in UTC. */
  readonly expression: string;
  /** What is due is decided by the database, never by the clock: a missed tick repairs itself at the next. */
  readonly tick: () => Promise<unknown>;
  readonly name: string;
  readonly log: Log;
};

/** Runs a tick again and again, never two at once; gives the function that stops it. */
export function startClock({ expression, tick, name, log }: Settings): () => Promise<void> {
  const task = schedule(
    expression,
    async () => {
      try {
        await tick();
      } catch (error) {
        log.error({ clock: name, error: error instanceof Error ? error.name : 'unknown' }, 'a tick failed');
      }
    },
    { name, timezone: 'UTC', noOverlap: true, logger: quiet(log, name), suppressMissedWarning: true },
  );
  return async () => {
    await task.destroy();
  };
}

function quiet(log: Log, clock: string): Logger {
  const note = () => log.debug({ clock }, 'a note of the clock');
  return { info: note, warn: note, debug: note, error: note };
}
