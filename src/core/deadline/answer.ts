// When a period ends, with its source, and one tap that sets a reminder for it.
import { valueOn } from '../../knowledge/parameters.ts';
import type { Deadline } from '../../knowledge/tool-schema.ts';
import { daysLeft, type End, endOf, type Length } from '../../rules/deadlines.ts';
import type { IsoDate } from '../../rules/schedule.ts';
import { answerTopic, topicButton } from '../answer.ts';
import { citeTopics, writeOut } from '../cite.ts';
import { type Context, paragraph, remember, reply } from '../context.ts';
import { dayWords, standardNotice, zoneOf } from '../flows/reminder-words.ts';
import { ownerOf } from '../flows/sign-up.ts';
import { type Block, button, type Reply } from '../reply.ts';
import { inOrder, readOpened } from './read.ts';

const form = 'deadline:';
/** Days ago on buttons. */
const usualDays = [0, 1, 2, 3, 5, 7] as const;

/** Which period is it? */
export function chooseDeadline(context: Context): Reply {
  const { say, reading } = context;
  const knowledge = context.services.knowledge();
  return reply(context, {
    blocks: [paragraph(say('deadline-which'))],
    buttons: inOrder(knowledge).map((deadline) =>
      button('deadline', deadline.id, writeOut(knowledge, deadline.label, reading)),
    ),
    personal: true,
  });
}

/** On which day did it begin? */
export async function askOpened(context: Context, deadline: Deadline, note?: string): Promise<Reply> {
  const { say, reading } = context;
  const event = writeOut(context.services.knowledge(), deadline.opened, reading);
  await remember(context, { ...context.conversation, form: `${form}${deadline.id}` });
  return reply(context, {
    blocks: [...(note === undefined ? [] : [paragraph(note)]), paragraph(say('deadline-when', { event }))],
    buttons: usualDays.map((days) =>
      button('deadline', `${deadline.id}.${todayOf(context).subtract({ days })}`, say('deadline-ago', { days })),
    ),
    personal: true,
  });
}

export function isDeadlineForm(id: string | undefined): boolean {
  return id?.startsWith(form) ?? false;
}

/** A text while the day is awaited; undefined when it names no day. */
export async function typedOpened(context: Context, text: string): Promise<Reply | undefined> {
  const id = context.conversation.form?.slice(form.length) ?? '';
  const deadline = context.services.knowledge().deadlines.get(id);
  const opened = readOpened(context.services.script.simplified(text), todayOf(context));
  return deadline && opened !== undefined ? answerDeadline(context, deadline, opened) : undefined;
}

/** `<id>`, `<id>.<date>`, or `remind.<id>.<date>.<which>`. */
export async function pressDeadline(context: Context, value: string): Promise<Reply | undefined> {
  const [first = '', ...rest] = value.split('.');
  const { deadlines } = context.services.knowledge();
  if (first === 'remind') {
    const [id = '', opened = '', which = ''] = rest;
    const deadline = deadlines.get(id);
    return deadline && isDate(opened) ? remindOf(context, deadline, opened, Number(which)) : undefined;
  }
  const deadline = deadlines.get(first);
  if (!deadline) return undefined;
  const [opened] = rest;
  if (opened === undefined) return askOpened(context, deadline);
  return isDate(opened) ? answerDeadline(context, deadline, opened) : undefined;
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text).toString() === text;
  } catch {
    return false;
  }
}

export function todayOf(context: Context): Temporal.PlainDate {
  return context.services.now().toZonedDateTimeISO(zoneOf(context)).toPlainDate();
}

type Ending = { readonly label: string; readonly end: End };

function endings({ services, reading }: Context, deadline: Deadline, opened: IsoDate): readonly Ending[] {
  const knowledge = services.knowledge();
  return deadline.ends.map(({ length, label }) => ({
    label: writeOut(knowledge, label, reading),
    end: endOf(opened, { length: lengthOf(length, opened), moves: deadline.moves }, services.workCalendar),
  }));

  function lengthOf(it: Deadline['ends'][number]['length'], day: IsoDate): Length {
    if (!('parameter' in it)) return { unit: 'months', number: it.months };
    const parameter = knowledge.parameters.get(it.parameter);
    if (!parameter) throw new Error(`${it.parameter} is no parameter`);
    const { unit } = parameter;
    // The rule of today also counts for what happened before it was written down here.
    const number = Number(valueOn(parameter, day < reading.day ? reading.day : day));
    return { unit: unit === 'years' || unit === 'months' ? unit : 'days', number };
  }
}

export async function answerDeadline(context: Context, deadline: Deadline, opened: IsoDate): Promise<Reply> {
  const { form: _, ...conversation } = context.conversation;
  await remember(context, { ...conversation, topic: deadline.topic });
  if (context.place !== 'mainland') {
    const elsewhere = await answerTopic(context, deadline.topic);
    if (elsewhere) return elsewhere;
  }
  const { say, reading } = context;
  const knowledge = context.services.knowledge();
  const found = endings(context, deadline, opened);
  const event = writeOut(knowledge, deadline.opened, reading);
  const blocks: Block[] = [
    { kind: 'heading', text: say('deadline-heading', { label: writeOut(knowledge, deadline.label, reading) }) },
    paragraph(say('deadline-opened', { event, date: dayWords(opened, context.language) })),
    paragraph(found.map((ending) => endWords(context, ending)).join('\n')),
    ...found.slice(0, 1).flatMap(({ end }) => holidayWords(context, end)),
    { kind: 'claim', claim: citeTopics(knowledge, deadline.rule, reading) },
    { kind: 'steps', items: [citeTopics(knowledge, deadline.do, reading)] },
    paragraph(say('deadline-note')),
  ];
  const ahead = found.flatMap(({ end }, which) =>
    remindDay(deadline, end) > todayOf(context).toString() ? [which] : [],
  );
  return reply(context, {
    blocks,
    buttons: [
      ...ahead
        .slice(0, 1)
        .map((which) => button('deadline', `remind.${deadline.id}.${opened}.${which}`, say('deadline-remind'))),
      ...topicButton(context, deadline.topic),
      button('command', 'deadline', say('deadline-another')),
    ],
    outcome: { kind: 'answer', topic: deadline.topic },
    personal: true,
  });
}

function endWords(context: Context, { label, end }: Ending): string {
  const { say, language } = context;
  const days = daysLeft(todayOf(context).toString(), end);
  const date = dayWords(end.date, language);
  if (days < 0) return say('deadline-over', { label, date, days: -days });
  return say(days === 0 ? 'deadline-today' : 'deadline-end', { label, date, days });
}

function holidayWords(context: Context, end: End): readonly Block[] {
  const { say, language } = context;
  if (end.holidays === 'unknown') return [paragraph(say('deadline-unknown', { year: end.date.slice(0, 4) }))];
  if (end.date === end.counted) return [];
  return [paragraph(say('deadline-moved', { counted: dayWords(end.counted, language) }))];
}

/** One's own last day; of what others have to do the day after it, to see whether they did. */
function remindDay({ whose }: Deadline, { date }: End): IsoDate {
  return whose === 'person' ? date : Temporal.PlainDate.from(date).add({ days: 1 }).toString();
}

async function remindOf(
  context: Context,
  deadline: Deadline,
  opened: IsoDate,
  which: number,
): Promise<Reply | undefined> {
  const { say, services, origin, language } = context;
  const end = endings(context, deadline, opened)[which]?.end;
  if (!end) return undefined;
  if (origin.audience === 'shared' && origin.platform === 'telegram')
    return reply(context, { blocks: [paragraph(say('remind-private'))], personal: true });
  const date = remindDay(deadline, end);
  const added = await services.reminders.add(ownerOf(context), {
    // Nothing about debts or courts: it is shown on a locked screen.
    label: say('deadline-label', { date: dayWords(date, language) }),
    schedule: { kind: 'once', date },
    notice: {
      leadDays: deadline.whose === 'person' ? [5, 2, 1, 0] : [0],
      time: standardNotice.time,
      zone: zoneOf(context),
      workingDayBefore: false,
    },
    details: false,
    help: deadline.topic,
    language,
  });
  const words = added.ok
    ? say('deadline-reminded', { date: dayWords(date, language) })
    : say(added.why === 'too-many' ? 'reminders-full' : 'deadline-too-late');
  return reply(context, {
    blocks: [paragraph(words), ...(added.ok ? [paragraph(say('remind-kept-note'))] : [])],
    buttons: [button('command', 'reminders', say('button-reminders')), ...topicButton(context, deadline.topic)],
    personal: true,
  });
}
