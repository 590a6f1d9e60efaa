import type { Context } from '../context.ts';
import type { MenuChoices, MenuEntry } from '../menu.ts';
import type { Reply } from '../reply.ts';
import type { Translate } from '../translator.ts';
import type { CommandName } from './names.ts';

/** One command: its name is its locale key (`command-<name>`), its menu entry and its button. */
export type Command = {
  readonly name: CommandName;
  readonly option?: (translate: Translate, choices: MenuChoices) => NonNullable<MenuEntry['option']>;
  /** Its name in the menu of a message, at most 32 characters, where a platform has one. */
  readonly onMessages?: (translate: Translate) => NonNullable<MenuEntry['onMessages']>;
  /** `argument` is the rest of the line, or what a button of this command carried; possibly empty. */
  run(context: Context, argument: string): Promise<Reply> | Reply;
};
