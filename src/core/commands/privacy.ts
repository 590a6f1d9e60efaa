// What is kept about a person, shown and deleted.
import { answerTopic } from '../answer.ts';
import { writeOut } from '../cite.ts';
import { contactsOf } from '../contact-log/log.ts';
import { type Context, conversationKey, orElse, paragraph, personKey, reply } from '../context.ts';
import { keptLines } from '../flows/kept.ts';
import { zoneName } from '../flows/reminder-words.ts';
import { ownerOf } from '../flows/sign-up.ts';
import { button, type Reply } from '../reply.ts';
import type { Command } from './command.ts';

export const privacy: Command = {
  name: 'privacy',
  async run(context) {
    const { preferences, conversation } = context;
    const knowledge = context.services.knowledge();
    const place = preferences.place === undefined ? undefined : knowledge.places.get(preferences.place);
    const topic = conversation.topic === undefined ? undefined : knowledge.topics.get(conversation.topic);
    const { length: reminders } = await orElse(
      context.services,
      () => context.services.reminders.list(ownerOf(context)),
      [],
    );
    const { length: contacts } = await contactsOf(context);
    const kept = [
      preferences.language === undefined
        ? undefined
        : context.say('kept-language', { language: context.say(`language-${preferences.language}`) }),
      place ? context.say('kept-place', { place: writeOut(knowledge, place.label, context.reading) }) : undefined,
      preferences.zone === undefined
        ? undefined
        : context.say('kept-zone', { zone: zoneName(context, preferences.zone) }),
      conversation.signUp ? context.say('kept-sign-up') : undefined,
      ...(await keptLines(context)),
      contacts === 0 ? undefined : context.say('kept-contacts', { count: contacts }),
      reminders === 0 ? undefined : context.say('kept-reminders', { count: reminders }),
      topic ? context.say('kept-topic', { topic: writeOut(knowledge, topic.label, context.reading) }) : undefined,
      preferences.shareUnanswered === undefined
        ? undefined
        : context.say(preferences.shareUnanswered ? 'kept-share-yes' : 'kept-share-no'),
    ].filter((line) => line !== undefined);
    const about = await answerTopic(context, 'privacy');
    const lines = kept.length === 0 ? context.say('kept-nothing') : [context.say('kept-heading'), ...kept].join('\n');
    return reply(context, {
      blocks: [...(about?.blocks ?? [paragraph(context.say('privacy-short'))]), paragraph(lines)],
      buttons: [
        button('forget', 'ask', context.say('forget-button')),
        ...(preferences.shareUnanswered ? [button('share', 'no', context.say('share-stop'))] : []),
      ],
      outcome: { kind: 'command' },
      personal: true,
    });
  },
};

/** Asks once, then deletes what is kept about the person in every kind of value. */
export async function forget(context: Context, value: string): Promise<Reply | undefined> {
  if (value === 'ask') {
    return reply(context, {
      blocks: [paragraph(context.say('forget-sure'))],
      buttons: [
        button('forget', 'yes', context.say('forget-yes')),
        button('command', 'start', context.say('forget-no')),
      ],
      personal: true,
    });
  }
  if (value !== 'yes') return undefined;
  const { services, origin } = context;
  try {
    await services.reminders.forget(origin);
    await services.kept.delete(personKey(origin));
    await services.contacts.delete(personKey(origin));
    await services.progress.delete(conversationKey(origin));
    await services.preferences.delete(personKey(origin));
    await services.conversations.delete(conversationKey(origin));
    services.recent.delete(conversationKey(origin));
    return reply(context, { blocks: [paragraph(context.say('forget-done'))], personal: true });
  } catch (error) {
    services.log.error({ error: error instanceof Error ? error.name : 'unknown' }, 'a deletion failed');
    return reply(context, {
      blocks: [paragraph(context.say('forget-failed'))],
      buttons: [button('forget', 'yes', context.say('forget-yes'))],
      personal: true,
    });
  }
}
