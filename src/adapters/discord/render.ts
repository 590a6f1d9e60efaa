// A reply → Discord's messages, or a modal. Pure, and always within the limits.
import { type Block, type Button, type Cited, type Form, numberedCitations, type Reply } from '../../core/reply.ts';
import { sourceLines, sourcesHeading } from '../../core/source-lines.ts';
import type { Translate } from '../../core/translator.ts';
import * as limits from './limits.ts';
import { escapeMarkdown, pieces, printable, shorten } from './markdown.ts';

export type DiscordFile = {
  readonly name: string;
  readonly mime: string;
  readonly bytes: Uint8Array;
  readonly description?: string;
};

/** A message as the API takes it; `files` go beside the body. */
export type DiscordMessage = {
  readonly body: {
    readonly content: string;
    readonly allowed_mentions: { readonly parse: readonly [] };
    readonly flags: number;
    readonly components?: readonly ButtonRow[];
    readonly attachments?: readonly { readonly id: number; readonly filename: string; readonly description?: string }[];
  };
  readonly files: readonly DiscordFile[];
};

export type ButtonRow = {
  readonly type: 1;
  readonly components: readonly {
    readonly type: 2;
    readonly style: 2;
    readonly label: string;
    readonly custom_id: string;
  }[];
};

/** No preview of an address: an answer stays an answer (docs.discord.com/developers/resources/message#message-flags). */
const suppressEmbeds = 4;

/** Stands where Discord wants words and there are none. */
const noWords = '\u200B';

export function renderMessages(reply: Reply, translate: Translate): readonly DiscordMessage[] {
  const contents = pack(linesOf(reply, translate));
  const files = reply.blocks.flatMap(fileOf).filter(fits);
  const buttons = usable(reply.buttons);
  const fileGroups = uploads(files);
  const buttonGroups = groups(buttons, limits.rowButtons * limits.messageRows);
  const last = Math.max(contents.length - 1, 0);
  const count = Math.max(contents.length, last + fileGroups.length, last + buttonGroups.length);
  return Array.from({ length: count }, (_, index) =>
    message(contents[index] ?? noWords, buttonGroups[index - last] ?? [], fileGroups[index - last] ?? []),
  );
}

/** The modal of a form as the API takes it, or nothing when Discord cannot show it: then the words ask. */
export function renderModal(form: Form) {
  const ids = [form.id, ...form.fields.map((field) => field.id)];
  if (form.fields.length === 0 || form.fields.length > limits.modalInputs) return;
  if (ids.some((id) => id === '' || id.length > limits.customIdCharacters) || new Set(ids).size < ids.length) return;
  return {
    custom_id: form.id,
    title: shorten(form.title, limits.modalTitleCharacters) || noWords,
    components: form.fields.map((field) => ({
      type: 18,
      label: shorten(field.label, limits.inputLabelCharacters) || noWords,
      component: {
        type: 4,
        custom_id: field.id,
        style: field.long ? 2 : 1,
        max_length: Math.min(Math.max(Math.trunc(field.maximum) || 1, 1), limits.inputCharacters),
        ...(field.placeholder ? { placeholder: shorten(field.placeholder, limits.placeholderCharacters) } : {}),
      },
    })),
  };
}

/** Words with what surrounds them. `open` and `close` are set round every piece when the words have to be cut. */
type Line = {
  readonly words: string;
  readonly open?: string;
  readonly close?: string;
  /** Before the first piece only: a step's number, the word that makes it a caution. */
  readonly first?: string;
  /** After the last piece only: the marks of the sources. */
  readonly last?: string;
  /** What stands between this line and the one before it. */
  readonly gap: '\n' | '\n\n';
};

function linesOf(reply: Reply, translate: Translate): readonly Line[] {
  const numbers = new Map(numberedCitations(reply.blocks).map((citation) => [citation.id, citation.number]));
  const marks = (cited: Cited): string => {
    const own = new Set(cited.citations.map((citation) => `[${numbers.get(citation.id)}]`));
    return own.size > 0 ? ` ${[...own].join('')}` : '';
  };
  const caution = `**${escapeMarkdown(translate(reply.language, 'discord-caution'))}** `;
  const lines = reply.blocks.flatMap((block) => linesOfBlock(block, marks, caution));
  for (const file of reply.blocks.flatMap(fileOf).filter((file) => !fits(file))) {
    lines.push({ words: translate(reply.language, 'discord-file-too-large', { name: file.name }), gap: '\n\n' });
  }
  const sources = sourceLines(reply, translate);
  if (sources.length > 0) {
    lines.push({ words: sourcesHeading(reply, translate), open: '-# ', gap: '\n\n' });
    lines.push(...sources.map((words): Line => ({ words: oneLine(words), open: '-# ', gap: '\n' })));
  }
  if (reply.receipt !== undefined) lines.push({ words: oneLine(reply.receipt), open: '-# ', gap: '\n\n' });
  return lines.filter((line) => printable(line.words).trim() !== '');
}

function linesOfBlock(block: Block, marks: (cited: Cited) => string, caution: string): Line[] {
  switch (block.kind) {
    case 'heading':
      return [{ words: oneLine(block.text), open: '**', close: '**', gap: '\n\n' }];
    case 'paragraph':
      return [{ words: block.text, gap: '\n\n' }];
    case 'claim':
      return [{ words: block.claim.text, last: marks(block.claim), gap: '\n\n' }];
    case 'caution':
      return [
        { words: oneLine(block.caution.text), open: '> ', first: caution, last: marks(block.caution), gap: '\n\n' },
      ];
    case 'steps':
      return block.items.map((item, index) => ({
        words: oneLine(item.text),
        first: `${index + 1}. `,
        last: marks(item),
        gap: index === 0 ? '\n\n' : '\n',
      }));
    case 'picture':
    case 'file':
      return [];
    default:
      return block satisfies never;
  }
}

/** Lines → contents, broken between lines where that is possible. */
function pack(lines: readonly Line[]): readonly string[] {
  const contents: string[] = [];
  let current = '';
  for (const line of lines) {
    for (const [index, dressed] of dress(line).entries()) {
      const joined = current === '' ? dressed : `${current}${line.gap}${dressed}`;
      // The pieces of one line never share a message: a gap between them would stand in the middle of a sentence.
      const fitting = index === 0 && joined.length <= limits.contentCharacters;
      if (!fitting && current !== '') contents.push(current);
      current = fitting ? joined : dressed;
    }
  }
  if (current !== '') contents.push(current);
  return contents;
}

function dress(line: Line): readonly string[] {
  const { open = '', close = '', first = '', last = '' } = line;
  const room = limits.contentCharacters - open.length - close.length - first.length - last.length;
  const cut = pieces(printable(line.words), room);
  return cut.map((piece, index) => {
    const start = index === 0 ? first : '';
    const end = index === cut.length - 1 ? last : '';
    return `${open}${start}${escapeMarkdown(piece)}${close}${end}`;
  });
}

function message(content: string, buttons: readonly Button[], files: readonly DiscordFile[]): DiscordMessage {
  const attachments = files.map((file, id) => ({
    id,
    filename: file.name,
    ...(file.description ? { description: file.description } : {}),
  }));
  return {
    body: {
      content,
      allowed_mentions: { parse: [] },
      flags: suppressEmbeds,
      ...(buttons.length > 0 ? { components: rows(buttons) } : {}),
      ...(attachments.length > 0 ? { attachments } : {}),
    },
    files,
  };
}

function rows(buttons: readonly Button[]): readonly ButtonRow[] {
  return groups(buttons, limits.rowButtons).map((row) => ({
    type: 1,
    components: row.map((button) => ({
      type: 2,
      style: 2,
      label: shorten(button.label, limits.buttonLabelCharacters) || '…',
      custom_id: button.action,
    })),
  }));
}

/** Discord refuses the whole message for one action that is twice there, empty or too long. */
function usable(buttons: readonly Button[]): readonly Button[] {
  const byAction = new Map(buttons.toReversed().map((button) => [button.action, button]));
  return buttons.filter(
    (button) =>
      byAction.get(button.action) === button &&
      button.action.trim() !== '' &&
      button.action.length <= limits.customIdCharacters,
  );
}

function fileOf(block: Block): readonly DiscordFile[] {
  if (block.kind === 'picture') {
    const description = shorten(block.description, limits.fileDescriptionCharacters);
    return [{ name: fileName(block.name), mime: 'image/png', bytes: block.bytes, description }];
  }
  return block.kind === 'file' ? [{ name: fileName(block.name), mime: block.mime, bytes: block.bytes }] : [];
}

function fits(file: DiscordFile): boolean {
  return file.bytes.length <= limits.uploadBytes;
}

/** Files in the order given, as many a message as the number and the bytes allow. */
function uploads(files: readonly DiscordFile[]): readonly (readonly DiscordFile[])[] {
  const found: DiscordFile[][] = [];
  let bytes = 0;
  for (const file of files) {
    const group = found.at(-1);
    bytes += file.bytes.length;
    if (group && group.length < limits.messageFiles && bytes <= limits.uploadBytes) {
      group.push(file);
    } else {
      found.push([file]);
      bytes = file.bytes.length;
    }
  }
  return found;
}

function fileName(name: string): string {
  return (
    name
      .toWellFormed()
      .replaceAll(/[^\p{L}\p{N}._-]+/gu, '_')
      .slice(-80)
      .toWellFormed() || 'file'
  );
}

function oneLine(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, ' ');
}

function groups<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
