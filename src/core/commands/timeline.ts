import { startFlow } from '../flows/run.ts';
import { timeline as flow } from '../flows/timeline.ts';
import { inLanguages } from '../menu.ts';
import { readSituation } from '../situation.ts';
import type { Command } from './command.ts';

export const timeline: Command = {
  name: 'timeline',
  option: (translate) => ({ name: 'case', required: false, description: inLanguages(translate, 'timeline-option') }),
  run: (context, argument) => startFlow(context, flow, readSituation(context.services.script.simplified(argument))),
};
