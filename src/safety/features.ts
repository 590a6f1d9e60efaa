// What a learned measure sees of a message: pieces of its words, and which rules of the lexicon it touched.
import type { View } from './view.ts';

/** English words and pairs, parts of longer words; runs of one to three Chinese characters. Each once. */
export function piecesOf(view: View): ReadonlySet<string> {
  const pieces = new Set<string>();
  if (view.en !== undefined) addEnglish(view.en, pieces);
  if (view.zh !== undefined) addChinese(view.zh, pieces);
  return pieces;
}

/** Rules that were touched, alone and in twos. */
export function touchesOf(touched: readonly string[]): readonly string[] {
  const touches = touched.map((id) => `@${id}`);
  for (const [index, id] of touched.entries())
    for (const other of touched.slice(index + 1)) touches.push(id < other ? `@${id}&${other}` : `@${other}&${id}`);
  return touches;
}

function addEnglish(text: string, features: Set<string>): void {
  let before = '^';
  for (const word of text.trim().split(' ')) {
    if (/\p{Script=Han}/u.test(word)) continue;
    const known = /^\d/.test(word) ? '0' : word;
    features.add(known);
    features.add(`${before} ${known}`);
    // Parts of longer words survive a typing mistake and an ending.
    if (known.length >= 5)
      for (let at = 0; at + 4 <= known.length; at += 1) features.add(`~${known.slice(at, at + 4)}`);
    before = known;
  }
}

function addChinese(text: string, features: Set<string>): void {
  const characters = [...`,${text.replace(/\d+/g, '0').replace(/[a-z]+/g, 'a')},`];
  for (let at = 0; at < characters.length; at += 1) {
    let run = '';
    for (const character of characters.slice(at, at + 3)) {
      run += character;
      if (run !== ',') features.add(run);
    }
  }
}
