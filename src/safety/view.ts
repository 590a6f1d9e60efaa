// How a message is read: chat spelling undone, typing mistakes mended, Cantonese in written words.
import { normalise } from '../knowledge/match/tokens.ts';
import type { Spelling } from './schema.ts';

/** The same message for patterns of either language; absent when it has no letters of that language. */
export type View = { readonly en?: string; readonly zh?: string };

/** Characters that are read of a message: the beginning and the end of a longer one. */
const mostRead = { head: 4_000, tail: 2_000 } as const;

export function createReader(spelling: Spelling, simplified: (text: string) => string): (text: string) => View {
  const chinese = replacer(spelling.zh, '', '');
  const mixed = replacer(spelling.mixed, '(?<![a-z])', '(?![a-z])');
  const real = new Set(spelling.real);
  const typos = new Map<number, string[]>();
  for (const word of spelling.typos) typos.set(word.length, [...(typos.get(word.length) ?? []), word]);

  const readWord = (word: string): string => {
    const known = Object.hasOwn(spelling.en, word) ? spelling.en[word] : undefined;
    if (known !== undefined) return known;
    const plain = word.replaceAll("'", '');
    if (Object.hasOwn(spelling.en, plain)) return spelling.en[plain] ?? plain;
    if (plain.length < 5 || real.has(plain)) return plain;
    for (const length of [plain.length, plain.length - 1, plain.length + 1])
      for (const meant of typos.get(length) ?? []) if (isSlip(plain, meant)) return meant;
    return plain;
  };

  return (text) => {
    const plain = normalise(cut(text), simplified);
    const han = /\p{Script=Han}/u.test(plain);
    const latin = /[a-z]{2}/.test(plain);
    return {
      ...(latin
        ? {
            en: ` ${
              plain
                .match(/[a-z][a-z']*|\d+|\p{Script=Han}+/gu)
                ?.map(readWord)
                .join(' ') ?? ''
            } `,
          }
        : {}),
      ...(han ? { zh: chinese(joinSpaced(mixed(plain)).replace(/[^\p{L}\p{N}]+/gu, ',')) } : {}),
    };
  };
}

function cut(text: string): string {
  const most = mostRead.head + mostRead.tail;
  return text.length <= most ? text : `${text.slice(0, mostRead.head)} ${text.slice(-mostRead.tail)}`;
}

/** "不 想 活 了", written apart to get past filters, is read in one. */
function joinSpaced(text: string): string {
  return text.replace(
    /(?<!\p{Script=Han})(?:\p{Script=Han}[\s.·*_-]{1,3}){2,}\p{Script=Han}(?!\p{Script=Han})/gu,
    (run) => run.replace(/[\s.·*_-]+/g, ''),
  );
}

function replacer(table: Readonly<Record<string, string>>, before: string, after: string): (text: string) => string {
  const keys = Object.keys(table).toSorted((a, b) => b.length - a.length);
  if (keys.length === 0) return (text) => text;
  const pattern = new RegExp(
    `${before}(?:${keys.map((key) => key.replace(/[+*?.()[\]]/g, '\\$&')).join('|')})${after}`,
    'gu',
  );
  return (text) => text.replace(pattern, (found) => table[found] ?? found);
}

/** One letter wrong, missing, doubled or swapped; the first letter is right. */
function isSlip(written: string, meant: string): boolean {
  if (written[0] !== meant[0] || Math.abs(written.length - meant.length) > 1) return false;
  let at = 0;
  while (at < meant.length && written[at] === meant[at]) at += 1;
  const rest = (skipWritten: number, skipMeant: number) =>
    written.slice(at + skipWritten) === meant.slice(at + skipMeant);
  if (written.length > meant.length) return rest(1, 0);
  if (written.length < meant.length) return rest(0, 1);
  return rest(1, 1) || (written[at] === meant[at + 1] && written[at + 1] === meant[at] && rest(2, 2));
}
