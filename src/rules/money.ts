// Exact money: amounts are whole fen, rates are decimals, and a share of an amount is rounded half-up to the fen.
import { Decimal as Library } from 'decimal.js';

/** Significant digits: enough for 600 months of compounding to stay far below a fen. */
const Exact = Library.clone({ precision: 40, rounding: Library.ROUND_HALF_UP, defaults: true });

export type Decimal = Library;
/** Whole fen, 1/100 yuan; a safe integer. */
export type Fen = number;
/** A share, not a percentage: 0.24 is 24 %. What it is a share of, and for how long, is said where it is used. */
export type Rate = Decimal;

/** @throws Error when the text is no number */
export function decimal(value: string | number | Decimal): Decimal {
  return new Exact(value);
}

export function isDecimal(text: string): boolean {
  return /^-?\d+(?:\.\d+)?$/.test(text);
}

/** 18.25 → 0.1825. */
export function percent(value: string | number | Decimal): Rate {
  return decimal(value).div(100);
}

/** Yuan → fen, rounded half-up. */
export function fenOf(yuan: string | number | Decimal): Fen {
  return roundFen(decimal(yuan).times(100));
}

/** Fen → yuan with exactly two decimals: 123450 → "1234.50". */
export function yuanOf(fen: Fen): string {
  return decimal(fen).div(100).toFixed(2);
}

/** A number of fen with a fraction → whole fen, half-up (away from zero). */
export function roundFen(fen: Decimal): Fen {
  return fen.toDecimalPlaces(0, Library.ROUND_HALF_UP).toNumber();
}

/** An exact fraction of whole numbers, so that a thousand roundings cannot add up to anything but roundings. */
export type Fraction = { readonly numerator: number; readonly denominator: number };

/**
 * A rate as a fraction, `per` times smaller: `fraction(yearly, 12)` is the monthly, `fraction(yearly, 365)` the daily one.
 * Exact for rates of at most ten decimals, which is all that anybody writes.
 */
export function fraction(rate: Rate, per = 1): Fraction {
  const places = Math.min(rate.decimalPlaces(), 10);
  const scale = 10 ** places;
  return { numerator: rate.times(scale).round().toNumber(), denominator: scale * per };
}

/**
 * amount × share × times, rounded half-up to the fen. Whole numbers throughout: exact, and fast enough for 600 months.
 * @param amount not negative
 */
export function shareOf(amount: Fen, { numerator, denominator }: Fraction, times = 1): Fen {
  const product = amount * numerator * times;
  if (product * 2 + denominator <= Number.MAX_SAFE_INTEGER) {
    const doubled = 2 * product + denominator;
    return (doubled - (doubled % (2 * denominator))) / (2 * denominator);
  }
  const [a, n, t, d] = [amount, numerator, times, denominator].map(BigInt) as [bigint, bigint, bigint, bigint];
  return Number((2n * a * n * t + d) / (2n * d));
}
