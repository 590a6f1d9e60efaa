// The words of the bot about itself: locales/*.ftl, read once.
import { readFileSync } from 'node:fs';
import { FluentBundle, FluentResource } from '@fluent/bundle';
import type { Language } from './core/language.ts';
import type { Translate } from './core/translator.ts';

/**
 * Reads locales/*.ftl. Traditional Chinese is the Chinese file converted before it is read, so that words filled
 * into a message are not converted twice.
 * @param traditional turns Simplified into Traditional Chinese; called at the first Traditional message
 * @throws Error with all faults when a file has a syntax error: Fluent itself drops such a message without a word.
 */
export function loadLocales(traditional: (text: string) => string): Translate {
  const bundles = new Map<Language, FluentBundle>([
    ['en', readBundle('en', readFile('en'))],
    ['zh-Hans', readBundle('zh', readFile('zh'))],
  ]);
  return (language, key, values) => {
    let bundle = bundles.get(language);
    if (!bundle) {
      bundle = readBundle('zh', traditional(readFile('zh')));
      bundles.set(language, bundle);
    }
    return format(bundle, language, key, values);
  };
}

function readFile(name: string): string {
  return readFileSync(new URL(`../locales/${name}.ftl`, import.meta.url), 'utf8');
}

/** The keys that stand in a .ftl text, also those that Fluent would drop. */
export function keysIn(source: string): readonly string[] {
  return [...source.matchAll(/^([a-z][\w-]*) *=/gm)].map((match) => match[1] ?? '');
}

function readBundle(name: string, source: string): FluentBundle {
  const bundle = new FluentBundle(name, { useIsolating: false });
  const faults = bundle.addResource(new FluentResource(source)).map((fault) => fault.message);
  for (const key of keysIn(source)) {
    if (!bundle.hasMessage(key)) faults.push(`${key} has a syntax error`);
  }
  if (faults.length > 0) throw new Error(`locales/${name}.ftl: ${faults.join('; ')}`);
  return bundle;
}

function format(
  bundle: FluentBundle,
  language: Language,
  key: string,
  values: Readonly<Record<string, string | number>> | undefined,
): string {
  const pattern = bundle.getMessage(key)?.value;
  if (!pattern) throw new Error(`locales: no message ${key} for ${language}`);
  const faults: Error[] = [];
  const text = bundle.formatPattern(pattern, values ?? {}, faults);
  if (faults[0]) throw new Error(`locales: ${key}: ${faults[0].message}`);
  return text;
}
