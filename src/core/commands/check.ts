import { askForMessage, checkMessage } from '../check/answer.ts';
import { inLanguages } from '../menu.ts';
import type { Command } from './command.ts';

export const check: Command = {
  name: 'check',
  option: (translate) => ({ name: 'message', required: false, description: inLanguages(translate, 'check-option') }),
  onMessages: (translate) => inLanguages(translate, 'check-menu'),
  run: (context, argument) => (argument.trim() === '' ? askForMessage(context) : checkMessage(context, argument)),
};
