import type { Context } from './context.ts';
import { type Block, numberedCitations } from './reply.ts';

/**
 * The last line of an answer: what it is not, its id, and the day since which all that it cites has been checked (the
 * oldest check). Advice that cites nothing has no day.
 */
export function receiptOf(context: Context, id: string, blocks: readonly Block[]): string {
  const days = numberedCitations(blocks).map((citation) => citation.checked);
  const [checked] = days.toSorted();
  return checked === undefined ? context.say('receipt-undated', { id }) : context.say('receipt', { id, checked });
}
