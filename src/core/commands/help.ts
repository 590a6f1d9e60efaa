import { paragraph, reply } from '../context.ts';
import { type Block, button } from '../reply.ts';
import type { Command } from './command.ts';
import { commandNames } from './names.ts';

export const help: Command = {
  name: 'help',
  run(context) {
    const lines = commandNames.map((name) => `/${name} · ${context.say(`command-${name}`)}`);
    const blocks: Block[] = [paragraph(context.say('help-intro')), paragraph(lines.join('\n'))];
    return reply(context, { blocks, buttons: [button('command', 'topics', context.say('button-topics'))] });
  },
};
