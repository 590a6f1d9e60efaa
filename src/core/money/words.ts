// How amounts, rates and months are written for a reader.
import { type Fen, type Rate, yuanOf } from '../../rules/money.ts';
import type { Language } from '../language.ts';

const grouped = new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** 812000 → "CNY 8,120" and 「8,120元」; fen are shown where there are any. */
export function amountWords(fen: Fen, language: Language): string {
  const number = numberWords(fen);
  return language === 'en' ? `CNY ${number}` : `${number}元`;
}

/** The number alone, for tables. */
export function numberWords(fen: Fen): string {
  return grouped.format(Number(yuanOf(fen))).replace(/\.00$/, '');
}

/** 0.1825 → "18.25%"; two decimals at most, four for small ones. */
export function rateWords(rate: Rate): string {
  const hundredths = rate.times(100);
  const places = hundredths.abs().lt('0.1') ? 4 : 2;
  return `${hundredths.toDecimalPlaces(places).toFixed()}%`;
}

/** Points by which one rate passes another: "3.5". */
export function pointWords(rate: Rate): string {
  return rate.times(100).toDecimalPlaces(2).toFixed();
}

/** "November 2026" and 「2026年11月」. */
export function monthWords(month: Temporal.PlainYearMonth, language: Language): string {
  if (language !== 'en') return `${month.year}年${month.month}月`;
  const date = month.toPlainDate({ day: 1 });
  return date.toLocaleString('en', { month: 'long', year: 'numeric' });
}

/** Bars of blocks, the longest twelve wide. */
export function bars(rows: readonly { readonly label: string; readonly amount: Fen }[]): string {
  const most = Math.max(1, ...rows.map(({ amount }) => amount));
  return rows
    .map(
      ({ label, amount }) => `${label} ${'▇'.repeat(Math.round((amount / most) * 12)) || '▏'} ${numberWords(amount)}`,
    )
    .join('\n');
}
