import { paragraph, reply } from '../context.ts';
import { askForSentence, signUp, timeChoices } from '../flows/sign-up.ts';
import { type ChoiceOption, inLanguages } from '../menu.ts';
import type { Translate } from '../translator.ts';
import type { Command } from './command.ts';

export const remind: Command = {
  name: 'remind',
  option: (translate) => ({
    name: 'what',
    required: false,
    suggests: true,
    description: inLanguages(translate, 'remind-option'),
    also: [early(translate), time(translate)],
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

/** The values are words of the grammar: they are read together with the sentence, in whatever language it is. */
const earlyChoices = [
  { value: '3 days, 1 day before and on the day', days: '3, 1, 0' },
  { value: '7 days, 3 days, 1 day before and on the day', days: '7, 3, 1, 0' },
  { value: '3 days before', days: '3' },
  { value: '1 day before', days: '1' },
  { value: '7 days before', days: '7' },
  { value: 'on the day itself', days: '0' },
] as const;

function early(translate: Translate): ChoiceOption {
  return {
    name: 'early',
    description: inLanguages(translate, 'remind-option-early'),
    choices: earlyChoices.map(({ value, days }) => ({ value, label: { en: days, 'zh-Hans': days, 'zh-Hant': days } })),
  };
}

function time(translate: Translate): ChoiceOption {
  return {
    name: 'time',
    description: inLanguages(translate, 'remind-option-time'),
    choices: timeChoices.map((at) => ({ value: `at ${at}`, label: { en: at, 'zh-Hans': at, 'zh-Hant': at } })),
  };
}
