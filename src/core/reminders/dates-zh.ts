import type { SaidDate, Unsupported } from './dates.ts';
import { chineseNumerals, readNumber } from './numbers.ts';
import type { Rule } from './span.ts';

const dayNumber = '(\\d{1,2}|[一二三四五六七八九十]{1,4}|廿[一二三四五六七八九]?)';
const monthNumber = '(\\d{1,2}|[一二三四五六七八九十]{1,3})';
const count = `(\\d{1,3}|[${chineseNumerals}]{1,4})`;
const week = '(?:周|星期|礼拜)';
const dayOfWeek = '([一二三四五六日天末])';
const everyMonth = '(?:每一?个?月份?|(?:一个?|每)月一次(?:,? ?)|(?<![个下这本每上])月月(?![底末初])|逐月|按月)';
/** A bare number is a day only when it is no sum, time or count: 每月25还花呗. */
const noUnit = `(?![\\d${chineseNumerals}]|[.,:]\\d|[元块点时天期年个%kw]| ?(?:元|块|rmb))`;

const weekdays: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 日: 7, 天: 7, 末: 6 };

function day(words: string | undefined): number {
  return readNumber((words ?? '').replace(/^廿/, '二十')) ?? 0;
}

function listed(words: string | undefined): readonly number[] {
  return [...(words ?? '')].flatMap((letter) => weekdays[letter] ?? []);
}

function unsupported(pattern: RegExp, why: Unsupported): Rule<SaidDate> {
  return { pattern, read: () => ({ kind: 'unsupported', why }) };
}

/** Months from now: 下个月 1, 下下月 2, 这个月 0, 上个月 -1. */
function monthsAway(words: string | undefined): number {
  return away(words);
}

function away(words: string | undefined): number {
  if (words?.startsWith('上')) return -1;
  return words?.match(/下/g)?.length ?? 0;
}

const unsupportedRules: readonly Rule<SaidDate>[] = [
  unsupported(
    /(?:每年的?)?(?:阴历|农历|旧历|夏历|老历)(?:的)?(?:[正腊冬一二三四五六七八九十闰\d]{1,3}月)?(?:初?[一二三四五六七八九十廿\d]{1,3}(?:号|日)?)?|(?:正|腊|冬)月(?:初?[一二三四五六七八九十廿]{1,3}(?:号|日)?)?|大?年初[一二三四五六七]|除夕|大年三十|春节|中秋节?|端午节?|元宵节?|重阳节?|七夕/g,
    'lunar',
  ),
  unsupported(
    /每(?:隔)?(?:[\d一二两三四五六七八九十半]{1,2})?个?半?(?:小时|钟头)(?:一次)?|每(?:隔)?[\d一二两三四五六七八九十]{1,3}分钟/g,
    'hourly',
  ),
  unsupported(
    /每(?:个)?月?(?:的)?(?:第[一二三四五六七八九十\d]+个|倒数第[一二三]个|最后一?个|头一?个)?(?:工作日|交易日|上班日)|(?:每个?)?工作日(?:的)?(?:每天)?/g,
    'working-day',
  ),
  unsupported(/(?:每个?月的?)?(?:第[一二三四五1-5]个?|最后一?个)(?:周|星期|礼拜)[一二三四五六日天]/g, 'nth-weekday'),
  unsupported(/(?:一个?|每个?)(?:月|周|星期|年|天)(?:提醒)?(?:我)?(?:两|二|三|四|2|3|4)次/g, 'twice'),
  unsupported(/每(?:隔)?[\d一二两三四五六七八九十]{1,3}天(?:一次)?|每一?天都?|天天|每日|每晚|每早|隔天/g, 'daily'),
  unsupported(/一?直到.{1,12}(?:为止|$)|到\d{4}年.{0,8}(?:为止|结束)/g, 'until'),
];

const statementRules: readonly Rule<SaidDate>[] = [
  {
    // 账单7号出,18天后到期
    pattern: new RegExp(
      `账单(?:是|在)?(?:${everyMonth})?的?${dayNumber}(?:号|日)(?:出来?|生成|寄出|下来)[,;。 ]*(?:之?后|过后|再过|过)?的?(?:第)?${count}天(?:之?后|以后|内)?(?:的?还款|还|到期)?`,
      'g',
    ),
    read: (match) => ({ kind: 'statement', day: day(match[1]), days: readNumber(match[2] ?? '') ?? 0 }),
  },
  {
    pattern: new RegExp(
      `账单日(?:是|为|在)?(?:${everyMonth})?的?${dayNumber}(?:号|日)?[, ]*(?:最后|最迟)?(?:还款日?|到期日?)(?:是|为|在)?(?:账单日|出账日?)?(?:之?后|过后|以后)?的?(?:第)?${count}天(?:之?后|以后)?`,
      'g',
    ),
    read: (match) => ({ kind: 'statement', day: day(match[1]), days: readNumber(match[2] ?? '') ?? 0 }),
  },
  {
    pattern: new RegExp(
      `账单日(?:是|为|在)?(?:${everyMonth})?的?${dayNumber}(?:号|日)?[,;。 ]*(?:(?:账单日|出账单?日?|出账|账单)(?:出来)?(?=之?后|过后|以后|再过|加|\\+))?(?:之?后|过后|以后|再过|过|加|\\+)?的?(?:第)?${count}天(?:之?后|以后|内)?(?:的?还款|还|到期)?`,
      'g',
    ),
    read: (match) => ({ kind: 'statement', day: day(match[1]), days: readNumber(match[2] ?? '') ?? 0 }),
  },
  {
    pattern: new RegExp(
      `(?:${everyMonth})?的?${dayNumber}(?:号|日)(?:是|为)?(?:出账单?|账单日|出帐单?)[,;。 ]*(?:出账单?|账单日?)?(?:之?后|过后|以后|再过|过)?的?(?:第)?${count}天(?:之?后|以后|内)?(?:的?还款|还|到期)?`,
      'g',
    ),
    read: (match) => ({ kind: 'statement', day: day(match[1]), days: readNumber(match[2] ?? '') ?? 0 }),
  },
  {
    pattern: new RegExp(
      `(?:每个?)?(?:账单日|出账日|出账单?)(?:之?后|过后|以后|\\+|加)的?(?:第)?${count}天(?:的?还款|到期)?[,(\\s]*(?:(?:账单日)?(?:是|为)?(?:每月)?${dayNumber}(?:号|日)(?:出账单?)?\\)?)?`,
      'g',
    ),
    read: (match) => ({
      kind: 'statement',
      days: readNumber(match[1] ?? '') ?? 0,
      ...(match[2] === undefined ? {} : { day: day(match[2]) }),
    }),
  },
];

const repeatedRules: readonly Rule<SaidDate>[] = [
  {
    pattern: /(?:每隔一个月|隔月|每隔月|每隔?两个月|每隔?2个月)(?:一次)?/g,
    read: () => ({ kind: 'every', unit: 'month', every: 2 }),
  },
  {
    pattern: new RegExp(
      `(?:一|每|半|${count})个?(季度?|年|月|${week}(?=[一1]次))(?:才|只|要)?[一1](?:次|[交付还缴结扣收])(?:的|,? ?)`,
      'g',
    ),
    read: (match) => often(match[0], match[1], match[2] ?? ''),
  },
  { pattern: /每个?季度?(?:一次)?|按季度?/g, read: () => ({ kind: 'every', unit: 'month', every: 3 }) },
  { pattern: /每半年(?:一次)?/g, read: () => ({ kind: 'every', unit: 'month', every: 6 }) },
  {
    pattern: new RegExp(`每(?:隔)?${count}个月(?:一次)?`, 'g'),
    read: (match) => ({ kind: 'every', unit: 'month', every: readNumber(match[1] ?? '') ?? 0 }),
  },
  {
    pattern: new RegExp(`${everyMonth}(?:的)?(?:月底|底|末|月末|最后一[天日]|最末一天)`, 'g'),
    read: () => ({ kind: 'day', day: 'last', every: 1 }),
  },
  {
    pattern: new RegExp(`${everyMonth}(?:的)?(?:月初|初)(?![一二三四五六七八九十])`, 'g'),
    read: () => ({ kind: 'day', day: 1, every: 1 }),
  },
  {
    pattern: new RegExp(`${everyMonth}(?:的)? ?${dayNumber}(?: ?号| ?日|${noUnit})`, 'g'),
    read: (match) => ({ kind: 'day', day: day(match[1]), every: 1 }),
  },
  {
    pattern: new RegExp(`(?:每逢|每到|每个?|逢)${dayNumber}(?:号|日)`, 'g'),
    read: (match) => ({ kind: 'day', day: day(match[1]), every: 1 }),
  },
  {
    pattern: new RegExp(
      `(?:每隔一个?${week}|隔${week}|双${week}|每隔?(?:两|2|二)个?${week})的?(?:一次)?,? ?(?:${week}?${dayOfWeek}(?!次))?`,
      'g',
    ),
    read: (match) => weekly(match[1], 2),
  },
  {
    pattern: new RegExp(
      `每(?:隔)?(\\d{1,2}|[三四五六七八九十]{1,2})个?${week}的?(?:一次,? ?)?(?:${week}${dayOfWeek})?`,
      'g',
    ),
    read: (match) => weekly(match[2], readNumber(match[1] ?? '') ?? 0),
  },
  {
    pattern: new RegExp(
      `(?:每逢|每到|每个?|逢)的?${week}的?(?:${week})?([一二三四五六日天末](?:(?:[、,和跟及]|${week}|[、,和跟及]${week})?[一二三四五六日天末])*)(?![个十百千万])`,
      'g',
    ),
    read: (match) => ({ kind: 'weekday', weekdays: listed(match[1]), every: 1 }),
  },
  { pattern: new RegExp(everyMonth, 'g'), read: () => ({ kind: 'every', unit: 'month', every: 1 }) },
  { pattern: new RegExp(`每个?${week}`, 'g'), read: () => ({ kind: 'every', unit: 'week', every: 1 }) },
  {
    pattern: new RegExp(`每(?:隔)?${count}年(?:一次)?`, 'g'),
    read: (match) => ({ kind: 'every', unit: 'year', every: readNumber(match[1] ?? '') ?? 0 }),
  },
  { pattern: /每一?年(?:都)?的?|年年|按年/g, read: () => ({ kind: 'every', unit: 'year', every: 1 }) },
];

/** 一年一次, 半年一交, 两个月一付 */
function often(words: string, number: string | undefined, unit: string): SaidDate | undefined {
  const value = /^半/.test(words) ? 0.5 : number === undefined ? 1 : (readNumber(number) ?? 0);
  if (value === 0.5) return unit === '年' ? { kind: 'every', unit: 'month', every: 6 } : undefined;
  if (unit.startsWith('季')) return { kind: 'every', unit: 'month', every: 3 * value };
  const named = unit === '年' ? 'year' : unit === '月' ? 'month' : 'week';
  return { kind: 'every', unit: named, every: value };
}

function weekly(letter: string | undefined, every: number): SaidDate {
  if (letter === undefined) return { kind: 'every', unit: 'week', every };
  return { kind: 'weekday', weekdays: listed(letter), every };
}

const years: Readonly<Record<string, number>> = { 今年: 0, 明年: 1, 后年: 2, 去年: -1 };

/** A year relative to this one is kept as a small number and placed by whoever knows today. */
function yearOf(words: string | undefined): { year?: number } {
  if (words === undefined) return {};
  const relative = years[words];
  if (relative !== undefined) return { year: relative };
  const value = readNumber(words.replace(/年.*$/, '')) ?? 0;
  return { year: value < 100 ? value + 2000 : value };
}

const singleRules: readonly Rule<SaidDate>[] = [
  {
    pattern: new RegExp(
      `(\\d{4}年|[12]\\d年|[二〇零一三四五六七八九]{4}年|今年|明年|后年|去年)?的?${monthNumber}月份?(?:的)?(?:底|末|月底|最后一[天日])`,
      'g',
    ),
    read: (match) => ({ kind: 'calendar', ...yearOf(match[1]), month: day(match[2]), day: 'last' }),
  },
  {
    pattern: new RegExp(
      `(\\d{4}年|[12]\\d年|[二〇零一三四五六七八九]{4}年|今年|明年|后年|去年)?的? ?${monthNumber} ?月份?(?:的)? ?${dayNumber}(?: ?号| ?日|${noUnit})`,
      'g',
    ),
    read: (match) => ({ kind: 'calendar', ...yearOf(match[1]), month: day(match[2]), day: day(match[3]) }),
  },
  {
    pattern: new RegExp(`(今年|明年|后年)?的?${monthNumber}月份?的?(?:初)`, 'g'),
    read: (match) => ({ kind: 'calendar', ...yearOf(match[1]), month: day(match[2]), day: 1 }),
  },
  {
    pattern:
      /(今年|明年|后年|去年)?(?:的)?(元旦|国庆节?|五一|劳动节|圣诞节|平安夜|情人节|双十一|双十二|双11|双12|儿童节|六一|年底|年末|年尾|(?<=[今明后]年的?)最后一[天日])/g,
    read: (match) => named(match[2] ?? '', yearOf(match[1])),
  },
  {
    pattern: new RegExp(
      `(下+|这|本|上|当)个?月(?:的)? ?(?:${dayNumber}(?: ?号| ?日|${noUnit})|(月?底|月?末|最后一[天日])|(初)(?![一二三四五六七八九十]))`,
      'g',
    ),
    read: (match) => {
      const which = match[2] !== undefined ? day(match[2]) : match[3] === undefined ? 1 : 'last';
      return { kind: 'day', day: which, months: monthsAway(match[1]) };
    },
  },
  {
    pattern: new RegExp(`(下+|这|本|上)(?:一)?个?${week}${dayOfWeek}`, 'g'),
    read: (match) => ({ kind: 'weekday', weekdays: listed(match[2]), weeks: away(match[1]) }),
  },
  {
    pattern: new RegExp(`(?<![老小姓每])(?:${week})${dayOfWeek}(?![${chineseNumerals}个])`, 'g'),
    read: (match) => ({ kind: 'weekday', weekdays: listed(match[1]) }),
  },
  { pattern: /月底|月末|月尾/g, read: () => ({ kind: 'day', day: 'last' }) },
  { pattern: /大后[天日]/g, read: () => ({ kind: 'later', days: 3 }) },
  { pattern: /后[天日](?!还)|后天/g, read: () => ({ kind: 'later', days: 2 }) },
  { pattern: /[明翌]日|明[天儿]/g, read: () => ({ kind: 'later', days: 1 }) },
  { pattern: /今[天日儿]/g, read: () => ({ kind: 'later', days: 0 }) },
  { pattern: /大?前[天日]|昨[天日晚]/g, read: () => ({ kind: 'later', days: -1 }) },
];

const laterRules: readonly Rule<SaidDate>[] = [
  {
    pattern: /(?:再?过|等)?半(?:个)?(小时|钟头|月|年)(?:之后|以后|后)|(?:再过|过|等)半(?:个)?(小时|月|年)/g,
    read: (match) => {
      const unit = match[1] ?? match[2] ?? '';
      if (unit === '月') return { kind: 'later', days: 15 };
      return unit === '年' ? { kind: 'later', months: 6 } : { kind: 'moment', minutes: 30 };
    },
  },
  {
    pattern: new RegExp(
      `(?:再?过|等)?${count} ?个?(半)?(小时|钟头|分钟)(?:之后|以后|后)|(?:再过|过|等)${count}个?(半)?(小时|钟头|分钟)`,
      'g',
    ),
    read: (match) => {
      const value = (readNumber(match[1] ?? match[4] ?? '') ?? 0) + (match[2] || match[5] ? 0.5 : 0);
      return { kind: 'moment', minutes: Math.round(value * ((match[3] ?? match[6]) === '分钟' ? 1 : 60)) };
    },
  },
  {
    pattern: new RegExp(
      `(?:再?过|等)?(?<!第)${count} ?(天|日|周|个?星期|个?礼拜|个月|年)(?:之后|以后|后)|(?:再过|过|等)${count} ?(天|周|个?星期|个?礼拜|个月|年)`,
      'g',
    ),
    read: (match) => later(readNumber(match[1] ?? match[3] ?? ''), match[2] ?? match[4] ?? ''),
  },
];

function later(value: number | undefined, unit: string): SaidDate | undefined {
  if (value === undefined) return undefined;
  if (unit.includes('月')) return { kind: 'later', months: value };
  if (unit === '年') return { kind: 'later', years: value };
  return { kind: 'later', days: /周|星期|礼拜/.test(unit) ? value * 7 : value };
}

function named(name: string, year: { year?: number }): SaidDate | undefined {
  const days: Readonly<Record<string, readonly [number, number]>> = {
    元旦: [1, 1],
    国庆: [10, 1],
    国庆节: [10, 1],
    五一: [5, 1],
    劳动节: [5, 1],
    圣诞节: [12, 25],
    平安夜: [12, 24],
    情人节: [2, 14],
    双十一: [11, 11],
    双11: [11, 11],
    双十二: [12, 12],
    双12: [12, 12],
    儿童节: [6, 1],
    六一: [6, 1],
    年底: [12, 31],
    年末: [12, 31],
    年尾: [12, 31],
    最后一天: [12, 31],
    最后一日: [12, 31],
  };
  const found = days[name];
  return found && { kind: 'calendar', ...year, month: found[0], day: found[1] };
}

const loose: readonly Rule<SaidDate>[] = [
  {
    pattern:
      /(?:就|只|仅|这|此|单)+(?:提醒|要|需要|还|交)?(?:我)?(?:这|此|一)+次性?(?:就(?:好|行|够)了?|即可)?|(?<=^|[█, ])一次性?(?=$|[█, 。])|单次/g,
    read: () => ({ kind: 'once' }),
  },
  // 5、20号 and 5号、20号
  {
    pattern:
      /(?<![\d.,:])([1-9]|[12]\d|3[01])(?=(?:、|和|跟|及)\d{1,2}[号日])|(?<=^|[月█、,] ?)([1-9]|[12]\d|3[01])(?=,\d{1,2}[号日])/g,
    read: (match) => ({ kind: 'day', day: Number(match[1] ?? match[2]) }),
  },
  {
    pattern: new RegExp(`(?<![\\d第.])${dayNumber} ?(?:号(?!楼|线|店|院|码)|日(?![游内之元本]|以[内后]))`, 'g'),
    // 一日 is a count of days, 十五日 a date.
    read: (match) => (/^[一二三四五六七八九]日$/.test(match[0]) ? undefined : { kind: 'day', day: day(match[1]) }),
  },
  { pattern: /(?:从|自)?(?:这个?|本|下个?|今)(?:月|周|年)(?:份)?(?:开始|起)(?:,)?/g, read: () => ({ kind: 'from' }) },
  { pattern: /(?:从|自)(?=█)|(?<=█)(?:开始|起(?!来))/g, read: () => ({ kind: 'from' }) },
];

export const chineseDateRules: readonly Rule<SaidDate>[] = [
  ...statementRules,
  ...unsupportedRules,
  ...repeatedRules,
  ...laterRules,
  ...singleRules,
  ...loose,
];
