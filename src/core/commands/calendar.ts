import { nextDates } from '../../rules/occurrences.ts';
import { paragraph, reply } from '../context.ts';
import { zoneOf } from '../flows/reminder-words.ts';
import { ownerOf } from '../flows/sign-up.ts';
import { button } from '../reply.ts';
import type { Command } from './command.ts';

/** Due dates of each reminder that are written out: two years of a monthly one. */
const datesEach = 24;

export const calendar: Command = {
  name: 'calendar',
  async run(context) {
    const { services, say } = context;
    const all = (await services.reminders.list(ownerOf(context))).filter(({ state }) => state === 'active');
    if (all.length === 0) {
      return reply(context, {
        blocks: [paragraph(say('reminders-none'))],
        buttons: [button('command', 'remind', say('button-remind'))],
        personal: true,
      });
    }
    const today = services.now().toZonedDateTimeISO(zoneOf(context)).toPlainDate().toString();
    const entries = all.map(({ id, label, schedule, notice }) => ({
      id,
      label,
      dates: nextDates(schedule, today, datesEach),
      leadDays: notice.leadDays,
      time: notice.time,
    }));
    const bytes = services.calendar({ name: say('calendar-name'), entries, at: services.now() });
    return reply(context, {
      blocks: [{ kind: 'file', name: 'reminders.ics', mime: 'text/calendar', bytes }, paragraph(say('calendar-note'))],
      buttons: [button('command', 'reminders', say('button-reminders'))],
      personal: true,
    });
  },
};
