import { caseAnswers, plan as flow } from '../flows/plan.ts';
import { startFlow } from '../flows/run.ts';
import { inLanguages } from '../menu.ts';
import { readCase } from '../money/debt-lines.ts';
import type { Command } from './command.ts';

export const plan: Command = {
  name: 'plan',
  option: (translate) => ({ name: 'debts', required: false, description: inLanguages(translate, 'plan-option') }),
  run(context, argument) {
    const read = argument.trim() === '' ? undefined : readCase(context.services.script.simplified(argument), 1);
    return startFlow(context, flow, read ? caseAnswers(read) : {});
  },
};
