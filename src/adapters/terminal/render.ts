// A reply as plain text, for the terminal and for `ask`.
import { type Block, type Cited, numberedCitations, type Reply } from '../../core/reply.ts';
import { sourceLines, sourcesHeading } from '../../core/source-lines.ts';
import type { Translate } from '../../core/translator.ts';

/** Words and sources, without the buttons. Pictures and files are named in brackets. */
export function renderWords(reply: Reply, translate: Translate): string {
  const numbers = new Map(numberedCitations(reply.blocks).map((citation) => [citation.id, citation.number]));
  const parts = reply.blocks.map((block) => renderBlock(block, numbers, (key) => translate(reply.language, key)));
  const lines = sourceLines(reply, translate);
  if (lines.length > 0) parts.push([sourcesHeading(reply, translate), ...lines].join('\n'));
  if (reply.receipt !== undefined) parts.push(reply.receipt);
  return parts.map(printable).join('\n\n');
}

/** Words, then the buttons as numbers. */
export function renderReply(reply: Reply, translate: Translate): string {
  const buttons = reply.buttons.map((it, index) => `  ${index + 1}. ${printable(it.label)}`);
  const words = renderWords(reply, translate);
  return buttons.length === 0 ? words : `${words}\n\n${buttons.join('\n')}`;
}

function renderBlock(block: Block, numbers: ReadonlyMap<string, number>, say: (key: string) => string): string {
  switch (block.kind) {
    case 'heading':
      return `— ${block.text} —`;
    case 'paragraph':
      return block.text;
    case 'claim':
      return marked(block.claim, numbers);
    case 'caution':
      return `${say('caution-mark')}${marked(block.caution, numbers)}`;
    case 'steps':
      return block.items.map((item, index) => `${index + 1}. ${marked(item, numbers)}`).join('\n');
    case 'picture':
      return `[${block.name}: ${block.description}]`;
    case 'file':
      return `[${block.name}]`;
    default:
      return block satisfies never;
  }
}

function marked(words: Cited, numbers: ReadonlyMap<string, number>): string {
  const marks = [...new Set(words.citations.map((citation) => numbers.get(citation.id) ?? 0))];
  return marks.length === 0 ? words.text : `${words.text} ${marks.map((mark) => `[${mark}]`).join('')}`;
}

/** Control characters would let a text move the cursor or recolour the terminal. */
function printable(text: string): string {
  return text.replace(/(?!\n)\p{Cc}/gu, ' ');
}
