import { answerDeadline, askOpened, chooseDeadline, todayOf } from '../deadline/answer.ts';
import { readDeadline } from '../deadline/read.ts';
import { inLanguages } from '../menu.ts';
import type { Command } from './command.ts';

export const deadline: Command = {
  name: 'deadline',
  option: (translate) => ({ name: 'case', required: false, description: inLanguages(translate, 'deadline-option') }),
  async run(context, argument) {
    const { services } = context;
    const said = readDeadline(services.script.simplified(argument), services.knowledge(), todayOf(context));
    if (!said.deadline) return chooseDeadline(context);
    if (said.opened === undefined) return askOpened(context, said.deadline);
    return answerDeadline(context, said.deadline, said.opened);
  },
};
