import type { Language } from './language.ts';

/**
 * Looks up a word of the bot about itself by its key in locales/*.ftl.
 * @throws Error when the key is missing: a test finds it before a person does.
 */
export type Translate = (language: Language, key: string, values?: Readonly<Record<string, string | number>>) => string;
