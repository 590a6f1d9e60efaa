// What a message says about a period: which one, and the day on which it was opened. Pure.
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { compilePatterns } from '../../knowledge/message-patterns.ts';
import type { Deadline } from '../../knowledge/tool-schema.ts';
import type { IsoDate } from '../../rules/schedule.ts';
import { dateRules, type SaidDate } from '../reminders/dates.ts';
import { blank, plain, type Rule, take } from '../reminders/span.ts';

/** The more special ones first: a complaint to the central bank is also a complaint. */
const order = [
  'payment-order',
  'appeal-ruling',
  'appeal-judgment',
  'record-objection',
  'record-complaint',
  'report-check',
  'lender-complaint',
  'answer-to-claim',
  'record-deleted',
] as const;
/** Years ago and days ahead that an event may lie. */
const furthest = { years: 6, days: 400 } as const;

export type SaidDeadline = { readonly deadline?: Deadline; readonly opened?: IsoDate };

/** As far as it is said; `words` are Simplified Chinese or English. */
export function readDeadline(words: string, knowledge: Knowledge, today: Temporal.PlainDate): SaidDeadline {
  const text = plain(words).toLowerCase();
  const deadline = inOrder(knowledge).find((it) => patternsOf(it).some((pattern) => pattern.test(text)));
  const opened = readOpened(text, today);
  return { ...(deadline ? { deadline } : {}), ...(opened === undefined ? {} : { opened }) };
}

function patternsOf({ patterns }: Deadline): readonly RegExp[] {
  return compilePatterns(patterns, { en: {}, zh: {} }, 'iu');
}

export function inOrder(knowledge: Knowledge): readonly Deadline[] {
  const place = ({ id }: Deadline) => {
    const at = (order as readonly string[]).indexOf(id);
    return at < 0 ? order.length : at;
  };
  return [...knowledge.deadlines.values()].toSorted((a, b) => place(a) - place(b));
}

const asking =
  /最晚|最迟|截止|截至|最后(?:一天|期限|哪天|是)|到(?:哪天|几号|什么时候)|哪(?:一)?天(?:之前|到期|为止)|几号(?:之前|到期|为止|前)|还(?:有|剩)(?:多少|几)天|期限|到期日|\bdeadline\b|\blast day\b|\bby when\b|\buntil when\b|\bhow (?:long|many days) (?:do|have) i (?:have|got)\b|\bdays? (?:are |do i have )?left\b|\bwhen (?:is|does) (?:the|it|my) (?:last|deadline|end|due)/i;
const filler =
  /我|今天|已经|刚刚?|才|的|了|在|于|是|到|那天|收到|拿到|签收|送达|寄到|接到|法院|一份|一个|一张|书面|那|就|\b(?:i|we|a|an|the|my|got|have|had|has|was|were|been|received|receive|served|handed|on|from|in|court|it|today|just|by|of|for|to|me|us)\b|[\s,.:;'"，。、：；!?？！]/gi;

/** Papers whose bare mention with a day asks for the last one; a summons or a complaint is a story first. */
const bare: readonly string[] = ['payment-order', 'appeal-ruling', 'appeal-judgment'];
/** Letters that a bare statement may have beside the event and its day. */
const mostBeside = 3;

/**
 * A period and its day, from words that ask for the last day or say nothing else: "payment order received on 7
 * December". A story that mentions a court paper and a date stays a question.
 */
export function readSpokenDeadline(
  words: string,
  knowledge: Knowledge,
  today: Temporal.PlainDate,
): Required<SaidDeadline> | undefined {
  const text = plain(words).toLowerCase();
  if (text.length > 120) return undefined;
  const { deadline, opened } = readDeadline(text, knowledge, today);
  if (!deadline || opened === undefined) return undefined;
  if (asking.test(text)) return { deadline, opened };
  if (!bare.includes(deadline.id)) return undefined;
  let rest = dated(text).rest.replaceAll(blank, ' ');
  for (const pattern of patternsOf(deadline)) rest = rest.replace(pattern, ' ');
  const said = /收到|拿到|签收|送达|接到|寄到|\b(?:received|got|served|handed)\b/.test(text);
  return said && rest.replace(filler, '').length <= mostBeside ? { deadline, opened } : undefined;
}

/** The day that somebody names; without a year the nearest one, without a month the last one. */
export function readOpened(words: string, today: Temporal.PlainDate): IsoDate | undefined {
  const [first] = dated(plain(words).toLowerCase()).found;
  const day = first && dayOf(first.value, today);
  if (!day) return undefined;
  const early = Temporal.PlainDate.compare(day, today.subtract({ years: furthest.years })) < 0;
  const late = Temporal.PlainDate.compare(day, today.add({ days: furthest.days })) > 0;
  return early || late ? undefined : day.toString();
}

type Said =
  | SaidDate
  | { readonly kind: 'ago'; readonly days: number }
  | { readonly kind: 'last'; readonly weekday: number };

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const small: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
};
const weekdayOf = (name: string) => ('一二三四五六日天'.indexOf(name) >= 7 ? 7 : '一二三四五六日'.indexOf(name) + 1);

const pastRules: readonly Rule<Said>[] = [
  { pattern: /大前天/g, read: () => ({ kind: 'ago', days: 3 }) },
  { pattern: /前天|\b(?:the )?day before yesterday\b/g, read: () => ({ kind: 'ago', days: 2 }) },
  { pattern: /昨天|昨日|昨晚|\byesterday\b/g, read: () => ({ kind: 'ago', days: 1 }) },
  { pattern: /今天|今日|刚刚|\btoday\b|\bjust now\b/g, read: () => ({ kind: 'ago', days: 0 }) },
  {
    pattern: /(\d{1,3}|[一二两三四五六七八九十])(天|周|个?星期)(?:之)?前/g,
    read: ([, count = '', unit = '']) => ({
      kind: 'ago',
      days: (small[count] ?? Number(count)) * (unit === '天' ? 1 : 7),
    }),
  },
  {
    pattern: /\b(\d{1,3}|a|one|two|three|four|five) (day|week)s? ago\b/g,
    read: ([, count = '', unit = '']) => {
      const number = { a: 1, one: 1, two: 2, three: 3, four: 4, five: 5 }[count] ?? Number(count);
      return { kind: 'ago', days: number * (unit === 'day' ? 1 : 7) };
    },
  },
  {
    pattern: /上(?:个)?(?:周|星期|礼拜)([一二三四五六日天])/g,
    read: ([, name = '']) => ({ kind: 'last', weekday: weekdayOf(name) }),
  },
  {
    pattern: /\b(?:last|this|on) (monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b/g,
    read: ([, name = '']) => ({ kind: 'last', weekday: weekdays.indexOf(name) + 1 }),
  },
];

function dated(text: string) {
  const past = take<Said>(text, pastRules);
  const other = take<Said>(past.rest, dateRules);
  return { rest: other.rest, found: [...past.found, ...other.found] };
}

function dayOf(said: Said, today: Temporal.PlainDate): Temporal.PlainDate | undefined {
  switch (said.kind) {
    case 'ago':
      return today.subtract({ days: said.days });
    case 'last': {
      const back = (today.dayOfWeek - said.weekday + 7) % 7;
      return today.subtract({ days: back === 0 ? 7 : back });
    }
    case 'calendar':
      return calendarDay(said, today);
    case 'day': {
      if (said.day !== 'last' && (said.day < 1 || said.day > 31)) return undefined;
      const month = today.toPlainYearMonth().add({ months: said.months ?? 0 });
      const inMonth = (at: Temporal.PlainYearMonth) =>
        at.toPlainDate({ day: Math.min(said.day === 'last' ? 31 : said.day, at.daysInMonth) });
      const day = inMonth(month);
      // 「7号」 of a paper that has come is a day that has been.
      const isAhead = said.months === undefined && Temporal.PlainDate.compare(day, today) > 0;
      return isAhead ? inMonth(month.subtract({ months: 1 })) : day;
    }
    case 'later':
      return today.add({ days: said.days ?? 0, months: said.months ?? 0, years: said.years ?? 0 });
    default:
      return undefined;
  }
}

function calendarDay(said: SaidDate & { kind: 'calendar' }, today: Temporal.PlainDate): Temporal.PlainDate | undefined {
  const inYear = (year: number) => {
    const month = Temporal.PlainYearMonth.from({ year, month: said.month });
    const day = said.day === 'last' ? month.daysInMonth : said.day;
    return day < 1 || day > month.daysInMonth ? [] : [month.toPlainDate({ day })];
  };
  if (said.month < 1 || said.month > 12) return undefined;
  if (said.year !== undefined) return inYear(said.year < 100 ? today.year + said.year : said.year)[0];
  const distance = (day: Temporal.PlainDate) => Math.abs(today.until(day).days);
  return [today.year - 1, today.year, today.year + 1].flatMap(inYear).toSorted((a, b) => distance(a) - distance(b))[0];
}
