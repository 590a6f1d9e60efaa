// Reminders that are due now, as messages: labels only, safe on a locked screen.
import type { IsoDate } from '../rules/schedule.ts';
import { cite } from './cite.ts';
import { type Context, contextWith, orElse, paragraph, reply } from './context.ts';
import { dueButtons } from './flows/manage-reminders.ts';
import { money } from './flows/sign-up.ts';
import type { Incoming } from './incoming.ts';
import type { DueNotice } from './reminders.ts';
import { type Button, button, type Reply } from './reply.ts';

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
  const { undelivered } = await orElse(
    services,
    () => services.reminders.returned(origin, origin.audience === 'private'),
    { undelivered: 0 },
  );
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
  if (notice.kind !== 'after') return shown(context, lines, dueButtons(context, notice.reminder, notice.cycle));
  return dayAfter(context, notice, lines);
}

/** The day after an unpaid due date: once, kindly, with what a day late means. */
function dayAfter(context: Context, notice: DueNotice, lines: readonly string[]): Reply {
  const knowledge = context.services.knowledge();
  const topic = context.place === 'mainland' ? knowledge.topics.get('late-by-a-day') : undefined;
  const made = shown(context, [...lines, context.say('due-after')], dueButtons(context, notice.reminder, notice.cycle));
  if (!topic) return made;
  const answer = reply(context, {
    blocks: [{ kind: 'claim', claim: cite(knowledge, topic.claims, topic.answer, context.reading) }],
    buttons: [button('topic', topic.id, context.say('due-late-topic'))],
  });
  return { ...made, blocks: [...made.blocks, ...answer.blocks], buttons: [...made.buttons, ...answer.buttons] };
}

function gathered(context: Context, notices: readonly DueNotice[], late: number | undefined): Reply {
  const repeat = notices.some(({ maybeRepeat }) => maybeRepeat) ? [context.say('due-repeat')] : [];
  const lines = notices.map((notice) => `• ${dueLine(context, notice)}`);
  return shown(
    context,
    [...lateLines(context, notices, late), ...repeat, lines.join('\n')],
    [button('command', 'reminders', context.say('button-reminders'))],
  );
}

/** "Blue: due in 3 days", as of today where the person is. */
function dueLine(context: Context, { reminder, cycle }: DueNotice): string {
  const days = daysUntil(context, reminder.notice.zone, cycle);
  const label = labelOf(context, reminder);
  if (days === 0) return context.say('due-today', { label });
  if (days === 1) return context.say('due-tomorrow', { label });
  if (days === -1) return context.say('due-yesterday', { label });
  return days > 0 ? context.say('due-ahead', { label, days }) : context.say('due-passed', { label, days: -days });
}

/** The amount stands beside the label only where the person asked for it, and never on Discord. */
function labelOf({ origin }: Context, { label, amount, details }: DueNotice['reminder']): string {
  return details && amount !== undefined && origin.platform !== 'discord'
    ? `${label} (${money(Number(amount))})`
    : label;
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
