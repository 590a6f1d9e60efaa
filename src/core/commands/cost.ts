import { cost as flow } from '../flows/cost.ts';
import { startFlow } from '../flows/run.ts';
import { inLanguages } from '../menu.ts';
import { readCost } from '../money/sentence.ts';
import type { Command } from './command.ts';

export const cost: Command = {
  name: 'cost',
  option: (translate) => ({ name: 'case', required: false, description: inLanguages(translate, 'cost-option') }),
  run(context, argument) {
    const known = argument.trim() === '' ? undefined : readCost(context.services.script.simplified(argument), true);
    return startFlow(context, flow, known ?? {});
  },
};
