// Amounts, days and months as a reader of the language writes them.
import type { Language } from '../core/language.ts';

export type Figures = {
  /** ¥12,345.60; whole yuan without fen. */
  readonly amount: (yuan: number) => string;
  /** ¥12,346, half rounded up: where the room is small. */
  readonly whole: (yuan: number) => string;
  /** ¥12,000 and ¥1.2M, ¥8,000 and ¥1.2万: for an axis. */
  readonly rough: (yuan: number) => string;
  readonly day: (day: number) => string;
  /** "2026-11" → Nov 2026, 2026年11月. What is not a month stays as it is. */
  readonly month: (month: string) => string;
};

const cache = new Map<Language, Figures>();

export function figuresFor(language: Language): Figures {
  const known = cache.get(language);
  if (known) return known;
  const whole = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
  const fen = new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const small = new Intl.NumberFormat(language, { maximumSignificantDigits: 6 });
  const compact = new Intl.NumberFormat(language, { notation: 'compact', maximumSignificantDigits: 3 });
  const month = new Intl.DateTimeFormat(language, { year: 'numeric', month: 'short', timeZone: 'UTC' });
  const firstUnit = language === 'en' ? 1_000_000 : 10_000;
  const yuan = (text: string) => (text.startsWith('-') ? `-¥${text.slice(1)}` : `¥${text}`);
  const figures: Figures = {
    amount: (value) => yuan((Number.isInteger(value) ? whole : fen).format(value)),
    whole: (value) => yuan(whole.format(value)),
    rough: (value) => yuan((value < firstUnit ? small : compact).format(value)),
    day: (day) => whole.format(day),
    month(text) {
      if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) return text;
      return month.format(Temporal.Instant.from(`${text}-01T00:00Z`).epochMilliseconds);
    },
  };
  cache.set(language, figures);
  return figures;
}
