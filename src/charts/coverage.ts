// Which characters the font can draw, read from the font itself, so that no picture ever shows an empty box.

/** Code points that have a glyph. */
export type Coverage = ReadonlySet<number>;

/**
 * Reads the format 4 character map of an OpenType font (learn.microsoft.com/typography/opentype/spec/cmap).
 * @throws Error when the font has none
 */
export function coverageOf(font: Buffer): Coverage {
  const map = tableAt(font, 'cmap');
  for (let index = 0; index < font.readUInt16BE(map + 2); index += 1) {
    const at = map + font.readUInt32BE(map + 4 + index * 8 + 4);
    if (font.readUInt16BE(at) === 4) return new Set(codePoints(font, at));
  }
  throw new Error('The font for pictures has no format 4 character map: make it again with src/charts/font/make.sh.');
}

function tableAt(font: Buffer, name: string): number {
  for (let index = 0; index < font.readUInt16BE(4); index += 1) {
    const record = 12 + index * 16;
    if (font.toString('latin1', record, record + 4) === name) return font.readUInt32BE(record + 8);
  }
  throw new Error(`The font for pictures has no ${name} table: make it again with src/charts/font/make.sh.`);
}

/** Four lists of one number a segment follow each other: last code, (two bytes,) first code, delta, offset of glyphs. */
function* codePoints(font: Buffer, at: number): Generator<number> {
  const size = font.readUInt16BE(at + 6);
  for (let segment = 0; segment < size; segment += 2) {
    const ends = at + 14 + segment;
    const starts = ends + 2 + size;
    const delta = font.readUInt16BE(starts + size);
    const offsets = starts + 2 * size;
    const offset = font.readUInt16BE(offsets);
    const first = font.readUInt16BE(starts);
    for (let code = first; code <= font.readUInt16BE(ends) && code < 0xffff; code += 1) {
      const glyph = offset === 0 ? (code + delta) & 0xffff : font.readUInt16BE(offsets + offset + 2 * (code - first));
      if (glyph !== 0) yield code;
    }
  }
}
