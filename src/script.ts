import { createRequire } from 'node:module';
import { Converter as FromTraditional } from 'opencc-js/t2cn';
import type { Place } from './core/language.ts';
import type { Script } from './core/services.ts';
import { characterFixes, hongKongWords, taiwanWords, type WordPair } from './script-words.ts';

type Convert = (text: string) => string;

/**
 * Converts with opencc-js, then with words of our own: its Taiwan phrases are those of computing, and turn the words of
 * law and banking (保存, 支持, 程序, 文件, 高级人民法院) into others. The tables towards Traditional take 0.2 s to
 * build and are built at first need; those towards Simplified take 15 ms and are needed by every message.
 */
export function createScript(): Script {
  const simplified: Convert = FromTraditional({ from: 't', to: 'cn' });
  // Loaded at first need: most people write Simplified, and the tables are 20 MB in memory.
  const converter = once(() => createRequire(import.meta.url)('opencc-js/cn2t') as typeof import('opencc-js/cn2t'));
  const toTaiwan = once(() => withWords(converter().Converter({ from: 'cn', to: 'tw' }), taiwanWords));
  const toHongKong = once(() => withWords(converter().Converter({ from: 'cn', to: 'hk' }), hongKongWords));
  const toPlain = once(() => converter().Converter({ from: 'cn', to: 't' }));
  return {
    simplified,
    traditional: (text, place: Place) => (place === 'hong-kong' ? toHongKong() : toTaiwan())(text),
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

/** Names of laws and papers keep their words: only their characters are converted. */
const titles = /(《[^《》]*》)/u;

function withWords(characters: Convert, words: readonly WordPair[]): Convert {
  const fix = replacer(characterFixes);
  const swap = replacer(words);
  return (text) =>
    fix(characters(text))
      .split(titles)
      .map((part) => (part.startsWith('《') && part.endsWith('》') ? part : swap(part)))
      .join('');
}

/** Replaces the longest word that fits at each place, once: what was put in is not replaced again. */
function replacer(words: readonly WordPair[]): Convert {
  const by = new Map(words);
  const longestFirst = [...by.keys()].toSorted((a, b) => b.length - a.length);
  const pattern = new RegExp(longestFirst.join('|'), 'gu');
  return (text) => text.replace(pattern, (word) => by.get(word) ?? word);
}

function countChanges(before: string, after: string): number {
  const other = [...after];
  return [...before].filter((character, index) => character !== other[index]).length;
}
