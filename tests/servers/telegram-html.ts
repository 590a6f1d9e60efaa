// Reads HTML the way Telegram does: the same tags, the same refusals, the same offsets.

export type Entity = { readonly type: string; readonly offset: number; readonly length: number; readonly url?: string };

export type Parsed =
  | { readonly ok: true; readonly text: string; readonly entities: readonly Entity[] }
  /** `fault` as the Bot API words it after "can't parse entities: ". */
  | { readonly ok: false; readonly fault: string };

/** core.telegram.org/bots/api#html-style */
const entityOfTag: Readonly<Record<string, string>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  span: 'spoiler',
  'tg-spoiler': 'spoiler',
  'tg-emoji': 'custom_emoji',
  a: 'text_link',
  code: 'code',
  pre: 'pre',
  blockquote: 'blockquote',
};

const references: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };

type Open = { readonly tag: string; readonly offset: number; readonly attributes: string };

export function parseTelegramHtml(html: string): Parsed {
  const open: Open[] = [];
  const entities: Entity[] = [];
  let text = '';
  for (let at = 0; at < html.length; ) {
    const rest = html.slice(at);
    if (rest.startsWith('&')) {
      const reference = /^&(?:#(\d+)|#x([\da-f]+)|([a-z]+));?/i.exec(rest);
      const decoded = reference === null ? undefined : characterOf(reference);
      text += decoded ?? '&';
      at += decoded === undefined ? 1 : (reference?.[0].length ?? 1);
    } else if (rest.startsWith('<')) {
      const byte = new TextEncoder().encode(html.slice(0, at)).length;
      const tag = /^<(\/?)([^\s>]*)([^>]*)>/.exec(rest);
      if (tag === null) return { ok: false, fault: `Unclosed start tag at byte offset ${byte}` };
      const fault = readTag(tag, byte, text.length, open, entities);
      if (fault !== undefined) return { ok: false, fault };
      at += tag[0].length;
    } else {
      const plain = /^[^&<]+/.exec(rest)?.[0] ?? '';
      text += plain;
      at += plain.length;
    }
  }
  const last = open.at(-1);
  if (last !== undefined) return { ok: false, fault: `Can't find end tag corresponding to start tag "${last.tag}"` };
  return { ok: true, text, entities };
}

function readTag(
  [, slash, name = '', attributes = '']: RegExpExecArray,
  byte: number,
  offset: number,
  open: Open[],
  entities: Entity[],
): string | undefined {
  const tag = name.toLowerCase();
  if (slash === '') {
    const isSpoiler = tag !== 'span' || /class\s*=\s*"?tg-spoiler"?/.test(attributes);
    if (!Object.hasOwn(entityOfTag, tag) || !isSpoiler) return `Unsupported start tag "${tag}" at byte offset ${byte}`;
    open.push({ tag, offset, attributes });
    return undefined;
  }
  const begun = open.pop();
  if (begun === undefined) return `Unexpected end tag at byte offset ${byte}`;
  if (tag !== '' && tag !== begun.tag) {
    return `Unmatched end tag at byte offset ${byte}, expected "</${begun.tag}>", found "</${tag}>"`;
  }
  const url = /href\s*=\s*"([^"]*)"/.exec(begun.attributes)?.[1];
  const length = offset - begun.offset;
  const type = entityOfTag[begun.tag] ?? '';
  if (length > 0) entities.push({ type, offset: begun.offset, length, ...(url === undefined ? {} : { url }) });
  return undefined;
}

/** Telegram knows four names and numbers; anything else stays as it is written. */
function characterOf([, decimal, hexadecimal, name]: RegExpExecArray): string | undefined {
  if (name !== undefined) return references[name];
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number.parseInt(decimal, 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

/** Whether anything is left of a text after Telegram has trimmed it. */
export function isEmptyForTelegram(text: string): boolean {
  return !/[^\s\p{Default_Ignorable_Code_Point}\p{Cc}]/u.test(text.replaceAll(/\u2800|\u0333|\u033f|\u030a/g, ''));
}
