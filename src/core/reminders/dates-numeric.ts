// Dates in figures: 2026-12-25, 2026/12/25, 25.12.2026, 12/25, 12.25.
import type { SaidDate } from './dates.ts';
import type { Rule } from './span.ts';

function calendar(year: number | undefined, month: number, day: number): SaidDate {
  return { kind: 'calendar', ...(year === undefined ? {} : { year }), month, day };
}

/** Which of two numbers is the month, when only one of them can be; people here write the month first. */
function eitherWay(first: number, second: number, year?: number): SaidDate {
  return first > 12 && second <= 12 ? calendar(year, second, first) : calendar(year, first, second);
}

const year = '(20\\d{2})';
const on = '(?:\\b(?:on|by|for|due) )?';

/** 12.25, 5.3: a sum as well, so only where no other day is said. */
export const dottedDateRules: readonly Rule<SaidDate>[] = [
  {
    pattern: new RegExp(
      `${on}(?<![\\d.,:/*-])(0?[1-9]|1[0-2])[.-](0?[1-9]|[12]\\d|3[01])(?![\\d.,:/%kw-]| ?(?:元|块|万|千|rmb|yuan|cny|day|天))(?:的|之?前)?`,
      'gi',
    ),
    read: (match) => calendar(undefined, Number(match[1]), Number(match[2])),
  },
];

/** 2026-12-25, 2026/12/25, 25.12.2026, 12/25, 12.25号. */
export const numericDateRules: readonly Rule<SaidDate>[] = [
  {
    pattern: new RegExp(`${on}(?<!\\d)${year}[-/.年] ?(\\d{1,2})[-/.月] ?(\\d{1,2})(?:日|号)?(?![\\d])`, 'gi'),
    read: (match) => calendar(Number(match[1]), Number(match[2]), Number(match[3])),
  },
  {
    pattern: new RegExp(`${on}(?<![\\d.,])${year}(\\d{2})(\\d{2})(?![\\d.,元块])`, 'gi'),
    read: (match) => calendar(Number(match[1]), Number(match[2]), Number(match[3])),
  },
  {
    // Dots and dashes with the year last are day first; with slashes the month may come first.
    pattern: new RegExp(`${on}(?<!\\d)(\\d{1,2})([./-])(\\d{1,2})\\2${year}(?!\\d)`, 'gi'),
    read: (match) => {
      const [first, second] = [Number(match[1]), Number(match[3])];
      if (match[2] === '/') return eitherWay(first, second, Number(match[4]));
      return second > 12 ? calendar(Number(match[4]), first, second) : calendar(Number(match[4]), second, first);
    },
  },
  {
    pattern: new RegExp(`${on}(?<![\\d./-])(\\d{1,2})[./-](\\d{1,2})(?:号|日)`, 'gi'),
    read: (match) => eitherWay(Number(match[1]), Number(match[2])),
  },
  {
    pattern: new RegExp(`${on}(?<![\\d./-])(\\d{1,2})/(\\d{1,2})(?![\\d/])`, 'gi'),
    read: (match) => eitherWay(Number(match[1]), Number(match[2])),
  },
];
