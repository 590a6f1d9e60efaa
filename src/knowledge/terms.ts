// The few words that knowledge shares with everything above it; no package, so that types stay light.

/** A text in both hand-written languages, side by side. */
export type Pair = { readonly en: string; readonly zh: string };

/** The two languages that are written by hand; Traditional Chinese is derived. */
export type Written = 'en' | 'zh';

export const places = [
  'mainland',
  'hong-kong',
  'taiwan',
  'singapore',
  'malaysia',
  'united-states',
  'united-kingdom',
] as const;

/** Whose law an answer follows; independent of the language it is written in. */
export type Place = (typeof places)[number];

/** How far a claim can be relied on. */
export type StandingKind = 'verified' | 'reported' | 'disputed' | 'unverified';
