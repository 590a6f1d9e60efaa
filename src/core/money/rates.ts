// One rate, alone or in a sentence: 日息万五, 月息两分, 年化24%, "0.05% a day", "24% APR", "1.5 per month".
import { type Decimal, decimal, type Rate } from '../../rules/money.ts';
import type { Period } from '../../rules/rates.ts';
import { yearly } from '../../rules/rates.ts';
import { chineseNumber, chineseNumerals } from '../reminders/numbers.ts';
import { plain, type Rule, take } from '../reminders/span.ts';

/** `period` is missing where nobody said whether it is a day's, a month's or a year's. */
export type SaidRate = { readonly rate: Rate; readonly period?: Period };

/** A simple yearly rate of 10,000 %: above it a slip of the finger. */
const most = decimal(100);

const number = `(?:\\d+(?:\\.\\d+)?|[${chineseNumerals}点]+)`;
const chinesePeriod = '(日|天|月|年)';
const rateWord = '(?:利息|息费|利率|费率|手续费率?|综合成本|化利率|化|息|利|费)?';
const chinesePeriods: Readonly<Record<string, Period>> = { 日: 'day', 天: 'day', 月: 'month', 年: 'year' };
const englishPeriods: readonly (readonly [RegExp, Period])[] = [
  [/da(?:y|ily)|p\.?d/i, 'day'],
  [/month|p\.?m|mth/i, 'month'],
  [/year|annu|yr|apr|p\.?a/i, 'year'],
];
const englishPeriod =
  '(?:an?|per|each|every|/|p\\.?) ?(?:day|month|mth|year|yr|annum|d|m|a)\\b\\.?|daily|monthly|yearly|annually|annual(?:ised|ized)?(?: rate)?|apr\\b|p\\.?[adm]\\.?(?![a-z])';

function numberOf(text: string): Decimal | undefined {
  if (/^\d/.test(text)) return decimal(text);
  const [whole = '', part] = text.split('点');
  const read = whole === '' ? 0 : chineseNumber(whole);
  if (read === undefined) return undefined;
  if (part === undefined) return decimal(read);
  const digits = [...part].map((each) => chineseNumber(each));
  return digits.includes(undefined) ? undefined : decimal(`${read}.${digits.join('')}`);
}

function said(amount: Decimal | undefined, share: number, period?: Period): SaidRate | undefined {
  if (amount === undefined || amount.lt(0)) return undefined;
  const rate = amount.div(share);
  if (yearly(rate, period ?? 'year').gt(most)) return undefined;
  return period === undefined ? { rate } : { rate, period };
}

const share: Readonly<Record<string, number>> = { 万: 10_000, 千: 1_000, 百: 100 };
const chinese = (text: string | undefined) => chinesePeriods[text ?? ''];
const english = (text: string | undefined) => englishPeriods.find(([pattern]) => pattern.test(text ?? ''))?.[1];

const chineseRules: readonly Rule<SaidRate>[] = [
  {
    // 日息万五, 日利率万分之五, 每天千分之一, 一天万分之5
    pattern: new RegExp(
      `(?:按|每|一|单)?${chinesePeriod}${rateWord}(?:是|为|按|:)? ?(万|千|百)(?:分之)?(${number})(?!元|块|多|来|天|个月)`,
      'g',
    ),
    read: ([, period, part = '', amount = '']) => said(numberOf(amount), share[part] ?? 1, chinese(period)),
  },
  {
    // 万分之五一天, 万5/天, 万分之五每天
    pattern: new RegExp(
      `(万|千|百)分之(\\d+(?:\\.\\d+)?|[一二两三四五六七八九](?:点[一二三四五六七八九])?)(?:的)?(?: ?(?:/|每|一) ?${chinesePeriod})?`,
      'g',
    ),
    read: ([, part = '', amount = '', period]) => said(numberOf(amount), share[part] ?? 1, chinese(period)),
  },
  {
    // 月息两分, 月息一分五, 月利2分, 2分利
    pattern: new RegExp(`(?:月(?:息|利率?|利息) ?(${number})分(${number})?厘?|(${number})分(?:利息?|息))`, 'g'),
    read: ([, whole, tenth, bare]) => {
      const amount = numberOf(whole ?? bare ?? '');
      const more = tenth === undefined ? decimal(0) : numberOf(tenth)?.div(10);
      return amount && more && said(amount.plus(more), 100, 'month');
    },
  },
  {
    // 月息5厘, 年息8厘: a tenth of a percent a month, a percent a year
    pattern: new RegExp(`(月|年)(?:息|利率?|利息) ?(${number})厘`, 'g'),
    read: ([, period, amount = '']) => said(numberOf(amount), period === '月' ? 1_000 : 100, chinese(period)),
  },
  {
    // 年化24%, 年利率百分之24, 月利率1.5%, 日利率0.05%, 年化24个点, 年化24
    pattern: new RegExp(
      `(?:按|每|一|综合|实际)?${chinesePeriod}${rateWord}(?:是|为|按|大概|大约|约|:)? ?(\\d+(?:\\.\\d+)?) ?(%|个点|个百分点)?(?![\\d号日期个天元块月年万千kw])`,
      'gi',
    ),
    read: ([, period, amount = '', sign]) =>
      sign || /^\d/.test(amount) ? said(decimal(amount), 100, chinese(period)) : undefined,
  },
  {
    // 24%年化, 0.05%一天, 0.05%/日, 2%每月
    pattern: new RegExp(
      `(\\d+(?:\\.\\d+)?) ?(?:%|个点)(?:的)? ?(?:/|每|一|的)? ?个?${chinesePeriod}(?:化|息|利率)?(?![供还付])`,
      'g',
    ),
    read: ([, amount = '', period]) => said(decimal(amount), 100, chinese(period)),
  },
];

const englishRules: readonly Rule<SaidRate>[] = [
  {
    // 5 per ten thousand a day, five parts in ten thousand a day
    pattern: new RegExp(
      `(\\d+(?:\\.\\d+)?|five|four|three|two) (?:parts )?(?:per|in|of) (?:ten thousand|10,?000)(?: (${englishPeriod}))?`,
      'gi',
    ),
    read: ([, amount = '', period]) => {
      const words = ['zero', 'one', 'two', 'three', 'four', 'five'].indexOf(amount.toLowerCase());
      return said(words < 0 ? decimal(amount) : decimal(words), 10_000, english(period));
    },
  },
  {
    // 0.05% a day, 24% APR, 2 percent per month, 18% p.a.
    pattern: new RegExp(
      `(\\d+(?:\\.\\d+)?) ?(?:%|percent|per cent|pct)(?: interest)?,? ?(${englishPeriod})(?! ?[¥$]?\\d)`,
      'gi',
    ),
    read: ([, amount = '', period]) => said(decimal(amount), 100, english(period)),
  },
  {
    // APR 24%, annual rate of 24%, daily rate 0.05%, monthly 1.5%
    pattern:
      /\b(apr|annual|yearly|monthly|daily)(?: (?:percentage )?(?:interest )?(?:rate|interest|fee))?(?: (?:of|is|at))?:? ?(\d+(?:\.\d+)?) ?(?:%|percent|pct)?(?![\d,]*(?:k|w|yuan|rmb))/gi,
    read: ([, period, amount = '']) => said(decimal(amount), 100, english(period)),
  },
  {
    // 1.5 per month: small numbers alone, larger ones are money
    pattern: /(?<![\d.,¥$])(\d{1,2}(?:\.\d+)?) (?:interest )?(per (?:day|month|year|annum))\b/gi,
    read: ([, amount = '', period]) => said(decimal(amount), 100, english(period)),
  },
  {
    // 24%, and nobody said of what
    pattern: /(?<![-\d.])(\d+(?:\.\d+)?) ?(?:%|percent\b|per cent\b|pct\b|个点)|百分之(\d+(?:\.\d+)?)/gi,
    read: ([, amount, other]) => said(decimal(amount ?? other ?? ''), 100),
  },
];

/** In the order in which they are tried. */
export const rateRules: readonly Rule<SaidRate>[] = [...chineseRules, ...englishRules];

/**
 * The simple yearly rate. Where nobody said the period it is guessed only where it can be one thing: up to 0.2 % is a
 * day's, from 4 % on a year's; in between it is `otherwise`, or undefined.
 */
export function yearlyOf({ rate, period }: SaidRate, otherwise?: Period): Rate | undefined {
  if (period !== undefined) return yearly(rate, period);
  if (rate.gt(0) && rate.lte('0.002')) return yearly(rate, 'day');
  if (rate.isZero() || rate.gte('0.04')) return rate;
  return otherwise && yearly(rate, otherwise);
}

/**
 * A yearly rate when the words are nothing but a rate; a bare number counts as percent. Undefined for anything else.
 * @param otherwise whose rate it is when nobody said and it could be two things
 */
export function readRate(text: string, otherwise?: Period): Rate | undefined {
  const words = plain(text).replace(/^(?:大概|大约|差不多|about|around|roughly|it's|is) ?/i, '');
  if (/^\d{1,3}(?:\.\d+)?$/.test(words)) {
    const bare = said(decimal(words), 100);
    return bare && yearlyOf(bare, otherwise);
  }
  const { found, rest } = take(words, rateRules);
  const [only] = found;
  const left = rest.replace(/利率|利息|左右|的|是|interest|rate|吧/gi, '');
  if (found.length !== 1 || !only || /[\p{L}\d]/u.test(left)) return undefined;
  return yearlyOf(only.value, otherwise);
}
