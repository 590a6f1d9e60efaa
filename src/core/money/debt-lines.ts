// A case pasted in one message, one debt a line: 招行卡 12000 年化18% 最低600 5号.
import { type Fen, fenOf, type Rate } from '../../rules/money.ts';
import { amountRules, type SaidAmount } from '../reminders/amounts.ts';
import { blank, type Found, plain, type Rule, take } from '../reminders/span.ts';
import { mostFen } from './amounts.ts';
import { type DebtKind, kindOf } from './kinds.ts';
import { rateRules, yearlyOf } from './rates.ts';

export type DebtLine = {
  /** The person's own words for it, at most 24 characters. */
  readonly label: string;
  readonly kind?: DebtKind;
  readonly balance: Fen;
  readonly rate?: Rate;
  readonly minimum?: Fen;
  /** Day of the month. */
  readonly due?: number;
};

export type Case = { readonly debts: readonly DebtLine[]; readonly income?: Fen; readonly living?: Fen };

/** Characters of a label on a button, in a table and under a picture. */
const longestLabel = 24;
/** Debts of one plan. */
export const mostDebts = 30;

const dueRules: readonly Rule<number>[] = [
  {
    pattern:
      /(?:每月|每个月|还款日|到期日|on the |due(?: on)?(?: the)? ?|the )?:? ?(?<!\d)([12]?\d|3[01]) ?(?:号|日(?!息|利|万)|st\b|nd\b|rd\b|th\b)(?:还款?|到期|前)?/gi,
    read: ([, day]) => dayOf(day),
  },
  {
    pattern: /(?:还款日|到期日|due(?: day| date)?):? ?([12]?\d|3[01])(?![\d.,万千kw%])/gi,
    read: ([, day]) => dayOf(day),
  },
];

function dayOf(day: string | undefined): number | undefined {
  const value = Number(day);
  return value >= 1 && value <= 31 ? value : undefined;
}

const minimumWord =
  /(?:最低还款额?|最低还?|最少还?|月供|每月(?:最低|至少|要|得)?还|每期还?|月还|minimum(?: payment)?|min\.?|monthly(?: payment)?|instal?lment)(?: of| is)?:? ?$/i;
const minimumAfter = /^ ?(?:最低|一个?月|每月|\/ ?月|a month|per month|monthly|\/ ?month|min(?:imum)?\b)/i;
const incomeWord = /收入|工资|薪水|月薪|到手|income|salary|wages|earn|take.?home/i;
const livingWord = /生活费|开销|支出|花销|生活|房租|living|expenses|rent\b|spend/i;

/** One debt of a line; undefined when there is no amount and no name. */
export function readDebtLine(line: string): DebtLine | undefined {
  const words = plain(line)
    .replace(/(?<=\d)[,](?=\d{3}(?!\d))/g, '')
    .replace(/[|\t;、,。]/g, ' ');
  const rates = take(words, rateRules);
  const dues = take(rates.rest, dueRules);
  const amounts = take(dues.rest, amountRules);
  const minimum = amounts.found.find((found) => isMinimum(dues.rest, found));
  const balance = amounts.found.find((found) => found !== minimum);
  if (!balance) return undefined;
  const label = labelOf(amounts.rest);
  const [fen, least] = [fenOf(balance.value.yuan), minimum && fenOf(minimum.value.yuan)];
  if (fen > mostFen || label === '') return undefined;
  const kind = kindOf(label);
  // A few percent are a year's on a bank's loan, and could be a month's on another.
  const byYear = kind === 'home' || kind === 'car' || kind === 'bank' ? 'year' : undefined;
  const rate = rates.found[0] && yearlyOf(rates.found[0].value, byYear);
  return {
    label,
    balance: fen,
    ...(kind ? { kind } : {}),
    ...(rate ? { rate } : {}),
    ...(least === undefined ? {} : { minimum: least }),
    ...(dues.found[0] ? { due: dues.found[0].value } : {}),
  };
}

function isMinimum(words: string, { at, end }: Found<SaidAmount>): boolean {
  return minimumWord.test(words.slice(0, at)) || minimumAfter.test(words.slice(end));
}

function labelOf(rest: string): string {
  const words = rest
    .replaceAll(blank, ' ')
    .replace(
      /最低还款额?|最低|最少|月供|每月|每期|月还|还款日|到期日?|年化|利率|利息|欠款|欠了|还欠|欠|余额|minimum(?: payment)?|\bmin\b\.?|monthly|payment|balance|\bowe[ds]?\b|\bdue\b|\brate\b|\bon the\b|\bapr\b|interest|元|块|¥|\$|rmb|cny|yuan/gi,
      ' ',
    )
    .replace(/^[\s\d.)(:：*•#-]+|[\s:：=*•.-]+$/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return /\p{L}/u.test(words) ? [...words].slice(0, longestLabel).join('').trim() : '';
}

/**
 * A case of several lines; undefined unless every line with words is understood, so that a story is never taken for one.
 * @param least debts there must be
 */
export function readCase(text: string, least: number): Case | undefined {
  const lines = text
    .split(/\r?\n|；|;/)
    .map((line) => line.trim())
    .filter((line) => /[\p{L}\d]/u.test(line));
  const debts: DebtLine[] = [];
  let [income, living]: (Fen | undefined)[] = [];
  for (const line of lines) {
    const read = readDebtLine(line);
    if (!read) {
      if (/\d/.test(line) || [...line].length > 30) return undefined;
      continue;
    }
    if (incomeWord.test(line) && !read.rate) income = (income ?? 0) + read.balance;
    else if (livingWord.test(line) && !read.rate) living = (living ?? 0) + read.balance;
    else debts.push(read);
  }
  if (debts.length < least || debts.length > mostDebts) return undefined;
  return { debts, ...(income === undefined ? {} : { income }), ...(living === undefined ? {} : { living }) };
}

/** Whether lines that nobody asked for are a case: two debts or more, and rates, minimums, days or known kinds with them. */
export function isCase({ debts }: Case): boolean {
  const telling = debts.filter(({ kind, rate, minimum, due }) => kind ?? rate ?? minimum ?? due);
  return debts.length >= 2 && telling.length === debts.length;
}
