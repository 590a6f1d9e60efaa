// Packs pieces of text into as few messages as possible, breaking between pieces and within one only where it must.
import { maximumText } from './limits.ts';

export type Piece = {
  /** Stands before the text and stays with its beginning: "1. " or "Note: ". */
  readonly lead: string;
  readonly text: string;
  readonly style: 'plain' | 'bold' | 'quote';
  /** What stands between the piece before and this one. */
  readonly gap: '\n\n' | '\n';
  /** A heading: it moves on with what follows. */
  readonly holds: boolean;
};

/** A piece longer than a message is begun in the present one only when this many characters have room. */
const worthBeginning = 1000;

/** The messages as HTML; each at most `maximumText` characters after parsing. Pieces and messages without anything to see are left out. */
export function packed(pieces: readonly Piece[]): readonly string[] {
  const messages: (readonly Piece[])[] = [];
  let current: readonly Piece[] = [];
  for (let rest of pieces.filter(({ text }) => isVisible(text))) {
    for (;;) {
      const room = maximumText - lengthOf(current) - (current.length === 0 ? 0 : rest.gap.length);
      if (lengthOf([rest]) <= room) break;
      if (lengthOf([rest]) > maximumText && room >= worthBeginning) {
        const [begun, left] = halves(rest, room);
        messages.push([...current, begun]);
        current = [];
        rest = left;
      } else {
        const held = current.length > 1 && current.at(-1)?.holds === true ? current.slice(-1) : [];
        messages.push(current.slice(0, current.length - held.length));
        current = held;
      }
    }
    current = [...current, rest];
  }
  messages.push(current);
  return messages.filter((message) => message.some(({ text }) => isVisible(text))).map(htmlOf);
}

/**
 * Whether Telegram would keep anything of a text: it refuses a message of spaces, controls and marks alone.
 */
export function isVisible(text: string): boolean {
  return /[^\p{White_Space}\p{Default_Ignorable_Code_Point}\p{C}\p{M}\u2800]/u.test(text);
}

/** Text that Telegram takes: whole characters, no controls except line breaks, nothing around it that would be trimmed. */
export function clean(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\p{Cc}--\n]/gv, ' ')
    .trim();
}

function lengthOf(pieces: readonly Piece[]): number {
  return pieces.reduce(
    (sum, { gap, lead, text }, index) => sum + (index === 0 ? 0 : gap.length) + lead.length + text.length,
    0,
  );
}

/** What fits into `room`, and the rest. The space at the break is dropped. */
function halves(piece: Piece, room: number): [Piece, Piece] {
  const at = breakOf(piece.text, room - piece.lead.length);
  return [
    { ...piece, text: piece.text.slice(0, at).trimEnd(), holds: false },
    { ...piece, lead: '', text: piece.text.slice(at).trimStart() },
  ];
}

/** Where to break a text that is longer than `room`: after a line, a sentence or a word, else between two characters. */
function breakOf(text: string, room: number): number {
  const window = text.slice(0, room);
  for (const end of [/\n/g, /[。！？；]/g, /[.!?;]\s/g, /\s/g]) {
    const found = [...window.matchAll(end)].at(-1);
    if (found && found.index > room / 2) return found.index + found[0].length;
  }
  const around = new Intl.Segmenter().segment(text.slice(0, room + 64));
  const start = around.containing(room)?.index ?? 0;
  if (start > room / 2) return start;
  return /[\udc00-\udfff]/.test(text[room] ?? '') ? room - 1 : room;
}

function htmlOf(pieces: readonly Piece[]): string {
  return pieces.map((piece, index) => (index === 0 ? '' : piece.gap) + styled(piece)).join('');
}

function styled({ lead, text, style }: Piece): string {
  switch (style) {
    case 'plain':
      return htmlText(lead + text);
    case 'bold':
      return `<b>${htmlText(lead + text)}</b>`;
    case 'quote':
      return `<blockquote>${lead === '' ? '' : `<b>${htmlText(lead)}</b>`}${htmlText(text)}</blockquote>`;
    default:
      return style satisfies never;
  }
}

/** The three characters that Telegram's HTML knows as markup. */
export function htmlText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
