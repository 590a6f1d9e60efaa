import { answerTopic } from '../answer.ts';
import { paragraph, reply } from '../context.ts';
import type { Command } from './command.ts';

export const privacy: Command = {
  name: 'privacy',
  run: async (context) =>
    (await answerTopic(context, 'privacy')) ?? reply(context, { blocks: [paragraph(context.say('privacy-short'))] }),
};
