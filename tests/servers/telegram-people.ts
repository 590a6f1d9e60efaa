// People and groups of the test server: what they write and press becomes updates as Telegram makes them.
import { until } from '../contracts/adapter.ts';
import { type BotMessage, type Methods, sentAt } from './telegram-methods.ts';

export type PersonOptions = { readonly id?: number; readonly language?: string; readonly name?: string };

export type Group = {
  readonly id: number;
  readonly chat: object;
  /** The bot's messages in it, oldest first. */
  messages(): readonly BotMessage[];
};

export type Where = {
  /** A group in place of the private chat. */
  readonly in?: Group;
  /** The message that this one answers. */
  readonly answers?: BotMessage;
  /** The topic of a forum. */
  readonly topic?: number;
};

export type Person = {
  readonly id: number;
  /** Each of these gives the id of its update. */
  says(text: string, where?: Where): number;
  /** The newest button with this label; `old` as after 48 hours, when Telegram no longer shows the message. */
  presses(label: string, where?: Where & { readonly old?: boolean }): number;
  /** A button that the bot never showed, or showed long ago. */
  sendsAction(action: string, where?: Where): number;
  edits(text: string, where?: Where): number;
  sendsSticker(where?: Where): number;
  sendsPhoto(caption?: string, where?: Where): number;
  /** The bot's messages in the private chat, oldest first. */
  messages(): readonly BotMessage[];
  /** Waits for a message of the bot in the private chat that has these words. */
  reads(words: string): Promise<BotMessage>;
  blocks(): void;
};

export type People = {
  person(options?: PersonOptions): Person;
  group(options?: { readonly forum?: boolean }): Group;
};

export function createPeople(methods: Methods, bot: { readonly id: number; readonly username: string }): People {
  const { updates, chats, presses } = methods;
  const self = { id: bot.id, is_bot: true, first_name: 'Debt guide', username: bot.username };
  let nextPerson = 5_000_001;
  let nextGroup = -1_001_000_001;
  let nextPress = 1;

  function person(options: PersonOptions = {}): Person {
    const id = options.id ?? nextPerson;
    if (options.id === undefined) nextPerson += 1;
    const from = {
      id,
      is_bot: false,
      first_name: options.name ?? 'Lin',
      ...(options.language === undefined ? {} : { language_code: options.language }),
    };
    const own = { id, type: 'private', first_name: from.first_name };
    chats.set(id, own);

    const message = (content: object, where: Where) => ({
      message_id: methods.nextMessageId(),
      date: sentAt,
      from,
      chat: where.in?.chat ?? own,
      ...content,
      ...(where.answers === undefined ? {} : { reply_to_message: ofBot(where.answers) }),
      ...(where.topic === undefined ? {} : { is_topic_message: true, message_thread_id: where.topic }),
    });
    const press = (action: string, carrier: object) => {
      const pressId = `48000${nextPress}`;
      nextPress += 1;
      presses.add(pressId);
      return updates.add('callback_query', { id: pressId, from, chat_instance: '1', data: action, message: carrier });
    };
    const messages = () => methods.messages(id);

    return {
      id,
      says: (text, where = {}) => updates.add('message', message({ text, ...entitiesIn(text) }, where)),
      presses(label, where = {}) {
        const shown = methods.messages(where.in?.id ?? id).toReversed();
        for (const carrier of shown) {
          const action = carrier.buttons.flat().find((button) => button.label === label)?.action;
          if (action === undefined) continue;
          const chat = where.in?.chat ?? own;
          const inaccessible = { message_id: carrier.id, date: 0, chat };
          return press(action, where.old === true ? inaccessible : { ...ofBot(carrier), ...topicOf(where) });
        }
        throw new Error(`Nobody sees a button "${label}".`);
      },
      sendsAction: (action, where = {}) => press(action, { message_id: 1, date: 0, chat: where.in?.chat ?? own }),
      edits: (text, where = {}) => updates.add('edited_message', message({ text, edit_date: sentAt }, where)),
      sendsSticker: (where = {}) =>
        updates.add('message', message({ sticker: { file_id: 'sticker', emoji: '👍' } }, where)),
      sendsPhoto: (caption, where = {}) =>
        updates.add('message', message({ photo: [{ file_id: 'photo' }], ...(caption ? { caption } : {}) }, where)),
      messages,
      async reads(words) {
        const found = () => messages().find(({ text }) => text.includes(words));
        await until(() => found() !== undefined);
        const shown = found();
        if (shown === undefined) throw new Error(`No message says "${words}".`);
        return shown;
      },
      blocks: () => void methods.blocked.add(id),
    };
  }

  function ofBot(shown: BotMessage): object {
    return { message_id: shown.id, date: sentAt, from: self, chat: chats.get(shown.chat), text: shown.text };
  }

  function group(options: { readonly forum?: boolean } = {}): Group {
    const id = nextGroup;
    nextGroup -= 1;
    const chat = { id, type: 'supergroup', title: 'Neighbours', ...(options.forum ? { is_forum: true } : {}) };
    chats.set(id, chat);
    return { id, chat, messages: () => methods.messages(id) };
  }

  return { person, group };
}

function topicOf({ topic }: Where): object {
  return topic === undefined ? {} : { is_topic_message: true, message_thread_id: topic };
}

/** Commands and mentions are marked as Telegram marks them; offsets in UTF-16 units. */
function entitiesIn(text: string): object {
  const entities = [...text.matchAll(/(?<![\w/@])(\/\w{1,32}(?:@\w+)?|@\w{3,32})/g)].map((match) => ({
    type: match[0].startsWith('/') ? 'bot_command' : 'mention',
    offset: match.index,
    length: match[0].length,
  }));
  return entities.length > 0 ? { entities } : {};
}
