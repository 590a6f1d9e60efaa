import { paragraph, reply } from '../context.ts';
import { type Button, button } from '../reply.ts';
import type { Command } from './command.ts';

/** The commonest situations, in the order in which people come with them. */
const situations: readonly (readonly [verb: string, value: string, key: string])[] = [
  ['topic', 'late-by-a-day', 'start-late'],
  ['topic', 'cannot-pay', 'start-cannot-pay'],
  ['topic', 'collection-rules', 'start-collectors'],
  ['topic', 'record-impact', 'start-record'],
  ['topic', 'sued-what-now', 'start-court'],
  ['command', 'remind', 'start-remind'],
];

export const start: Command = {
  name: 'start',
  run(context) {
    const { topics } = context.services.knowledge();
    const buttons = situations.map(([verb, value, key]): Button => {
      // A knowledge folder without the topic still has its group of topics.
      const known = verb !== 'topic' || topics.has(value);
      return known ? button(verb, value, context.say(key)) : button('command', 'topics', context.say(key));
    });
    return reply(context, {
      blocks: [
        paragraph(context.say('start-who')),
        paragraph(context.say('start-what')),
        paragraph(context.say('start-how')),
      ],
      buttons,
    });
  },
};
