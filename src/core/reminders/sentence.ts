// A message that signs up for reminders, read as a whole: everything in it is understood, or it is not taken.
import type { ClockTime, Schedule } from '../../rules/schedule.ts';
import type { SaidAmount } from './amounts.ts';
import type { SaidDate, Unsupported } from './dates.ts';
import { type Group, labelsOf, owed, piecesOf, split } from './groups.ts';
import { inFull } from './in-full.ts';
import { isOtherBusiness, tellsOfTrouble } from './intent.ts';
import { cleanLabel, isPlausible } from './labels.ts';
import type { SaidLead } from './leads.ts';
import { dissect, isDay, type Parts } from './parts.ts';
import { place, type Refusal } from './resolve.ts';
import { type Found, plain } from './span.ts';
import { meantTime, type SaidTime } from './times.ts';

/** One reminder as somebody asked for it; what was not said is missing. */
export type ParsedReminder = {
  readonly label?: string;
  readonly schedule?: Schedule;
  /** Repeats in this way, on a day that was not said. */
  readonly repeats?: { readonly unit: 'month' | 'week' | 'year'; readonly every: number };
  /** Days before, largest first; empty when not said. */
  readonly leadDays: readonly number[];
  readonly time?: ClockTime;
  /** Yuan. */
  readonly amount?: number;
};

export type SignUp =
  | { readonly items: readonly ParsedReminder[] }
  | { readonly error: 'date' | 'past' }
  | { readonly error: 'unsupported'; readonly why: Unsupported };

export type ReadingSettings = { readonly now: Temporal.Instant; readonly zone: string };

/** Characters; longer messages tell a story. */
const longest = 400;

/** Undefined when the message is no sign-up, such as a question about reminders, due dates or overdue debts. */
export function readSignUp(message: string, { now, zone }: ReadingSettings): SignUp | undefined {
  const text = inFull(plain(message));
  if (text === '' || text.length > longest) return undefined;
  const parts = dissect(text);
  const asked = isAsked(parts);
  if (isOtherBusiness(text)) return undefined;
  if (/[?吗]|么$/.test(text) && !(asked && isPolite(text))) return undefined;
  if (/(?:行不行|好不好|可以不|行吗|可以吗|成不成|得唔得)[。.!]?$/.test(text) && !asked) return undefined;
  const days = parts.dates.filter(({ value }) => isDay(value));
  const today = now.toZonedDateTimeISO(zone);
  if (days.every(({ value }) => value.kind === 'unsupported' && value.why === 'until')) {
    return asked && days.length === 0 ? withoutDay(parts, text) : undefined;
  }
  const groups = owed(parts, split(parts, days));
  const labels = labelsOf(parts, groups, asked);
  if (labels === undefined || !(asked || isMeant(parts, groups, labels))) return undefined;
  const read = assemble(parts, groups, labels, today);
  return read && 'why' in read && !asked && !mayRefuse(read.why, parts) ? undefined : read;
}

/** A date and nothing else, from somebody who was asked for one. */
export function readDay(message: string, { now, zone }: ReadingSettings): SignUp | undefined {
  const text = inFull(plain(message));
  if (text === '' || text.length > 80) return undefined;
  const parts = dissect(text);
  const days = parts.dates.filter(({ value }) => isDay(value));
  const left = piecesOf(parts.rest);
  if (days.length === 0 || left.length > 0 || isOtherBusiness(text)) return undefined;
  const groups = [{ from: 0, until: text.length, days: days.slice(0, 1) }];
  return assemble(parts, groups, [''], now.toZonedDateTimeISO(zone));
}

/** "Remind me", or "tell me" with something to pay, unless somebody else is the one who told. */
function isAsked({ text, requests, rest, leads, times, amounts }: Parts): boolean {
  if (requests.some(({ value }) => value === 'ask') || /提醒我|\bremind me\b/i.test(text)) return true;
  const weak = requests.filter(({ value, at, end }) => {
    if (value !== 'weak') return false;
    return /[█,;.。、!\s]$|^$/.test(rest.slice(0, at).trimEnd().slice(-1)) || /一[下声]$/.test(text.slice(at, end));
  });
  if (weak.length === 0 || tellsOfTrouble(text)) return false;
  return paying.test(rest) || billish.test(rest) || leads.length + amounts.length + times.length > 0;
}

/** A request in the form of a question: "can you remind me …?", 「能不能提醒我…？」, 「…好吗」. */
function isPolite(text: string): boolean {
  return /\b(?:can|could|would|will) (?:you|u|ya|i|we)\b|\bmind\b|\bplease\b|\bpls\b|能|可以|可不可以|好吗|行吗|麻烦|好不好|行不行|请/i.test(
    text,
  );
}

/** Words of paying, next to what they are about. */
const paying =
  /(?:^|[█,。;\s我要得该去需给往前])(?:还(?!是|有|没|能|可)|交(?!代|流|通)|缴|付|转|存|打款|归还)|(?:还|还款|交|缴费|缴|付款|扣款?|扣的|到期|存钱|还钱)(?=$|[█,。;\s])|(?:^|[█,;]|\b(?:to|must|gotta|i|and|please|pls|should) )\s?(?:pay|repay|settle|transfer|send|set)\b|\b(?:is |are |payment |falls )?due\b/i;
const billish =
  /卡|贷|花呗|借呗|白条|月供|月付|金条|按揭|招行|工行|建行|农行|中行|交行|浦发|民生|光大|广发|兴业|平安|中信|华夏|邮储|银行|微众|借款|借钱|欠款|社保|物管|[电水煤气话年会团医药]费|车险|房租|租金|保险|保费|账单|分期|水电|电费|话费|会钱|利息|学费|物业|\b(?:cards?|loans?|bills?|rent|mortgage|insurance|debts?|fees?|instal\w*|huabei|jiebei|baitiao|weilidai|webank|repayments?|payments?|tuition|tax|utilities|contract|finance|overdraft|purchase|credit|boc|icbc|ccb|abc|cmb|spdb|ceb|cgb|citic|hsbc|psbc|bocom|ping ?an|minsheng|huaxia|visa|mastercard|meituan|douyin|kuaishou|alipay|subscription|membership|premiums?|arrears plan|money owed)\b/i;

/** Without "remind me" only a plain note counts: a date, a name, perhaps a sum, and nothing else. */
function isMeant(parts: Parts, groups: readonly Group[], labels: readonly string[]): boolean {
  const { text, rest } = parts;
  const past = parts.dates.some(({ value }) => value.kind === 'later' && (value.days ?? 0) < 0);
  if (past || tellsOfTrouble(text) || /[?吗呢]|了[。.]?$/.test(text) || /了█/.test(rest)) return false;
  const pieces = groups.map(({ from, until }) => piecesOf(rest.slice(from, until)));
  const repeating = parts.dates.some(
    ({ value }) => value.kind === 'every' || ('every' in value && value.every !== undefined),
  );
  if (pieces.some((each) => each.length > 1)) return false;
  if (groups.length > 1 && !repeating && pieces.some((each) => each.length === 0)) return false;
  if (parts.requests.some(({ value }) => value === 'forget')) return true;
  const named = labels.some((label) => label !== '');
  if (!named) return paying.test(rest) && labels.length === 1;
  const noted = paying.test(rest) || parts.amounts.length > 0 || parts.leads.length > 0;
  return noted || (repeating && parts.times.length > 0) || labels.every((label) => billish.test(label));
}

/** What reminders cannot do is only said to somebody who asked, or who wrote down a debt with such a date. */
function mayRefuse(why: Unsupported, parts: Parts): boolean {
  return (why === 'lunar' || why === 'nth-weekday' || why === 'working-day') && paying.test(parts.rest);
}

/** "Remind me to pay the CMB card": a request with a name; the day is asked for. */
function withoutDay(parts: Parts, text: string): SignUp | undefined {
  if (parts.leads.some(({ value }) => 'hours' in value)) return undefined;
  const first = parts.requests.find(({ value }) => value === 'ask');
  const every = parts.dates.find(({ value }) => value.kind === 'every')?.value;
  const opening = parts.rest.slice(0, first?.at ?? 0);
  if (first === undefined || cleanLabel(opening) !== '' || tellsOfTrouble(text) || /[?吗]/.test(text)) return undefined;
  if (
    !/(?:remind|ping|nudge|alert|notify) me (?:to|about|of|every|each|for|in|at|\d|a )|(?:提醒|叫|喊)我.{0,6}(?:还|交|缴|付|存|转)|记得/i.test(
      text,
    )
  )
    return undefined;
  const pieces = piecesOf(parts.rest);
  const [label] = pieces;
  if (label === undefined || /payday|工资|发薪/i.test(label) || pieces.length > 1 || !isPlausible(label, true))
    return undefined;
  if (!/\p{Script=Han}/u.test(label) ? label.split(' ').length > 4 : label.length > 10) return undefined;
  const time = timeIn(parts.times, text);
  if (time !== undefined && 'impossible' in time) return { error: 'date' };
  return {
    items: [
      {
        label,
        ...(every?.kind === 'every' ? { repeats: { unit: every.unit, every: every.every } } : {}),
        leadDays: leadDays(parts.leads),
        ...(time ? { time: time.time } : {}),
        ...amountIn(parts.amounts),
      },
    ],
  };
}

function assemble(
  parts: Parts,
  groups: readonly Group[],
  labels: readonly string[],
  now: Temporal.ZonedDateTime,
): SignUp | undefined {
  // 「每月5号和20号」: what repeats first, repeats after.
  const repeated = parts.dates.find(({ value }) => value.kind === 'day' && value.every !== undefined);
  const every =
    parts.dates.map(({ value }) => value).find((value) => value.kind === 'every') ??
    (repeated ? ({ kind: 'every', unit: 'month', every: 1 } as const) : undefined);
  const isOnce = parts.dates.some(({ value }) => value.kind === 'once');
  const items: ParsedReminder[] = [];
  const refusals: Refusal[] = [];
  if (parts.leads.some(({ value }) => 'hours' in value)) refusals.push({ error: 'unsupported', why: 'hours-before' });
  for (const [index, group] of groups.entries()) {
    const time = timeIn(ownOrShared(parts.times, group, groups), parts.text);
    if (time !== undefined && 'impossible' in time) refusals.push({ error: 'date' });
    const clock = time !== undefined && 'time' in time ? time.time : undefined;
    const details = {
      ...(labels[index] ? { label: labels[index] } : {}),
      leadDays: leadDays(ownOrShared(parts.leads, group, groups)),
      ...amountIn(parts.amounts.filter(({ at }) => at >= group.from && at < group.until)),
    };
    for (const said of dayOf(group.days)) {
      const placed = place(isOnce ? unrepeated(said) : said, now, isOnce ? undefined : every, clock);
      if ('error' in placed) {
        refusals.push(placed);
        continue;
      }
      const at = placed.time ?? clock;
      const clocked = at === undefined ? {} : { time: at };
      for (const schedule of placed.schedules)
        for (const bill of billsOf(parts, group)) items.push({ ...details, ...bill, schedule, ...clocked });
    }
  }
  const refusal = worst(refusals);
  if (refusal) return refusal;
  return items.length === 0 ? undefined : { items: distinct(items) };
}

/** Several names with a sum each, due on one day: "huabei 1,500 and jiebei 800 on the 10th". */
function billsOf(
  { rest, amounts }: Parts,
  { from, until }: Group,
): readonly Pick<ParsedReminder, 'label' | 'amount'>[] {
  const sums = amounts.filter(({ at }) => at >= from && at < until);
  const names = piecesOf(rest.slice(from, until)).filter((piece) => isPlausible(piece, true));
  if (sums.length < 2 || names.length !== sums.length) return [{}];
  return names.flatMap((label, index) => {
    const sum = sums[index];
    return sum ? [{ label, amount: sum.value.yuan }] : [];
  });
}

/** With "starting …" there are two dates, or one that is both: the day, and where it begins. */
function dayOf(days: readonly Found<SaidDate>[]): readonly SaidDate[] {
  const [first, ...others] = days.map(({ value }) => value);
  if (first === undefined) return [];
  const repeating = days.map(({ value }) => value).find((value) => 'every' in value && value.every !== undefined);
  return others.length === 0 ? [first] : [repeating ?? first];
}

function unrepeated(said: SaidDate): SaidDate {
  if (said.kind !== 'day' && said.kind !== 'weekday' && said.kind !== 'calendar') return said;
  const { every: _, ...single } = said;
  return single;
}

/** What stands in a bill's own part is its own; what was said once, at the end or the beginning, counts for all. */
function ownOrShared<Value>(
  found: readonly Found<Value>[],
  group: Group,
  groups: readonly Group[],
): readonly Found<Value>[] {
  if (groups.length === 1) return found;
  const inside = ({ from, until }: Group) => found.filter(({ at }) => at >= from && at < until);
  const own = inside(group);
  if (own.length > 0) return own;
  const holders = groups.filter((each) => inside(each).length > 0);
  return holders.length === 1 ? found : [];
}

function leadDays(leads: readonly Found<SaidLead>[]): readonly number[] {
  const days = leads.flatMap(({ value }) => ('days' in value ? value.days : []));
  return [...new Set(days)].sort((a, b) => b - a);
}

function timeIn(times: readonly Found<SaidTime>[], text: string): SaidTime | undefined {
  return meantTime(
    times.map(({ value }) => value),
    /\btoni(?:ght|te)\b|\b(?:evening|night) (?:before|prior|ahead)|\b(?:evenings|nights)\b|前[一1两2三3]晚/i.test(text),
  );
}

function amountIn(amounts: readonly Found<SaidAmount>[]): { amount?: number } {
  const best = amounts.find(({ value }) => value.sure) ?? amounts[0];
  return best ? { amount: best.value.yuan } : {};
}

/** What cannot be done at all is said first, then what cannot be, then what is over. */
function worst(refusals: readonly Refusal[]): Refusal | undefined {
  return (
    refusals.find(({ error }) => error === 'unsupported') ??
    refusals.find(({ error }) => error === 'date') ??
    refusals.find(({ error }) => error === 'past')
  );
}

function distinct(items: readonly ParsedReminder[]): readonly ParsedReminder[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const key = JSON.stringify([item.label?.toLowerCase(), item.schedule]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
