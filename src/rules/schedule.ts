// When something falls due: the words of a schedule, without any person or platform.

/** ISO 8601 calendar date, YYYY-MM-DD. */
export type IsoDate = string;
/** Wall-clock time HH:MM, 00:00–23:59. */
export type ClockTime = string;

/** What repeats is computed from its anchor, never from the last occurrence, so that nothing drifts. */
export type Schedule =
  /** A day of the month, 1–31, or the last. A month without that day has it on its last. `every` in months. */
  | { readonly kind: 'monthly'; readonly day: number | 'last'; readonly every: number; readonly anchor: IsoDate }
  /** So many days after the statement day of each month, as card issuers count. */
  | { readonly kind: 'statement'; readonly statementDay: number; readonly days: number; readonly anchor: IsoDate }
  /** 1 is Monday, 7 is Sunday. `every` in weeks. */
  | { readonly kind: 'weekly'; readonly weekday: number; readonly every: number; readonly anchor: IsoDate }
  /** `every` in years; 29 February falls on the 28th in other years. */
  | {
      readonly kind: 'yearly';
      readonly month: number;
      readonly day: number;
      readonly every: number;
      readonly anchor: IsoDate;
    }
  | { readonly kind: 'once'; readonly date: IsoDate };

/** When a person is told about one due date. */
export type Notice = {
  /** Days before the due date; 0 is the day itself, negative is after. */
  readonly leadDays: readonly number[];
  readonly time: ClockTime;
  /** IANA time zone, "Asia/Shanghai". */
  readonly zone: string;
  /** A due date on a weekend or public holiday is announced for the working day before. */
  readonly workingDayBefore: boolean;
  /**
   * No message in these hours; one that falls inside comes at their end, or a minute before them when the end would be
   * after the due date. May cross midnight.
   */
  readonly quiet?: { readonly from: ClockTime; readonly until: ClockTime };
};
