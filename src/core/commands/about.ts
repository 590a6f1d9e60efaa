import { answerTopic } from '../answer.ts';
import { paragraph, reply } from '../context.ts';
import type { Command } from './command.ts';

export const about: Command = {
  name: 'about',
  run: async (context) =>
    (await answerTopic(context, 'about')) ?? reply(context, { blocks: [paragraph(context.say('start-who'))] }),
};
