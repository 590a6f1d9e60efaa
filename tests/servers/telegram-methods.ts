// The methods of the Bot API that the test server knows, over chats that live in memory.
import {
  type BotButton,
  bad,
  type Command,
  checkCommands,
  checkMarkup,
  checkText,
  fromJson,
  isFields,
  isRefusal,
  type Parameters,
  type Refusal,
} from './telegram-checks.ts';
import type { Entity } from './telegram-html.ts';
import { createUpdateQueue, type UpdateQueue } from './telegram-updates.ts';

export type UploadedFile = { readonly name: string; readonly mime: string; readonly bytes: Uint8Array };

/** A message of the bot as its reader has it. */
export type BotMessage = {
  readonly id: number;
  readonly chat: number;
  /** Words without markup; a caption for a file or a picture. */
  readonly text: string;
  readonly entities: readonly Entity[];
  readonly buttons: readonly (readonly BotButton[])[];
  readonly file?: UploadedFile & { readonly kind: 'photo' | 'document' };
  /** The message it quotes. */
  readonly quotes?: number;
  /** The topic of a forum. */
  readonly topic?: number;
};

type Result = Refusal | { readonly result: unknown };

export type Methods = {
  call(
    method: string,
    parameters: Parameters,
    files: ReadonlyMap<string, UploadedFile>,
    gone: AbortSignal,
  ): Promise<Result>;
  messages(chat?: number): readonly BotMessage[];
  readonly updates: UpdateQueue;
  /** Chats that exist, with what the Bot API tells of them. */
  readonly chats: Map<number, object>;
  readonly blocked: Set<number>;
  readonly presses: Set<string>;
  readonly answeredPresses: Set<string>;
  readonly menus: Map<string, readonly Command[]>;
  /** Message ids count up over people and bot alike. */
  nextMessageId(): number;
};

/** Every message of the tests was written then. Seconds. */
export const sentAt = 1_790_000_000;

export function createMethods(bot: { readonly id: number; readonly username: string }): Methods {
  const self = { id: bot.id, is_bot: true, first_name: 'Debt guide', username: bot.username };
  const messages: BotMessage[] = [];
  const updates = createUpdateQueue();
  const chats = new Map<number, object>();
  const blocked = new Set<number>();
  const presses = new Set<string>();
  const answeredPresses = new Set<string>();
  const menus = new Map<string, readonly Command[]>();
  let lastMessage = 100;
  const nextMessageId = () => {
    lastMessage += 1;
    return lastMessage;
  };

  function show(parameters: Parameters, content: Pick<BotMessage, 'text' | 'entities' | 'file'>): Result {
    const chat = Number(parameters.chat_id);
    if (!chats.has(chat)) return bad('chat not found');
    if (blocked.has(chat)) return { code: 403, description: 'Forbidden: bot was blocked by the user' };
    const buttons = checkMarkup(parameters.reply_markup);
    if (isRefusal(buttons)) return buttons;
    const quoted = fromJson(parameters.reply_parameters);
    const quotes = isFields(quoted) ? Number(quoted.message_id) : undefined;
    const topic = parameters.message_thread_id;
    const message: BotMessage = {
      id: nextMessageId(),
      chat,
      ...content,
      buttons,
      ...(quotes === undefined ? {} : { quotes }),
      ...(topic === undefined ? {} : { topic: Number(topic) }),
    };
    messages.push(message);
    return { result: asResult(message) };
  }

  function asResult({ id, chat, text, entities }: BotMessage): object {
    return { message_id: id, date: sentAt, chat: chats.get(chat), from: self, text, entities };
  }

  function showFile(kind: 'photo' | 'document', parameters: Parameters, file: UploadedFile | undefined): Result {
    if (file === undefined) return bad(`there is no ${kind} in the request`);
    if (file.bytes.length === 0) return bad('file must be non-empty');
    const { caption, parse_mode: mode } = parameters;
    const words =
      caption === undefined ? { text: '', entities: [] } : checkText(caption, mode, 1024, 'message caption');
    return isRefusal(words) ? words : show(parameters, { ...words, file: { ...file, kind } });
  }

  function edit(parameters: Parameters): Result {
    const index = messages.findIndex(
      ({ id, chat }) => id === parameters.message_id && chat === Number(parameters.chat_id),
    );
    const old = messages[index];
    if (old === undefined) return bad('message to edit not found');
    const words = checkText(parameters.text, parameters.parse_mode, 4096, 'message');
    if (isRefusal(words)) return words;
    const buttons = checkMarkup(parameters.reply_markup);
    if (isRefusal(buttons)) return buttons;
    const next = { ...old, ...words, buttons };
    if (JSON.stringify(next) === JSON.stringify(old)) return bad('message is not modified');
    messages[index] = next;
    return { result: asResult(next) };
  }

  function answerPress(parameters: Parameters): Result {
    const id = String(parameters.callback_query_id);
    if (!presses.has(id)) return bad('query is too old and response timeout expired or query ID is invalid');
    answeredPresses.add(id);
    return { result: true };
  }

  async function getUpdates(parameters: Parameters, gone: AbortSignal): Promise<Result> {
    const { offset = 0, limit = 100, timeout = 0, allowed_updates: allowed } = parameters;
    const types = fromJson(allowed);
    if (Array.isArray(types)) updates.allow(types.map(String));
    const polled = await updates.poll(Number(offset), Number(limit), Number(timeout), gone);
    return 'updates' in polled ? { result: polled.updates } : polled;
  }

  function setCommands(parameters: Parameters): Result {
    const checked = checkCommands(parameters.commands);
    if (isRefusal(checked)) return checked;
    menus.set(String(parameters.language_code ?? ''), checked.commands);
    return { result: true };
  }

  async function call(
    method: string,
    parameters: Parameters,
    files: ReadonlyMap<string, UploadedFile>,
    gone: AbortSignal,
  ): Promise<Result> {
    switch (method) {
      case 'getme':
        return { result: { ...self, can_join_groups: true, can_read_all_group_messages: false } };
      case 'getupdates':
        return getUpdates(parameters, gone);
      case 'deletewebhook':
      case 'sendchataction':
        return { result: true };
      case 'sendmessage': {
        const words = checkText(parameters.text, parameters.parse_mode, 4096, 'message');
        return isRefusal(words) ? words : show(parameters, words);
      }
      case 'sendphoto':
        return showFile('photo', parameters, fileIn(files, 'photo', parameters));
      case 'senddocument':
        return showFile('document', parameters, fileIn(files, 'document', parameters));
      case 'editmessagetext':
        return edit(parameters);
      case 'answercallbackquery':
        return answerPress(parameters);
      case 'setmycommands':
        return setCommands(parameters);
      case 'getmycommands':
        return { result: menus.get(String(parameters.language_code ?? '')) ?? [] };
      case 'deletemycommands':
        menus.delete(String(parameters.language_code ?? ''));
        return { result: true };
      default:
        return { code: 404, description: 'Not Found: method not found' };
    }
  }

  return {
    call,
    messages: (chat) => messages.filter((message) => chat === undefined || message.chat === chat),
    updates,
    chats,
    blocked,
    presses,
    answeredPresses,
    menus,
    nextMessageId,
  };
}

/** A file is its own field, or a field elsewhere that is named with attach://. */
function fileIn(files: ReadonlyMap<string, UploadedFile>, field: string, parameters: Parameters) {
  const [, attached] = /^attach:\/\/(.+)$/.exec(String(parameters[field])) ?? [];
  return files.get(attached ?? field);
}
