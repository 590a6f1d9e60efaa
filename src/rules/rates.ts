// Rates per day, month and year, and how one is told as another.
import { decimal, type Rate } from './money.ts';

/**
 * Days of a year, whatever the calendar says: 0.05 % a day is 18.25 % a year (facts.md 2.1). A bank whose contract
 * divides the yearly rate by 360 takes 1.4 % more interest than is computed here.
 */
export const yearDays = 365;
export const yearMonths = 12;
/** Days after which unpaid interest is added to what bears interest, where the contract compounds by the month. */
export const monthDays = 30;

export type Period = 'day' | 'month' | 'year';

const periods: Readonly<Record<Period, number>> = { day: yearDays, month: yearMonths, year: 1 };

/** The simple yearly rate: 0.05 % a day is 18.25 % a year, 1.5 % a month is 18 %. */
export function yearly(rate: Rate, period: Period): Rate {
  return rate.times(periods[period]);
}

/** The yearly rate when interest is charged on interest each period: (1 + i)^n − 1. */
export function effective(rate: Rate, period: Period): Rate {
  return decimal(1).plus(rate).pow(periods[period]).minus(1);
}
