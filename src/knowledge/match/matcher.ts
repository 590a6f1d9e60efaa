// Routes a message to a topic: answers when sure, asks back when torn, abstains outside the field.
import type { Knowledge } from '../knowledge.ts';
import type { Aspect } from '../schema.ts';
import type { Place } from '../terms.ts';
import { createConceptFinder } from './concepts.ts';
import { createFollowUp } from './follow-up.ts';
import { createRanker, type Ranked, type Ranking } from './ranker.ts';
import { normalise } from './tokens.ts';

export type Option = { readonly topic: string; readonly score: number };

export type Match =
  | { readonly kind: 'answer'; readonly topic: string; readonly score: number; readonly others: readonly Option[] }
  | { readonly kind: 'choose'; readonly options: readonly Option[]; readonly score: number }
  | { readonly kind: 'abstain'; readonly score: number };

export type Matcher = {
  match(text: string): Match;
  /** All topics with their share of the score, best first; for suggestions and measures. */
  rank(text: string): readonly Option[];
  /** The aspect of the topic in hand that a message asks about, when it does not stand on its own. */
  followUp(text: string, match: Match): Aspect | undefined;
  /** The places that a text names. */
  placesIn(text: string): readonly Place[];
};

/** Shares (0–1) that decide; chosen on messages that no author of the topics has seen. */
export type Thresholds = {
  /** From this share on the best topic is answered straight. */
  readonly answer: number;
  /** Below this share a topic is no option. */
  readonly option: number;
  /** From this likelihood on a message is outside the field. */
  readonly away: number;
};

export const thresholds: Thresholds = { answer: 0.65, option: 0.01, away: 0.5 };

/** Most options when asking back: more is a menu. */
const mostOptions = 4;

export function createMatcher(knowledge: Knowledge, simplified: (text: string) => string): Matcher {
  const concepts = createConceptFinder(knowledge.concepts, simplified);
  const ranker = createRanker(knowledge, concepts, simplified);
  const aspectOf = createFollowUp(knowledge.followUps);
  const placeFinder = createPlaceFinder(knowledge, simplified);
  return {
    match: (text) => decide(ranker(normalise(text, simplified)), thresholds),
    rank: (text) => ranker(normalise(text, simplified)).topics.map(toOption),
    followUp(text, match) {
      const aspect = aspectOf(normalise(text, simplified));
      if (!aspect) return undefined;
      return match.kind === 'answer' && match.score > followUpCeiling && text.length > longestFollowUp
        ? undefined
        : aspect;
    },
    placesIn: (text) => placeFinder(normalise(text, simplified)),
  };
}

/** A message that is this sure of its own topic, and this long (characters), is no follow-up. */
const followUpCeiling = 0.6;
const longestFollowUp = 24;

/** From a ranking to one of three honest outcomes. */
export function decide({ topics, away }: Ranking, limits: Thresholds): Match {
  const [first] = topics;
  if (!first || away >= limits.away) return { kind: 'abstain', score: away };
  const options = topics
    .slice(0, mostOptions)
    .filter((it) => it.share >= limits.option)
    .map(toOption);
  if (first.share >= limits.answer || options.length < 2) {
    return {
      kind: 'answer',
      topic: first.topic,
      score: first.share,
      others: topics.slice(1, mostOptions).map(toOption),
    };
  }
  return { kind: 'choose', options, score: first.share };
}

function toOption(ranked: Ranked): Option {
  return { topic: ranked.topic, score: ranked.share };
}

function createPlaceFinder(
  knowledge: Knowledge,
  simplified: (text: string) => string,
): (normalised: string) => readonly Place[] {
  const names = [...knowledge.places.values()].map((guide) => ({
    id: guide.id,
    en: guide.names.en.map((name) => new RegExp(`\\b${name.toLowerCase().replace(/[^a-z0-9 ]/g, '.')}\\b`, 'u')),
    zh: guide.names.zh.map((name) => normalise(name, simplified)),
  }));
  return (text) =>
    names
      .filter(({ en, zh }) => en.some((name) => name.test(text)) || zh.some((name) => text.includes(name)))
      .map(({ id }) => id);
}
