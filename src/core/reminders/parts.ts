// A sentence taken apart: dates, times, lead days, requests and sums, each with its place, and what is left.
import { amountRules, namedNumbers, type SaidAmount } from './amounts.ts';
import { dateRules, lastDateRules, type SaidDate } from './dates.ts';
import { type Request, requestRules } from './intent.ts';
import { leadRules, type SaidLead } from './leads.ts';
import { type Found, take } from './span.ts';
import { lastTimeRules, type SaidTime, timeRules } from './times.ts';

/** A sentence taken apart; `rest` has blanks where something was understood. */
export type Parts = {
  readonly text: string;
  readonly rest: string;
  readonly dates: readonly Found<SaidDate>[];
  readonly leads: readonly Found<SaidLead>[];
  readonly times: readonly Found<SaidTime>[];
  readonly amounts: readonly Found<SaidAmount>[];
  readonly requests: readonly Found<Request>[];
};

export function dissect(text: string): Parts {
  const named = take(text, [{ pattern: namedNumbers, read: () => true }]);
  // Names stay in the label: they are only hidden from the numbers.
  const hide = (words: string) => {
    let hidden = words;
    for (const { at, end } of named.found) hidden = hidden.slice(0, at) + 'ǂ'.repeat(end - at) + hidden.slice(end);
    return hidden;
  };
  const leads = take(hide(text), leadRules);
  const times = take(leads.rest, timeRules);
  const dates = datesIn(times.rest);
  const clock = times.found.length === 0 && dates.found.length > 0 ? take(dates.rest, lastTimeRules) : undefined;
  const requests = take(clock?.rest ?? dates.rest, requestRules);
  const amounts = take(requests.rest, amountRules);
  let rest = amounts.rest;
  for (const { at, end } of named.found) rest = rest.slice(0, at) + text.slice(at, end) + rest.slice(end);
  return {
    text,
    rest,
    dates: dates.found,
    leads: leads.found,
    times: clock?.found ?? times.found,
    amounts: amounts.found,
    requests: requests.found,
  };
}

function datesIn(words: string): { readonly rest: string; readonly found: readonly Found<SaidDate>[] } {
  const usual = take(words, dateRules);
  const last = usual.found.some(({ value }) => isDay(value)) ? [] : lastDateRules;
  const { rest, found } = take(usual.rest, last);
  const all = [...usual.found, ...found].toSorted((a, b) => a.at - b.at);
  return { rest, found: all.filter((each, index) => !isSaidTwice(each, all[index - 1], all[index + 1], rest)) };
}

/** The weekday next to a date: "12月4号周五", "4 Dec (Fri)". The date counts. */
function isSaidTwice(
  { value, at, end }: Found<SaidDate>,
  before: Found<SaidDate> | undefined,
  after: Found<SaidDate> | undefined,
  rest: string,
): boolean {
  if (value.kind !== 'weekday' || value.every !== undefined || value.weekdays.length > 1) return false;
  const isDate = (said?: Found<SaidDate>) =>
    said !== undefined && ['calendar', 'day', 'later'].includes(said.value.kind) && !('every' in said.value);
  const near = (from: number, until: number) =>
    /^ ?[,(]? ?(?:也?就?是|the|that is|i\.e\.)? ?$/.test(rest.slice(from, until));
  return (
    (before !== undefined && isDate(before) && near(before.end, at)) ||
    (after !== undefined && isDate(after) && near(end, after.at))
  );
}

/** Says on which day, and not only how often. */
export function isDay(said: SaidDate): boolean {
  return said.kind !== 'every' && said.kind !== 'once' && said.kind !== 'from';
}
