// Interest by the day, with or without interest on interest.
import { type Fen, type Fraction, fraction, type Rate, shareOf } from './money.ts';
import { monthDays, yearDays } from './rates.ts';

export type Accrual = {
  /** What bears interest from the first day. */
  readonly base: Fen;
  /** The simple yearly rate; a day costs 1/365 of it. */
  readonly yearlyRate: Rate;
  /** Whether unpaid interest is added to the base every 30 days. */
  readonly compound: boolean;
};

/**
 * Interest owed after each day, index 0 (nothing yet) to `days`.
 *
 * Within a month of 30 days: base × rate ÷ 365 × days, rounded half-up to the fen. Where the contract compounds by the
 * month (cards: facts.md 2.7; bank loans: 银发〔2003〕251号, facts.md 2.14) the interest of a full month is rounded, booked,
 * and bears interest from the next day.
 * @param days whole, 0 or more
 */
export function interestByDay({ base, yearlyRate, compound }: Accrual, days: number): readonly Fen[] {
  const daily: Fraction = fraction(yearlyRate, yearDays);
  const owed: Fen[] = [0];
  let [booked, from] = [0, 0];
  for (let day = 1; day <= days; day += 1) {
    owed.push(booked + shareOf(compound ? base + booked : base, daily, day - from));
    if (compound && day - from === monthDays) [booked, from] = [owed[day] ?? 0, day];
  }
  return owed;
}

/** Interest of one more day after so many. */
export function nextDay(accrual: Accrual, days: number): Fen {
  const owed = interestByDay(accrual, days + 1);
  return (owed[days + 1] ?? 0) - (owed[days] ?? 0);
}
