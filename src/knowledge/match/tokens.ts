// Turns a message into the tokens that it is compared by: Chinese characters and pairs, English stems and pairs.
import { stemmer } from 'stemmer';

/** Lower case, one form of each character, nothing invisible; Chinese already in Simplified. */
export function normalise(text: string, simplified: (text: string) => string): string {
  const plain = text
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g, '')
    .replace(/[’‘`]/g, "'")
    .toLowerCase();
  return /\p{Script=Han}/u.test(plain) ? simplified(plain) : plain;
}

/** Chat spelling that a stemmer does not know. */
const spelling: Readonly<Record<string, string>> = {
  u: 'you',
  ur: 'your',
  r: 'are',
  n: 'and',
  w: 'with',
  pls: 'please',
  plz: 'please',
  tmrw: 'tomorrow',
  tmr: 'tomorrow',
  abt: 'about',
  bc: 'because',
  cuz: 'because',
  ppl: 'people',
  thx: 'thanks',
  cant: "can't",
  cannot: "can't",
  dont: "don't",
  doesnt: "doesn't",
  didnt: "didn't",
  wont: "won't",
  im: "i'm",
  ive: "i've",
  whats: "what's",
  theyre: "they're",
};

const englishWord = /[a-z][a-z']*|\d+/g;
const hanRun = /\p{Script=Han}+/gu;

/** Latin words of a normalised text, chat spelling undone. */
export function wordsOf(text: string): readonly string[] {
  return (text.match(englishWord) ?? []).map((word) => spelling[word] ?? word);
}

/** All tokens of a normalised text; the same token twice counts once or more as it stands. */
export function tokensOf(text: string): readonly string[] {
  const tokens: string[] = [];
  for (const run of text.match(hanRun) ?? []) {
    const characters = [...run];
    for (const [index, character] of characters.entries()) {
      tokens.push(character);
      const next = characters[index + 1];
      if (next !== undefined) tokens.push(character + next);
    }
  }
  let before = '';
  for (const word of wordsOf(text)) {
    const stem = stemOf(word);
    tokens.push(stem);
    if (before !== '') tokens.push(`${before} ${stem}`);
    before = stem;
  }
  return tokens;
}

const stems = new Map<string, string>();

/** The stem of a word; a number is its own. Few words make up most of what is written, so stems are remembered. */
export function stemOf(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const stem = /^\d/.test(word) ? word : stemmer(word.replace(/'s$/, '').replaceAll("'", ''));
  if (stems.size < mostStems) stems.set(word, stem);
  return stem;
}

/** Words remembered at most: strangers can write new ones for ever. */
const mostStems = 20_000;
