// What a person does with reminders that exist: look at them, change them, mark a due date as paid, put a message off.
import { dueOnOrAfter } from '../../rules/occurrences.ts';
import type { IsoDate } from '../../rules/schedule.ts';
import { answerTopic } from '../answer.ts';
import { type Context, paragraph, remember, reply } from '../context.ts';
import { isOtherBusiness } from '../reminders/intent.ts';
import { readDay } from '../reminders/sentence.ts';
import type { Reminder, ReminderDraft, ReminderResult } from '../reminders.ts';
import { type Button, button, type Reply } from '../reply.ts';
import {
  act,
  askWords,
  changeOf,
  choicesOf,
  isNameForm,
  isRepeating,
  laterDays,
  listed,
  nameIn,
  newDateForm,
  newNameForm,
  quietOf,
} from './edit-reminder.ts';
import { dayWords, nextWords, noticeWords, scheduleWords, zoneOf } from './reminder-words.ts';
import { money, ownerOf } from './sign-up.ts';

/** Reminders a page: each is a button. */
const pageSize = 10;

export async function listReminders(context: Context, from = 0): Promise<Reply> {
  const { say } = context;
  const all = await context.services.reminders.list(ownerOf(context));
  if (all.length === 0) {
    return reply(context, {
      blocks: [paragraph(say('reminders-none')), paragraph(say('remind-example'))],
      buttons: [button('command', 'remind', say('button-remind'))],
      personal: true,
    });
  }
  const page = all.slice(from, from + pageSize);
  const lines = page.map((reminder, index) => `${from + index + 1}. ${lineOf(context, reminder)}`);
  const more =
    from + pageSize < all.length ? [button('reminder', `list.${from + pageSize}`, say('reminders-more'))] : [];
  return reply(context, {
    blocks: [{ kind: 'heading', text: say('reminders-heading', { count: all.length }) }, paragraph(lines.join('\n'))],
    buttons: [
      ...page.map((reminder, index) => act(reminder.id, 'open', `${from + index + 1}. ${reminder.label}`)),
      ...more,
      button('command', 'calendar', say('button-calendar')),
      button('command', 'remind', say('button-remind')),
    ],
    personal: true,
  });
}

function lineOf(context: Context, reminder: Reminder): string {
  const { say, language } = context;
  const { label, state, nextDue } = reminder;
  if (state === 'paused') return say('reminder-paused-line', { label });
  if (state === 'suspended') return say('reminder-suspended-line', { label });
  return nextDue === undefined ? label : say('reminder-line', { label, date: dayWords(nextDue, language) });
}

/** A button of a reminder: `<id>.<what>[.<value>]`, or `list.<from>`. Anybody else's id is as good as none. */
export async function pressReminder(context: Context, value: string): Promise<Reply | undefined> {
  const [id = '', what = '', ...rest] = value.split('.');
  const chosen = rest.join('.');
  if (id === 'list') return listReminders(context, Math.max(0, Number(what) || 0));
  const reminder = await context.services.reminders.find(ownerOf(context), id);
  if (!reminder) return gone(context);
  return (await ofMessage(context, reminder, what, chosen)) ?? ofCard(context, reminder, what, chosen);
}

/** The buttons under a message that is due. */
async function ofMessage(
  context: Context,
  reminder: Reminder,
  what: string,
  chosen: string,
): Promise<Reply | undefined> {
  const { services } = context;
  switch (what) {
    case 'paid':
    case 'skip': {
      if (!isDate(chosen)) return undefined;
      const done = await services.reminders.settleCycle(ownerOf(context), reminder.id, chosen, what);
      return done.ok ? settled(context, done.reminder, chosen, what) : failed(context, done);
    }
    case 'snooze':
      return snooze(context, reminder, chosen);
    case 'cant':
      return (await answerTopic(context, reminder.help)) ?? answerTopic(context, 'cannot-pay');
    case 'details':
      return isDate(chosen) ? card(context, reminder, chosen) : undefined;
    default:
      return undefined;
  }
}

async function ofCard(context: Context, reminder: Reminder, what: string, chosen: string): Promise<Reply | undefined> {
  const { reminders } = context.services;
  const owner = ownerOf(context);
  const { id } = reminder;
  switch (what) {
    case 'open':
      return card(context, reminder);
    case 'pause':
      return after(context, await reminders.pause(owner, id), 'reminder-paused');
    case 'resume':
      return after(context, await reminders.resume(owner, id), 'reminder-resumed');
    case 'delete':
      return removed(context, reminder, await reminders.remove(owner, id));
    case 'restore':
      return after(context, await reminders.restore(owner, id), 'reminder-restored');
    case 'amount':
      return context.origin.platform === 'discord' ? undefined : changed(context, id, { details: !reminder.details });
    case 'date':
    case 'name':
      return askWords(context, reminder, what);
    default:
      return (
        (chosen === '' ? choicesOf(context, reminder, what) : undefined) ??
        changed(context, id, changeOf(reminder, what, chosen))
      );
  }
}

/** The text after "change the date"; undefined when it is something else. */
export async function newDate(context: Context, text: string): Promise<Reply | undefined> {
  const { form } = context.conversation;
  if (form === undefined || !form.startsWith(newDateForm)) return undefined;
  const words = context.services.script.simplified(text);
  const read = readDay(words, { now: context.services.now(), zone: zoneOf(context) });
  if (read === undefined || 'error' in read) return undefined;
  const schedule = read.items[0]?.schedule;
  const { form: _, ...rest } = context.conversation;
  await remember(context, rest);
  return schedule && changed(context, form.slice(newDateForm.length), { schedule });
}

/** The text after "rename", or what was written into its form; undefined when it is something else. */
export async function newName(context: Context, form: string | undefined, text: string): Promise<Reply | undefined> {
  const label = nameIn(text);
  if (form === undefined || !isNameForm(form) || label === undefined) return undefined;
  if (isOtherBusiness(text) || /[?？吗呢]\s*$/.test(text)) return undefined;
  const { form: _, ...rest } = context.conversation;
  await remember(context, rest);
  return changed(context, form.slice(newNameForm.length), { label });
}

function isDate(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text).toString() === text;
  } catch {
    return false;
  }
}

async function changed(
  context: Context,
  id: string,
  change: Partial<ReminderDraft> | undefined,
): Promise<Reply | undefined> {
  if (!change) return undefined;
  return after(context, await context.services.reminders.change(ownerOf(context), id, change), 'reminder-changed');
}

type AfterKey = 'reminder-changed' | 'reminder-paused' | 'reminder-resumed' | 'reminder-restored';

function after(context: Context, result: ReminderResult, key: AfterKey): Reply {
  if (!result.ok) return failed(context, result);
  const shown = card(context, result.reminder);
  return { ...shown, blocks: [...reply(context, { blocks: [paragraph(context.say(key))] }).blocks, ...shown.blocks] };
}

function failed(context: Context, result: Extract<ReminderResult, { ok: false }>): Reply {
  switch (result.why) {
    case 'gone':
      return gone(context);
    case 'past':
      return reply(context, { blocks: [paragraph(context.say('remind-error-past'))], personal: true });
    case 'too-many':
      return reply(context, { blocks: [paragraph(context.say('reminders-full'))], personal: true });
    default:
      return result.why satisfies never;
  }
}

function gone(context: Context): Reply {
  return reply(context, {
    blocks: [paragraph(context.say('reminder-gone'))],
    buttons: [button('command', 'reminders', context.say('button-reminders'))],
    personal: true,
  });
}

function removed(context: Context, reminder: Reminder, result: ReminderResult): Reply {
  if (!result.ok) return failed(context, result);
  return reply(context, {
    blocks: [paragraph(context.say('reminder-deleted', { label: reminder.label }))],
    buttons: [
      act(reminder.id, 'restore', context.say('reminder-undo')),
      button('command', 'reminders', context.say('button-reminders')),
    ],
    personal: true,
  });
}

/** One reminder in full, for its owner. `cycle` is the due date that a message was about. */
function card(context: Context, reminder: Reminder, cycle?: IsoDate): Reply {
  const { say, language, origin } = context;
  const { label, schedule, notice, amount, state, nextDue } = reminder;
  const due = cycle ?? nextDue ?? dueOnOrAfter(schedule, todayIn(context, notice.zone));
  const lines = [
    say('remind-line', { label, when: scheduleWords(context, schedule) }),
    ...(due === undefined ? [] : [say('reminder-due', { date: dayWords(due, language) })]),
    ...(schedule.kind === 'once' ? [] : [say('remind-next', { dates: nextWords(context, schedule, notice.zone) })]),
    say('remind-notice', {
      notice: noticeWords(context, { ...notice, leadDays: notice.leadDays.filter((day) => day >= 0) }),
    }),
    ...(notice.workingDayBefore ? [say('reminder-workday-line')] : []),
    ...(isRepeating(reminder) ? [say('reminder-repeat-line')] : []),
    ...(laterDays(reminder).length > 0
      ? [say('reminder-after-line', { days: listed(context, [1, ...laterDays(reminder)]) })]
      : []),
    ...(quietOf(reminder) ? [say('reminder-quiet-line', { ...quietOf(reminder) })] : []),
    ...(amount !== undefined && origin.platform !== 'discord'
      ? [say('reminder-amount', { amount: money(Number(amount)) })]
      : []),
    ...(state === 'paused' ? [say('reminder-is-paused')] : []),
  ];
  return reply(context, {
    blocks: [paragraph(lines.join('\n'))],
    buttons: cardButtons(context, reminder, due),
    personal: true,
  });
}

function cardButtons(context: Context, reminder: Reminder, due: IsoDate | undefined): readonly Button[] {
  const { say } = context;
  const { id, state } = reminder;
  const on = state === 'active';
  return [
    ...(on && due !== undefined
      ? [act(id, `paid.${due}`, say('due-paid')), act(id, `skip.${due}`, say('reminder-skip'))]
      : []),
    act(id, 'date', say('reminder-change-date')),
    act(id, 'time', say('remind-change-time')),
    act(id, 'leads', say('remind-change-leads')),
    act(id, 'more', say('reminder-more')),
    act(id, on ? 'pause' : 'resume', say(on ? 'reminder-pause' : 'reminder-resume')),
    act(id, 'delete', say('reminder-delete')),
    button('command', 'reminders', say('button-reminders')),
  ];
}

function todayIn(context: Context, zone: string): IsoDate {
  return context.services.now().toZonedDateTimeISO(zone).toPlainDate().toString();
}

function settled(context: Context, reminder: Reminder, cycle: IsoDate, how: 'paid' | 'skip'): Reply {
  const { say, language } = context;
  const { label, nextDue } = reminder;
  const done = say(how === 'paid' ? 'due-paid-done' : 'reminder-skipped', { label, date: dayWords(cycle, language) });
  const next =
    nextDue === undefined || nextDue === cycle
      ? []
      : [paragraph(say('due-next', { date: dayWords(nextDue, language) }))];
  return reply(context, {
    blocks: [paragraph(done), ...next],
    buttons: [button('command', 'reminders', say('button-reminders'))],
    personal: true,
  });
}

/** `chosen` is `<due date>.<hour|evening|tomorrow>`, or the due date alone to be asked. Never moves the schedule. */
async function snooze(context: Context, reminder: Reminder, chosen: string): Promise<Reply | undefined> {
  const [cycle = '', until = ''] = chosen.split('.');
  if (!isDate(cycle)) return undefined;
  const { say, services } = context;
  if (until === '') {
    return reply(context, {
      blocks: [paragraph(say('snooze-until'))],
      buttons: (['hour', 'evening', 'tomorrow'] as const).map((when) =>
        act(reminder.id, `snooze.${cycle}.${when}`, say(snoozeKeys[when])),
      ),
      personal: true,
    });
  }
  const at = snoozeTime(context, reminder, until);
  if (!at) return undefined;
  const done = await services.reminders.snooze(ownerOf(context), reminder.id, cycle, at.toInstant());
  if (!done.ok) return failed(context, done);
  const time = at.toPlainTime().toString({ smallestUnit: 'minute' });
  const date = dayWords(at.toPlainDate().toString(), context.language);
  return reply(context, {
    blocks: [
      paragraph(say('snoozed', { label: reminder.label, date, time })),
      paragraph(say('snoozed-note', { date: dayWords(cycle, context.language) })),
    ],
    buttons: [act(reminder.id, `paid.${cycle}`, say('due-paid'))],
    personal: true,
  });
}

const snoozeKeys = { hour: 'snooze-hour', evening: 'snooze-evening', tomorrow: 'snooze-tomorrow' } as const;

function snoozeTime(context: Context, { notice }: Reminder, until: string): Temporal.ZonedDateTime | undefined {
  const now = context.services.now().toZonedDateTimeISO(notice.zone);
  const inAnHour = now.add({ hours: 1 }).round({ smallestUnit: 'minute', roundingMode: 'floor' });
  if (until === 'hour') return inAnHour;
  if (until === 'tomorrow') return now.add({ days: 1 }).withPlainTime(notice.time);
  if (until !== 'evening') return undefined;
  const evening = now.withPlainTime('19:00');
  return Temporal.ZonedDateTime.compare(evening, now) > 0 ? evening : inAnHour;
}

/** The buttons under one message that is due. */
export function dueButtons(context: Context, reminder: Reminder, cycle: IsoDate): readonly Button[] {
  const { say } = context;
  return [
    act(reminder.id, `paid.${cycle}`, say('due-paid')),
    act(reminder.id, `snooze.${cycle}`, say('due-snooze')),
    act(reminder.id, 'cant', say('due-cannot-pay')),
    act(reminder.id, `details.${cycle}`, say('due-details')),
  ];
}
