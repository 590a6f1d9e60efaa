// Dates as people say them, before they are placed in a calendar.

import { englishDateRules } from './dates-en.ts';
import { dottedDateRules, numericDateRules } from './dates-numeric.ts';
import { chineseDateRules } from './dates-zh.ts';
import type { Rule } from './span.ts';

/** Kinds of reminders that do not exist here. */
export type Unsupported =
  | 'lunar'
  | 'hourly'
  | 'daily'
  | 'working-day'
  | 'nth-weekday'
  | 'until'
  | 'twice'
  | 'hours-before';

export type SaidDate =
  /** Day of a month: this one (0), the next (1) …; without `months` the next such day. `every` makes it repeat. */
  | { readonly kind: 'day'; readonly day: number | 'last'; readonly months?: number; readonly every?: number }
  /** Weekdays 1–7: of this week (0), the next (1) …; without `weeks` the coming one, or `later` weeks after it. */
  | {
      readonly kind: 'weekday';
      readonly weekdays: readonly number[];
      readonly weeks?: number;
      readonly later?: number;
      readonly every?: number;
    }
  | {
      readonly kind: 'calendar';
      readonly year?: number;
      readonly month: number;
      readonly day: number | 'last';
      readonly every?: number;
    }
  /** So much later than today. */
  | { readonly kind: 'later'; readonly days?: number; readonly months?: number; readonly years?: number }
  | { readonly kind: 'moment'; readonly minutes: number }
  | { readonly kind: 'statement'; readonly day?: number; readonly days: number }
  | { readonly kind: 'unsupported'; readonly why: Unsupported }
  /** Repeats, and the day is somewhere else in the sentence, or missing. */
  | { readonly kind: 'every'; readonly unit: 'month' | 'week' | 'year'; readonly every: number }
  | { readonly kind: 'once' }
  /** The date next to it is where it begins. */
  | { readonly kind: 'from' };

/** In the order in which they are tried: the longer phrase first. */
export const dateRules: readonly Rule<SaidDate>[] = [...numericDateRules, ...chineseDateRules, ...englishDateRules];

/** Tried on a sentence in which the others found no day. */
export const lastDateRules: readonly Rule<SaidDate>[] = dottedDateRules;
