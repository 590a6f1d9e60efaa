import { numberedCitations, type Reply } from './reply.ts';
import type { Translate } from './translator.ts';

/** The list of sources below an answer, one line each: number, label, standing and the day it was checked. */
export function sourceLines(reply: Reply, translate: Translate): readonly string[] {
  return numberedCitations(reply.blocks).map((citation) => {
    const key = citation.stale ? 'source-line-stale' : 'source-line';
    const standing = translate(reply.language, `standing-${citation.standing}`);
    return translate(reply.language, key, {
      number: citation.number,
      label: citation.label,
      standing,
      checked: citation.checked,
    });
  });
}
