// Words that Discord shows as they were written, and their cutting into pieces that fit.

/**
 * Everything that Discord reads as formatting, a mention or an emoji gets a backslash; some of it only where a line
 * begins. A clean address goes between angle brackets, for Discord would take all that follows it, a backslash too, up
 * to the next space. Any other is no address: its colon gets a backslash.
 */
const special =
  /(?<address>(?<!\w)https?:\/\/[\w\-./?=&%#:+]*[\w/=])|[\\*_~`|<@[\]]|(?<=^[^\S\n]*)[-#>+]|(?<=^[^\S\n]*\d+)\.|:(?=\/\/|[\w+-]+:)/gm;

/** Control characters and those that turn the direction of writing: they could dress up the words after them. */
const unprintable = /(?![\n\t])\p{Cc}|\p{Bidi_Control}/gu;

export function escapeMarkdown(text: string): string {
  return printable(text).replace(special, (found, address?: string) => (address ? `<${address}>` : `\\${found}`));
}

export function printable(text: string): string {
  return text.toWellFormed().replaceAll('\r\n', '\n').replaceAll(unprintable, '');
}

/**
 * Cuts words so that each piece fits once it is escaped, where a paragraph, a line, a sentence or a word ends.
 * @param room UTF-16 units
 */
export function pieces(text: string, room: number): readonly string[] {
  const found: string[] = [];
  let rest = text.trim();
  while (escapeMarkdown(rest).length > room) {
    const end = goodEnd(rest, lastFitting(rest, room));
    found.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  if (rest !== '') found.push(rest);
  return found;
}

/** Cuts a label at a character's border; the cut is shown. */
export function shorten(text: string, characters: number): string {
  const clean = printable(text).replaceAll(/\s+/g, ' ').trim();
  if (clean.length <= characters) return clean;
  return `${clean.slice(0, wholeCharacter(clean, characters - 1)).trimEnd()}…`;
}

function lastFitting(text: string, room: number): number {
  let end = Math.min(text.length, room);
  for (;;) {
    const over = escapeMarkdown(text.slice(0, end)).length - room;
    if (over <= 0) return Math.max(end, 1);
    // An escape at most doubles: half of what is too much can always go.
    end -= Math.ceil(over / 2);
  }
}

function goodEnd(text: string, limit: number): number {
  const before = text.slice(0, limit);
  for (const border of [/\n{2,}/g, /\n/g, /[。！？；]|[.!?;](?=\s)/g, /\s/g, /[，、,]/g]) {
    const last = [...before.matchAll(border)].at(-1);
    if (last && last.index > limit / 2) return last.index + last[0].length;
  }
  return wholeCharacter(text, limit);
}

/** Steps back so that no emoji or accented letter is cut in two. */
function wholeCharacter(text: string, limit: number): number {
  const start = characters.segment(text.slice(0, limit + 64)).containing(limit)?.index ?? limit;
  if (start > 0) return start;
  const half = /^[\uDC00-\uDFFF]/.test(text.slice(limit));
  return half && limit > 1 ? limit - 1 : limit;
}

const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });
