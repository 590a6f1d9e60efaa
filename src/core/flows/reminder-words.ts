// Schedules, days and lead times in a person's words.
import { nextDates } from '../../rules/occurrences.ts';
import type { IsoDate, Notice, Schedule } from '../../rules/schedule.ts';
import type { Context } from '../context.ts';
import { type Language, written } from '../language.ts';
import type { ParsedReminder } from '../reminders/sentence.ts';

/** What words need: less than a whole context, for suggestions while somebody types. */
type Saying = Pick<Context, 'language' | 'say'>;

/** Used where nothing else was said. */
export const standardNotice = { leadDays: [3, 1, 0], time: '09:00' } as const;

const zones: Readonly<Record<string, string>> = {
  mainland: 'Asia/Shanghai',
  'hong-kong': 'Asia/Hong_Kong',
  taiwan: 'Asia/Taipei',
  singapore: 'Asia/Singapore',
  malaysia: 'Asia/Kuala_Lumpur',
  'united-kingdom': 'Europe/London',
  'united-states': 'America/New_York',
};

/** What a person may choose; anybody else writes the name of a zone. */
export const commonZones: readonly string[] = [
  ...new Set(Object.values(zones)),
  'America/Los_Angeles',
  'Europe/Berlin',
  'Asia/Tokyo',
  'Australia/Sydney',
];

/** The zone that the person fixed, or the one of their place. */
export function zoneOf(context: Pick<Context, 'preferences' | 'place'>): string {
  return context.preferences.zone ?? zones[context.place] ?? 'Asia/Shanghai';
}

export function isZone(name: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return name.includes('/');
  } catch {
    return false;
  }
}

/** "Beijing time", or the city of the zone: Europe/London → London. */
export function zoneName(context: Context, zone: string): string {
  if (zone === 'Asia/Shanghai') return context.say('zone-beijing');
  return zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
}

/** "Wed, 25 Nov 2026", 「2026年11月25日 周三」. */
export function dayWords(date: IsoDate, language: Language): string {
  const at = Temporal.PlainDate.from(date).toZonedDateTime('UTC').epochMilliseconds;
  const format = (tag: string, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' }).format(at);
  if (written(language) === 'en')
    return format('en-GB', { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
  const { year, month, day } = Temporal.PlainDate.from(date);
  return `${year}年${month}月${day}日 ${format('zh-CN', { weekday: 'short' })}`;
}

/** "the 25th of every month", 「每月25日」. */
export function scheduleWords(context: Saying, schedule: Schedule): string {
  const { language, say } = context;
  switch (schedule.kind) {
    case 'monthly': {
      const { day, every } = schedule;
      if (day === 'last') return every === 1 ? say('when-month-end') : say('when-months-end', { every });
      return every === 1 ? say('when-monthly', { day }) : say('when-months', { day, every });
    }
    case 'statement':
      return say('when-statement', { day: schedule.statementDay, days: schedule.days });
    case 'weekly': {
      const weekday = weekdayWord(schedule.weekday, language);
      return schedule.every === 1
        ? say('when-weekly', { weekday })
        : say('when-weeks', { weekday, every: schedule.every });
    }
    case 'yearly': {
      const date = dateInYear(schedule.month, schedule.day, language);
      return schedule.every === 1 ? say('when-yearly', { date }) : say('when-years', { date, every: schedule.every });
    }
    case 'once':
      return say('when-once', { date: dayWords(schedule.date, language) });
    default:
      return schedule satisfies never;
  }
}

export function weekdayWord(weekday: number, language: Language): string {
  // 2024-01-01 was a Monday.
  const at = Temporal.PlainDate.from({ year: 2024, month: 1, day: weekday }).toZonedDateTime('UTC').epochMilliseconds;
  const tag = written(language) === 'en' ? 'en-GB' : 'zh-CN';
  return new Intl.DateTimeFormat(tag, {
    weekday: written(language) === 'en' ? 'long' : 'short',
    timeZone: 'UTC',
  }).format(at);
}

function dateInYear(month: number, day: number, language: Language): string {
  if (written(language) === 'zh') return `${month}月${day}日`;
  const at = Temporal.PlainDate.from({ year: 2024, month, day }).toZonedDateTime('UTC').epochMilliseconds;
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(at);
}

/** "3 and 1 days before and on the day, at 09:00". */
export function noticeWords(context: Saying, notice: Pick<Notice, 'leadDays' | 'time'>): string {
  return context.say('notice-words', { days: leadWords(context, notice.leadDays), time: notice.time });
}

export function leadWords({ say }: Saying, leadDays: readonly number[]): string {
  const before = leadDays.filter((day) => day > 0).toSorted((a, b) => b - a);
  const days = before.join(say('list-comma'));
  const parts = [
    ...(before.length === 0 ? [] : [days === '1' ? say('lead-before-one') : say('lead-before', { days })]),
    ...(leadDays.includes(0) ? [say('lead-same-day')] : []),
    ...(leadDays.some((day) => day < 0) ? [say('lead-after')] : []),
  ];
  return parts.join(say('list-and'));
}

/** The next due dates in words, with today as the first day that counts. */
export function nextWords(context: Context, schedule: Schedule, zone: string, count = 3): string {
  const today = context.services.now().toZonedDateTimeISO(zone).toPlainDate().toString();
  return nextDates(schedule, today, count)
    .map((date) => dayWords(date, context.language))
    .join(context.say('list-stop'));
}

const helps: readonly (readonly [RegExp, string])[] = [
  [/房贷|按揭|mortgage|home ?loan|house/i, 'mortgage-overdue'],
  [/车贷|汽车|car|auto/i, 'car-loan-overdue'],
  [/助学|学费|学贷|student|tuition/i, 'student-loan-overdue'],
  [/经营|生意|公司|业务贷|business|shop/i, 'business-debt'],
  [
    /花呗|借呗|白条|微粒贷|金条|月付|美团|抖音|拍拍|分期乐|度小满|360|捷信|马上|招联|网商|网贷|滴滴|huabei|jiebei|baitiao|weilidai|webank|online|app\b|bnpl/i,
    'platform-extension',
  ],
  [/信用卡|卡(?!车)|card|visa/i, 'credit-card-overdue'],
  [
    /妈|爸|姐|哥|弟|妹|叔|舅|姨|姑|爷|奶|朋友|同事|同学|老[王李张刘赵陈]|小[王李张刘赵陈]|from |friend|sister|brother|mum|mom|dad|uncle|aunt|cousin/i,
    'private-loan',
  ],
];

/** The topic that "I can't pay" opens, by the person's own words for the debt. */
export function helpFor(label: string): string {
  return helps.find(([pattern]) => pattern.test(label))?.[1] ?? 'cannot-pay';
}

/** What was said of a reminder that is not complete yet, in one line. */
export function saidWords(context: Context, item: ParsedReminder, label: string): string {
  const when = item.schedule ? scheduleWords(context, item.schedule) : context.say('when-unknown');
  return context.say('remind-line', { label, when });
}
