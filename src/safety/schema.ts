// The shape of the safety lexicons. Patterns are checked when they are compiled, see patterns.ts.
import { z } from 'zod';

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is lower case words joined by hyphens');
/** One pattern a line; lines that begin with # are notes. Text blocks are read many times faster than YAML lists. */
const lines = z
  .string()
  .default('')
  .transform((text) => text.split('\n').filter((line) => line !== '' && !line.startsWith('#')));
/** Named lists that patterns use as `<name>`: one a line, or in one paragraph with commas between. */
const words = z.record(
  id,
  z.string().transform((text) => (text.includes('\n') ? text.split('\n') : text.split(', '))),
);
/** `written = meant`, one a line. */
const table = z
  .string()
  .transform((text) => {
    const rows = text.split('\n').filter((row) => row !== '' && !row.startsWith('#'));
    return Object.fromEntries(rows.map((row) => row.split(' = ')));
  })
  .pipe(z.record(z.string(), z.string().min(1)));
const list = z.string().transform((text) => text.split(', '));
const both = z.strictObject({ en: lines, zh: lines });

export const dangers = ['suicide', 'harm', 'violence'] as const;

export const spellingSchema = z.strictObject({
  /** Whole words. */
  en: table,
  /** Anywhere in the text. */
  zh: table,
  /** English words inside Chinese. */
  mixed: table,
  /** English words that are recognised with one letter wrong, missing, doubled or swapped. */
  typos: list,
  /** Real words one letter away from those. */
  real: list,
});

export const crisisSchema = z.strictObject({
  /** A message is a crisis when the points of what it holds reach this. */
  threshold: z.coerce.number().int().positive(),
  words: z.strictObject({ en: words, zh: words }),
  /** Sounds dire and is not: taken out before anything is looked for. */
  idioms: both,
  /** Points that patterns give, once a rule; contexts that defuse give negative ones. */
  rules: z.array(
    z.strictObject({
      id,
      points: z.coerce.number().int(),
      /** Absent where the words alone tell nothing of it. */
      danger: z.enum(dangers).optional(),
      /** The words themselves speak of somebody else. */
      who: z.literal('other').optional(),
      en: lines,
      zh: lines,
    }),
  ),
  /** Somebody other than the writer, just before what was found. */
  others: both,
});

export const refusalSchema = z.strictObject({
  words: z.strictObject({ en: words, zh: words }),
  /** Honest neighbours of every kind: victims, reports, questions about the law. */
  honest: both,
  /** Wants it done: then the words of an honest neighbour excuse nothing. */
  intent: both,
  /** Asks for something. */
  request: both,
  rules: z.array(
    z.strictObject({
      id,
      /** Where the lawful way is described; those that exist become buttons. */
      topics: z.array(id).min(1).max(3),
      en: lines,
      zh: lines,
      /** Wrong only where something is asked for. */
      asked: both.optional(),
      /** `one & other & third`: all of them, anywhere, in any order. */
      together: both.optional(),
      /** Honest neighbours of this rule alone. */
      unless: both.optional(),
    }),
  ),
});

export const secretsSchema = z.strictObject({
  /** The first group is the secret. */
  rules: z.array(z.strictObject({ what: z.enum(['password', 'code']), patterns: z.array(z.string()).min(1) })),
});

export type Spelling = z.output<typeof spellingSchema>;
export type Crisis = z.output<typeof crisisSchema>;
export type Refusal = z.output<typeof refusalSchema>;
export type Secrets = z.output<typeof secretsSchema>;
export type Danger = (typeof dangers)[number];
