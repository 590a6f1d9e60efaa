// Signing up for reminders: what was understood is shown with the next dates, what is missing is asked, then it is kept.
import { type Context, orElse, paragraph, personKey, remember, reply } from '../context.ts';
import { longestLabel } from '../reminders/labels.ts';
import { type ParsedReminder, readDay, readSignUp, type SignUp } from '../reminders/sentence.ts';
import { shapeOf } from '../reminders/shape.ts';
import { mostReminders, type Owner, type ReminderDraft } from '../reminders.ts';
import { type Block, type Button, button, type Outcome, type Reply } from '../reply.ts';
import type { SignUpDraft } from '../services.ts';
import { notOpened, openPrivateChat } from './private-chat.ts';
import {
  commonZones,
  dayWords,
  helpFor,
  isZone,
  leadWords,
  nextWords,
  noticeWords,
  saidWords,
  scheduleWords,
  standardNotice,
  weekdayWord,
  zoneName,
  zoneOf,
} from './reminder-words.ts';

/** The form id under which the next text is taken as the missing date. */
export const dateForm = 'remind-date';

const refusals = {
  date: 'remind-error-date',
  past: 'remind-error-past',
  lunar: 'remind-no-lunar',
  hourly: 'remind-no-hourly',
  daily: 'remind-no-daily',
  'working-day': 'remind-no-working-day',
  'nth-weekday': 'remind-no-nth-weekday',
  until: 'remind-no-until',
  twice: 'remind-no-twice',
  'hours-before': 'remind-no-hours-before',
} as const;

/** The answer to a message that signs up; undefined for every other message. */
export async function signUp(context: Context, text: string): Promise<Reply | undefined> {
  const words = context.services.script.simplified(text);
  const read = readSignUp(words, { now: context.services.now(), zone: zoneOf(context) });
  return read && takeUp(context, read);
}

/** A text while a date is awaited; undefined when it is something else. */
export async function missingDate(context: Context, text: string): Promise<Reply | undefined> {
  const draft = context.conversation.signUp;
  if (!draft) return undefined;
  const words = context.services.script.simplified(text);
  const read = readDay(words, { now: context.services.now(), zone: zoneOf(context) });
  if (read === undefined) return undefined;
  if ('error' in read) return refuse(context, read);
  const [day] = read.items;
  const at = draft.items.findIndex(({ schedule }) => schedule === undefined);
  const items = draft.items.map((item, index) => {
    if (index !== at || !day?.schedule) return item;
    return {
      ...item,
      schedule: day.schedule,
      ...(day.time ? { time: day.time } : {}),
      ...(day.leadDays.length > 0 ? { leadDays: day.leadDays } : {}),
    };
  });
  return keepAndShow(context, { ...draft, items });
}

export async function takeUp(context: Context, read: SignUp): Promise<Reply> {
  if ('error' in read) return refuse(context, read);
  if (context.origin.audience === 'shared' && context.origin.platform === 'telegram') {
    return reply(context, {
      blocks: [paragraph(context.say('remind-private'))],
      outcome: outcomeOf(read.items),
      personal: true,
    });
  }
  // Discord gets no amounts, and none is kept of people there.
  const items = read.items.map(({ amount, label, ...item }) => ({
    ...item,
    ...(label === undefined ? {} : { label: shorten(label) }),
    ...(amount === undefined || context.origin.platform === 'discord' ? {} : { amount }),
  }));
  return keepAndShow(context, { id: context.services.newReference(), items });
}

function refuse(context: Context, read: Extract<SignUp, { error: string }>): Reply {
  const key = 'why' in read ? refusals[read.why] : refusals[read.error];
  const why = 'why' in read ? { why: read.why } : {};
  return reply(context, {
    blocks: [paragraph(context.say(key)), paragraph(context.say('remind-example'))],
    outcome: { kind: 'reminder', error: read.error, ...why },
    personal: true,
  });
}

/** Opens the flow without a sentence: what is it, and when. */
export function askForSentence(context: Context): Promise<Reply> {
  return keepAndShow(context, { id: context.services.newReference(), items: [{ leadDays: [] }] });
}

function outcomeOf(items: readonly ParsedReminder[]): Outcome {
  return { kind: 'reminder', reminders: items.map(shapeOf) };
}

function shorten(label: string): string {
  return [...label].slice(0, longestLabel).join('');
}

async function keepAndShow(context: Context, draft: SignUpDraft): Promise<Reply> {
  const waiting = draft.items.some(({ schedule }) => schedule === undefined);
  await remember(context, {
    ...(context.conversation.topic === undefined ? {} : { topic: context.conversation.topic }),
    signUp: draft,
    ...(waiting ? { form: dateForm } : {}),
  });
  return show(context, draft);
}

function show(context: Context, draft: SignUpDraft): Reply {
  const nameless = draft.items.findIndex(({ label }) => label === undefined);
  if (nameless >= 0) return askLabel(context, draft);
  const dateless = draft.items.find(({ schedule }) => schedule === undefined);
  if (dateless) return askDay(context, draft, dateless);
  return summary(context, draft);
}

const labelKeys = {
  card: 'label-card',
  platform: 'label-platform',
  mortgage: 'label-mortgage',
  car: 'label-car',
  rent: 'label-rent',
  person: 'label-person',
  none: 'label-none',
} as const;

function isLabelKey(value: string): value is keyof typeof labelKeys {
  return value in labelKeys;
}

function act(draft: SignUpDraft, what: string, label: string): Button {
  return button('draft', `${draft.id}.${what}`, label);
}

function askLabel(context: Context, draft: SignUpDraft): Reply {
  const item = draft.items.find(({ label }) => label === undefined);
  const known = item?.schedule ? [paragraph(saidWords(context, item, context.say('label-none')))] : [];
  return reply(context, {
    blocks: [...known, paragraph(context.say('remind-which'))],
    buttons: Object.entries(labelKeys).map(([name, key]) => act(draft, `label.${name}`, context.say(key))),
    outcome: outcomeOf(draft.items),
    personal: true,
  });
}

const usualDays = [1, 5, 8, 10, 12, 15, 18, 20, 22, 25, 28] as const;

function askDay(context: Context, draft: SignUpDraft, item: ParsedReminder): Reply {
  const weekly = item.repeats?.unit === 'week';
  const days = weekly
    ? [1, 2, 3, 4, 5, 6, 7].map((day) => act(draft, `weekday.${day}`, weekdayWord(day, context.language)))
    : usualDays.map((day) => act(draft, `day.${day}`, context.say('day-button', { day })));
  const last = weekly ? [] : [act(draft, 'day.last', context.say('day-last-button'))];
  return reply(context, {
    blocks: [
      paragraph(context.say(weekly ? 'remind-weekday' : 'remind-day', { label: item.label ?? '' })),
      paragraph(context.say('remind-day-words')),
    ],
    buttons: [...days, ...last, act(draft, 'cancel', context.say('remind-cancel'))],
    outcome: outcomeOf(draft.items),
    personal: true,
  });
}

function noticeOf(context: Context, item: ParsedReminder): ReminderDraft['notice'] {
  return {
    leadDays: item.leadDays.length > 0 ? item.leadDays : standardNotice.leadDays,
    time: item.time ?? standardNotice.time,
    zone: zoneOf(context),
    workingDayBefore: false,
  };
}

function summary(context: Context, draft: SignUpDraft): Reply {
  const zone = zoneOf(context);
  const { say } = context;
  const blocks: Block[] = [{ kind: 'heading', text: say('remind-understood') }];
  for (const item of draft.items) {
    if (!item.schedule) continue;
    const lines = [
      say('remind-line', { label: item.label ?? say('label-none'), when: scheduleWords(context, item.schedule) }),
      ...(item.schedule.kind === 'once'
        ? []
        : [say('remind-next', { dates: nextWords(context, item.schedule, zone) })]),
      say('remind-notice', { notice: noticeWords(context, noticeOf(context, item)) }),
      ...(item.amount === undefined ? [] : [say(amountKey(context, draft), { amount: money(item.amount) })]),
    ];
    blocks.push(paragraph(lines.join('\n')));
  }
  blocks.push(paragraph(say('remind-zone', { zone: zoneName(context, zone) })));
  const hasAmount = draft.items.some(({ amount }) => amount !== undefined);
  return reply(context, {
    blocks,
    buttons: [
      act(draft, 'confirm', say('remind-confirm')),
      act(draft, 'time', say('remind-change-time')),
      act(draft, 'leads', say('remind-change-leads')),
      ...(hasAmount && context.origin.platform !== 'discord'
        ? [act(draft, 'details', say(draft.details ? 'remind-hide-amount' : 'remind-show-amount'))]
        : []),
      ...(context.preferences.zone === undefined ? [act(draft, 'zone', say('remind-change-zone'))] : []),
      act(draft, 'cancel', say('remind-cancel')),
    ],
    outcome: outcomeOf(draft.items),
    personal: true,
  });
}

/** Amounts are never sent to Discord with a reminder, and elsewhere only when the person wants it. */
function amountKey(
  context: Context,
  draft: SignUpDraft,
): 'remind-amount-never' | 'remind-amount-shown' | 'remind-amount-hidden' {
  if (context.origin.platform === 'discord') return 'remind-amount-never';
  return draft.details ? 'remind-amount-shown' : 'remind-amount-hidden';
}

export function money(amount: number): string {
  return amount
    .toFixed(2)
    .replace(/\.00$/, '')
    .replace(/\B(?=(?:\d{3})+(?!\d))/g, ',');
}

export const timeChoices = [
  '07:00',
  '08:00',
  '09:00',
  '10:00',
  '12:00',
  '15:00',
  '18:00',
  '20:00',
  '21:00',
  '22:00',
] as const;
export const leadChoices = ['7.3.1.0', '3.1.0', '3.0', '2.0', '1.0', '0', '7', '3', '1'] as const;

/** A button of the flow: `<draft>.<what>[.<value>]`. Undefined for one that means nothing any more. */
export async function pressDraft(context: Context, value: string): Promise<Reply | undefined> {
  const [id = '', what = '', ...rest] = value.split('.');
  const draft = context.conversation.signUp;
  if (!draft || draft.id !== id) return draftGone(context);
  const chosen = rest.join('.');
  switch (what) {
    case 'confirm':
      return confirm(context, draft);
    case 'cancel':
      return cancel(context);
    case 'time':
      return chosen === '' ? askTime(context, draft) : changeAll(context, draft, timePart(chosen));
    case 'leads':
      return chosen === '' ? askLeads(context, draft) : changeAll(context, draft, leadsPart(chosen));
    case 'day':
      return changeDay(context, draft, chosen);
    case 'weekday':
      return changeWeekday(context, draft, Number(chosen));
    case 'label':
      return isLabelKey(chosen) ? changeLabel(context, draft, context.say(labelKeys[chosen])) : undefined;
    case 'details':
      return keepAndShow(context, { ...draft, details: !draft.details });
    case 'zone':
      return chosen === '' ? askZone(context, draft) : changeZone(context, draft, chosen);
    case 'show':
      return show(context, draft);
    default:
      return undefined;
  }
}

function draftGone(context: Context): Reply {
  return reply(context, {
    blocks: [paragraph(context.say('remind-draft-gone'))],
    buttons: [
      button('command', 'reminders', context.say('button-reminders')),
      button('command', 'remind', context.say('button-remind')),
    ],
    personal: true,
  });
}

function timePart(chosen: string): Partial<ParsedReminder> | undefined {
  const time = timeChoices.find((each) => each.replace(':', '') === chosen);
  return time && { time };
}

function leadsPart(chosen: string): Partial<ParsedReminder> | undefined {
  return leadChoices.some((each) => each === chosen) ? { leadDays: chosen.split('.').map(Number) } : undefined;
}

async function changeAll(
  context: Context,
  draft: SignUpDraft,
  part: Partial<ParsedReminder> | undefined,
): Promise<Reply | undefined> {
  return part && keepAndShow(context, { ...draft, items: draft.items.map((item) => ({ ...item, ...part })) });
}

function changeFirst(
  draft: SignUpDraft,
  lacks: (item: ParsedReminder) => boolean,
  part: Partial<ParsedReminder>,
): SignUpDraft {
  const at = draft.items.findIndex(lacks);
  return { ...draft, items: draft.items.map((item, index) => (index === at ? { ...item, ...part } : item)) };
}

function changeLabel(context: Context, draft: SignUpDraft, label: string): Promise<Reply> {
  return keepAndShow(
    context,
    changeFirst(draft, (item) => item.label === undefined, { label }),
  );
}

async function changeDay(context: Context, draft: SignUpDraft, chosen: string): Promise<Reply | undefined> {
  const day = chosen === 'last' ? 'last' : Number(chosen);
  if (day !== 'last' && !(Number.isInteger(day) && day >= 1 && day <= 31)) return undefined;
  const { repeats } = draft.items.find(({ schedule }) => schedule === undefined) ?? {};
  const schedule = {
    kind: 'monthly',
    day,
    every: repeats?.unit === 'month' ? repeats.every : 1,
    anchor: today(context),
  } as const;
  return keepAndShow(
    context,
    changeFirst(draft, (item) => item.schedule === undefined, { schedule }),
  );
}

async function changeWeekday(context: Context, draft: SignUpDraft, weekday: number): Promise<Reply | undefined> {
  if (!(Number.isInteger(weekday) && weekday >= 1 && weekday <= 7)) return undefined;
  const { repeats } = draft.items.find(({ schedule }) => schedule === undefined) ?? {};
  const schedule = { kind: 'weekly', weekday, every: repeats?.every ?? 1, anchor: today(context) } as const;
  return keepAndShow(
    context,
    changeFirst(draft, (item) => item.schedule === undefined, { schedule }),
  );
}

function today(context: Context): string {
  return context.services.now().toZonedDateTimeISO(zoneOf(context)).toPlainDate().toString();
}

function askTime(context: Context, draft: SignUpDraft): Reply {
  return reply(context, {
    blocks: [paragraph(context.say('remind-which-time'))],
    buttons: timeChoices.map((time) => act(draft, `time.${time.replace(':', '')}`, time)),
    personal: true,
  });
}

function askLeads(context: Context, draft: SignUpDraft): Reply {
  return reply(context, {
    blocks: [paragraph(context.say('remind-which-leads'))],
    buttons: leadChoices.map((days) => act(draft, `leads.${days}`, leadLabel(context, days))),
    personal: true,
  });
}

export function leadLabel(context: Context, days: string): string {
  return leadWords(context, days.split('.').map(Number));
}

function askZone(context: Context, draft: SignUpDraft): Reply {
  return reply(context, {
    blocks: [paragraph(context.say('remind-which-zone'))],
    buttons: commonZones.map((zone) => act(draft, `zone.${zone}`, zoneName(context, zone))),
    personal: true,
  });
}

async function changeZone(context: Context, draft: SignUpDraft, zone: string): Promise<Reply | undefined> {
  if (!isZone(zone)) return undefined;
  const preferences = { ...context.preferences, zone };
  await keepZone(context, zone);
  return show({ ...context, preferences }, draft);
}

function keepZone(context: Context, zone: string): Promise<unknown> {
  return orElse(
    context.services,
    () => context.services.preferences.set(personKey(context.origin), { ...context.preferences, zone }),
    undefined,
  );
}

export function ownerOf(context: Context): Owner {
  const { platform, person, chat } = context.origin;
  return { platform, person, chat };
}

async function cancel(context: Context): Promise<Reply> {
  await remember(context, { signUp: undefined });
  return reply(context, { blocks: [paragraph(context.say('remind-cancelled'))], personal: true });
}

/** Keeps every one that can be kept, and says which could not. */
async function confirm(context: Context, draft: SignUpDraft): Promise<Reply | undefined> {
  const { say, services } = context;
  if (draft.items.some(({ label, schedule }) => label === undefined || schedule === undefined))
    return show(context, draft);
  const opened = await openPrivateChat(context);
  if (opened.kind !== 'open') return notOpened(context, opened, act(draft, 'confirm', say('remind-confirm')));
  const owner = { ...ownerOf(context), chat: opened.chat };
  const lines: string[] = [];
  const sooner: Button[] = [];
  for (const item of draft.items) {
    const label = item.label ?? say('label-none');
    if (!item.schedule) continue;
    const added = await services.reminders.add(owner, draftOf(context, draft, item, label, item.schedule));
    if (added.ok) {
      const at = added.reminder.nextAt?.toZonedDateTimeISO(zoneOf(context));
      const next = at ? `${at.toPlainDate()} ${at.toPlainTime().toString({ smallestUnit: 'minute' })}` : '';
      lines.push(say('remind-kept', { label, next }));
      const { nextDue, id, notice } = added.reminder;
      // Signed up too late for the days that were chosen: a message after the due date would be no reminder.
      if (at && nextDue !== undefined && at.toPlainDate().toString() > nextDue && !notice.leadDays.includes(0)) {
        lines.push(say('remind-first-missed', { date: dayWords(nextDue, context.language) }));
        sooner.push(button('reminder', `${id}.same-day`, say('remind-also-same-day', { label: label.slice(0, 20) })));
      }
    } else if (added.why === 'too-many') lines.push(say('remind-too-many', { label, most: mostReminders }));
    else lines.push(say('remind-too-late', { label }));
  }
  if (context.preferences.zone === undefined) await keepZone(context, zoneOf(context));
  await remember(context, { signUp: undefined });
  const there = opened.chat === context.origin.chat ? [] : [paragraph(say('remind-chat-there'))];
  return reply(context, {
    blocks: [paragraph(lines.join('\n')), ...there, paragraph(say('remind-kept-note'))],
    buttons: [
      ...sooner,
      button('command', 'reminders', say('button-reminders')),
      button('command', 'calendar', say('button-calendar')),
    ],
    personal: true,
  });
}

function draftOf(
  context: Context,
  draft: SignUpDraft,
  item: ParsedReminder,
  label: string,
  schedule: ReminderDraft['schedule'],
): ReminderDraft {
  const withAmount = item.amount !== undefined && context.origin.platform !== 'discord';
  return {
    label: shorten(label),
    schedule,
    notice: noticeOf(context, item),
    ...(withAmount ? { amount: String(item.amount) } : {}),
    details: withAmount && draft.details === true,
    help: helpFor(label),
    language: context.language,
  };
}
