// Turns a reply into calls of the Bot API, within its limits. Pure.
import {
  type Block,
  type Button,
  type Cited,
  maximumActionBytes,
  numberedCitations,
  type Reply,
} from '../../core/reply.ts';
import { sourceLines, sourcesHeading } from '../../core/source-lines.ts';
import type { Translate } from '../../core/translator.ts';
import { maximumButtons, maximumCaption } from './limits.ts';
import { clean, htmlText, isVisible, type Piece, packed } from './pack.ts';

/** One file that goes with a call; `field` is the parameter it fills. */
export type Upload = {
  readonly field: 'photo' | 'document';
  readonly name: string;
  readonly mime: string;
  readonly bytes: Uint8Array;
};

/** A call of the Bot API that shows something; the chat is added where it is sent. */
export type Call = {
  readonly method: 'sendMessage' | 'sendPhoto' | 'sendDocument';
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly upload?: Upload;
};

/** The messages of one reply, in order; its buttons hang on the last one. */
export function renderReply(reply: Reply, translate: Translate): readonly Call[] {
  const calls = contentsOf(reply, translate).flatMap((content) =>
    'upload' in content ? [content] : packed(content).map(messageCall),
  );
  const keyboard = keyboardOf(reply.buttons);
  if (keyboard === undefined) return calls;
  const last = calls.at(-1) ?? messageCall(htmlText(translate(reply.language, 'telegram-choose')));
  return [...calls.slice(0, -1), { ...last, parameters: { ...last.parameters, reply_markup: keyboard } }];
}

/** The same message without formatting, for when the formatting was refused. */
export function withoutFormatting(call: Call): Call | undefined {
  const { text, parse_mode: mode, ...rest } = call.parameters;
  if (mode === undefined || typeof text !== 'string') return undefined;
  return { ...call, parameters: { ...rest, text: plainOf(text.replaceAll(/<[^>]*>/g, '')) } };
}

/** What stands in a group in place of a personal answer: a sentence and a button into the private chat. */
export function renderPointer(reply: Reply, link: string, translate: Translate): Call {
  const call = messageCall(htmlText(translate(reply.language, 'telegram-private')));
  const label = translate(reply.language, 'telegram-private-button');
  return {
    ...call,
    parameters: { ...call.parameters, reply_markup: { inline_keyboard: [[{ text: label, url: link }]] } },
  };
}

type Content = readonly Piece[] | (Call & { readonly upload: Upload });

function contentsOf(reply: Reply, translate: Translate): readonly Content[] {
  const numbers = new Map(numberedCitations(reply.blocks).map(({ id, number }) => [id, number]));
  const marked = (cited: Cited) => {
    const found = new Set(cited.citations.map((citation) => `[${numbers.get(citation.id)}]`));
    return joined(clean(cited.text), [...found].join(''));
  };
  const contents: Content[] = [];
  let pieces: Piece[] = [];
  const flush = () => {
    if (pieces.length > 0) contents.push(pieces);
    pieces = [];
  };
  for (const block of reply.blocks) {
    const upload = uploadOf(block);
    if (upload === undefined) pieces.push(...piecesOf(block, marked, translate(reply.language, 'telegram-caution')));
    else {
      flush();
      contents.push(upload);
      const description = block.kind === 'picture' ? clean(block.description) : '';
      if (description.length > maximumCaption) pieces.push(piece(description));
    }
  }
  const lines = sourceLines(reply, translate);
  if (lines.length > 0) {
    pieces.push({ ...piece(sourcesHeading(reply, translate)), style: 'bold', holds: true });
    pieces.push(...lines.map((line) => ({ ...piece(clean(line)), gap: '\n' as const })));
  }
  if (reply.receipt !== undefined) pieces.push(piece(clean(reply.receipt)));
  flush();
  return contents;
}

function piecesOf(block: Block, marked: (cited: Cited) => string, caution: string): readonly Piece[] {
  switch (block.kind) {
    case 'heading':
      return [{ ...piece(clean(block.text)), style: 'bold', holds: true }];
    case 'paragraph':
      return [piece(clean(block.text))];
    case 'claim':
      return [piece(marked(block.claim))];
    case 'caution':
      return [{ ...piece(marked(block.caution)), style: 'quote', lead: caution + spaceAfter(caution) }];
    case 'steps':
      return block.items.map((item, index) => ({
        ...piece(marked(item)),
        lead: `${index + 1}. `,
        gap: index === 0 ? ('\n\n' as const) : ('\n' as const),
      }));
    case 'picture':
    case 'file':
      return [];
    default:
      return block satisfies never;
  }
}

function piece(text: string): Piece {
  return { lead: '', text, style: 'plain', gap: '\n\n', holds: false };
}

function uploadOf(block: Block): (Call & { readonly upload: Upload }) | undefined {
  if (block.kind === 'file') {
    const { name, mime, bytes } = block;
    return { method: 'sendDocument', parameters: {}, upload: { field: 'document', name, mime, bytes } };
  }
  if (block.kind !== 'picture') return undefined;
  const { name, bytes } = block;
  const caption = clean(block.description);
  const fits = isVisible(caption) && caption.length <= maximumCaption;
  return {
    method: 'sendPhoto',
    parameters: fits ? { caption } : {},
    upload: { field: 'photo', name, mime: 'image/png', bytes },
  };
}

function messageCall(html: string): Call {
  return {
    method: 'sendMessage',
    parameters: { text: html, parse_mode: 'HTML', link_preview_options: { is_disabled: true } },
  };
}

/** A button that Telegram would refuse takes the whole message with it, so it is left out. */
function keyboardOf(buttons: readonly Button[]): { readonly inline_keyboard: readonly unknown[] } | undefined {
  const rows = buttons
    .filter(({ action }) => action !== '' && new TextEncoder().encode(action).length <= maximumActionBytes)
    .slice(0, maximumButtons)
    .map(({ action, label }) => [{ text: isVisible(clean(label)) ? clean(label) : '…', callback_data: action }]);
  return rows.length > 0 ? { inline_keyboard: rows } : undefined;
}

function joined(text: string, marks: string): string {
  return marks === '' || text === '' ? text + marks : text + spaceAfter(text) + marks;
}

/** Chinese needs no space before what follows. */
function spaceAfter(text: string): string {
  return /[\u3000-\u9fff\uff00-\uffef]$/.test(text) ? '' : ' ';
}

function plainOf(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
