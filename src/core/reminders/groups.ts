// Several bills in one sentence: where each begins and ends, and what each is called.
import type { SaidDate } from './dates.ts';
import { cleanLabel, isFiller, isPlausible } from './labels.ts';
import type { Parts } from './parts.ts';
import { blank, type Found } from './span.ts';

export type Group = { readonly from: number; readonly until: number; readonly days: readonly Found<SaidDate>[] };

/** One part of the sentence for each bill: between two dates the border is the last separator, or where the next name begins. */
export function split(parts: Parts, days: readonly Found<SaidDate>[]): readonly Group[] {
  const labelFirst = cleanLabel(parts.rest.slice(0, days[0]?.at ?? 0)) !== '';
  const from = parts.dates.findIndex(({ value }) => value.kind === 'from');
  if (from >= 0) return [{ from: 0, until: parts.text.length, days }];
  const borders = days.slice(1).map((next, index) => border(parts, days[index]?.end ?? 0, next.at, labelFirst));
  return days.map((day, index) => ({
    from: index === 0 ? 0 : (borders[index - 1] ?? 0),
    until: borders[index] ?? parts.text.length,
    days: [day],
  }));
}

function border(parts: Parts, end: number, at: number, labelFirst: boolean): number {
  const gap = parts.rest.slice(end, at);
  const separators = [...gap.matchAll(/[,;、。\n+&]| and (?!a half)|(?<=[█ ])(?:和|还有|跟|以及|然后|另外)/gi)];
  const last = separators.at(-1);
  if (last) return end + last.index + last[0].length;
  if (!labelFirst) return at;
  const words = gap.match(new RegExp(`^[\\s${blank}]*`))?.[0].length ?? 0;
  return end + words;
}

/** The day when wages come is told beside the day when something is due. */
export function owed({ text }: Parts, groups: readonly Group[]): readonly Group[] {
  const due = groups.filter(
    ({ from, until }) => !/工资|薪|到账|\b(?:salary|payday|wages|get paid)\b/i.test(text.slice(from, until)),
  );
  return due.length > 0 && groups.length > 1 ? due : groups;
}

/** Names of the bills, one a group; undefined when what is left is more than names. */
export function labelsOf(parts: Parts, groups: readonly Group[], asked: boolean): readonly string[] | undefined {
  const labels: string[] = [];
  for (const { from, until } of groups) {
    const pieces = piecesOf(parts.rest.slice(from, until));
    const good = pieces.filter((piece) => isPlausible(piece, !asked));
    if (good.length < pieces.length && (!asked || good.length === 0)) return undefined;
    if (good.length > 3) return undefined;
    labels.push(join(unique(good)));
  }
  return labels.map(
    (label, index) =>
      label ||
      (labels.slice(0, index).findLast((it) => it !== '') ?? labels.slice(index).find((it) => it !== '') ?? ''),
  );
}

/** What is left between the parts that were understood. */
export function piecesOf(words: string): readonly string[] {
  const pieces = words
    .split(new RegExp(`[${blank}]+|[,;。!?\\n、]+| - `))
    .map(cleanLabel)
    .filter((piece) => piece !== '');
  const names = pieces.filter((piece) => !isFiller(piece));
  return names.length > 0 ? names : pieces;
}

function unique(pieces: readonly string[]): readonly string[] {
  return pieces.filter(
    (piece, index) => !pieces.some((other, at) => at < index && other.toLowerCase() === piece.toLowerCase()),
  );
}

function join(pieces: readonly string[]): string {
  return pieces.reduce((joined, piece) => {
    if (joined === '') return piece;
    return /\p{Script=Han}$/u.test(joined) && /^\p{Script=Han}/u.test(piece) ? joined + piece : `${joined} ${piece}`;
  }, '');
}
