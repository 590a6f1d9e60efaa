// What a process needs that only delivers reminders.
import type { Log } from '../../src/core/log.ts';
import type { ReminderDraft } from '../../src/core/reminders.ts';
import type { Services } from '../../src/core/services.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { loadLocales } from '../../src/locales.ts';
import type { Store } from '../../src/storage/store.ts';

export const translate = loadLocales((text) => text);

type Needed =
  | 'knowledge'
  | 'translate'
  | 'script'
  | 'safety'
  | 'preferences'
  | 'conversations'
  | 'seen'
  | 'reminders'
  | 'now'
  | 'log'
  | 'newReference'
  | 'standard';

/** Words of knowledge are tested elsewhere. */
const withoutTopics = { topics: new Map() } as unknown as Knowledge;

/** A reminder carries no words of a person that could be dangerous; the lexicons are tested elsewhere. */
const calm: Pick<Services['safety'], 'assess'> = { assess: () => undefined };

/** All that a reminder needs of a bot; what reaches for more fails. */
export function deliveringServices(store: Store, now: () => Temporal.Instant, log: Log): Services {
  const needed: Pick<Services, Needed> = {
    knowledge: () => withoutTopics,
    translate,
    script: { simplified: (text) => text, traditional: (text) => text, variant: () => undefined },
    safety: calm as Services['safety'],
    preferences: store.preferences,
    conversations: store.conversations,
    seen: store.seen,
    reminders: store.reminders,
    now,
    log,
    newReference: () => 'REF',
    standard: { language: 'en', place: 'mainland' },
  };
  return needed as Services;
}

export function quietLog(lines: string[]): Log {
  const note = (level: string) => (fields: object, message: string) => {
    lines.push(`${level} ${JSON.stringify(fields)} ${message}`);
  };
  return { trace: note('trace'), debug: note('debug'), info: note('info'), warn: note('warn'), error: note('error') };
}

/** Due on the 25th; told three days, one day and no day before at nine in Shanghai. */
export function cardCalled(label: string, changes: Partial<ReminderDraft> = {}): ReminderDraft {
  return {
    label,
    schedule: { kind: 'monthly', day: 25, every: 1, anchor: '2026-11-01' },
    notice: { leadDays: [3, 1, 0], time: '09:00', zone: 'Asia/Shanghai', workingDayBefore: false },
    details: false,
    help: 'cannot-pay',
    language: 'en',
    ...changes,
  };
}
