import ical, { ICalAlarmRelatesTo, ICalAlarmType, ICalCalendarMethod } from 'ical-generator';
import type { MakeCalendar } from './core/services.ts';

/**
 * An iCalendar file (RFC 5545): all-day events with alarms. Each date is written out, so that month ends and statement
 * days are the same in every calendar program.
 */
export const makeCalendar: MakeCalendar = ({ name, entries, at }) => {
  const made = ical({
    name,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'debt-guidance-bot', product: 'reminders' },
  });
  const stamp = new Date(at.epochMilliseconds);
  for (const { id, label, dates, leadDays, time } of entries) {
    const clock = Temporal.PlainTime.from(time);
    const seconds = clock.hour * 3600 + clock.minute * 60;
    for (const date of dates) {
      // The library reads the day of an all-day event from the UTC fields of a Date, whatever zone the server lives in.
      const { year, month, day } = Temporal.PlainDate.from(date);
      const event = made.createEvent({
        id: `${id}-${date}`,
        start: new Date(Date.UTC(year, month - 1, day)),
        allDay: true,
        summary: label,
        stamp,
      });
      for (const lead of leadDays) {
        // Negative is after midnight of the day itself. The constructor drops `relatesTo`, so it is said afterwards;
        // without it an alarm on the day would count from the day's end.
        const trigger = lead * 86_400 - seconds;
        event
          .createAlarm({ type: ICalAlarmType.display, description: label, trigger })
          .relatesTo(ICalAlarmRelatesTo.start);
      }
    }
  }
  return new TextEncoder().encode(made.toString());
};
