import { answerTopic } from '../answer.ts';
import { answerQuestion } from '../ask.ts';
import { paragraph, remember, reply } from '../context.ts';
import { inLanguages } from '../menu.ts';
import type { Command } from './command.ts';

/** Characters; longer questions are cut by the forms of the platforms. */
const longestQuestion = 1_000;

export const ask: Command = {
  name: 'ask',
  option: (translate) => ({
    name: 'question',
    required: false,
    suggests: true,
    shares: true,
    description: inLanguages(translate, 'ask-option'),
  }),
  async run(context, argument) {
    // A suggestion that was picked while typing carries the topic's id.
    const picked = argument.trim().match(/^topic:([a-z0-9-]+)$/)?.[1];
    const suggested = picked === undefined ? undefined : await answerTopic(context, picked);
    if (suggested) return suggested;
    if (argument.trim() !== '') return answerQuestion(context, argument);
    await remember(context, { ...context.conversation, form: 'ask' });
    return reply(context, {
      blocks: [paragraph(context.say('ask-what'))],
      form: {
        id: 'ask',
        title: context.say('ask-title'),
        fields: [
          {
            id: 'question',
            label: context.say('ask-field'),
            placeholder: context.say('ask-placeholder'),
            maximum: longestQuestion,
            long: true,
          },
        ],
      },
    });
  },
};
