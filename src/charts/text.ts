// Makes text that a person wrote drawable, and fits it into a width.
import type { Coverage } from './coverage.ts';

/** Width in pixels of a text at a size in pixels. */
export type Ruler = (text: string, size: number) => number;

/** More characters than any line of a picture shows; keeps a pasted page from being measured. */
const longest = 240;
const ellipsis = '…';
/** Punctuation that must not begin a line. */
const closing = /^[\p{Pe}\p{Pf}，。、；：！？,.;:!?%…]+$/u;

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });
const words = new Intl.Segmenter('zh', { granularity: 'word' });

/** One line with only what the font has; characters that it lacks (emoji, other scripts) are left out. */
export function printable(text: string, coverage: Coverage): string {
  // A soft hyphen has a glyph, and is invisible everywhere else.
  const plain = text
    .slice(0, 20 * longest)
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .replaceAll('\u00ad', '');
  const drawn = [...plain].filter((character) => coverage.has(character.codePointAt(0) ?? 0));
  return drawn.slice(0, longest).join('').replace(/ +/g, ' ').trim();
}

/** The text, or as much of its beginning as fits, and "…". */
export function fitted(text: string, size: number, width: number, ruler: Ruler): string {
  return shortened(text, (parts, kept) => `${parts.slice(0, kept).join('').trimEnd()}${ellipsis}`, size, width, ruler);
}

/** The text, or both its ends with "…" between: cards are told apart by their last digits. */
export function pinched(text: string, size: number, width: number, ruler: Ruler): string {
  const ends = (parts: readonly string[], kept: number) => {
    const tail = Math.floor(kept * 0.4);
    const [begin, end] = [parts.slice(0, kept - tail), parts.slice(parts.length - tail)];
    return `${begin.join('').trimEnd()}${ellipsis}${end.join('').trimStart()}`;
  };
  return shortened(text, ends, size, width, ruler);
}

type Shorten = (parts: readonly string[], kept: number) => string;

/** Keeps as many characters, as people count them, as the width takes. */
function shortened(text: string, shorten: Shorten, size: number, width: number, ruler: Ruler): string {
  if (ruler(text, size) <= width) return text;
  const parts = [...graphemes.segment(text)].map(({ segment }) => segment);
  let [fits, tooMany] = [0, parts.length];
  while (tooMany - fits > 1) {
    const middle = Math.floor((fits + tooMany) / 2);
    if (ruler(shorten(parts, middle), size) <= width) fits = middle;
    else tooMany = middle;
  }
  return shorten(parts, fits);
}

/** At most `lines` lines, broken between words; the last one ends in "…" when there is more. */
export function wrapped(text: string, size: number, width: number, lines: number, ruler: Ruler): readonly string[] {
  const done: string[] = [];
  let line = '';
  const units = unitsOf(text);
  for (const [index, unit] of units.entries()) {
    if (line === '' || ruler((line + unit).trimEnd(), size) <= width) {
      line += unit;
      continue;
    }
    if (done.length === lines - 1) {
      line += units.slice(index).join('');
      break;
    }
    done.push(line.trim());
    line = unit.trimStart();
  }
  return [...done, line.trim()].map((each) => fitted(each, size, width, ruler));
}

/** Words, each with the punctuation that closes it. */
function unitsOf(text: string): readonly string[] {
  const units: string[] = [];
  for (const { segment } of words.segment(text)) {
    const last = units.at(-1);
    if (last !== undefined && closing.test(segment)) units[units.length - 1] = last + segment;
    else units.push(segment);
  }
  return units;
}
