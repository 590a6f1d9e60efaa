// The contact log as a table for a complaint, and the limits it is counted against.
import { valueOn } from '../../knowledge/parameters.ts';
import { type ContactLimits, contactDays, isQuiet } from '../../rules/contacts.ts';
import type { Context } from '../context.ts';
import { weekdayWord } from '../flows/reminder-words.ts';
import type { Block } from '../reply.ts';
import { type Contact, dated, inOrder } from './contacts.ts';
import { callerKeys, kindKeys } from './words.ts';

/** A visit a day is what the standard is reported to allow; that number is not confirmed, so a second one is only counted. */
const visitsADay = 1;

export function limitsOn({ services, reading }: Context): ContactLimits {
  const { parameters } = services.knowledge();
  const value = (id: string) => {
    const parameter = parameters.get(id);
    return parameter === undefined ? undefined : valueOn(parameter, reading.day);
  };
  const [from = '22:00', until = '08:00'] = String(value('quiet-hours') ?? '').match(/\d\d:\d\d/g) ?? [];
  return {
    connectedCalls: Number(value('connected-calls') ?? 3),
    tries: Number(value('call-tries') ?? 6),
    visits: visitsADay,
    quiet: { from, until },
  };
}

/** For Excel: UTF-8 with its mark, comma-separated, CRLF (RFC 4180). */
export function tableOf(context: Context, contacts: readonly Contact[]): Extract<Block, { kind: 'file' }> {
  const { say, services, language, place } = context;
  const written = (text: string) => (language === 'zh-Hant' ? services.script.traditional(text, place) : text);
  const limits = limitsOn(context);
  const days = new Map(contactDays(contacts.map(dated), limits).map((day) => [day.date, day]));
  const head = [
    'log-date',
    'log-time',
    'log-weekday',
    'log-kind',
    'log-who',
    'log-calls-of-day',
    'log-remark',
  ] as const;
  const rows = inOrder(contacts).map((contact) => {
    const { date, time, kind } = dated(contact);
    const day = days.get(date);
    const remarks = [
      ...(isQuiet(time, limits.quiet) ? [say('log-remark-night')] : []),
      ...(kind === 'call' && day?.over.calls ? [say('log-remark-calls')] : []),
      ...(kind === 'missed' && day?.over.tries ? [say('log-remark-tries')] : []),
      ...(kind === 'others' ? [say('log-remark-others')] : []),
    ];
    return [
      date,
      time,
      weekdayWord(Temporal.PlainDate.from(date).dayOfWeek, language),
      say(kindKeys[kind]),
      say(callerKeys[contact.who]),
      String(day?.counts.call ?? 0),
      remarks.join('; '),
    ];
  });
  const lines = [head.map((key) => say(key)), ...rows].map((row) => row.map(cell).join(','));
  const bytes = new TextEncoder().encode(`\ufeff${written(lines.join('\r\n'))}\r\n`);
  return { kind: 'file', name: 'contact-log.csv', mime: 'text/csv', bytes };
}

function cell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
