// What can be changed about a reminder that exists: the choices that are shown, and the change that each of them makes.
import { type Context, paragraph, remember, reply } from '../context.ts';
import { longestLabel } from '../reminders/labels.ts';
import type { Reminder, ReminderDraft } from '../reminders.ts';
import { type Button, button, type Reply } from '../reply.ts';
import { leadChoices, leadLabel, timeChoices } from './sign-up.ts';

/** Form id under which the next text is a reminder's new date: `reminder-date:<id>`. */
export const newDateForm = 'reminder-date:';
/** Form id under which the next text is a reminder's new name: `reminder-name:<id>`. */
export const newNameForm = 'reminder-name:';

/** Any words are a name: whoever goes elsewhere no longer gives one. */
export function isNameForm(form: string | undefined): boolean {
  return form?.startsWith(newNameForm) ?? false;
}

/** Hours from–until, as they stand on a button; the same twice is no hours at all. */
const quietChoices = ['2200.0800', '2300.0700', '2100.0900', '0000.0800'] as const;
const noQuiet = '0000.0000';

/** Days after an unpaid due date. The first one always has its message. */
const afterChoices = ['1', '1.3', '1.3.7'] as const;

/** Once a day after the due date, at most three times, until it is marked as paid. */
const untilPaid = { everyHours: 24, atMost: 3 } as const;

export function isRepeating({ repeat }: Reminder): boolean {
  return repeat !== undefined && repeat.atMost > 0;
}

export function quietOf({ notice: { quiet } }: Reminder): { from: string; until: string } | undefined {
  return quiet && quiet.from !== quiet.until ? quiet : undefined;
}

/** Days after the due date beyond the first, smallest first. */
export function laterDays({ notice }: Reminder): readonly number[] {
  return notice.leadDays
    .filter((day) => day < -1)
    .map((day) => -day)
    .toSorted((a, b) => a - b);
}

/** What a button changes; undefined for one that means nothing any more. */
export function changeOf(reminder: Reminder, what: string, chosen: string): Partial<ReminderDraft> | undefined {
  const { notice } = reminder;
  const ahead = notice.leadDays.filter((day) => day >= 0);
  const after = notice.leadDays.filter((day) => day < 0);
  switch (what) {
    case 'time': {
      const time = timeChoices.find((each) => each.replace(':', '') === chosen);
      return time && { notice: { ...notice, time } };
    }
    case 'leads':
      return leadChoices.some((each) => each === chosen)
        ? { notice: { ...notice, leadDays: [...days(chosen), ...after] } }
        : undefined;
    case 'after':
      return afterChoices.some((each) => each === chosen)
        ? { notice: { ...notice, leadDays: [...ahead, ...days(chosen).flatMap((day) => (day > 1 ? [-day] : []))] } }
        : undefined;
    case 'quiet':
      return [...quietChoices, noQuiet].some((each) => each === chosen)
        ? { notice: { ...notice, quiet: hours(chosen) } }
        : undefined;
    case 'same-day':
      return { notice: { ...notice, leadDays: [...new Set([...notice.leadDays, 0])] } };
    case 'workday':
      return { notice: { ...notice, workingDayBefore: !notice.workingDayBefore } };
    case 'repeat':
      // At most 0 is the way to have none, because an absent field changes nothing.
      return { repeat: isRepeating(reminder) ? { ...untilPaid, atMost: 0 } : untilPaid };
    default:
      return undefined;
  }
}

function days(chosen: string): readonly number[] {
  return chosen.split('.').map(Number);
}

function hours(chosen: string): { from: string; until: string } {
  const [from = '', until = ''] = chosen.split('.').map((time) => `${time.slice(0, 2)}:${time.slice(2)}`);
  return { from, until };
}

/** The choices behind "change the time" and the like; undefined for a button that needs none. */
export function choicesOf(context: Context, reminder: Reminder, what: string): Reply | undefined {
  const { say } = context;
  const { id } = reminder;
  switch (what) {
    case 'time':
      return ask(
        'remind-which-time',
        timeChoices.map((time) => act(id, `time.${time.replace(':', '')}`, time)),
      );
    case 'leads':
      return ask(
        'remind-which-leads',
        leadChoices.map((each) => act(id, `leads.${each}`, leadLabel(context, each))),
      );
    case 'after':
      return ask(
        'reminder-which-after',
        afterChoices.map((each) => act(id, `after.${each}`, afterLabel(context, each))),
      );
    case 'quiet':
      return ask('reminder-which-quiet', [
        ...quietChoices.map((each) => act(id, `quiet.${each}`, `${hours(each).from}–${hours(each).until}`)),
        act(id, `quiet.${noQuiet}`, say('reminder-quiet-off')),
      ]);
    case 'more':
      return ask('reminder-which-setting', settings(context, reminder));
    default:
      return undefined;
  }

  function ask(key: string, buttons: readonly Button[]): Reply {
    const back = act(id, 'open', say('reminder-back'));
    return reply(context, {
      blocks: [paragraph(reminder.label), paragraph(say(key))],
      buttons: [...buttons, back],
      personal: true,
    });
  }
}

function afterLabel({ say }: Context, chosen: string): string {
  return chosen === '1'
    ? say('reminder-after-one')
    : say('reminder-after-days', { days: listed({ say }, days(chosen)) });
}

/** "1, 3 and 7" in a person's words. */
export function listed({ say }: Pick<Context, 'say'>, numbers: readonly number[]): string {
  const [last, ...others] = numbers.toReversed();
  const before = others.toReversed().join(say('list-comma'));
  return before === '' ? String(last) : `${before}${say('list-and')}${last}`;
}

function settings(context: Context, reminder: Reminder): readonly Button[] {
  const { say, origin } = context;
  const { id, notice, amount, details } = reminder;
  return [
    act(id, 'name', say('reminder-rename')),
    act(id, 'quiet', say('reminder-quiet')),
    act(id, 'after', say('reminder-after')),
    act(id, 'workday', say(notice.workingDayBefore ? 'reminder-workday-off' : 'reminder-workday-on')),
    act(id, 'repeat', say(isRepeating(reminder) ? 'reminder-repeat-off' : 'reminder-repeat-on')),
    ...(amount !== undefined && origin.platform !== 'discord'
      ? [act(id, 'amount', say(details ? 'remind-hide-amount' : 'remind-show-amount'))]
      : []),
  ];
}

/** A button of a reminder. */
export function act(id: string, what: string, label: string): Button {
  return button('reminder', `${id}.${what}`, label);
}

/** Asks for a new date or a new name; the next text is taken as it. */
export async function askWords(context: Context, { id, label }: Reminder, what: 'date' | 'name'): Promise<Reply> {
  const { say } = context;
  const form = `${what === 'date' ? newDateForm : newNameForm}${id}`;
  await remember(context, { ...context.conversation, form });
  if (what === 'date')
    return reply(context, { blocks: [paragraph(say('reminder-new-date', { label }))], personal: true });
  return reply(context, {
    blocks: [paragraph(say('reminder-new-name', { label, most: longestLabel }))],
    form: {
      id: form,
      title: say('reminder-rename'),
      fields: [{ id: 'name', label: say('reminder-name-field'), maximum: longestLabel, long: false }],
    },
    personal: true,
  });
}

/** One line, without white space around it; undefined when nothing is left or it is longer than a name may be. */
export function nameIn(text: string): string | undefined {
  const name = text.replace(/\s+/g, ' ').trim();
  return name === '' || [...name].length > longestLabel ? undefined : name;
}
