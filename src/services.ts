// Joins everything that does not depend on a platform; main.ts and cli.ts start from here.
import { randomInt } from 'node:crypto';
import { makeCalendar } from './calendar.ts';
import type { Config } from './config.ts';
import type { Log } from './core/log.ts';
import { createRecent } from './core/recent.ts';
import type { Services } from './core/services.ts';
import { createWorkCalendar } from './holidays.ts';
import { loadKnowledge } from './knowledge/load.ts';
import { createMatcher } from './knowledge/match/matcher.ts';
import { loadLocales } from './locales.ts';
import { createScript } from './script.ts';
import { openStore, type Store } from './storage/store.ts';

export type Running = { readonly services: Services; readonly store: Store };

/** Everything that answers need and nothing that remembers: for tests, `ask` and measures. */
export async function createMind(): Promise<
  Pick<Services, 'knowledge' | 'matcher' | 'translate' | 'script' | 'calendar'>
> {
  const script = createScript();
  const knowledge = loadKnowledge();
  const matcher = createMatcher(knowledge, script.simplified);
  return {
    knowledge: () => knowledge,
    matcher: () => matcher,
    translate: loadLocales((text) => script.traditional(text, 'taiwan')),
    script,
    calendar: makeCalendar,
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
    reminders: store.reminders,
    letterbox: store.letterbox,
    recent: createRecent(now),
    now,
    log,
    newReference,
    standard: { language: config.DEFAULT_LANGUAGE, place: config.DEFAULT_PLACE },
  };
  return { services, store };
}

/** Six characters that are told apart when read aloud. */
export function newReference(): string {
  const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
  return Array.from({ length: 6 }, () => letters[randomInt(letters.length)]).join('');
}
