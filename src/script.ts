import { createRequire } from 'node:module';
import { Converter as FromTraditional } from 'opencc-js/t2cn';
import type { Place } from './core/language.ts';
import type { Script } from './core/services.ts';

type Convert = (text: string) => string;

/** Words that the general tables leave in mainland form; checked by a test over a list of terms. */
const taiwanTerms: readonly (readonly [string, string])[] = [
  ['賬單', '帳單'],
  ['賬戶', '帳戶'],
  ['記賬', '記帳'],
  ['賬號', '帳號'],
  ['信用記錄', '信用紀錄'],
  ['征信', '徵信'],
];
const hongKongTerms: readonly (readonly [string, string])[] = [
  ['徵信記錄', '信貸紀錄'],
  ['賬單', '帳單'],
  ['信用記錄', '信貸紀錄'],
  ['征信', '徵信'],
];

/**
 * Converts with opencc-js. The tables towards Traditional take 0.2 s to build and are built at first need;
 * those towards Simplified take 15 ms and are needed by every message.
 */
export function createScript(): Script {
  const simplified: Convert = FromTraditional({ from: 't', to: 'cn' });
  // Loaded at first need: most people write Simplified, and the tables are 20 MB in memory.
  const converter = once(() => createRequire(import.meta.url)('opencc-js/cn2t') as typeof import('opencc-js/cn2t'));
  const toTaiwan = once(() => converter().Converter({ from: 'cn', to: 'twp' }));
  const toHongKong = once(() => converter().Converter({ from: 'cn', to: 'hk' }));
  const toPlain = once(() => converter().Converter({ from: 'cn', to: 't' }));
  const traditional = (text: string, place: Place): string => {
    if (place === 'hong-kong') return replaceAll(toHongKong()(text), hongKongTerms);
    return replaceAll(toTaiwan()(text), taiwanTerms);
  };
  return {
    simplified,
    traditional,
    variant(text) {
      const changed = countChanges(text, simplified(text));
      if (changed === 0 && !/\p{Script=Han}/u.test(text)) return undefined;
      const other = countChanges(text, toPlain()(text));
      if (changed === other) return undefined;
      return changed > other ? 'zh-Hant' : 'zh-Hans';
    },
  };
}

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function replaceAll(text: string, terms: readonly (readonly [string, string])[]): string {
  return terms.reduce((result, [from, to]) => result.replaceAll(from, to), text);
}

function countChanges(before: string, after: string): number {
  const other = [...after];
  return [...before].filter((character, index) => character !== other[index]).length;
}
