// What the Bot API checks before it shows a message or takes a menu; each check gives its refusal.
import { type Entity, isEmptyForTelegram, parseTelegramHtml } from './telegram-html.ts';

export type Parameters = Readonly<Record<string, unknown>>;

export type Refusal = {
  readonly code: number;
  readonly description: string;
  readonly parameters?: Readonly<Record<string, number>>;
};

export type BotButton = { readonly label: string; readonly action?: string; readonly url?: string };

export type Formatted = { readonly text: string; readonly entities: readonly Entity[] };

export function bad(description: string): Refusal {
  return { code: 400, description: `Bad Request: ${description}` };
}

export function isRefusal(value: object): value is Refusal {
  return 'code' in value && 'description' in value;
}

/** Text or caption with its entities; `limit` in characters after parsing. */
export function checkText(value: unknown, mode: unknown, limit: number, what: 'message' | 'message caption') {
  if (typeof value !== 'string' || value === '') return bad(`${what} text is empty`);
  if (!value.isWellFormed()) return bad('strings must be encoded in UTF-8');
  if (mode !== undefined && mode !== 'HTML') return bad('unsupported parse_mode');
  const parsed = mode === 'HTML' ? parseTelegramHtml(value) : ({ ok: true, text: value, entities: [] } as const);
  if (!parsed.ok) return bad(`can't parse entities: ${parsed.fault}`);
  if (isEmptyForTelegram(parsed.text)) return bad('text must be non-empty');
  if (parsed.text.trim().length > limit) return bad(`${what} is too long`);
  return { text: parsed.text.trim(), entities: parsed.entities } satisfies Formatted;
}

/** Rows of an inline keyboard, or the refusal. */
export function checkMarkup(value: unknown): Refusal | readonly (readonly BotButton[])[] {
  if (value === undefined) return [];
  const markup = fromJson(value);
  const rows = isFields(markup) ? markup.inline_keyboard : undefined;
  if (!Array.isArray(rows)) return bad('object expected as reply markup');
  const read: BotButton[][] = [];
  for (const row of rows) {
    if (!Array.isArray(row)) return bad('field "inline_keyboard" must be an Array of Arrays');
    const buttons: BotButton[] = [];
    for (const entry of row) {
      const button = checkButton(entry);
      if (isRefusal(button)) return button;
      buttons.push(button);
    }
    read.push(buttons);
  }
  return read.flat().length > 100 ? bad('reply markup is too long') : read;
}

function checkButton(entry: unknown): Refusal | BotButton {
  if (!isFields(entry)) return bad("can't parse inline keyboard button: InlineKeyboardButton must be an Object");
  const { text: label, callback_data: action, url } = entry;
  if (typeof label !== 'string') return bad('can\'t parse inline keyboard button: Can\'t find field "text"');
  if (isEmptyForTelegram(label)) return bad('inline keyboard button text must be non-empty');
  if (!label.isWellFormed()) return bad('strings must be encoded in UTF-8');
  if (typeof action === 'string') {
    const bytes = new TextEncoder().encode(action).length;
    return bytes >= 1 && bytes <= 64 ? { label, action } : bad('BUTTON_DATA_INVALID');
  }
  if (typeof url !== 'string') return bad('text buttons are unallowed in the inline keyboard');
  return /^(https?|tg):\/\/\S+$/.test(url) ? { label, url } : bad(`inline keyboard button URL '${url}' is invalid`);
}

export type Command = { readonly command: string; readonly description: string };

/** The commands of a menu; one bad entry refuses all. */
export function checkCommands(value: unknown): Refusal | { readonly commands: readonly Command[] } {
  const entries = fromJson(value);
  if (!Array.isArray(entries)) return bad("can't parse commands list");
  if (entries.length > 100) return bad('BOT_COMMANDS_TOO_MUCH');
  const commands: Command[] = [];
  for (const entry of entries) {
    const { command, description } = isFields(entry) ? entry : {};
    if (typeof command !== 'string' || !/^[a-z0-9_]{1,32}$/.test(command)) return bad('BOT_COMMAND_INVALID');
    if (typeof description !== 'string' || description.length < 1 || description.length > 256) {
      return bad('BOT_COMMAND_DESCRIPTION_INVALID');
    }
    commands.push({ command, description });
  }
  return { commands };
}

/** Nested values come as JSON or, in forms, as text that holds JSON. */
export function fromJson(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}

export function isFields(value: unknown): value is Parameters {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
