import { conversationKey, paragraph, personKey, reply } from '../context.ts';
import { ownerOf } from '../flows/sign-up.ts';
import type { Command } from './command.ts';

/** Everything that is kept about a person, as one JSON file for that person alone. */
export const mydata: Command = {
  name: 'mydata',
  async run(context) {
    const { services, origin, preferences, conversation } = context;
    const [person, chat] = [personKey(origin), conversationKey(origin)];
    try {
      const [reminders, kept, contacts, progress] = await Promise.all([
        services.reminders.list(ownerOf(context)),
        services.kept.get(person),
        services.contacts.get(person),
        services.progress.get(chat),
      ]);
      const text = JSON.stringify(
        { made: context.reading.day, preferences, conversation, reminders, kept, contacts, unfinished: progress },
        null,
        2,
      );
      return reply(context, {
        blocks: [
          paragraph(context.say('mydata-here')),
          { kind: 'file', name: 'my-data.json', mime: 'application/json', bytes: new TextEncoder().encode(text) },
        ],
        personal: true,
      });
    } catch (error) {
      services.log.error({ error: error instanceof Error ? error.name : 'unknown' }, 'what is kept could not be read');
      return reply(context, { blocks: [paragraph(context.say('mydata-failed'))], personal: true });
    }
  },
};
