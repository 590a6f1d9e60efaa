// Finds the shared concepts (who, what, which debt, which stage …) that a message names in any wording.
import { stemmer } from 'stemmer';
import type { Concept } from '../schema.ts';
import { normalise, wordsOf } from './tokens.ts';

export type ConceptFinder = (normalised: string) => readonly string[];

/** Longest Chinese phrase of the lexicon that is looked for, in characters; and English, in words. */
const longest = { zh: 12, en: 7 } as const;

export function createConceptFinder(concepts: readonly Concept[], simplified: (text: string) => string): ConceptFinder {
  const english = new Map<string, string[]>();
  const chinese = new Map<string, string[]>();
  const add = (index: Map<string, string[]>, key: string, id: string) => {
    if (key !== '') index.set(key, [...new Set([...(index.get(key) ?? []), id])]);
  };
  for (const concept of concepts) {
    for (const phrase of concept.en) add(english, stems(normalise(phrase, simplified)).join(' '), concept.id);
    for (const phrase of concept.zh) {
      const plain = normalise(phrase, simplified).replace(/\s+/g, '');
      if (/\p{Script=Han}/u.test(plain)) add(chinese, plain, concept.id);
      else add(english, stems(plain).join(' '), concept.id);
    }
  }
  return (normalised) => {
    const found = new Set<string>();
    for (const id of inChinese(normalised.replace(/\s+/g, ''), chinese)) found.add(id);
    for (const id of inEnglish(stems(normalised), english)) found.add(id);
    return [...found];
  };
}

function stems(text: string): readonly string[] {
  return wordsOf(text).map((word) => stemmer(word.replace(/'s$/, '').replaceAll("'", '')));
}

function* inChinese(text: string, index: ReadonlyMap<string, readonly string[]>): Generator<string> {
  const characters = [...text];
  for (let start = 0; start < characters.length; start += 1) {
    for (let length = Math.min(longest.zh, characters.length - start); length > 0; length -= 1) {
      const ids = index.get(characters.slice(start, start + length).join(''));
      if (ids) yield* ids;
    }
  }
}

function* inEnglish(words: readonly string[], index: ReadonlyMap<string, readonly string[]>): Generator<string> {
  for (let start = 0; start < words.length; start += 1) {
    for (let length = Math.min(longest.en, words.length - start); length > 0; length -= 1) {
      const ids = index.get(words.slice(start, start + length).join(' '));
      if (ids) yield* ids;
    }
  }
}
