import { destination, pino } from 'pino';
import type { Log } from './core/log.ts';

/** Notes for the operator, one JSON object a line, to standard error: standard output belongs to the chat in the terminal. */
export function createLog(level: string): Log {
  const logger = pino({ level, base: null }, destination(2));
  return {
    trace: (fields, message) => logger.trace(fields, message),
    debug: (fields, message) => logger.debug(fields, message),
    info: (fields, message) => logger.info(fields, message),
    warn: (fields, message) => logger.warn(fields, message),
    error: (fields, message) => logger.error(fields, message),
  };
}
