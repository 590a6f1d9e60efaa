// How long: 20天, 两周, 半个月, 3 months, 12期.
import { chineseNumber, chineseNumerals, englishNumber, englishNumeral } from '../reminders/numbers.ts';
import { plain, type Rule, take } from '../reminders/span.ts';

/** Ten years. */
export const mostDays = 3_650;
export const mostMonthsAsked = 360;

/** A month counts 30 days and a year 365 where days are wanted, as the arithmetic does. */
const days: Readonly<Record<string, number>> = { day: 1, week: 7, fortnight: 14, month: 30, year: 365 };
const chineseUnits: Readonly<Record<string, string>> = {
  天: 'day',
  日: 'day',
  周: 'week',
  星期: 'week',
  礼拜: 'week',
  月: 'month',
  年: 'year',
};
const chinese = `(?:\\d+|[${chineseNumerals}]+)`;

function counted(count: number | undefined, unit: string): number | undefined {
  const size = days[unit];
  if (count === undefined || size === undefined) return undefined;
  const total = Math.round(count * size);
  return total > 0 && total <= mostDays ? total : undefined;
}

export const spanRules: readonly Rule<number>[] = [
  {
    // 一个半月, 两年半
    pattern: new RegExp(`(${chinese})个?(半)(月|年|个?星期|个?礼拜)|(${chinese})(年|个月)半`, 'g'),
    read: ([, count, , unit = '', other, otherUnit = '']) =>
      counted(
        (chineseNumber(count ?? other ?? '') ?? Number.NaN) + 0.5,
        chineseUnits[(unit || otherUnit).replace('个', '')] ?? '',
      ),
  },
  {
    pattern: /半(?:个)?(月|年|天)(?:多(?!少)|左右)?/g,
    read: ([, unit = '']) => (unit === '天' ? undefined : counted(0.5, chineseUnits[unit] ?? '')),
  },
  {
    pattern: new RegExp(
      `(${chinese})(?:多)? ?(天|日(?!期|利|息)|个?周(?!年)|个?星期|个?礼拜|个月|年(?![化息利期]))(?:多(?!少)|左右)?`,
      'g',
    ),
    read: ([, count = '', unit = '']) => counted(chineseNumber(count), chineseUnits[unit.replace('个', '')] ?? ''),
  },
  {
    pattern: new RegExp(
      `\\b(\\d+|${englishNumeral}|an?|a couple of|half a) ?-?(day|week|fortnight|month|year|yr|mth)s?\\b(?! ?rate)`,
      'gi',
    ),
    read: ([, count = '', unit = '']) => {
      const name = unit.toLowerCase().replace('yr', 'year').replace('mth', 'month');
      return counted(/^half/i.test(count) ? 0.5 : englishNumber(count), name);
    },
  },
];

/** Days when the words are nothing but a time, or a bare number of days. */
export function readDays(text: string): number | undefined {
  const words = plain(text);
  if (/^\d{1,5}$/.test(words)) return counted(Number(words), 'day');
  const bare = chineseNumber(words);
  if (bare !== undefined && /^[^万千]+$/.test(words)) return counted(bare, 'day');
  const { found, rest } = take(words, spanRules);
  const [only] = found;
  const left = rest
    .replaceAll('█', '')
    .replace(/逾期|已经|了|大概|大约|差不多|左右|about|around|late|overdue|for|or so|[\s,.]/gi, '');
  return found.length === 1 && only && left === '' ? only.value : undefined;
}

/** A number of months or instalments: 12, 12期, 一年, 2 years, 18 months. */
export function readMonths(text: string): number | undefined {
  const words = plain(text).replace(/^(?:分|共|一共|总共|还要?还?|剩|剩下|in|over|for) ?/i, '');
  const said =
    words.match(new RegExp(`^(${chinese})(?:期|个月|次|月)?$`))?.[1] ??
    words.match(/^(\d+) ?(?:months?|mths?|instal?lments?|payments?|times?)$/i)?.[1];
  const years =
    words.match(new RegExp(`^(${chinese})年(半)?$`)) ??
    words.match(/^(\d+|an?|one|two|three|four|five) ?(?:years?|yrs?)$/i);
  const count = (it: string | undefined) => (it === undefined ? undefined : (englishNumber(it) ?? chineseNumber(it)));
  const months =
    said === undefined ? (count(years?.[1]) ?? Number.NaN) * 12 + (years?.[2] === '半' ? 6 : 0) : count(said);
  return months !== undefined && Number.isInteger(months) && months > 0 && months <= mostMonthsAsked
    ? months
    : undefined;
}
