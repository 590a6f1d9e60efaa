// Routes a message to a topic: answers when sure, asks back when torn, abstains outside the field.
import type { Knowledge } from '../knowledge.ts';
import type { Aspect } from '../schema.ts';
import type { Place } from '../terms.ts';
import { createConceptFinder } from './concepts.ts';
import { createFollowUp } from './follow-up.ts';
import { createRanker, outside, type Ranked } from './ranker.ts';
import { normalise } from './tokens.ts';

export type Option = { readonly topic: string; readonly score: number };

export type Match =
  | { readonly kind: 'answer'; readonly topic: string; readonly score: number; readonly others: readonly Option[] }
  | { readonly kind: 'choose'; readonly options: readonly Option[]; readonly score: number }
  | { readonly kind: 'abstain'; readonly score: number };

export type Matcher = {
  match(text: string): Match;
  /** All topics, and the class of what is outside, with their share of the score, best first; for measures. */
  rank(text: string): readonly Option[];
  /** The aspect of the topic in hand that a message asks about, when it does not stand on its own. */
  followUp(text: string, match: Match): Aspect | undefined;
  /** The places that a text names. */
  placesIn(text: string): readonly Place[];
};

/** Shares of the score (0–1) that decide; chosen on messages that no author of the topics has seen. */
export type Thresholds = {
  readonly answer: number;
  readonly margin: number;
  readonly option: number;
  readonly outside: number;
};

export const thresholds: Thresholds = { answer: 0.45, margin: 1.6, option: 0.1, outside: 0.5 };

export function createMatcher(knowledge: Knowledge, simplified: (text: string) => string): Matcher {
  const concepts = createConceptFinder(knowledge.concepts, simplified);
  const ranker = createRanker(knowledge, concepts, simplified);
  const aspectOf = createFollowUp(knowledge.followUps);
  const placeFinder = createPlaceFinder(knowledge, simplified);
  const rank = (text: string) => ranker(normalise(text, simplified));
  return {
    match: (text) => decide(rank(text), thresholds),
    rank: (text) => rank(text).map(toOption),
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

/** From ranked shares to one of three honest outcomes. */
export function decide(ranked: readonly Ranked[], limits: Thresholds): Match {
  const [best, second] = ranked;
  if (!best || best.share <= 0) return { kind: 'abstain', score: 0 };
  const away = ranked.find((it) => it.topic === outside)?.share ?? 0;
  const topics = ranked.filter((it) => it.topic !== outside);
  const [first, next] = topics;
  if (best.topic === outside && (away >= limits.outside || !first)) return { kind: 'abstain', score: away };
  if (!first || !second) return { kind: 'abstain', score: 0 };
  const sure = best === first && first.share >= limits.answer && first.share >= (next?.share ?? 0) * limits.margin;
  const others = topics.slice(1, 4).map(toOption);
  if (sure) return { kind: 'answer', topic: first.topic, score: first.share, others };
  const options = topics.slice(0, 4).filter((it) => it.share >= limits.option);
  if (options.length >= 2) return { kind: 'choose', options: options.map(toOption), score: first.share };
  if (options.length === 1) return { kind: 'answer', topic: first.topic, score: first.share, others };
  return { kind: 'abstain', score: first.share };
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
