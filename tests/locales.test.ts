import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { commandNames } from '../src/core/commands/names.ts';
import { keysIn, loadLocales } from '../src/locales.ts';
import { createScript } from '../src/script.ts';

const file = (name: string) => readFileSync(new URL(`../locales/${name}.ftl`, import.meta.url), 'utf8');
const src = fileURLToPath(new URL('../src/', import.meta.url));
const code = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(`${src}/${name}`, 'utf8'))
  .join('\n');
const script = createScript();
const translate = loadLocales((text) => script.traditional(text, 'taiwan'));

describe('the words of the bot about itself', () => {
  it('have the same keys in both languages, each once', () => {
    expect([...keysIn(file('zh'))].sort()).toEqual([...keysIn(file('en'))].sort());
    expect(new Set(keysIn(file('en'))).size).toBe(keysIn(file('en')).length);
  });

  it('use the same values in both languages', () => {
    const variables = (text: string) =>
      Object.fromEntries(
        [...text.matchAll(/^([a-z][\w-]*) *=(.*)$/gm)].map((match) => [
          match[1],
          [...new Set((match[2] ?? '').match(/\$\w+/g) ?? [])].sort().join(),
        ]),
      );
    expect(variables(file('zh'))).toEqual(variables(file('en')));
  });

  it('are all used', () => {
    const prefixes = ['command-', 'button-', 'language-', 'standing-', 'crisis-', 'refuse-', 'secret-'];
    const unused = keysIn(file('en')).filter(
      (key) => !code.includes(`'${key}'`) && !prefixes.some((prefix) => key.startsWith(prefix)),
    );
    expect(unused).toEqual([]);
  });

  it('describe every command within the narrowest menu', () => {
    for (const name of commandNames) {
      for (const language of ['en', 'zh-Hans', 'zh-Hant'] as const) {
        const text = translate(language, `command-${name}`);
        expect([...text].length).toBeGreaterThan(0);
        expect([...text].length).toBeLessThanOrEqual(100);
      }
    }
  });

  it('are calm, and Chinese where they should be', () => {
    expect(file('en') + file('zh')).not.toMatch(/[!！]/);
    for (const line of file('zh').matchAll(/^([a-z][\w-]*) *= *(.*)$/gm)) {
      const [, key = '', value = ''] = line;
      if (!/\p{L}/u.test(value.replace(/\{[^}]*\}/g, '')) || key === 'language-en') continue;
      expect(value, key).toMatch(/\p{Script=Han}/u);
    }
  });

  it('come in Traditional Chinese with the words of the place', () => {
    expect(translate('zh-Hant', 'start-record')).toContain('徵信');
    expect(translate('zh-Hant', 'privacy-short')).not.toMatch(/[个们这选择]/);
  });

  it('are refused when a message is missing, rather than shown empty', () => {
    expect(() => translate('en', 'no-such-message')).toThrow(/no message no-such-message/);
  });
});
