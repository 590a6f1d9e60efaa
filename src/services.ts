// Joins everything that does not depend on a platform; main.ts and cli.ts start from here.
import { randomInt } from 'node:crypto';
import { makeCalendar } from './calendar.ts';
import { createCharts } from './charts/charts.ts';
import type { Config } from './config.ts';
import type { Log } from './core/log.ts';
import { createRecent } from './core/recent.ts';
import type { Services } from './core/services.ts';
import { createWorkCalendar } from './holidays.ts';
import { formatFault } from './knowledge/faults.ts';
import { createLiving, type Living } from './knowledge/living.ts';
import { loadLocales } from './locales.ts';
import { createSafety } from './safety/safety.ts';
import { createScript } from './script.ts';
import { openStore, type Store } from './storage/store.ts';

export type Running = {
  readonly services: Services;
  readonly store: Store;
  /** Reads the knowledge files again, and notes in the log what came of it. */
  readonly reload: () => void;
};

/** Everything that answers need and nothing that remembers: for tests, `ask` and measures. */
export async function createMind(): Promise<
  Pick<Services, 'knowledge' | 'matcher' | 'safety' | 'translate' | 'script' | 'calendar' | 'workCalendar' | 'charts'> &
    Living
> {
  const script = createScript();
  const living = createLiving(script.simplified);
  return {
    ...living,
    safety: createSafety(script.simplified),
    translate: loadLocales((text) => script.traditional(text, 'taiwan')),
    script,
    calendar: makeCalendar,
    workCalendar: createWorkCalendar(),
    charts: createCharts(),
  };
}

/**
 * Opens the store and loads the knowledge.
 * @throws Error with a sentence for the operator: a setting, a file or a fault in the knowledge
 */
export async function createServices(config: Config, log: Log, now: () => Temporal.Instant): Promise<Running> {
  const [mind, store] = await Promise.all([createMind(), openStore(config, now, createWorkCalendar())]);
  if (store.keyOrigin === 'made') {
    log.warn({ file: config.DATA_KEY_FILE }, 'made a new data key: keep a copy apart from the database');
  }
  const services: Services = {
    ...mind,
    preferences: store.preferences,
    conversations: store.conversations,
    seen: store.seen,
    progress: store.progress,
    kept: store.kept,
    contacts: store.contacts,
    reminders: store.reminders,
    letterbox: store.letterbox,
    recent: createRecent(now),
    now,
    log,
    newReference,
    standard: { language: config.DEFAULT_LANGUAGE, place: config.DEFAULT_PLACE },
  };
  return { services, store, reload: () => reloadKnowledge(mind, log) };
}

/** Faults noted at most: the first ones say enough. */
const mostFaults = 20;

export function reloadKnowledge(living: Living, log: Log): void {
  const faults = living.reload();
  if (faults.length === 0) {
    log.info({ topics: living.knowledge().topics.size }, 'the knowledge was read again');
    return;
  }
  for (const fault of faults.slice(0, mostFaults))
    log.error({ fault: formatFault(fault) }, 'a knowledge file is broken');
  log.error({ faults: faults.length }, 'the knowledge was not read again: the old one stays in place');
}

/** Six characters that are told apart when read aloud. */
export function newReference(): string {
  const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
  return Array.from({ length: 6 }, () => letters[randomInt(letters.length)]).join('');
}
