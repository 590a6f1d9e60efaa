// The languages the bot answers in, and the places whose law it knows.

/** BCP 47 tags of the languages a reply can be in. Traditional Chinese is derived from Simplified. */
export type Language = 'en' | 'zh-Hans' | 'zh-Hant';

export const languages = ['en', 'zh-Hans', 'zh-Hant'] as const satisfies readonly Language[];

/** The two languages that are written by hand; everything else is derived from them. */
export type Written = 'en' | 'zh';

/** A text in both written languages, side by side. */
export type Pair = { readonly en: string; readonly zh: string };

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

/** The hand-written language that a reply language is taken or derived from. */
export function written(language: Language): Written {
  return language === 'en' ? 'en' : 'zh';
}

export function isLanguage(value: string): value is Language {
  return (languages as readonly string[]).includes(value);
}

export function isPlace(value: string): value is Place {
  return (places as readonly string[]).includes(value);
}
