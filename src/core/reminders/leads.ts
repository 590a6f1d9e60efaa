// How many days ahead: 提前三天, 提前1天和当天, 3 days before, a day ahead, on the day.
import { chineseNumerals, englishNumeral, readNumber } from './numbers.ts';
import type { Rule } from './span.ts';

/** Days before the due date, or hours, which reminders do not have. */
export type SaidLead = { readonly days: readonly number[] } | { readonly hours: true };

const count = `(?:\\d{1,2}(?!\\d|[:.]\\d|点|号)|[${chineseNumerals}半]{1,3})`;
const chineseSpan = `${count}(?: ?(?:天|日|晚上?|周|个?星期|个?礼拜|个?月))?`;
const joined = '(?: ?(?:和|及|、|,|跟|与|或|还有|以及|再|\\+) ?(?:提前|提早)?)';
const theDay = '(?:(?:到期|还款|扣款)日?(?:那天|当天|当日)|当天|当日|同一天)(?:再)?(?:也|都)?(?:各)?(?:提醒)?(?:一次)?';

const number = `(?:\\d{1,2}|${englishNumeral}|a couple of|an?|the)`;
const unit = '(?: ?-? ?(?:days?|d(?= )|nights?|evenings?|weeks?|wks?|months?))';
const ahead =
  '(?:before(?:hand)?|ahead(?: of time)?|in adv(?:ance)?|to go|to spare|early|earlier|prior|upfront|up front)';
const onTheDay = '(?:on )?(?:the )?(?:same day|day itself|due day|day of|actual day|very day|day it is due|day)';

function chineseDays(span: string): number | undefined {
  const match = span.match(new RegExp(`^(${count}) ?(天|日|晚上?|周|个?星期|个?礼拜|个?月)?$`));
  if (!match) return undefined;
  const value = match[1] === '半' ? 0.5 : readNumber(match[1] ?? '');
  if (value === undefined) return undefined;
  if (/周|星期|礼拜/.test(match[2] ?? '')) return Math.round(value * 7);
  return /月/.test(match[2] ?? '') ? Math.round(value * 30) : Math.round(value);
}

function chineseList(words: string): SaidLead | undefined {
  const parts = words.split(new RegExp(joined)).filter((part) => part.trim() !== '');
  const days = parts.map((part) => (new RegExp(theDay).test(part) ? 0 : chineseDays(part.trim())));
  return asDays(days);
}

function englishList(words: string): SaidLead | undefined {
  const parts = words
    .toLowerCase()
    .split(/ ?(?:,|\band\b|&|\bplus\b|\+)+ ?(?:also )?/)
    .filter((part) => part.trim() !== '');
  return asDays(parts.map((part) => (new RegExp(`^${onTheDay}$`).test(part.trim()) ? 0 : englishDays(part.trim()))));
}

function englishDays(span: string): number | undefined {
  const match = span.match(new RegExp(`^(${number}) ?-? ?(days?|d|nights?|evenings?|weeks?|wks?|months?)?`));
  if (!match) return undefined;
  const value = match[1] === 'the' ? 1 : readNumber(match[1] ?? '');
  if (value === undefined) return undefined;
  return value * (/we?e?k/.test(match[2] ?? '') ? 7 : /month/.test(match[2] ?? '') ? 30 : 1);
}

function asDays(days: readonly (number | undefined)[]): SaidLead | undefined {
  const known = days.filter((day) => day !== undefined);
  if (known.length !== days.length || known.some((day) => day < 0 || day > 60)) return undefined;
  return { days: known };
}

export const leadRules: readonly Rule<SaidLead>[] = [
  // "…, day before at 8am"
  {
    pattern: /(?<=[,;.] ?)(?:day|night|evening) (?:before|ahead|prior)(?= ?(?:$|[,;.]|at\b|please|pls))/gi,
    read: () => ({ days: [1] }),
  },
  {
    // Whole days, counted in hours.
    pattern: new RegExp(`提前(24|48|72)个?小时|\\b(24|48|72) ?-? ?(?:hours?|hrs?|h) ${ahead}`, 'gi'),
    read: (match) => ({ days: [Number(match[1] ?? match[2]) / 24] }),
  },
  {
    pattern: new RegExp(
      `提前(?:个)?(?:${count})? ?个?半?(?:小时|钟头|分钟)|(?<![以之])前(?:的)?${count} ?个?半?(?:小时|钟头|分钟)|\\b${number} (?:hours?|hrs?|minutes?|mins?) ${ahead}`,
      'gi',
    ),
    read: () => ({ hours: true }),
  },
  {
    pattern: new RegExp(
      `(?:${theDay}${joined})?(?:提前|提早|早|预先)(?:个)?(${chineseSpan}(?:${joined}(?:${chineseSpan}|${theDay}))*)(?:各|都|分别)?(?:左右)?(?=$|[^\\d点时分元块万千百])`,
      'g',
    ),
    read: (match) => {
      const listed = chineseList(match[1] ?? '');
      const withDay = new RegExp(`^${theDay}`).test(match[0]);
      return listed && 'days' in listed && withDay ? { days: [...listed.days, 0] } : listed;
    },
  },
  {
    pattern: new RegExp(
      `(?:的)?(?:头|(?:之|以|提|到期|还款日?)?前)(?:的)?(${count})(?:天|晚(?!上?的?[\\d${chineseNumerals}]{1,3}[点:时])|(?=晚))(?![之以]?后)(?:和(${theDay}))?`,
      'g',
    ),
    read: (match) => asDays([chineseDays(match[1] ?? ''), ...(match[2] === undefined ? [] : [0])]),
  },
  { pattern: new RegExp(`(?:在|就)?(?:${theDay})`, 'g'), read: () => ({ days: [0] }) },
  {
    pattern: new RegExp(
      `(?<![\\d.,:/-])(?<!\\b(?:on|day|jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|january|february|march|april|august|september|october|november|december) )\\b(?:(?:both )?${onTheDay},? (?:and|&) )?(?:both )?(?:${number}${unit}?(?:,? ?(?:and|&|,|\\+) ?)(?:also )?)*${number}${unit} ${ahead}(?: (?:the due date|it is due|it's due|due|that|and|of it))?(?:,? ?(?:and|&|plus|\\+)? (?:also )?(?:again )?(?:${onTheDay})(?: itself)?(?= ?(?:$|[,.;]|at\\b|please|pls|by\\b)))?`,
      'gi',
    ),
    read: (match) => {
      const words = match[0]
        .toLowerCase()
        .replace(new RegExp(`\\bthe (?:day|night|evening) (?=${ahead})`), '1 day ')
        .replace(new RegExp(`${ahead}(?: (?:the due date|it is due|it's due|due|that|of it))?`), ',')
        .replace(/\b(?:both|again|also)\b/g, '');
      return englishList(
        words
          .replace(/ itself/g, '')
          .replace(/ and ?$/, '')
          .replace(/,\s*,/g, ',')
          .trim(),
      );
    },
  },
  {
    pattern: new RegExp(
      `\\b(?:with |a )*(${number})${unit}(?:'s?|s')? (?:notice|warning|lead(?:[- ]?time)?)\\b|\\b(${number})${unit}(?:'s?|s')? (?:notice|warning)`,
      'gi',
    ),
    read: (match) =>
      englishList(
        match[0].replace(/^(?:with |a (?=\d|\w+ days?))+/i, '').replace(/(?:'s?)? (?:notice|warning|lead.*)/i, ''),
      ),
  },
  {
    pattern:
      /\b(?:also |and )?on (?:the )?(?:same day|day itself|due day|due date|day of|actual day|very day|day it is due|day)\b(?! of| \d)(?: itself)?|\bthe same day\b/gi,
    read: () => ({ days: [0] }),
  },
];
