// Turns the lines of a lexicon into regular expressions: `<name>` is a list of words, `..6` a gap.
import type { Written } from '../knowledge/terms.ts';
import { type Anchors, createAnchors } from './anchors.ts';

export type WordLists = Readonly<Record<Written, Readonly<Record<string, readonly string[]>>>>;

/** The patterns that could match a text, in the order of the lexicon, each with what it belongs to. */
export type Candidates<Key> = (text: string) => readonly { readonly key: Key; readonly pattern: RegExp }[];

/**
 * Makes the patterns of lines ready; each is compiled when it is first needed.
 * @throws Error that names a line which uses a list that is not there
 */
export function patternsOf<Key>(
  lines: readonly { readonly key: Key; readonly line: string }[],
  language: Written,
  words: WordLists,
  flags: 'u' | 'gu' = 'u',
): Candidates<Key> {
  const anchorsOf = createAnchors(words[language]);
  const always: number[] = [];
  const lineIndexes = new Map<NonNullable<Anchors>, number[]>();
  for (const [index, { line }] of lines.entries()) {
    const anchors = anchorsOf(line);
    if (anchors) pushTo(lineIndexes, anchors, index);
    else always.push(index);
  }
  const byStart = new Map<string, { readonly anchor: string; readonly indexes: readonly number[] }[]>();
  for (const [anchors, indexes] of lineIndexes)
    for (const anchor of anchors.words) pushTo(byStart, anchor.slice(0, startLength[language]), { anchor, indexes });
  const starts = [...new Set([...byStart.keys()].map((start) => start.length))];
  const compiled: RegExp[] = [];
  const patternAt = (index: number): RegExp => {
    compiled[index] ??= compile(lines[index]?.line ?? '', language, words, flags);
    return compiled[index];
  };
  return (text) => {
    const found = new Set(always);
    for (let at = 0; at < text.length; at += 1)
      for (const length of starts) {
        for (const { anchor, indexes } of byStart.get(text.slice(at, at + length)) ?? [])
          if (text.startsWith(anchor, at)) for (const index of indexes) found.add(index);
      }
    return [...found]
      .sort((a, b) => a - b)
      .flatMap((index) => {
        const key = lines[index]?.key;
        return key === undefined ? [] : [{ key, pattern: patternAt(index) }];
      });
  };
}

function pushTo<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}

/** Characters by which anchors are looked up. */
const startLength: Readonly<Record<Written, number>> = { en: 3, zh: 1 };

/**
 * A line is a regular expression in which `<name>` stands for a list of words and `..6` for at most six characters
 * (Chinese) or words (English); an English line begins and ends at words, the space before it belongs to the match.
 * @throws Error that names the line, when it is no regular expression or uses a list that is not there
 */
export function compile(line: string, language: Written, words: WordLists, flags: 'u' | 'gu' = 'u'): RegExp {
  const expanded = expand(line, words[language], 0);
  const gaps =
    language === 'en'
      ? expanded.replace(/ ?\.\.(\d+) ?/g, ' (?:\\S+ ){0,$1}?')
      : expanded.replace(/\.\.(\d+)/g, '.{0,$1}?');
  try {
    return new RegExp(language === 'en' ? ` (?:${gaps})(?= )` : gaps, flags);
  } catch (error) {
    throw new Error(`the pattern ${line} is no regular expression: ${error instanceof Error ? error.message : ''}`);
  }
}

/** Lists may use lists, a few levels deep. */
function expand(line: string, words: WordLists[Written], depth: number): string {
  if (depth > 5) throw new Error(`the lists in ${line} use each other in a circle`);
  return line.replace(/<([a-z][a-z0-9-]*)>/g, (_, name: string) => {
    const list = words[name];
    if (!list) throw new Error(`the pattern ${line} uses the list ${name}, which is not there`);
    return `(?:${list.map((word) => expand(word, words, depth + 1)).join('|')})`;
  });
}
