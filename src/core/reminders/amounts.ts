// Amounts of money: 1,500 / 2,350.80 / 1.2w / 3k / 5 grand / 五千块 / 两万.
import { chineseNumber, chineseNumerals, englishNumber, englishNumeral } from './numbers.ts';
import type { Rule } from './span.ts';

/** In yuan. `sure`: with a unit or a currency; otherwise a plain number that could be part of a name. */
export type SaidAmount = { readonly yuan: number; readonly sure: boolean };

const digits = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d{1,2})?|\\d+(?:\\.\\d{1,4})?';
const currency = '人民币|块钱|块|元(?!宝|旦)|圆|rmb\\b|cny\\b|yuan\\b|kuai\\b|bucks?\\b|renminbi\\b';
const about = '(?:大概|大约|差不多|约|共|一共|总共|about |around |roughly )?';

const scale: Readonly<Record<string, number>> = {
  k: 1000,
  w: 10_000,
  grand: 1000,
  thousand: 1000,
  hundred: 100,
  m: 1_000_000,
  万: 10_000,
  千: 1000,
  百: 100,
};

function number(text: string): number {
  return Number(text.replaceAll(',', ''));
}

function yuan(value: number | undefined, sure: boolean): SaidAmount | undefined {
  if (value === undefined || !Number.isFinite(value) || value <= 0 || value >= 1e9) return undefined;
  return { yuan: Math.round(value * 100) / 100, sure };
}

/** Rules that need a unit come first: "iPhone 17, 300元" is about three hundred. */
export const amountRules: readonly Rule<SaidAmount>[] = [
  {
    // 1万2, 2万5千, 3千5
    pattern: new RegExp(
      `${about}(?<![\\d.])(\\d+[万千百][\\d${chineseNumerals}]+)(?:多|左右)? ?(?:${currency})?`,
      'gi',
    ),
    read: (match) => yuan(chineseNumber(match[1] ?? ''), true),
  },
  {
    pattern: new RegExp(
      `${about}(?:[¥$] ?|rmb ?|cny ?)?(?<!\\d[.,]?|\\.)(${digits}) ?(k\\b|w\\b|grand\\b|thousand\\b|hundred\\b|万|千|百|[kw](?=\\p{Script=Han}))(?:多|左右)? ?(?:${currency})?`,
      'giu',
    ),
    read: (match) => yuan(number(match[1] ?? '') * (scale[(match[2] ?? '').toLowerCase()] ?? 1), true),
  },
  {
    pattern: new RegExp(`${about}(?:[¥$] ?|\\brmb ?|\\bcny ?)(${digits})(?:元|块)?`, 'gi'),
    read: (match) => yuan(number(match[1] ?? ''), true),
  },
  {
    pattern: new RegExp(`${about}(?<!\\d[.,]?|\\.)(${digits}) ?(?:多|来)?(?:${currency})(?:整)?(?:左右)?`, 'gi'),
    read: (match) => yuan(number(match[1] ?? ''), true),
  },
  {
    // 五块, 三十元: with a currency any numeral
    pattern: new RegExp(`${about}([${chineseNumerals}]+)(?:多|来)?(?:块钱|块|元(?!宝|旦)|圆)(?:整)?`, 'g'),
    read: (match) => yuan(chineseNumber(match[1] ?? ''), true),
  },
  {
    // 两万, 一千二, 八百五: without one only from a hundred on
    pattern: new RegExp(
      `${about}([一二两俩三四五六七八九十]+[万千百][${chineseNumerals}]*)(?:多|左右)?(?!分[之期])`,
      'g',
    ),
    read: (match) => yuan(chineseNumber(match[1] ?? ''), true),
  },
  {
    pattern: new RegExp(
      `\\b(?:about |around |roughly )?((?:a|an|${englishNumeral})(?: and a half)?) (hundred|thousand|grand)(?: and (${englishNumeral}))?\\b(?: (?:${currency}))?`,
      'gi',
    ),
    read: (match) => {
      const half = / and a half/i.test(match[1] ?? '') ? 0.5 : 0;
      const count = englishNumber((match[1] ?? '').replace(/ and a half/i, ''));
      const rest = match[3] === undefined ? 0 : (englishNumber(match[3]) ?? 0);
      return yuan(
        count === undefined ? undefined : (count + half) * (scale[match[2]?.toLowerCase() ?? ''] ?? 1) + rest,
        true,
      );
    },
  },
  {
    pattern: new RegExp(`\\b(${englishNumeral}) (?:${currency})`, 'gi'),
    read: (match) => yuan(englishNumber(match[1] ?? ''), true),
  },
  {
    pattern: new RegExp(
      `${about}(?<!\\d[.,]?|[.:/a-z*#-])(${digits})(?![\\d:/%a-z*-]|,\\d|\\.\\d| ?(?:期|号楼|年期|个|次|天|张|笔|st\\b|th\\b))`,
      'gi',
    ),
    read: (match) => {
      const value = number(match[1] ?? '');
      // One digit is the number of a card or an instalment, not a sum.
      return value < 10 ? undefined : yuan(value, false);
    },
  },
];

/** Numbers that are part of a name: 尾号8888, card ending in 1234, 360借条, iPhone 17. */
export const namedNumbers =
  /尾号(?:为|是)?(\d{3,4})|\bending (?:in )?\d{3,4}\b|\b[x*]+\d{3,4}\b|360(?=借|金融|数科|贷| ?loan| ?jie)|58(?=好借|金融|分期)|51(?=信用卡|卡|人品)|第 ?[\d一二三四五六七八九十]+ ?期|\d+(?=期|号楼|期的)|\b(?:iphone|model|no\.?|number|card|loan|#) ?#?\d{1,2}\b(?! ?(?:k|w|rmb|yuan|grand|hundred|thousand|am|pm|days?|weeks?|months?|[a-z]{3,9} 20\d\d|,?\d|\.\d|:\d|[/-]\d|(?:and|&) ?\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))|\b\d+(?:st|nd|rd|th) (?=instal|payment|card|loan|time|period|bill)/gi;
