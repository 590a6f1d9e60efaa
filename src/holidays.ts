import chineseDays from 'chinese-days';
import type { WorkCalendar } from './rules/occurrences.ts';

/**
 * Mainland China's working days with 调休: public holidays are free, make-up days (a Saturday or Sunday on which
 * people work) are working. A year whose holidays the library does not have yet is unknown: the State Council publishes
 * them in November of the year before, and an update of the library brings them.
 */
export function createWorkCalendar(): WorkCalendar {
  return (date) => {
    const year = date.slice(0, 4);
    if (published(`${year}-10-01`) === undefined) return 'unknown';
    const works = published(date) ?? Temporal.PlainDate.from(date).dayOfWeek < 6;
    return works ? 'working' : 'free';
  };
}

/**
 * Whether people work on a day that a holiday or its make-up days decide; nothing for any other day. The library's own
 * weekdays are not used: it takes a text as midnight in UTC, so west of Greenwich they are those of the day before.
 */
function published(date: string): boolean | undefined {
  const { work, name } = chineseDays.getDayDetail(date);
  // "National Day,国庆节,3" for such a day, "Thursday" for any other.
  return name.includes(',') ? work : undefined;
}
