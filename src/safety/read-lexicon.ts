import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { z } from 'zod';

/** Half the time of the standard settings; a lexicon has no need for types. */
const quick = { schema: 'failsafe', prettyErrors: false } as const;

/**
 * Reads one lexicon of this folder.
 * @throws Error with every fault of the file
 */
export function readLexicon<Value>(name: string, schema: z.ZodType<Value>): Value {
  const result = schema.safeParse(parse(readFileSync(new URL(`./${name}`, import.meta.url), 'utf8'), quick));
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`src/safety/${name}: ${faults.join('; ')}`);
}
