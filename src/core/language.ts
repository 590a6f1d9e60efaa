// The languages a reply can be in, and how they relate to the two that are written by hand.
import { type Pair, type Place, places, type Written } from '../knowledge/terms.ts';

export { type Pair, type Place, places, type Written };

/** BCP 47 tags of the languages a reply can be in. Traditional Chinese is derived from Simplified. */
export type Language = 'en' | 'zh-Hans' | 'zh-Hant';

export const languages = ['en', 'zh-Hans', 'zh-Hant'] as const satisfies readonly Language[];

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
