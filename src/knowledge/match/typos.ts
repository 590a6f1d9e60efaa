// Mends English words that nobody has used in a way of asking, when a known word is one typing mistake away.
import { stemOf } from './tokens.ts';

/** Shorter words are too alike to mend. Letters of the stem. */
const shortest = 4;
/** Mended words remembered at most: strangers can write new ones for ever. */
const mostRemembered = 5_000;

/**
 * @param counts known stems and how often each is used
 * @returns puts the most used known stem in the place of each unknown word that is one letter too many, too few,
 *   wrong or swapped away from it
 */
export function createTypoRepair(counts: ReadonlyMap<string, number>): (normalised: string) => string {
  const byShape = new Map<string, string[]>();
  for (const [stem, count] of counts) {
    if (count < 2 || stem.length < shortest || !/^[a-z]+$/.test(stem)) continue;
    for (const shape of [`^${stem[0]}${stem.length}`, `$${stem.at(-1)}${stem.length}`]) {
      const list = byShape.get(shape) ?? [];
      list.push(stem);
      byShape.set(shape, list);
    }
  }
  const remembered = new Map<string, string>();
  const mend = (word: string): string => {
    const stem = stemOf(word);
    if (stem.length < shortest || counts.has(stem)) return word;
    const known = remembered.get(stem);
    if (known !== undefined) return known;
    const found = nearest(stem, byShape, counts) ?? word;
    if (remembered.size < mostRemembered) remembered.set(stem, found);
    return found;
  };
  return (normalised) => normalised.replace(/[a-z][a-z']{3,}/g, mend);
}

function nearest(
  stem: string,
  byShape: ReadonlyMap<string, readonly string[]>,
  counts: ReadonlyMap<string, number>,
): string | undefined {
  let best: string | undefined;
  // A single mistake leaves the first or the last letter as it was.
  for (const length of [stem.length - 1, stem.length, stem.length + 1]) {
    for (const shape of [`^${stem[0]}${length}`, `$${stem.at(-1)}${length}`]) {
      for (const candidate of byShape.get(shape) ?? []) {
        if (
          (counts.get(candidate) ?? 0) > (best === undefined ? 0 : (counts.get(best) ?? 0)) &&
          oneMistake(stem, candidate)
        )
          best = candidate;
      }
    }
  }
  return best;
}

/** Whether two words differ by one letter added, left out or changed, or by two neighbours swapped. */
export function oneMistake(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let [endA, endB] = [a.length, b.length];
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA -= 1;
    endB -= 1;
  }
  const [left, right] = [endA - start, endB - start];
  if (left <= 1 && right <= 1) return true;
  return left === 2 && right === 2 && a[start] === b[start + 1] && a[start + 1] === b[start];
}
