// The shape of every knowledge file. What zod refuses here never reaches a person.
import { z } from 'zod';
import { places } from './terms.ts';

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is lower case words joined by hyphens');
const line = z.string().trim().min(1, 'is empty');
const pair = z.strictObject({ en: line, zh: line });
/** Many phrases as one block of text, a phrase a line: quick to read in, and no phrase needs quoting. */
const phrases = z.string().transform((text) =>
  text
    .split('\n')
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== ''),
);
const day = z.iso.date('is a date: YYYY-MM-DD');
/** Rows of the fact sheets: 1.12, S34, hotlines, II-hong-kong. */
const fact = z.string().regex(/^(\d+\.\d+|S\d+|hotlines|II-[a-z-]+|practice)$/, 'is a row of the fact sheets');

const reference = z.strictObject({ source: id, article: line.optional() });

/** Standing demands evidence: each kind has its own. */
const standing = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('verified'), on: day, where: line, recheck: day.optional() }),
  z.strictObject({ kind: z.literal('reported'), on: day, by: line, recheck: day.optional() }),
  z.strictObject({ kind: z.literal('disputed'), on: day, says: pair, law: pair, recheck: day.optional() }),
  z.strictObject({ kind: z.literal('unverified'), on: day, because: pair, recheck: day.optional() }),
]);

const claim = z
  .strictObject({
    id,
    en: line,
    zh: line,
    facts: z.array(fact).min(1),
    sources: z.array(reference),
    standing,
  })
  .refine((it) => it.standing.kind === 'unverified' || it.sources.length > 0, {
    path: ['sources'],
    message: 'names at least one source, unless the standing is unverified',
  });

/** Words with the ids of the claims they rest on. */
const cited = z.strictObject({ en: line, zh: line, cites: z.array(id).default([]) });

export const aspects = ['how-long', 'how-much', 'where', 'who', 'how', 'what-if-not', 'is-it-legal', 'proof'] as const;

/** Tools that an answer may offer; a button appears when the command of that name exists. */
export const tools = [
  'remind',
  'cost',
  'plan',
  'guide',
  'script',
  'letter',
  'timeline',
  'check',
  'log',
  'rebuild',
  'creditor',
  'place',
  'privacy',
  'topics',
] as const;

export const topicSchema = z.strictObject({
  id,
  group: id,
  /** On a button: at most 32 characters in English, 14 in Chinese. */
  label: pair,
  /** The question as a person asks it. */
  question: pair,
  /** One or two sentences. */
  answer: cited,
  steps: z.array(cited).max(5),
  cautions: z.array(cited).max(2).default([]),
  /** Said once where a source document is wrong: "Some articles say …; the regulation says …". */
  correction: cited.optional(),
  /** Answers to follow-up questions while this topic is in hand. */
  follow_ups: z.partialRecord(z.enum(aspects), cited).default({}),
  claims: z.array(claim).default([]),
  related: z.array(id).min(1).max(4),
  tools: z.array(z.enum(tools)).default([]),
  /** Passages of the source documents that this topic is derived from: "000-I", "002-2". */
  seeds: z.array(z.string().regex(/^00[0-4]-[\w-]+$/, 'is document-section, as 000-I')).default([]),
  /** Many ways of asking it. */
  asks: z.strictObject({ en: phrases, zh: phrases }),
});

export const groupsSchema = z.array(z.strictObject({ id, label: pair }));

export const sourcesSchema = z.record(
  id,
  z.strictObject({
    name: pair,
    issuer: pair,
    /** The year it took effect, or the day. */
    date: z.string().regex(/^\d{4}(-\d\d(-\d\d)?)?$/),
    kind: z.enum([
      'law',
      'interpretation',
      'regulation',
      'rule',
      'standard',
      'self-regulation',
      'notice',
      'contract',
      'guide',
    ]),
    link: z.url({ protocol: /^https$/ }).optional(),
  }),
);

export const units = [
  'years',
  'months',
  'days',
  'hours',
  'times',
  'people',
  'cny',
  'percent',
  'percent-a-day',
  'clock',
  'number',
] as const;

export const parametersSchema = z.array(
  z.strictObject({
    id,
    name: pair,
    unit: z.enum(units),
    facts: z.array(fact).min(1),
    source: reference,
    /** By date of effect, oldest first. `until` closes the last one: after it the value is not known. */
    values: z.array(z.strictObject({ from: day, until: day.optional(), value: z.union([z.number(), line]) })).min(1),
  }),
);

export const neverSchema = z.array(
  z.strictObject({
    id,
    reason: pair,
    /** Regular expressions, tried on every sentence. */
    patterns: z.strictObject({ en: z.array(line), zh: z.array(line) }),
    /** A sentence that also matches one of these is fine: it denies or warns. */
    unless: z.strictObject({ en: z.array(line).default([]), zh: z.array(line).default([]) }).optional(),
  }),
);

export const placeSchema = z.strictObject({
  id: z.enum(places),
  label: pair,
  /** Words by which a message names this place. */
  names: z.strictObject({ en: z.array(line), zh: z.array(line) }),
  /** The whole place in two sentences. */
  answer: cited,
  /** One paragraph a subject; `topics` are the mainland topics that it answers here. */
  parts: z.array(z.strictObject({ id, label: pair, topics: z.array(id), cites: z.array(id).min(1) })),
  claims: z.array(claim),
});

/** Synonym groups that all topics and both languages share. */
export const conceptsSchema = z.array(
  z.strictObject({
    id,
    slot: z.enum(['who', 'what', 'debt', 'stage', 'feeling', 'time', 'money', 'place', 'channel']),
    en: z.array(line).default([]),
    zh: z.array(line).default([]),
  }),
);

/** How people ask on about the topic in hand: regular expressions by aspect. */
export const followUpsSchema = z.array(
  z.strictObject({ aspect: z.enum(aspects), en: z.array(line), zh: z.array(line) }),
);

export const outsideSchema = z.strictObject({ en: phrases, zh: phrases });

/** What became of a statement of a source document. */
export const verdicts = ['kept', 'limited', 'corrected', 'dropped'] as const;

/** A source document: its sections, and every statement in it with what became of it. */
export const documentSchema = z.strictObject({
  id: z.string().regex(/^\d{3}$/, 'is the number of the document, as "000"'),
  title: pair,
  /** For whom it was written, and what to know when reading it. */
  about: pair,
  sections: z.array(z.strictObject({ id: line, summary: pair })).min(1),
  claims: z.array(
    z.strictObject({
      id: line,
      section: line,
      says: pair,
      verdict: z.enum(verdicts),
      why: pair,
      topics: z.array(id).min(1, 'names the topics that carry the right fact'),
      /** The claims that carry it, as topic/claim. */
      carried: z.array(z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'is topic/claim')),
    }),
  ),
  /** Passages that state nothing about the subject. */
  left_out: z.array(z.strictObject({ id: line, what: pair, why: pair })).default([]),
});

/** Rows of the fact sheets that change with time. */
export const timeSensitiveSchema = z.strictObject({
  rows: z.array(
    z.strictObject({
      sheet: z.enum(['facts', 'supplement']),
      rows: z.array(fact).min(1),
      why: line,
      /** Only claims with these words are meant: a regular expression. */
      mentions: line.optional(),
    }),
  ),
  /** Claims that rest on such a row and need no recheck, and why. */
  without: z.array(z.strictObject({ claims: z.array(line).min(1), why: line })),
});

export type Topic = z.output<typeof topicSchema>;
export type Claim = z.output<typeof claim>;
export type CitedPair = z.output<typeof cited>;
export type Standing = z.output<typeof standing>;
export type Aspect = (typeof aspects)[number];
export type Tool = (typeof tools)[number];
export type Group = z.output<typeof groupsSchema>[number];
export type Source = z.output<typeof sourcesSchema>[string];
export type Parameter = z.output<typeof parametersSchema>[number];
export type Never = z.output<typeof neverSchema>[number];
export type PlaceGuide = z.output<typeof placeSchema>;
export type Concept = z.output<typeof conceptsSchema>[number];
export type FollowUp = z.output<typeof followUpsSchema>[number];
export type Outside = z.output<typeof outsideSchema>;
export type SourceDocument = z.output<typeof documentSchema>;
export type TimeSensitive = z.output<typeof timeSensitiveSchema>;
