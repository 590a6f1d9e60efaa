import { paragraph, reply } from '../context.ts';
import { askForSentence, signUp } from '../flows/sign-up.ts';
import { inLanguages } from '../menu.ts';
import type { Command } from './command.ts';

export const remind: Command = {
  name: 'remind',
  option: (translate) => ({
    name: 'what',
    required: false,
    description: inLanguages(translate, 'remind-option'),
  }),
  async run(context, argument) {
    const words = argument.trim();
    if (words === '') return askForSentence(context);
    // After the command nothing else can be meant, so "25号 花呗" needs no "remind me".
    const read = (await signUp(context, words)) ?? (await signUp(context, `remind me ${words}`));
    if (read) return read;
    return reply(context, {
      blocks: [paragraph(context.say('remind-not-understood')), paragraph(context.say('remind-example'))],
      personal: true,
    });
  },
};
