import type { Context } from './context.ts';
import { type Block, numberedCitations } from './reply.ts';

/**
 * The last line of an answer: its id, and the day since which all that it cites has been checked (the oldest check).
 * Advice that cites nothing has its id alone.
 */
export function receiptOf(context: Context, id: string, blocks: readonly Block[]): string {
  const days = numberedCitations(blocks).map((citation) => citation.checked);
  const [checked] = days.toSorted();
  return checked === undefined ? id : context.say('receipt', { id, checked });
}
