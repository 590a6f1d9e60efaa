// When a period that a law or an agreement gives ends: the day that opens it is not counted, and its end may move.
import type { WorkCalendar } from './occurrences.ts';
import type { IsoDate } from './schedule.ts';

/** Days are calendar days. Months and years end on the day of the same number, or on the last of a shorter month. */
export type Length = { readonly unit: 'days' | 'months' | 'years'; readonly number: number };

export type Period = {
  readonly length: Length;
  /** An end on a weekend or public holiday moves to the first working day after it, as for the periods of a court. */
  readonly moves: boolean;
};

export type End = {
  /** The last day on which one is surely in time. */
  readonly date: IsoDate;
  /** The day on which the count alone ends; later than that means it was moved. */
  readonly counted: IsoDate;
  /**
   * `unknown`: the holidays of that year are not published. The end stays on the counted day, which is never too late;
   * it can only be later.
   */
  readonly holidays: 'known' | 'unknown' | 'not-asked';
};

/** No holidays are longer, with the weekends around them. */
const longestRest = 31;

/**
 * @param opened the day of the event: receipt, settlement. It is not counted itself.
 * @throws RangeError for a length that is no whole number above zero
 */
export function endOf(opened: IsoDate, { length, moves }: Period, calendar: WorkCalendar): End {
  if (!Number.isInteger(length.number) || length.number < 1)
    throw new RangeError(`A period has a whole number of ${length.unit}, not ${length.number}.`);
  const counted = Temporal.PlainDate.from(opened).add({ [length.unit]: length.number });
  const end = { date: counted.toString(), counted: counted.toString() };
  if (!moves) return { ...end, holidays: 'not-asked' };
  for (let days = 0; days <= longestRest; days += 1) {
    const date = counted.add({ days }).toString();
    const kind = calendar(date);
    if (kind === 'unknown') return { ...end, holidays: 'unknown' };
    if (kind === 'working') return { ...end, date, holidays: 'known' };
  }
  throw new RangeError(`The calendar has no working day in the ${longestRest} days after ${end.counted}.`);
}

/** Days from a day to the end: 0 is the last day itself, below 0 it is over. */
export function daysLeft(today: IsoDate, { date }: Pick<End, 'date'>): number {
  return Temporal.PlainDate.from(today).until(date).days;
}
