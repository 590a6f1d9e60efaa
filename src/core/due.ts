// Reminders that are due now, as messages: labels only, safe on a locked screen.
import type { IsoDate } from '../rules/schedule.ts';
import { type Context, contextWith, orElse, paragraph, reply } from './context.ts';
import type { Incoming } from './incoming.ts';
import type { DueNotice } from './reminders.ts';
import type { Button, Reply } from './reply.ts';

export type Due = Extract<Incoming, { kind: 'due' }>;

/** So many reminders of one moment get a message each, with buttons of their own; more are gathered into one. */
const mostAlone = 3;

/** One message for each reminder, or one for all of them when they are many or late. */
export function dueReplies(context: Context, { notices, late }: Due): readonly Reply[] {
  const said = inOwnLanguage(context, notices);
  if (notices.length > 1 && (late !== undefined || notices.length > mostAlone)) return [gathered(said, notices, late)];
  return notices.map((notice) => alone(said, notice, late));
}

/** What could not be delivered is told at the next contact; a person who was gone has all reminders again. */
export async function missedWhileAway(context: Context): Promise<readonly Reply[]> {
  const { services, origin } = context;
  const { undelivered } = await orElse(services, () => services.reminders.returned(origin), { undelivered: 0 });
  return undelivered === 0 ? [] : [shown(context, [context.say('due-undelivered', { count: undelivered })], [])];
}

/** What the person fixed, or the language of the sign-up: a reminder has no words of the person to go by. */
function inOwnLanguage(context: Context, notices: readonly DueNotice[]): Context {
  const language = context.preferences.language ?? notices[0]?.reminder.language ?? context.language;
  return language === context.language ? context : contextWith({ ...context, language });
}

function alone(context: Context, notice: DueNotice, late: number | undefined): Reply {
  const lines = [
    dueLine(context, notice),
    ...lateLines(context, [notice], late),
    ...(notice.maybeRepeat ? [context.say('due-repeat')] : []),
  ];
  return shown(context, lines, dueButtons(context, notice));
}

function gathered(context: Context, notices: readonly DueNotice[], late: number | undefined): Reply {
  const repeat = notices.some(({ maybeRepeat }) => maybeRepeat) ? [context.say('due-repeat')] : [];
  const lines = notices.map((notice) => `• ${dueLine(context, notice)}`);
  return shown(context, [...lateLines(context, notices, late), ...repeat, lines.join('\n')], []);
}

/** The buttons under one reminder. */
function dueButtons(_context: Context, _notice: DueNotice): readonly Button[] {
  return [];
}

/** "Blue: due in 3 days", as of today where the person is. */
function dueLine(context: Context, { reminder, cycle }: DueNotice): string {
  const days = daysUntil(context, reminder.notice.zone, cycle);
  const { label } = reminder;
  if (days === 0) return context.say('due-today', { label });
  if (days === 1) return context.say('due-tomorrow', { label });
  if (days === -1) return context.say('due-yesterday', { label });
  return days > 0 ? context.say('due-ahead', { label, days }) : context.say('due-passed', { label, days: -days });
}

/** By how much it is late, and whether there is still time. */
function lateLines(context: Context, notices: readonly DueNotice[], late: number | undefined): readonly string[] {
  if (late === undefined) return [];
  const stands = notices.filter(({ reminder, cycle }) => daysUntil(context, reminder.notice.zone, cycle) >= 0).length;
  const key = stands === notices.length ? 'due-late-stands' : stands === 0 ? 'due-late-passed' : 'due-late-some';
  return [context.say('due-late', { amount: amountOf(context, late) }), context.say(key)];
}

function amountOf(context: Context, minutes: number): string {
  if (minutes < 90) return context.say('due-late-minutes', { count: minutes });
  if (minutes < 36 * 60) return context.say('due-late-hours', { count: Math.round(minutes / 60) });
  return context.say('due-late-days', { count: Math.round(minutes / 1440) });
}

function daysUntil({ services }: Context, zone: string, cycle: IsoDate): number {
  return services.now().toZonedDateTimeISO(zone).toPlainDate().until(cycle).days;
}

function shown(context: Context, lines: readonly string[], buttons: readonly Button[]): Reply {
  const blocks = lines.map(paragraph);
  return reply(context, { blocks, buttons, outcome: { kind: 'reminder' }, personal: true });
}
