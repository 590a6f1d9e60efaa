// Ranks topics for a message by three measures over the ways of asking, and turns them into shares of one.
import type { Knowledge } from '../knowledge.ts';
import { type Example, trainClassifier } from './classifier.ts';
import type { ConceptFinder } from './concepts.ts';
import { at, shares, standardised } from './dense.ts';
import { normalise, tokensOf } from './tokens.ts';

/** The class of messages that belong to no topic. */
export const outside = '(outside)';

export type Ranked = { readonly topic: string; readonly share: number };
export type Ranker = (normalised: string) => readonly Ranked[];

/** Chosen on messages that no author of the topics has seen. */
export const weights = {
  /** Of a token, by its kind: a shared concept, two English words, a part of an English word, anything else. */
  concept: 1.6,
  pair: 0.6,
  part: 0.25,
  plain: 1,
  /** Of the classifier, beside the mean of BM25 and the nearest ways of asking. */
  classifier: 2,
  /** BM25: how soon more of the same stops counting, and how much long topics are held back. */
  saturation: 1.2,
  lengthNorm: 0.4,
  /** How many of its nearest ways of asking stand for a topic. */
  nearestCount: 3,
  /** How sharply scores become shares. */
  sharpness: 1,
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
    const number = numbers.get(token) ?? numbers.size;
    numbers.set(token, number);
    return number;
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
  return (text) => {
    const all = tokenise(text);
    const tokens = Array.from(all, (token) => numbers.get(token)).filter((number) => number !== undefined);
    if (tokens.length === 0) return [];
    const [words, phrase, learnt] = [bm25(tokens), nearest(tokens), classify(tokens)].map(standardised);
    if (!words || !phrase || !learnt) return [];
    const near = standardised(words.map((score, index) => score + at(phrase, index)));
    const scores = near.map((score, index) => score + weights.classifier * at(learnt, index));
    return Array.from(shares(scores, weights.sharpness), (share, index) => ({
      topic: topics[index] ?? outside,
      share,
    })).sort((a, b) => b.share - a.share);
  };
}

type Measure = (tokens: readonly number[]) => Float64Array;

/** BM25 with one document a topic: all its ways of asking together, each token counted in how many of them it stands. */
function createBm25(phrases: readonly Phrase[], size: number, { weight }: Vocabulary): Measure {
  const counts = new Map<number, number>();
  const lengths = new Float64Array(size);
  for (const { topic, tokens } of phrases) {
    for (const token of tokens) counts.set(token * size + topic, (counts.get(token * size + topic) ?? 0) + 1);
    lengths[topic] = at(lengths, topic) + tokens.length;
  }
  const spread = new Float64Array(weight.length);
  for (const key of counts.keys()) {
    const token = Math.floor(key / size);
    spread[token] = at(spread, token) + 1;
  }
  const average = lengths.reduce((sum, length) => sum + length, 0) / size;
  const postings = createPostings(weight.length, (put) => {
    for (const [key, count] of counts) {
      const token = Math.floor(key / size);
      const topic = key % size;
      const rarity = Math.log(1 + (size - at(spread, token) + 0.5) / (at(spread, token) + 0.5)) * at(weight, token);
      const norm = weights.saturation * (1 - weights.lengthNorm + (weights.lengthNorm * at(lengths, topic)) / average);
      put(token, topic, (rarity * count * (weights.saturation + 1)) / (count + norm));
    }
  });
  return (tokens) => {
    const scores = new Float64Array(size);
    for (const token of tokens) postings(token, (topic, value) => (scores[topic] = at(scores, topic) + value));
    return scores;
  };
}

/** How much a token tells: the fewer ways of asking it stands in, the more. */
function rarities(phrases: readonly Phrase[], { weight }: Vocabulary): Float64Array {
  const counts = new Uint32Array(weight.length);
  for (const { tokens } of phrases) for (const token of tokens) counts[token] = at(counts, token) + 1;
  return weight.map((own, token) => Math.log(1 + phrases.length / at(counts, token)) * own);
}

/** Cosine with each way of asking; a topic has the mean of its nearest few. */
function createNearest(phrases: readonly Phrase[], size: number, rarity: Float64Array): Measure {
  const postings = createPostings(rarity.length, (put) => {
    for (const [index, { tokens }] of phrases.entries()) {
      const length = Math.sqrt(tokens.reduce((sum, token) => sum + at(rarity, token) ** 2, 0)) || 1;
      for (const token of tokens) put(token, index, at(rarity, token) / length);
    }
  });
  const similar = new Float64Array(phrases.length);
  const { nearestCount } = weights;
  return (tokens) => {
    similar.fill(0);
    let length = 0;
    for (const token of tokens) {
      const own = at(rarity, token);
      length += own ** 2;
      postings(token, (phrase, value) => (similar[phrase] = at(similar, phrase) + own * value));
    }
    const best = Array.from({ length: size }, () => new Float64Array(nearestCount));
    for (const [phrase, { topic }] of phrases.entries()) insert(best[topic], at(similar, phrase));
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
    starts[token + 1] = at(starts, token + 1) + 1;
  });
  for (let token = 0; token < size; token += 1) starts[token + 1] = at(starts, token + 1) + at(starts, token);
  const next = starts.slice();
  const places = new Uint32Array(at(starts, size));
  const values = new Float32Array(at(starts, size));
  fill((token, place, value) => {
    const index = at(next, token);
    next[token] = index + 1;
    places[index] = place;
    values[index] = value;
  });
  return (token, visit) => {
    for (let index = at(starts, token); index < at(starts, token + 1); index += 1)
      visit(at(places, index), at(values, index));
  };
}

/** Keeps the greatest few, greatest first. */
function insert(values: Float64Array | undefined, value: number): void {
  if (!values) return;
  let index = values.length - 1;
  if (value <= at(values, index)) return;
  for (; index > 0 && at(values, index - 1) < value; index -= 1) values[index] = at(values, index - 1);
  values[index] = value;
}

function weightOf(token: string): number {
  if (token.startsWith('@')) return weights.concept;
  if (token.startsWith('~')) return weights.part;
  return token.includes(' ') ? weights.pair : weights.plain;
}
