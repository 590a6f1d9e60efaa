import type { SaidDate, Unsupported } from './dates.ts';
import { englishNumeral, ordinalNumber, ordinalWord, readNumber } from './numbers.ts';
import type { Rule } from './span.ts';

const ordinal = `(\\d{1,2}(?:st|nd|rd|th)|${ordinalWord})`;
const count = `(\\d{1,3}|${englishNumeral}|an?|a couple of|couple of)`;
const monthName =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?';
const weekdayName =
  '(mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)';
const year = '(?:,? (20\\d{2}))?(?!\\d)';
const on = '(?:\\b(?:on|by|for|due on|due by|due) )?(?:\\bthe )?';
const every = '(?:every|each|evry|ev)';
const everyMonth = `(?:(?:of|in) )?(?:${every} (?:single )?month|(?<!\\b(?:in|within|after|once|for|from) )(?:a|per) month)\\b|\\bmonthly\\b(?! pay\\b ?(?:$|[,█]|on\\b|by\\b|every))`;

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

function month(word: string | undefined): number {
  return months.indexOf((word ?? '').slice(0, 3).toLowerCase()) + 1;
}

function weekday(word: string | undefined): number {
  return weekdays.indexOf((word ?? '').slice(0, 3).toLowerCase()) + 1;
}

function days(words: string): readonly number[] {
  return [...words.matchAll(new RegExp(weekdayName, 'gi'))].map((match) => weekday(match[0]));
}

function ordinalOr(word: string | undefined): number {
  return ordinalNumber(word ?? '') ?? readNumber(word ?? '') ?? 0;
}

function unsupported(pattern: RegExp, why: Unsupported): Rule<SaidDate> {
  return { pattern, read: () => ({ kind: 'unsupported', why }) };
}

function inYear(text: string | undefined): { year?: number } {
  return text === undefined ? {} : { year: Number(text) };
}

const unsupportedRules: readonly Rule<SaidDate>[] = [
  unsupported(
    /\b(?:on )?(?:the )?(?:\d{1,2}\w{0,2} (?:day )?(?:of )?(?:the )?)?(?:\d{1,2}\w{0,2} |\w+th )?lunar(?: calendar| month| year| date)?(?: \w+ \d{1,2}\w{0,2})?|\b(?:on |at )?(?:chinese|lunar) new year(?:'s eve)?|\b(?:on |at )?(?:spring|mid-?autumn|lantern|dragon boat) festival|\b(?:every |on )?(?:full|new) moon/gi,
    'lunar',
  ),
  unsupported(
    new RegExp(
      `\\b${every} (?:(?:other|second|few|half|${englishNumeral}|\\d+) )?(?:an )?(?:hours?|minutes?|mins?|hrs?)\\b|\\bhourly\\b|(?<!\\b(?:in|within|after|half|about) )\\b(?:once )?an hour\\b(?! (?:later|before|from|ahead))`,
      'gi',
    ),
    'hourly',
  ),
  unsupported(
    new RegExp(
      `\\b(?:on )?(?:the )?(?:${every} )?(?:(?:${ordinalWord}|\\d{1,2}(?:st|nd|rd|th)|last|other|next|\\d+) )?(?:working|business|week|trading|bank)[ -]?days?\\b(?: of (?:the|every|each) month)?|\\bweekdays\\b`,
      'gi',
    ),
    'working-day',
  ),
  unsupported(
    new RegExp(
      `\\b(?:on )?(?:the )?(?:every )?(?:first|second|third|fourth|fifth|last|1st|2nd|3rd|4th|penultimate) ${weekdayName} (?:of |in )?(?:the |every |each |next |this )?(?:month\\b|monthly\\b)|\\b(?:the )?(?:last|first|second|third|1st|2nd|3rd) ${weekdayName} of\\b|\\bmonthly on the (?:first|second|third|last) ${weekdayName}`,
      'gi',
    ),
    'nth-weekday',
  ),
  unsupported(
    /\b(?:twice|two times|three times|thrice|2x|3x) (?:a|per|every|each) (?:day|week|month|year)\b|\bbi-?monthly\b|\bsemi-?monthly\b/gi,
    'twice',
  ),
  unsupported(
    new RegExp(
      `\\b${every} (?:single |other |second )?(?:day|night|morning|evening)\\b|\\bdaily\\b|\\bevery (?:\\d+|${englishNumeral}) days\\b|\\bonce a day\\b|\\beveryday\\b`,
      'gi',
    ),
    'daily',
  ),
  unsupported(/\b(?:until|till|untill) (?!(?:noon|midnight)\b).[^,;]{1,30}(?=$|[,;])/gi, 'until'),
];

const statementDay = '(?:statements?|billing|bills?|closing|cycle|invoices?)';
const dayOfStatement = `(?:${ordinal}|(?:day )?(\\d{1,2})(?![\\d:./]))`;

const statementRules: readonly Rule<SaidDate>[] = [
  {
    // "closes on the 12th and is due 18 days after", "billing day 20, due 20 days after that"
    pattern: new RegExp(
      `\\b(?:my |the )?(?:${statementDay} ?(?:day|date|closes|comes|ends|is generated|is issued|arrives)?|closes|closing) ?(?:is |out |on |falls |=|:)*(?:the )?${dayOfStatement}(?: day)?(?: (?:of )?(?:the|every|each) month)?[,;.) ]*(?:and |then |it |it's |its |is |i |must |to |be |was |with |my |the |payment |pay(?:able)? |repayment |due |date |paid |plus |\\+ ?)*${count} ?d(?:ays?)?(?: (?:later|after(?:wards)?(?: (?:that|it|the statement|statement))?))?(?: due)?\\b`,
      'gi',
    ),
    read: (match) => ({
      kind: 'statement',
      day: ordinalOr(match[1] ?? match[2]),
      days: readNumber((match[3] ?? '').toLowerCase()) ?? 0,
    }),
  },
  {
    pattern: new RegExp(
      `\\b(?:my |the )?(?:statement|billing|closing) (?:day |date |closes |comes )?(?:is |out )?(?:on )?(?:the )?${ordinal}(?: (?:of )?(?:every|each) month)?(?:,|;| and| -)? ?(?:(?:it is |it's |is )?due |pay |payment |plus |\\+ ?)*${count} days?(?: (?:later|after(?:wards)?(?: that)?))?`,
      'gi',
    ),
    read: (match) => ({ kind: 'statement', day: ordinalOr(match[1]), days: readNumber(match[2] ?? '') ?? 0 }),
  },
  {
    pattern: new RegExp(
      `\\b${count} days (?:after|from|past) (?:the |my |each |every )?(?:statement|billing|closing|bill)(?: (?:day|date|closes|comes out))?(?:,? ?\\(?(?:which is |that is |is |being |of )?(?:on )?(?:the )?${ordinal}\\)?(?: (?:of )?(?:every|each) month)?)?`,
      'gi',
    ),
    read: (match) => ({
      kind: 'statement',
      days: readNumber(match[1] ?? '') ?? 0,
      ...(match[2] === undefined ? {} : { day: ordinalOr(match[2]) }),
    }),
  },
];

const repeatedRules: readonly Rule<SaidDate>[] = [
  {
    pattern: new RegExp(
      `\\b(?:on |at |by )?(?:the )?(?:last day|(?:month[- ])?end)(?: of)? (?:of )?(?:the )?${every} month\\b|\\b(?:eom|month[- ]end),? (?:${every} month|monthly)\\b|\\b(?:on )?(?:the )?last day (?:of the month )?monthly|\\b${every} month[- ]end\\b|\\bmonthly,? (?:on |at )?(?:the )?(?:last day|end of the month)(?: of the month)?|\\b${every} month,? (?:on |at )(?:the )?(?:last day|end)(?: of (?:the|each|every) month)?|\\b${every} last day of the month\\b|\\b${every} last day\\b|\\b(?:${every} month,?|monthly,?) (?:at |on )?(?:the )?(?:eom|month[- ]end)\\b`,
      'gi',
    ),
    read: () => ({ kind: 'day', day: 'last', every: 1 }),
  },
  {
    pattern: new RegExp(`\\b(?:the )?(?:beginning|start) of ${every} month`, 'gi'),
    read: () => ({ kind: 'day', day: 1, every: 1 }),
  },
  {
    pattern: new RegExp(
      `\\b${every} ${ordinal}(?: day)?(?: of (?:the|every|each) month)?(?! ?(?:${weekdayName}|months?|weeks?|years?|days?|hours?|working|business|of ${monthName}|${monthName})\\b)`,
      'gi',
    ),
    read: (match) => ({ kind: 'day', day: ordinalOr(match[1]), every: 1 }),
  },
  {
    pattern: new RegExp(
      `\\b(?:on )?${every} (?:other|second|2nd|two weeks on|2 weeks on|two weeks,? on|fortnight on) ${weekdayName}s?\\b`,
      'gi',
    ),
    read: (match) => ({ kind: 'weekday', weekdays: [weekday(match[1])], every: 2 }),
  },
  {
    pattern: new RegExp(
      `\\b(?:every other week|every second week|(?:once )?(?:${every}|(?<!\\b(?:in|within|after) )a) fortnight(?! (?:from|later|on))|fortnightly|bi-?weekly)(?:,? (?:on )?(?:a )?${weekdayName}s?\\b)?`,
      'gi',
    ),
    read: (match) => weekly(match[1], 2),
  },
  {
    pattern: new RegExp(`\\b${every} ${count} weeks?(?:,? (?:on )?(?:a )?${weekdayName}s?\\b)?`, 'gi'),
    read: (match) => weekly(match[2], readNumber(match[1] ?? '') ?? 0),
  },
  {
    pattern: new RegExp(
      `\\b(?:on )?(?:(?:every|each|weekly on|every week on|each week on|every week|weekly)) (?:a )?${weekdayName}s?(?:(?:,| and|,? &|\\/) ?(?:on )?${weekdayName}s?\\b)*(?: of (?:every|each) week)?\\b`,
      'gi',
    ),
    read: (match) => ({ kind: 'weekday', weekdays: days(match[0].replace(/week(?:ly)?|month/gi, '')), every: 1 }),
  },
  {
    pattern: new RegExp(
      `\\b(?:on )?${weekdayName}s?,? (?:every|each) week\\b|\\b(?:on )?${weekdayName}s? weekly\\b|\\b(?:on )?(mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays)\\b(?:(?:,| and|,? &|\\/) ?(?:on )?(?:mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays)\\b)*`,
      'gi',
    ),
    read: (match) => ({ kind: 'weekday', weekdays: days(match[0].replace(/week(?:ly)?/gi, '')), every: 1 }),
  },
  {
    pattern: new RegExp(`\\b(?:of )?${every} (?:other|second|2nd) month\\b`, 'gi'),
    read: () => ({ kind: 'every', unit: 'month', every: 2 }),
  },
  {
    pattern: new RegExp(`\\b(?:of )?${every} (third|3rd|fourth|4th|sixth|6th) month\\b`, 'gi'),
    read: (match) => ({ kind: 'every', unit: 'month', every: ordinalOr(match[1]) }),
  },
  {
    pattern: new RegExp(`\\bquarterly\\b|\\b(?:of )?(?:${every}|once a|once per) quarter\\b`, 'gi'),
    read: () => ({ kind: 'every', unit: 'month', every: 3 }),
  },
  {
    pattern: new RegExp(`\\b${every} half[- ]year\\b|\\bhalf[- ]yearly\\b|\\bsemi-?annually\\b`, 'gi'),
    read: () => ({ kind: 'every', unit: 'month', every: 6 }),
  },
  {
    pattern: new RegExp(`\\b(?:of )?${every} ${count} months?\\b`, 'gi'),
    read: (match) => ({ kind: 'every', unit: 'month', every: readNumber(match[1] ?? '') ?? 0 }),
  },
  {
    pattern: new RegExp(`\\b${every} ${count} years?\\b`, 'gi'),
    read: (match) => ({ kind: 'every', unit: 'year', every: readNumber(match[1] ?? '') ?? 0 }),
  },
  { pattern: new RegExp(`\\b(?:${everyMonth})`, 'gi'), read: () => ({ kind: 'every', unit: 'month', every: 1 }) },
  {
    pattern: new RegExp(`\\b${every} week\\b|\\bweekly\\b|\\bonce a week\\b`, 'gi'),
    read: () => ({ kind: 'every', unit: 'week', every: 1 }),
  },
  {
    pattern: new RegExp(
      `\\b(?:of )?${every} (?:single )?year\\b|\\byearly\\b|\\bannually\\b|\\bonce a year\\b|\\ba year\\b(?! (?:from|later|ago))`,
      'gi',
    ),
    read: () => ({ kind: 'every', unit: 'year', every: 1 }),
  },
  {
    pattern: new RegExp(
      `\\b(?:on )?${every} (?:${monthName} ${ordinal}|${ordinal} (?:of )?${monthName}|${monthName} (\\d{1,2})\\b|(\\d{1,2}) ${monthName})`,
      'gi',
    ),
    read: (match) => ({
      kind: 'calendar',
      month: month(match[1] ?? match[4] ?? match[5] ?? match[8]),
      day: ordinalOr(match[2] ?? match[3] ?? match[6] ?? match[7]),
      every: 1,
    }),
  },
];

function weekly(name: string | undefined, every: number): SaidDate {
  if (name === undefined) return { kind: 'every', unit: 'week', every };
  return { kind: 'weekday', weekdays: [weekday(name)], every };
}

const laterRules: readonly Rule<SaidDate>[] = [
  {
    pattern: new RegExp(
      `\\b(?:in |after )(half an|${count.slice(1, -1)}) (hours?|hrs?|minutes?|mins?)(?: time)?\\b|\\b${count} (hours?|hrs?|minutes?|mins?) (?:from now|later)\\b`,
      'gi',
    ),
    read: (match) => {
      const words = match[1] ?? match[3] ?? '';
      const value = /half/i.test(words) ? 0.5 : (readNumber(words) ?? 0);
      return { kind: 'moment', minutes: Math.round(value * (/^h/i.test(match[2] ?? match[4] ?? '') ? 60 : 1)) };
    },
  },
  {
    pattern: new RegExp(
      `\\b(?:in|within|after) (?:about )?${count} (days?|weeks?|fortnights?|months?|years?)(?:'s?| time|'s? time)?\\b|\\b${count} (days?|weeks?|fortnights?|months?|years?) (?:from (?:now|today)|later|hence)\\b`,
      'gi',
    ),
    read: (match) => later(readNumber((match[1] ?? match[3] ?? '').toLowerCase()), match[2] ?? match[4] ?? ''),
  },
  { pattern: /\b(?:a )?week (?:from )?today\b|\ba week from now\b/gi, read: () => ({ kind: 'later', days: 7 }) },
  { pattern: /\b(?:a )?week (?:from )?(?:tomorrow|tmrw|tmr)\b/gi, read: () => ({ kind: 'later', days: 8 }) },
  {
    pattern: /\b(?:on )?(?:the )?day after (?:tomorrow|tmrw|tmr|tom)\b|\bovermorrow\b/gi,
    read: () => ({ kind: 'later', days: 2 }),
  },
  {
    pattern: /\b(?:by |for )?(?:tomorrow|tomorow|tommorow|tommorrow|tomorrrow|tmrw|tmr|tmw|2morrow|2moro)\b(?:'s)?/gi,
    read: () => ({ kind: 'later', days: 1 }),
  },
  {
    pattern: /\b(?:by |for )?(?:later )?(?:today|tonight|tonite|this (?=(?:morning|afternoon|evening)\b))(?:'s)?/gi,
    read: () => ({ kind: 'later', days: 0 }),
  },
  {
    pattern: /\byesterday\b|\b(?:\d+|a|two|three|few) (?:days?|weeks?|months?) ago\b|\blast (?:week|month|year)\b/gi,
    read: () => ({ kind: 'later', days: -1 }),
  },
];

function later(value: number | undefined, unit: string): SaidDate | undefined {
  if (value === undefined) return undefined;
  if (/month/i.test(unit)) return { kind: 'later', months: value };
  if (/year/i.test(unit)) return { kind: 'later', years: value };
  return { kind: 'later', days: value * (/week/i.test(unit) ? 7 : /fortnight/i.test(unit) ? 14 : 1) };
}

const calendarRules: readonly Rule<SaidDate>[] = [
  {
    pattern: new RegExp(`${on}(?:last day|end) of ${monthName}${year}`, 'gi'),
    read: (match) => ({ kind: 'calendar', ...inYear(match[2]), month: month(match[1]), day: 'last' }),
  },
  {
    pattern: new RegExp(
      `${on}(?:(?:${weekdayName}),? (?:the )?)?(?<![\\d.,])(\\d{1,2})(?:st|nd|rd|th)?(?: of|-| day of)? ?${monthName}${year}(?: next year)?`,
      'gi',
    ),
    read: (match) => ({
      kind: 'calendar',
      ...(/next year/i.test(match[0]) ? { year: 1 } : inYear(match[4])),
      month: month(match[3]),
      day: Number(match[2]),
    }),
  },
  {
    pattern: new RegExp(
      `${on}(?:(?:${weekdayName}),? (?:the )?)?\\b${monthName}[ -]?(?:the )?(?:${ordinal}|(\\d{1,2})(?![\\d:]|[,.]\\d{3}(?!\\d)| ?(?:k|w|am|pm)\\b))${year}(?: next year)?`,
      'gi',
    ),
    read: (match) => ({
      kind: 'calendar',
      ...(/next year/i.test(match[0]) ? { year: 1 } : inYear(match[5])),
      month: month(match[2]),
      day: ordinalOr(match[3] ?? match[4]),
    }),
  },
  {
    pattern: new RegExp(`${on}${ordinal} (?:of )?${monthName}${year}`, 'gi'),
    read: (match) => ({ kind: 'calendar', ...inYear(match[3]), month: month(match[2]), day: ordinalOr(match[1]) }),
  },
  {
    pattern: new RegExp(
      `\\b(?:on |by |at |for )?(christmas eve|xmas eve|christmas(?: day)?|xmas(?: day)?|new year'?s eve|new year'?s(?: day)?|valentine'?s(?: day)?|halloween|national day|boxing day|labou?r day|singles'? day)${year}`,
      'gi',
    ),
    read: (match) => named((match[1] ?? '').toLowerCase(), inYear(match[2])),
  },
  {
    pattern: /\b(?:by |at |on )?(?:the )?(?:end of (?:the |this )?year|year[- ]end)\b/gi,
    read: () => ({ kind: 'calendar', month: 12, day: 31 }),
  },
];

function named(name: string, year: { year?: number }): SaidDate | undefined {
  const table: readonly (readonly [RegExp, number, number])[] = [
    [/(?:christmas|xmas) eve/, 12, 24],
    [/christmas|xmas/, 12, 25],
    [/boxing/, 12, 26],
    [/new year'?s eve/, 12, 31],
    [/new year/, 1, 1],
    [/valentine/, 2, 14],
    [/halloween/, 10, 31],
    [/national/, 10, 1],
    [/labou?r/, 5, 1],
    [/singles/, 11, 11],
  ];
  const found = table.find(([pattern]) => pattern.test(name));
  return found && { kind: 'calendar', ...year, month: found[1], day: found[2] };
}

const monthRules: readonly Rule<SaidDate>[] = [
  {
    pattern: new RegExp(
      `${on}(?:last day|end) of (this|next|the|the following) month\\b|\\b(?:the )?(?:by )?month[- ]end\\b|\\b(?:at |by )?(?:the )?end of (?:the )?month\\b|\\b(this|next) month[- ]end\\b`,
      'gi',
    ),
    read: (match) => ({ kind: 'day', day: 'last', ...whichMonth(match[1] ?? match[2]) }),
  },
  { pattern: /\b(?:on )?(?:the )?last day(?: of the month)?\b/gi, read: () => ({ kind: 'day', day: 'last' }) },
  {
    pattern: new RegExp(
      `${on}${ordinal} (?:day )?(?:of )?(this|next|the following) month\\b|\\b(this|next) month,? (?:on )?(?:the )?${ordinal}`,
      'gi',
    ),
    read: (match) => ({ kind: 'day', day: ordinalOr(match[1] ?? match[4]), ...whichMonth(match[2] ?? match[3]) }),
  },
  {
    pattern: /\b(?:at |by )?(?:the )?(?:start|beginning) of next month\b/gi,
    read: () => ({ kind: 'day', day: 1, months: 1 }),
  },
];

function whichMonth(word: string | undefined): { months?: number } {
  if (word === undefined || /^the$/i.test(word)) return {};
  return { months: /this/i.test(word) ? 0 : 1 };
}

const weekdayRules: readonly Rule<SaidDate>[] = [
  {
    pattern: new RegExp(`\\b(?:on |by |for )?(?:the )?${weekdayName} after next\\b`, 'gi'),
    read: (match) => ({ kind: 'weekday', weekdays: [weekday(match[1])], weeks: 2 }),
  },
  {
    // A week after the coming one: "Thursday week", "two weeks from Thursday".
    pattern: new RegExp(
      `\\b(?:on |by |for )?(?:${weekdayName} week|${count} weeks? (?:on|from|after) (?:the |this |the coming |this coming |next )?${weekdayName})\\b`,
      'gi',
    ),
    read: (match) => ({
      kind: 'weekday',
      weekdays: [weekday(match[1] ?? match[3])],
      later: match[2] === undefined ? 1 : (readNumber(match[2].toLowerCase()) ?? 1),
    }),
  },
  {
    pattern: new RegExp(
      `\\b(?:on |by |for )?(?:${weekdayName},? (?:of )?next week|next week,? (?:on )?${weekdayName}|next ${weekdayName})\\b`,
      'gi',
    ),
    read: (match) => ({
      kind: 'weekday',
      weekdays: [weekday(match.slice(1).find((it) => it !== undefined))],
      weeks: 1,
    }),
  },
  {
    pattern: new RegExp(`\\blast ${weekdayName}\\b`, 'gi'),
    read: (match) => ({ kind: 'weekday', weekdays: [weekday(match[1])], weeks: -1 }),
  },
  {
    pattern: new RegExp(
      `\\b(?:on |by |for )?(?:this |coming |this coming |the coming |upcoming )?(?:(?<=\\b(?:on|by|this|coming|upcoming|for) )${weekdayName}|(monday|tuesday|wednesday|thursday|friday|saturday|sunday)|(?<!\\b(?:mr|mrs|ms|miss|dr|xiao|lao|uncle|aunt|auntie|teacher|boss|old|little)\\.? )(mon|tues?|weds?|thu(?:rs?)?|fri|sat|sun)(?= ?█| (?:at|\\d|morning|evening|night|noon|to|pay|pls|please|remind|ping|tell)\\b|[,.;:]|$))|(?<=^|[,;█] ?)(mon|tues?|weds?|thu(?:rs?)?|fri|sat|sun)\\b(?! (?:market|times|club|bank))`,
      'gi',
    ),
    read: (match) => ({ kind: 'weekday', weekdays: [weekday(match.slice(1).find((name) => name !== undefined))] }),
  },
  {
    pattern: /\b(?:at |on )?(?:every|each) weekend\b|\bon weekends\b/gi,
    read: () => ({ kind: 'weekday', weekdays: [6], every: 1 }),
  },
  { pattern: /\b(?:on |at )?(?:this|the|the coming) weekend\b/gi, read: () => ({ kind: 'weekday', weekdays: [6] }) },
];

const looseRules: readonly Rule<SaidDate>[] = [
  {
    pattern: /\b(?:just |only )?(?:the )?(?:once|one[- ]time|one[- ]off|this one time)\b(?: only)?(?! (?:a|per)\b)/gi,
    read: () => ({ kind: 'once' }),
  },
  {
    pattern:
      /\b(?:on |by |due |due on )?(?:the )?(\d{1,2}(?:st|nd|rd|th))\b(?: day)?(?: of (?:the|that) month)?(?! (?:instal|payment|card|loan|time|period|bill))/gi,
    read: (match) => ({ kind: 'day', day: ordinalOr(match[1]) }),
  },
  {
    pattern: new RegExp(`\\b(?:on |by )the (${ordinalWord})\\b(?: day)?(?: of the month)?`, 'gi'),
    read: (match) => ({ kind: 'day', day: ordinalOr(match[1]) }),
  },
  {
    pattern: new RegExp(`(?<=█ ?(?:and|&|,) ?(?:the )?)(${ordinalWord})\\b|\\b(${ordinalWord})(?= ?█)`, 'gi'),
    read: (match) => ({ kind: 'day', day: ordinalOr(match[1] ?? match[2]) }),
  },
  {
    // "on day 25", "every month on 25"
    pattern: /\b(?:on )?day (\d{1,2})\b(?! ?(?:of my|after|before))|(?<=█,? )on (\d{1,2})\b(?![.,:/]\d|\d)/gi,
    read: (match) => ({ kind: 'day', day: Number(match[1] ?? match[2]) }),
  },
  {
    pattern: /\b(?:start(?:ing|s)?|beginning|begin|from|as of|as from)(?: on| from| with)? ?(?=█)/gi,
    read: () => ({ kind: 'from' }),
  },
  {
    pattern:
      /\b(?:start(?:ing|s)?|beginning|from|as of|as from)(?: from)? (?:next|this) (?:month|week|year)\b(?: on(?:wards?)?)?/gi,
    read: () => ({ kind: 'from' }),
  },
];

export const englishDateRules: readonly Rule<SaidDate>[] = [
  ...statementRules,
  ...unsupportedRules,
  ...repeatedRules,
  ...laterRules,
  ...calendarRules,
  ...monthRules,
  ...weekdayRules,
  ...looseRules,
];
