import { listReminders } from '../flows/manage-reminders.ts';
import type { Command } from './command.ts';

export const reminders: Command = {
  name: 'reminders',
  run: (context) => listReminders(context),
};
