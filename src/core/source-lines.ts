// The list of sources below an answer, as every platform shows it.
import { numberedCitations, type Reply } from './reply.ts';
import type { Translate } from './translator.ts';

/** The heading; with the day of the check when all sources were checked on the same day, so that no line repeats it. */
export function sourcesHeading(reply: Reply, translate: Translate): string {
  const day = commonDay(reply);
  if (day === undefined) return translate(reply.language, 'sources-heading');
  return translate(reply.language, 'sources-heading-checked', { checked: day });
}

/** One line each: number, label, standing, and the day it was checked when the heading does not tell it. */
export function sourceLines(reply: Reply, translate: Translate): readonly string[] {
  const together = commonDay(reply) !== undefined;
  return numberedCitations(reply.blocks).map(({ number, label, standing, checked, stale }) => {
    const said = translate(reply.language, `standing-${standing}`);
    const key = stale ? 'source-line-stale' : together ? 'source-line' : 'source-line-checked';
    return translate(reply.language, key, { number, label, standing: said, checked });
  });
}

function commonDay(reply: Reply): string | undefined {
  const days = new Set(numberedCitations(reply.blocks).map(({ checked }) => checked));
  return days.size === 1 ? [...days][0] : undefined;
}
