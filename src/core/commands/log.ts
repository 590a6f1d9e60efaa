import { startLog } from '../contact-log/log.ts';
import type { Command } from './command.ts';

export const log: Command = { name: 'log', run: (context) => startLog(context) };
