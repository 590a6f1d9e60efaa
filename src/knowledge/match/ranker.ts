// Ranks topics for a message by three measures over the ways of asking, and tells what belongs to none.
import type { Knowledge } from '../knowledge.ts';
import { type Example, trainClassifier } from './classifier.ts';
import type { ConceptFinder } from './concepts.ts';
import { greatest, shares, standardised } from './dense.ts';
import { normalise, tokensOf } from './tokens.ts';
import { createTypoRepair } from './typos.ts';

/** The class of messages that belong to no topic. */
export const outside = '(outside)';

export type Ranked = { readonly topic: string; readonly share: number };

export type Ranking = {
  /** All topics with their shares of one, best first; empty when no word of the message is known. */
  readonly topics: readonly Ranked[];
  /** How likely the message belongs to no topic, 0 to 1. */
  readonly away: number;
};

export type Ranker = (normalised: string) => Ranking;

/** Chosen on messages that no author of the topics has seen. */
export const weights = {
  /** Of a token, by its kind: a shared concept, two English words, anything else. */
  concept: 1.6,
  pair: 0.6,
  plain: 1,
  /** Of the three measures. */
  bm25: 1,
  nearest: 0.3,
  classifier: 0.7,
  /** BM25: how soon more of the same stops counting, and how much long topics are held back. */
  saturation: 1.8,
  lengthNorm: 0.5,
  /** How many of its nearest ways of asking stand for a topic. */
  nearestCount: 5,
  /** A logistic regression tells what is outside the field: by how much the class of outside messages wins over the
   *  best topic, how much the best topic has to show at all, and how many shared concepts the message names. */
  away: { constant: 11.04, classifier: 0.43, bm25: 1.99, best: -2.77, concepts: -0.593 },
};

/** One way of asking: its topic and the numbers of its tokens, each once. */
type Phrase = Example;

type Vocabulary = { readonly numbers: ReadonlyMap<string, number>; readonly weight: Float64Array };

export function createRanker(
  knowledge: Pick<Knowledge, 'topics' | 'outside'>,
  concepts: ConceptFinder,
  simplified: (text: string) => string,
): Ranker {
  const topics = [...knowledge.topics.keys(), outside];
  const tokenise = (text: string) => new Set([...tokensOf(text), ...concepts(text).map((id) => `@${id}`)]);
  const numbers = new Map<string, number>();
  const numberOf = (token: string) => {
    const known = numbers.get(token);
    if (known !== undefined) return known;
    numbers.set(token, numbers.size);
    return numbers.size - 1;
  };
  const phrases: Phrase[] = [];
  const add = (topic: number, texts: readonly string[]) => {
    for (const text of texts)
      phrases.push({ topic, tokens: Array.from(tokenise(normalise(text, simplified)), numberOf) });
  };
  for (const [index, topic] of [...knowledge.topics.values()].entries()) {
    add(index, [
      ...topic.asks.en,
      ...topic.asks.zh,
      topic.question.en,
      topic.question.zh,
      topic.label.en,
      topic.label.zh,
    ]);
  }
  add(topics.length - 1, [...knowledge.outside.en, ...knowledge.outside.zh]);
  const vocabulary: Vocabulary = { numbers, weight: Float64Array.from(numbers.keys(), weightOf) };
  const rarity = rarities(phrases, vocabulary);
  const bm25 = createBm25(phrases, topics.length, vocabulary);
  const nearest = createNearest(phrases, topics.length, rarity);
  const classify = trainClassifier(phrases, topics.length, rarity);
  const repair = createTypoRepair(usesOf(phrases, numbers));
  return (text) => {
    const all = tokenise(repair(text));
    const tokens = Array.from(all, (token) => numbers.get(token)).filter((number) => number !== undefined);
    if (tokens.length === 0) return { topics: [], away: 1 };
    const scores = { bm25: bm25(tokens), nearest: nearest(tokens), classifier: classify(tokens) };
    const named = [...all].filter((token) => token.startsWith('@')).length;
    return { topics: rank(scores, topics), away: awayShare(scores, named) };
  };
}

type Scores = Readonly<Record<'bm25' | 'nearest' | 'classifier', Float64Array>>;

/** The topics alone, without the last class: what is outside is told apart separately. */
function rank(scores: Scores, topics: readonly string[]): readonly Ranked[] {
  const own = (measure: Float64Array) => standardised(measure.subarray(0, measure.length - 1));
  const [bm25, nearest, classifier] = [own(scores.bm25), own(scores.nearest), own(scores.classifier)];
  const sum = bm25.map(
    (score, topic) =>
      weights.bm25 * score + weights.nearest * (nearest[topic] ?? 0) + weights.classifier * (classifier[topic] ?? 0),
  );
  return Array.from(shares(sum), (share, topic) => ({ topic: topics[topic] ?? outside, share })).sort(
    (a, b) => b.share - a.share,
  );
}

function awayShare({ bm25, classifier }: Scores, concepts: number): number {
  const last = bm25.length - 1;
  const best = Math.log(greatest(bm25.subarray(0, last)) + 1);
  const score =
    weights.away.constant +
    weights.away.classifier * ((classifier[last] ?? 0) - greatest(classifier.subarray(0, last))) +
    weights.away.bm25 * (Math.log((bm25[last] ?? 0) + 1) - best) +
    weights.away.best * best +
    weights.away.concepts * concepts;
  return 1 / (1 + Math.exp(-score));
}

type Measure = (tokens: readonly number[]) => Float64Array;

/** BM25 with one document a topic: all its ways of asking together, each token counted in how many of them it stands. */
function createBm25(phrases: readonly Phrase[], size: number, { weight }: Vocabulary): Measure {
  const documents = countTokens(phrases, size, weight.length);
  const spread = new Uint32Array(weight.length);
  for (const { tokens } of documents) for (const token of tokens) spread[token] = (spread[token] ?? 0) + 1;
  const average = documents.reduce((sum, document) => sum + document.length, 0) / size;
  const postings = createPostings(weight.length, (put) => {
    for (const [topic, { tokens, counts, length }] of documents.entries()) {
      const norm = weights.saturation * (1 - weights.lengthNorm + (weights.lengthNorm * length) / average);
      for (const [index, token] of tokens.entries()) {
        const stands = spread[token] ?? 0;
        const count = counts[index] ?? 0;
        const rarity = Math.log(1 + (size - stands + 0.5) / (stands + 0.5)) * (weight[token] ?? 0);
        put(token, topic, (rarity * count * (weights.saturation + 1)) / (count + norm));
      }
    }
  });
  return (tokens) => {
    const scores = new Float64Array(size);
    for (const token of tokens) postings(token, (topic, value) => (scores[topic] = (scores[topic] ?? 0) + value));
    return scores;
  };
}

type Document = { readonly tokens: readonly number[]; readonly counts: readonly number[]; readonly length: number };

/** For each topic its different tokens, and in how many ways of asking each stands. */
function countTokens(phrases: readonly Phrase[], size: number, vocabulary: number): readonly Document[] {
  const counted = new Uint32Array(vocabulary);
  const byTopic = Map.groupBy(phrases, ({ topic }) => topic);
  return Array.from({ length: size }, (_, topic) => {
    const tokens: number[] = [];
    let length = 0;
    for (const phrase of byTopic.get(topic) ?? []) {
      length += phrase.tokens.length;
      for (const token of phrase.tokens) {
        if (counted[token] === 0) tokens.push(token);
        counted[token] = (counted[token] ?? 0) + 1;
      }
    }
    const counts = tokens.map((token) => counted[token] ?? 0);
    for (const token of tokens) counted[token] = 0;
    return { tokens, counts, length };
  });
}

/** How many ways of asking use each token. */
function usesOf(phrases: readonly Phrase[], numbers: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const counts = new Uint32Array(numbers.size);
  for (const { tokens } of phrases) for (const token of tokens) counts[token] = (counts[token] ?? 0) + 1;
  return new Map(Array.from(numbers, ([token, number]) => [token, counts[number] ?? 0]));
}

/** How much a token tells: the fewer ways of asking it stands in, the more. */
function rarities(phrases: readonly Phrase[], { weight }: Vocabulary): Float64Array {
  const counts = new Uint32Array(weight.length);
  for (const { tokens } of phrases) for (const token of tokens) counts[token] = (counts[token] ?? 0) + 1;
  return weight.map((own, token) => Math.log(1 + phrases.length / (counts[token] ?? 0)) * own);
}

/** Cosine with each way of asking; a topic has the mean of its nearest few. */
function createNearest(phrases: readonly Phrase[], size: number, rarity: Float64Array): Measure {
  const postings = createPostings(rarity.length, (put) => {
    for (const [index, { tokens }] of phrases.entries()) {
      const length = Math.sqrt(tokens.reduce((sum, token) => sum + (rarity[token] ?? 0) ** 2, 0)) || 1;
      for (const token of tokens) put(token, index, (rarity[token] ?? 0) / length);
    }
  });
  const similar = new Float64Array(phrases.length);
  const { nearestCount } = weights;
  return (tokens) => {
    similar.fill(0);
    let length = 0;
    for (const token of tokens) {
      const own = rarity[token] ?? 0;
      length += own ** 2;
      postings(token, (phrase, value) => (similar[phrase] = (similar[phrase] ?? 0) + own * value));
    }
    const best = Array.from({ length: size }, () => new Float64Array(nearestCount));
    for (const [phrase, { topic }] of phrases.entries()) insert(best[topic], similar[phrase] ?? 0);
    const norm = (Math.sqrt(length) || 1) * nearestCount;
    return Float64Array.from(best, (values) => values.reduce((sum, value) => sum + value, 0) / norm);
  };
}

/** For each token the places where it stands, with a value each, packed; `fill` runs twice, to count and to write. */
function createPostings(
  size: number,
  fill: (put: (token: number, place: number, value: number) => void) => void,
): (token: number, visit: (place: number, value: number) => void) => void {
  const starts = new Uint32Array(size + 1);
  fill((token) => {
    starts[token + 1] = (starts[token + 1] ?? 0) + 1;
  });
  for (let token = 0; token < size; token += 1) starts[token + 1] = (starts[token + 1] ?? 0) + (starts[token] ?? 0);
  const next = starts.slice();
  const places = new Uint32Array(starts[size] ?? 0);
  const values = new Float32Array(starts[size] ?? 0);
  fill((token, place, value) => {
    const index = next[token] ?? 0;
    next[token] = index + 1;
    places[index] = place;
    values[index] = value;
  });
  return (token, visit) => {
    for (let index = starts[token] ?? 0; index < (starts[token + 1] ?? 0); index += 1)
      visit(places[index] ?? 0, values[index] ?? 0);
  };
}

/** Keeps the greatest few, greatest first. */
function insert(values: Float64Array | undefined, value: number): void {
  if (!values) return;
  let index = values.length - 1;
  if (value <= (values[index] ?? 0)) return;
  for (; index > 0 && (values[index - 1] ?? 0) < value; index -= 1) values[index] = values[index - 1] ?? 0;
  values[index] = value;
}

function weightOf(token: string): number {
  if (token.startsWith('@')) return weights.concept;
  return token.includes(' ') ? weights.pair : weights.plain;
}
