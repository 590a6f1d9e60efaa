// The contact log: a call, visit or message noted in two taps, counted against the rules, listed, exported, undone.
import { type ContactDay, contactDays } from '../../rules/contacts.ts';
import { topicButton } from '../answer.ts';
import { citeTopics } from '../cite.ts';
import { isCommand } from '../commands/names.ts';
import { type Context, orElse, paragraph, personKey, remember, reply } from '../context.ts';
import { dayWords, zoneOf } from '../flows/reminder-words.ts';
import { type Block, type Button, button, type Reply } from '../reply.ts';
import { type Contact, callers, dated, inOrder, isCaller, isKind, kinds } from './contacts.ts';
import { limitsOn, tableOf } from './table.ts';
import { callerKeys, kindKeys } from './words.ts';

/** Contacts that a list shows; the table has all. */
const listed = 15;
/** Minutes back, and clock times of yesterday and today, that are offered for a contact that was earlier. */
const earlier = {
  minutes: [30, 60, 120, 180, 300],
  times: ['06:30', '07:30', '12:30', '18:30', '22:30', '23:30'],
} as const;
/** How long ago a contact may be noted. */
const longestAgo = { days: 8 } as const;

/** The first tap: what was it. */
export async function startLog(context: Context): Promise<Reply> {
  const { say } = context;
  const { length } = await contactsOf(context);
  // The language is kept, so that the buttons are answered in it.
  await remember(context, context.conversation);
  return reply(context, {
    blocks: [paragraph(say('log-which')), ...(length === 0 ? [paragraph(say('log-kept-note'))] : [])],
    buttons: [
      ...kinds.map((kind) => button('log', `kind.${kind}`, say(kindKeys[kind]))),
      ...(length === 0 ? [] : [button('log', 'list', say('log-show', { count: length }))]),
    ],
    personal: true,
  });
}

/** `kind.<kind>`, `add.<kind>.<who>`, `when.<id>`, `at.<id>.<minute>`, `undo.<id>`, `list`, `table`. */
export async function pressLog(context: Context, value: string): Promise<Reply | undefined> {
  const [act = '', first = '', second = ''] = value.split('.');
  switch (act) {
    case 'kind':
      return isKind(first) ? askWho(context, first) : undefined;
    case 'add':
      return isKind(first) && isCaller(second) ? add(context, { kind: first, who: second }) : undefined;
    case 'when':
      return askWhen(context, first);
    case 'at':
      return move(context, first, second);
    case 'undo':
      return undo(context, first);
    case 'list':
      return list(context);
    case 'table':
      return table(context);
    default:
      return undefined;
  }
}

function askWho(context: Context, kind: Contact['kind']): Reply {
  const { say } = context;
  return reply(context, {
    blocks: [paragraph(say('log-ask-who', { kind: say(kindKeys[kind]) }))],
    buttons: callers.map((who) => button('log', `add.${kind}.${who}`, say(callerKeys[who]))),
    personal: true,
  });
}

function nowOf(context: Context): Temporal.ZonedDateTime {
  return context.services.now().toZonedDateTimeISO(zoneOf(context));
}

async function add(context: Context, what: Pick<Contact, 'kind' | 'who'>): Promise<Reply> {
  const id = context.services.newReference().toLowerCase();
  const contact = { id, ...what, at: atMinute(nowOf(context)) };
  const all = await change(context, (contacts) => [...contacts, contact]);
  return all ? noted(context, all, contact) : notKept(context);
}

function atMinute(at: Temporal.ZonedDateTime): string {
  return at.round({ smallestUnit: 'minute', roundingMode: 'floor' }).toString();
}

/** What was noted, and how that day stands against the rules. */
function noted(context: Context, contacts: readonly Contact[], contact: Contact): Reply {
  const { say, language } = context;
  const { date, time, kind } = dated(contact);
  const day = contactDays(contacts.map(dated), limitsOn(context)).find((it) => it.date === date);
  const line = say('log-noted', {
    date: dayWords(date, language),
    time,
    kind: say(kindKeys[kind]),
    who: say(callerKeys[contact.who]),
  });
  return reply(context, {
    blocks: [paragraph(line), ...(day ? dayBlocks(context, day) : [])],
    buttons: [
      button('log', `when.${contact.id}`, say('log-earlier')),
      button('command', 'log', say('log-another')),
      button('log', 'list', say('log-show', { count: contacts.length })),
      button('log', `undo.${contact.id}`, say('log-undo')),
    ],
    personal: true,
  });
}

/** The counts of a day; what is over a limit with the rule and its source. */
function dayBlocks(context: Context, day: ContactDay): readonly Block[] {
  const { say } = context;
  const { counts } = day;
  const total = counts.call + counts.missed + counts.message + counts.visit + counts.others;
  const summary = say('log-day', { ...counts, total });
  return [paragraph(summary), ...overBlocks(context, [day])];
}

/** One claim for each rule that the days of a log go against. */
function overBlocks(context: Context, days: readonly ContactDay[]): readonly Block[] {
  const { say, reading } = context;
  const knowledge = context.services.knowledge();
  const found = [
    { rule: 'many-calls', key: 'log-over-calls', days: days.filter(({ over }) => over.calls || over.tries).length },
    { rule: 'quiet-hours', key: 'log-over-night', days: days.filter(({ atNight }) => atNight > 0).length },
    { rule: 'tells-others', key: 'log-over-others', days: days.filter(({ counts }) => counts.others > 0).length },
  ];
  return found.flatMap(({ rule, key, days: count }): readonly Block[] => {
    const shows = knowledge.messageRules.get(rule)?.shows;
    if (count === 0 || !shows) return [];
    const claim = citeTopics(knowledge, shows, reading);
    return [{ kind: 'claim', claim: { ...claim, text: `${say(key, { count })} ${claim.text}` } }];
  });
}

function askWhen(context: Context, id: string): Reply {
  const { say } = context;
  const now = nowOf(context);
  const moments = [
    ...earlier.minutes.map((minutes) => now.subtract({ minutes })),
    ...[now.toPlainDate(), now.toPlainDate().subtract({ days: 1 })].flatMap((date) =>
      earlier.times.map((time) => date.toZonedDateTime({ timeZone: now.timeZoneId, plainTime: time })),
    ),
  ]
    .filter((at) => Temporal.ZonedDateTime.compare(at, now) <= 0)
    .toSorted((a, b) => Temporal.ZonedDateTime.compare(b, a))
    .slice(0, 12);
  return reply(context, {
    blocks: [paragraph(say('log-ask-when'))],
    buttons: moments.map((at) => button('log', `at.${id}.${stamp(at)}`, momentWords(context, at, now))),
    personal: true,
  });
}

/** "2611222230", in the person's zone. */
function stamp(at: Temporal.ZonedDateTime): string {
  return at.toPlainDateTime().toString({ smallestUnit: 'minute' }).replace(/\D/g, '');
}

function momentWords({ say }: Context, at: Temporal.ZonedDateTime, now: Temporal.ZonedDateTime): string {
  const time = at.toPlainTime().toString({ smallestUnit: 'minute' });
  return say(at.toPlainDate().equals(now.toPlainDate()) ? 'log-today-at' : 'log-yesterday-at', { time });
}

async function move(context: Context, id: string, minute: string): Promise<Reply | undefined> {
  const contacts = await contactsOf(context);
  const contact = contacts.find((it) => it.id === id);
  const read = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(minute);
  if (!contact) return gone(context);
  if (!read) return undefined;
  const [, year, month, day, hour, minutes] = read;
  const zone = Temporal.ZonedDateTime.from(contact.at).timeZoneId;
  const plain = orUndefined(() => Temporal.PlainDateTime.from(`${year}-${month}-${day}T${hour}:${minutes}`));
  const at = plain?.toZonedDateTime(zone);
  const now = nowOf(context);
  if (!at || Temporal.ZonedDateTime.compare(at, now) > 0) return undefined;
  if (Temporal.ZonedDateTime.compare(at, now.subtract(longestAgo)) < 0) return undefined;
  const moved = { ...contact, at: atMinute(at) };
  const all = await change(context, (before) => before.map((it) => (it.id === id ? moved : it)));
  return all ? noted(context, all, moved) : notKept(context);
}

function orUndefined<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

async function undo(context: Context, id: string): Promise<Reply> {
  const contacts = await contactsOf(context);
  if (!contacts.some((it) => it.id === id)) return gone(context);
  const rest = await change(context, (before) => before.filter((it) => it.id !== id));
  return rest ? said(context, 'log-undone') : notKept(context);
}

async function list(context: Context): Promise<Reply> {
  const { say, language } = context;
  const contacts = await contactsOf(context);
  if (contacts.length === 0) return startLog(context);
  const lines = contacts
    .slice(-listed)
    .toReversed()
    .map((contact) => {
      const { date, time, kind } = dated(contact);
      const [kindWord, who] = [say(kindKeys[kind]), say(callerKeys[contact.who])];
      return say('log-line', { date: dayWords(date, language), time, kind: kindWord, who });
    });
  const days = contactDays(contacts.map(dated), limitsOn(context));
  return reply(context, {
    blocks: [
      { kind: 'heading', text: say('log-heading', { count: contacts.length, days: days.length }) },
      paragraph(lines.join('\n')),
      ...overBlocks(context, days),
      paragraph(say('log-proof')),
    ],
    buttons: [
      button('log', 'table', say('log-table')),
      button('command', 'log', say('log-another')),
      ...topicButton(context, 'complain'),
      ...letterButton(context),
    ],
    personal: true,
  });
}

function letterButton(context: Context): readonly Button[] {
  const letter = 'letter';
  return isCommand(letter) ? [button('command', letter, context.say(`button-${letter}`))] : [];
}

async function table(context: Context): Promise<Reply> {
  const contacts = await contactsOf(context);
  if (contacts.length === 0) return startLog(context);
  return reply(context, {
    blocks: [tableOf(context, contacts), paragraph(context.say('log-table-note'))],
    buttons: [...topicButton(context, 'complain'), button('command', 'log', context.say('log-another'))],
    personal: true,
  });
}

function gone(context: Context): Reply {
  return said(context, 'log-gone');
}

function notKept(context: Context): Reply {
  return said(context, 'not-kept');
}

function said(context: Context, key: string): Reply {
  return reply(context, {
    blocks: [paragraph(context.say(key))],
    buttons: [button('command', 'log', context.say('button-log'))],
    personal: true,
  });
}

/** In order of time. */
export async function contactsOf({ services, origin }: Context): Promise<readonly Contact[]> {
  const log = await orElse(services, () => services.contacts.get(personKey(origin)), { contacts: [] });
  return inOrder(log.contacts);
}

/** Reads and writes in one: a store that cannot be read is not written either, so that nothing is lost. */
async function change(
  { services, origin }: Context,
  next: (contacts: readonly Contact[]) => readonly Contact[],
): Promise<readonly Contact[] | undefined> {
  return orElse<readonly Contact[] | undefined>(
    services,
    async () => {
      const before = (await services.contacts.get(personKey(origin)))?.contacts ?? [];
      const contacts = inOrder(next(before));
      await services.contacts.set(personKey(origin), { contacts });
      return contacts;
    },
    undefined,
  );
}
