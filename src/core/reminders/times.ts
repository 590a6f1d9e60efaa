// Times of day: 早上九点半, 下午三点一刻, 21:00, quarter to nine in the morning, at noon.
import type { ClockTime } from '../../rules/schedule.ts';
import { chineseNumerals, englishNumeral, readNumber } from './numbers.ts';
import type { Rule } from './span.ts';

/** A time, or one that no clock shows (25:00). */
export type SaidTime =
  /** `part`: only a part of the day was said. `bare`: an hour that could be of the morning or of the evening. */
  { readonly time: ClockTime; readonly part?: Part; readonly bare?: boolean } | { readonly impossible: true };

export type Part = 'night' | 'morning' | 'noon' | 'afternoon' | 'evening';

/** What "in the evening" means when no hour is said. */
const standard: Readonly<Record<Part, ClockTime>> = {
  night: '00:00',
  morning: '09:00',
  noon: '12:00',
  afternoon: '15:00',
  evening: '20:00',
};

const chinesePart =
  '凌晨|半夜|午夜|清晨|大清早|清早|一大早|(?<![周期拜十])一早上?|大早上|早上|早晨|早间|早|上午|中午|正午|晌午|午后|下午|傍晚|晚上|晚间|夜里|夜晚|深夜|晚';
const englishPart = "in the morning|in the afternoon|in the evening|at night|a\\.?m\\b\\.?|p\\.?m\\b\\.?|o'? ?clock";

function partOf(words: string | undefined): Part | undefined {
  if (words === undefined || words === '') return undefined;
  if (/凌晨|半夜|午夜|midnight/.test(words)) return 'night';
  if (/中午|正午|晌午|noon(?<!after)$|midday|lunch/.test(words) && !/afternoon/.test(words)) return 'noon';
  if (/早|清晨|上午|morning|^a\.?m\b/i.test(words) && !/afternoon/.test(words)) return 'morning';
  if (/下午|午后|afternoon|^p\.?m/i.test(words)) return 'afternoon';
  if (/晚|夜|evening|night/i.test(words)) return 'evening';
  return undefined;
}

/** @param bare nothing tells morning from afternoon: one to five are then hours of the afternoon */
function clock(hour: number | undefined, minute: number | undefined, part?: Part, bare = false): SaidTime | undefined {
  if (hour === undefined || minute === undefined) return undefined;
  if (!Number.isInteger(hour) || hour > 24 || minute > 59 || (hour === 24 && minute > 0)) return { impossible: true };
  const time = `${pad(inDay(hour, part, bare))}:${pad(minute)}`;
  return bare && hour <= 12 ? { time, bare } : { time };
}

function inDay(hour: number, part: Part | undefined, bare: boolean): number {
  if (hour > 12) return hour % 24;
  switch (part) {
    case 'night':
    case 'morning':
      return hour === 12 ? 0 : hour;
    case 'noon':
      return hour < 6 ? hour + 12 : hour;
    case 'afternoon':
      return hour === 12 ? 12 : hour + 12;
    case 'evening':
      return hour === 12 ? 0 : hour < 3 ? hour : hour + 12;
    case undefined:
      return bare && hour >= 1 && hour <= 5 ? hour + 12 : hour;
    default:
      return part satisfies never;
  }
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}

const chineseHour = `(\\d{1,2}|[${chineseNumerals}]{1,3})`;

function chineseMinutes(words: string | undefined): number {
  if (words === undefined || words === '' || words === '整' || words === '钟') return 0;
  if (words === '半') return 30;
  if (words === '一刻') return 15;
  if (words === '三刻') return 45;
  return readNumber(words.replace(/[分过]/g, '').replace(/^[零〇](?=.)/, '')) ?? 99;
}

const chineseRules: readonly Rule<SaidTime>[] = [
  {
    // 差一刻九点, 差5分九点
    pattern: new RegExp(
      `(${chinesePart})?差(一刻|\\d{1,2}分?|[${chineseNumerals}]{1,2}分?)(?:钟)?到?${chineseHour}点`,
      'g',
    ),
    read: (match) => before(readNumber(match[3] ?? ''), chineseMinutes(match[2]), partOf(match[1])),
  },
  {
    // 九点差一刻
    pattern: new RegExp(`(${chinesePart})?的? ?${chineseHour}点差(一刻|\\d{1,2}分?|[${chineseNumerals}]{1,2}分?)`, 'g'),
    read: (match) => before(readNumber(match[2] ?? ''), chineseMinutes(match[3]), partOf(match[1])),
  },
  {
    pattern: new RegExp(
      `(${chinesePart})?的? ?(?<![\\d.])${chineseHour} ?(?:点钟|点|时(?![间候]))(半|一刻|三刻|整|钟|过?\\d{1,2}分?|[零〇过]?[一二三四五六七八九十]{1,3}分?)?(?:左右|前后)?`,
      'g',
    ),
    read: (match) => {
      // 一点 without more is "a little".
      if (match[1] === undefined && match[2] === '一' && match[3] === undefined) return undefined;
      return clock(readNumber(match[2] ?? ''), chineseMinutes(match[3]), partOf(match[1]), match[1] === undefined);
    },
  },
  {
    pattern: new RegExp(`(${chinesePart}) ?(\\d{1,2})[:.](\\d{2})(?!\\d)(?:左右)?`, 'g'),
    read: (match) => clock(Number(match[2]), Number(match[3]), partOf(match[1])),
  },
];

const hour = `(\\d{1,2}|${englishNumeral})`;

/** "seven thirty", "eight oh five": minutes in words after an hour in words. */
const spokenMinutes =
  '(oh[- ](?:one|two|three|four|five|six|seven|eight|nine)|ten|fifteen|twenty(?:[- ]five)?|thirty(?:[- ]five)?|forty(?:[- ]five)?|fifty(?:[- ]five)?)';

const englishRules: readonly Rule<SaidTime>[] = [
  {
    pattern: new RegExp(
      `\\b(?:(?:at|around|by) |@ ?)(${englishNumeral}) ${spokenMinutes}\\b(?: ?(${englishPart}))?|\\b(${englishNumeral}) ${spokenMinutes} ?(${englishPart})`,
      'gi',
    ),
    read: (match) => {
      const part = partOf(match[3] ?? match[6]);
      const minutes = readNumber((match[2] ?? match[5] ?? '').replace(/^oh[- ]/i, ''));
      return clock(readNumber(match[1] ?? match[4] ?? ''), minutes, part, part === undefined);
    },
  },
  {
    pattern: new RegExp(
      `\\b(?:at |around |by |@ ?)?(?:a )?(quarter|half|(?:\\d{1,2}|${englishNumeral})(?= (?:minutes?|mins?) |(?<=\\b(?:5|10|20|25|five|ten|twenty|twenty[- ]five)) )(?: (?:minutes?|mins?))?) (past|after|to|till?) (?:${hour}|(noon|midday|midnight))\\b(?: ?(${englishPart}))?`,
      'gi',
    ),
    read: (match) => {
      const minutes =
        match[1]?.toLowerCase() === 'quarter'
          ? 15
          : match[1]?.toLowerCase() === 'half'
            ? 30
            : readNumber((match[1] ?? '').replace(/ min.*/i, ''));
      const named = match[4] === undefined ? undefined : /midnight/i.test(match[4]) ? 0 : 12;
      const part = named === 0 ? 'night' : named === 12 ? 'noon' : partOf(match[5]);
      const at = named ?? readNumber(match[3] ?? '');
      if (/past|after/i.test(match[2] ?? '')) return clock(at, minutes, part, part === undefined);
      return before(at, minutes, part);
    },
  },
  {
    // "half nine" is 9:30 where people say it.
    pattern: new RegExp(
      `\\b(?:at |@ ?)?half ${hour}\\b(?: ?(${englishPart}))?(?! ?(?:a|an|of|price|months?|years?|days?|hours?|weeks?|minutes?|k|w|grand|thousand|hundred|rmb|yuan)\\b|[\\d.,])`,
      'gi',
    ),
    read: (match) => clock(readNumber(match[1] ?? ''), 30, partOf(match[2]), match[2] === undefined),
  },
  {
    pattern: new RegExp(
      `(?:\\b(?:at|around|by) |@ ?)?(?<![\\d.:/-]|\\d,)(\\d{1,2})[:：](\\d{2})(?!\\d)(?: ?(${englishPart}|hrs?\\b))?`,
      'gi',
    ),
    read: (match) => clock(Number(match[1]), Number(match[2]), partOf(match[3])),
  },
  {
    pattern: /(?:\bat |@ ?)?(?<![\d.,])(\d{1,2})[.h](\d{2}) ?(a\.?m\b\.?|p\.?m\b\.?)/gi,
    read: (match) => clock(Number(match[1]), Number(match[2]), partOf(match[3])),
  },
  {
    pattern: new RegExp(
      `(?:\\b(?:at|around|by) |@ ?)?(?<![\\d.,])\\b${hour} ?(${englishPart})(?: (in the (?:morning|afternoon|evening)|at night))?`,
      'gi',
    ),
    read: (match) => {
      const part = partOf(match[3]) ?? partOf(/clock/i.test(match[2] ?? '') ? undefined : match[2]);
      return clock(readNumber(match[1] ?? ''), 0, part, part === undefined);
    },
  },
  {
    // 0730, "at 1930", "1930 hrs": four digits are a time when nothing else can be meant.
    pattern:
      /(?:\b(?:at|around|by) |@ ?)([01]\d|2[0-3])([0-5]\d)\b(?! ?(?:k|w|rmb|yuan|元|块|[-/.]\d))(?: ?(?:hrs?|hours|h)\b)?|(?<![\d.,:/*-])([01]\d|2[0-3])([0-5]\d) ?(?:hrs|hours|h)\b|(?<![\d.,:/*a-z-])(0\d)([0-5]\d)(?!\d|[.,:/-]\d| ?(?:元|块|rmb|yuan))/gi,
    read: (match) => clock(Number(match[1] ?? match[3] ?? match[5]), Number(match[2] ?? match[4] ?? match[6])),
  },
  {
    pattern: /(?:\bat |@ ?)(\d{1,2})\.(\d{2})(?![\d.])(?! ?(?:k|w|rmb|yuan)\b)/gi,
    read: (match) => clock(Number(match[1]), Number(match[2]), undefined, true),
  },
  {
    pattern: /\b(?:at |around |by )?(?:12 )?(noon|midday|lunch ?time|midnight)\b/gi,
    read: (match) => ({ time: /midnight/i.test(match[1] ?? '') ? '00:00' : '12:00' }),
  },
  {
    // "at 9", but not "at 9%" or "at 9,000".
    pattern: new RegExp(
      `(?:\\b(?:at|around) |@ ?)(\\d{1,2}|${englishNumeral})(?! ?(?:th|st|nd|rd|days?|weeks?|months?|%|k\\b|w\\b|rmb|yuan|grand|hundred|thousand|[.,:/-]?\\d|万|千|百|元|块))\\b(?: sharp)?`,
      'gi',
    ),
    read: (match) => clock(readNumber(match[1] ?? ''), 0, undefined, true),
  },
];

const vagueRules: readonly Rule<SaidTime>[] = [
  {
    pattern:
      /凌晨|半夜|清晨|大清早|清早|一大早|(?<![周期拜十])一早上?|大早上|早上|早晨|上午|中午|正午|午后|下午|傍晚|晚上|晚间|夜里/g,
    read: (match) => vague(match[0]),
  },
  {
    pattern:
      /(?<!\b(?:every|each) (?:single )?)\b(?:in the (?:early |late )?|at )?(?:first thing )?(?:in the )?(morning|afternoon|evening|night)\b/gi,
    read: (match) => vague(match[1] ?? ''),
  },
];

function vague(words: string): SaidTime | undefined {
  const part = partOf(words.toLowerCase());
  return part && { time: standard[part], part };
}

function before(at: number | undefined, minutes: number | undefined, part: Part | undefined): SaidTime | undefined {
  const full = clock(at, 0, part, part === undefined);
  if (full === undefined || minutes === undefined) return undefined;
  if (!('time' in full) || minutes < 1 || minutes > 59) return { impossible: true };
  const time = Temporal.PlainTime.from(full.time).subtract({ minutes });
  return { time: time.toString({ smallestUnit: 'minute' }), ...(full.bare === true ? { bare: true } : {}) };
}

export const timeRules: readonly Rule<SaidTime>[] = [...chineseRules, ...englishRules, ...vagueRules];

/** 18.15 between commas: a sum as well, so only where a day and no other time is said. */
export const lastTimeRules: readonly Rule<SaidTime>[] = [
  {
    pattern: /(?<=^|[,;█]) ?([6-9]|1\d|2[0-3])\.([0-5][05])(?= ?(?:$|[,;]))/g,
    read: (match) => clock(Number(match[1]), Number(match[2])),
  },
];

/** The time that is meant: an hour counts more than a part of the day, which tells what the hour leaves open. */
export function meantTime(said: readonly SaidTime[], evening: boolean): SaidTime | undefined {
  const hour = said.findLast((each) => !('time' in each) || each.part === undefined);
  if (hour === undefined) return said.at(-1);
  const late = evening || said.some((each) => 'time' in each && (each.part === 'evening' || each.part === 'afternoon'));
  if (!('time' in hour) || hour.bare !== true || !late || hour.time >= '12:00') return hour;
  return { time: Temporal.PlainTime.from(hour.time).add({ hours: 12 }).toString({ smallestUnit: 'minute' }) };
}
