// What a picture of a plan or of a cost shows; drawn outside core, from numbers and words that are ready to print.
import type { Language } from './language.ts';

/** Yuan, rounded to the fen before: a picture never computes. */
type Yuan = number;

/** The words of a picture in the reader's language and script, so that drawing needs no translation. */
type Words<Key extends string> = Readonly<Record<Key, string>>;

/** How the debts shrink, month by month. Every list of numbers is as long as `months`. */
export type PlanChart = {
  /** "2026-11" is today, before the first payment; then the end of each month. At most 601. */
  readonly months: readonly string[];
  /** One area each, 1 to 30, in the order in which they are paid off. */
  readonly debts: readonly { readonly label: string; readonly balances: readonly Yuan[] }[];
  /** The sum of all debts under the other strategy; shorter or longer than this plan it is padded with 0 or cut. */
  readonly other: readonly Yuan[];
  /** The month in which the last debt is paid off under the strategy shown; absent when it never is. */
  readonly end?: string;
  /** `end` stands above the name of that month. */
  readonly words: Words<'title' | 'owed' | 'strategy' | 'other' | 'end'>;
};

/** What is owed on each day. Every list of numbers is as long as `days`. */
export type CostChart = {
  /** 0 is the first day; at most 3,651. */
  readonly days: readonly number[];
  /** The sum of the parts on each day. */
  readonly owed: readonly Yuan[];
  /** What it consists of, from the bottom up: the amount itself, interest, charges. */
  readonly parts: readonly { readonly label: string; readonly amounts: readonly Yuan[] }[];
  readonly words: Words<'title' | 'owed' | 'days'>;
};

/** The stages that an overdue debt usually passes, and where the person is. */
export type TimelineChart = {
  /** In order, 1 to 12; `from` and `to` are days overdue, both counted in, and the last stage may have no end. */
  readonly stages: readonly {
    readonly label: string;
    /** The days in words: "Day 31 to 90". */
    readonly days: string;
    readonly from: number;
    readonly to?: number;
  }[];
  /** Days overdue today; before the first stage, between two or after the last is possible. */
  readonly here: number;
  readonly words: Words<'title' | 'here'>;
};

/** PNG pictures. Loaded when the first one is asked for. */
export type Charts = {
  plan(chart: PlanChart, language: Language): Promise<Uint8Array>;
  cost(chart: CostChart, language: Language): Promise<Uint8Array>;
  timeline(chart: TimelineChart, language: Language): Promise<Uint8Array>;
};
