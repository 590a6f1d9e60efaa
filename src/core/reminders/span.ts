// Reading a sentence: what has been understood is blanked out, so that nothing is read twice and the rest is in sight.

/** Stands for every character that has been understood. Matches no pattern, and is no letter of any label. */
export const blank = '█';

/** Where something was found in the sentence, and what it means. */
export type Found<Value> = { readonly at: number; readonly end: number; readonly value: Value };

/** `read` gives undefined for a match that means nothing after all; its words stay. */
export type Rule<Value> = {
  readonly pattern: RegExp;
  readonly read: (match: RegExpExecArray) => Value | undefined;
};

/** Applies the rules in order; what an earlier one took, a later one does not see. */
export function take<Value>(
  sentence: string,
  rules: readonly Rule<Value>[],
): { readonly rest: string; readonly found: readonly Found<Value>[] } {
  let rest = sentence;
  const found: Found<Value>[] = [];
  for (const { pattern, read } of rules) {
    for (const match of [...rest.matchAll(pattern)]) {
      const value = read(match);
      const end = match.index + match[0].length;
      if (value === undefined || match[0] === '') continue;
      found.push({ at: match.index, end, value });
      rest = rest.slice(0, match.index) + blank.repeat(match[0].length) + rest.slice(end);
    }
  }
  return { rest, found: found.toSorted((a, b) => a.at - b.at) };
}

/** Full-width forms become plain, curly quotes straight, and white space one blank. */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\ufeff█]/g, '')
    .replace(/[‘’´`]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[ \t\r\f\v\u3000]+/g, ' ')
    .trim();
}
