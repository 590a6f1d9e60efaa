import { readFileSync } from 'node:fs';
import { FluentBundle, FluentResource } from '@fluent/bundle';
import { type Language, type Written, written } from './core/language.ts';
import type { Translate } from './core/translator.ts';

/**
 * Reads locales/*.ftl.
 * @param traditional turns Simplified into Traditional Chinese
 * @throws Error with all faults when a file has a syntax error: Fluent itself drops such a message without a word.
 */
export function loadLocales(traditional: (text: string) => string): Translate {
  const bundles: Readonly<Record<Written, FluentBundle>> = { en: readBundle('en'), zh: readBundle('zh') };
  return (language, key, values) => {
    const text = format(bundles[written(language)], language, key, values);
    return language === 'zh-Hant' ? traditional(text) : text;
  };
}

function readBundle(name: Written): FluentBundle {
  const source = readFileSync(new URL(`../locales/${name}.ftl`, import.meta.url), 'utf8');
  const bundle = new FluentBundle(name === 'zh' ? 'zh-Hans' : 'en', { useIsolating: false });
  const resource = new FluentResource(source);
  const faults = bundle.addResource(resource).map((fault) => fault.message);
  const written = [...source.matchAll(/^([a-z][\w-]*) *=/gm)].map((match) => match[1] ?? '');
  for (const key of written) {
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
