// "This is wrong": a sentence for whoever mends the answers.
import { topicButton } from '../answer.ts';
import { writeOut } from '../cite.ts';
import { type Context, orElse, paragraph, remember, reply } from '../context.ts';
import { longestLetter, withoutNumbers } from '../letterbox.ts';
import { button, type Reply } from '../reply.ts';
import type { Command } from './command.ts';

/** The form in which the sentence comes. */
export const wrongForm = 'wrong';

export const wrong: Command = {
  name: 'wrong',
  async run(context, argument) {
    if (argument.trim() !== '') return takeWrong(context, argument);
    await remember(context, { ...context.conversation, form: wrongForm });
    const { topics } = context.services.knowledge();
    const topic = context.conversation.topic === undefined ? undefined : topics.get(context.conversation.topic);
    const label = topic && writeOut(context.services.knowledge(), topic.label, context.reading);
    return reply(context, {
      blocks: [
        paragraph(label === undefined ? context.say('wrong-what') : context.say('wrong-what-about', { label })),
        paragraph(context.say('wrong-kept')),
      ],
      buttons: [button('command', 'start', context.say('wrong-never-mind'))],
      form: {
        id: wrongForm,
        title: context.say('wrong-title'),
        fields: [
          {
            id: 'sentence',
            label: context.say('wrong-field'),
            placeholder: context.say('wrong-placeholder'),
            maximum: longestLetter,
            long: true,
          },
        ],
      },
    });
  },
};

/** Keeps the sentence without who wrote it, and says thanks. */
export async function takeWrong(context: Context, sentence: string): Promise<Reply> {
  const { form: _, ...conversation } = context.conversation;
  await remember(context, conversation);
  const words = withoutNumbers(sentence);
  if (words === '') return reply(context, { blocks: [paragraph(context.say('wrong-empty'))] });
  const { topic } = conversation;
  const letter = { kind: 'wrong', words, language: context.language, day: context.reading.day } as const;
  const kept = await orElse(
    context.services,
    () => context.services.letterbox.add(topic === undefined ? letter : { ...letter, topic }),
    false,
  );
  return reply(context, {
    blocks: [paragraph(context.say(kept ? 'wrong-thanks' : 'not-kept'))],
    buttons: [
      ...(topic === undefined ? [] : topicButton(context, topic)),
      button('command', 'topics', context.say('button-topics')),
    ],
  });
}
