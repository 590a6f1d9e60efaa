import { type Context, paragraph, reply } from '../context.ts';
import type { Command } from './command.ts';
import { forget as pressed } from './privacy.ts';

/** Asks once, then deletes: the same as the button below /privacy. */
export const forget: Command = {
  name: 'forget',
  run: async (context: Context) =>
    (await pressed(context, 'ask')) ?? reply(context, { blocks: [paragraph(context.say('forget-failed'))] }),
};
