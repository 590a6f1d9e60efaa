// The shape of what the guided tools say: rules about messages, stages of a debt, and periods. Claims are those of topics.
import { z } from 'zod';

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is lower case words joined by hyphens');
const line = z.string().trim().min(1, 'is empty');
const pair = z.strictObject({ en: line, zh: line });
const reference = z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'is topic/claim');
/** Words with the claims they rest on, named as topic/claim: what is stated is stated once. */
const cited = z.strictObject({ en: line, zh: line, cites: z.array(reference).default([]) });
/** A statement about the world: it rests on a claim. */
const stated = z.strictObject({ en: line, zh: line, cites: z.array(reference).min(1, 'names the claims it rests on') });
const expressions = z.strictObject({ en: z.array(line), zh: z.array(line) });

export const routes = ['lender', 'police', 'fraud', 'court', 'bureau', 'legal'] as const;
/** `danger`: may be a crime. `scam`: after your money. `breach`: against the rules. `check`: to be verified. */
export const severities = ['danger', 'scam', 'breach', 'check'] as const;

/** What the words of a message are a sign of. */
export const messageRuleSchema = z.strictObject({
  id,
  severity: z.enum(severities),
  label: pair,
  /** Regular expressions on the plain, lower-case, Simplified text. */
  patterns: expressions,
  /** Each line is several expressions parted by ` & `: all of them stand within two sentences, in any order. */
  together: expressions.default({ en: [], zh: [] }),
  /** A sentence that also matches one of these sets off nothing. */
  unless: expressions.default({ en: [], zh: [] }),
  shows: stated,
  do: cited,
  routes: z.array(z.enum(routes)).min(1),
  /** The topic that tells more. */
  topic: id,
});

export const messageCheckSchema = z.strictObject({
  warnings: expressions,
  /** Lists that a pattern may use as `<name>`; a list may use others. */
  words: z.strictObject({ en: z.record(id, z.array(line).min(1)), zh: z.record(id, z.array(line).min(1)) }),
  verify: z.array(stated).min(1),
  routes: z.partialRecord(z.enum(routes), stated),
});

/** What usually happens to a kind of debt, by days overdue. */
export const timelineSchema = z.strictObject({
  id,
  label: pair,
  topic: id,
  /** Where a source document says otherwise. */
  correction: stated.optional(),
  stages: z
    .array(
      z.strictObject({
        id,
        /** Day overdue on which it begins; it ends where the next one begins. */
        from: z.int().min(0),
        label: pair,
        usual: z.array(cited).min(1).max(3),
        do: z.array(cited).min(1).max(3),
        cannot: z.array(stated).max(2).default([]),
      }),
    )
    .min(3)
    .refine(
      (stages) => stages.every((stage, at) => stage.from > (stages[at - 1]?.from ?? -1)),
      'begin one after another',
    ),
});

const length = z.union([
  z.strictObject({ parameter: id }),
  /** Advice, which no law gives. */
  z.strictObject({ months: z.int().min(1) }),
]);

/** A period that law or practice gives, from an event to its end. */
export const deadlineSchema = z.strictObject({
  id,
  /** "to object to a payment order" */
  label: pair,
  /** The event that opens it: "you received the payment order". */
  opened: pair,
  /** One, or several that are told apart by their label. */
  ends: z.array(z.strictObject({ length, label: pair })).min(1),
  moves: z.boolean(),
  /** Who has to act: the person, or somebody who has to answer. */
  whose: z.enum(['person', 'other']),
  rule: stated,
  do: cited,
  topic: id,
  /** How a message names it: regular expressions on the plain, lower-case, Simplified text. */
  patterns: expressions,
});

export type MessageRule = z.output<typeof messageRuleSchema>;
export type MessageCheck = z.output<typeof messageCheckSchema>;
export type Severity = (typeof severities)[number];
export type Route = (typeof routes)[number];
export type Timeline = z.output<typeof timelineSchema>;
export type Stage = Timeline['stages'][number];
export type Deadline = z.output<typeof deadlineSchema>;
