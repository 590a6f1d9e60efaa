// Ranks topics for a message by two measures over the ways of asking, and turns them into shares of one.
import type { Knowledge } from '../knowledge.ts';
import type { ConceptFinder } from './concepts.ts';
import { normalise, tokensOf } from './tokens.ts';

/** The class of messages that belong to no topic. */
export const outside = '(outside)';

export type Ranked = { readonly topic: string; readonly share: number };
export type Ranker = (normalised: string) => readonly Ranked[];

type Phrase = { readonly topic: number; readonly tokens: ReadonlyMap<string, number> };

export const weights = { concept: 1.6, bm25: 1, nearest: 1, temperature: 1.1, k1: 1.2, b: 0.4, nearestCount: 3 };

export function createRanker(
  knowledge: Knowledge,
  concepts: ConceptFinder,
  simplified: (text: string) => string,
): Ranker {
  const topics = [...knowledge.topics.keys(), outside];
  const tokenise = (text: string) => counted([...tokensOf(text), ...concepts(text).map((id) => `@${id}`)]);
  const phrases: Phrase[] = [];
  const add = (topic: number, texts: readonly string[]) => {
    for (const text of texts) phrases.push({ topic, tokens: tokenise(normalise(text, simplified)) });
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
  const bm25 = createBm25(phrases, topics.length);
  const nearest = createNearest(phrases, topics.length);
  return (text) => {
    const tokens = tokenise(text);
    if (tokens.size === 0) return [];
    const left = standardised(bm25(tokens));
    const right = standardised(nearest(tokens));
    const scores = left.map((score, index) => score * weights.bm25 + (right[index] ?? 0) * weights.nearest);
    return shares(scores)
      .map((share, index) => ({ topic: topics[index] ?? outside, share }))
      .toSorted((a, b) => b.share - a.share);
  };
}

function counted(tokens: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
  return counts;
}

/** BM25 with one document a topic: all its ways of asking together, each token counted in how many of them it stands. */
function createBm25(
  phrases: readonly Phrase[],
  size: number,
): (tokens: ReadonlyMap<string, number>) => readonly number[] {
  const postings = new Map<string, Map<number, number>>();
  const lengths = new Array<number>(size).fill(0);
  for (const { topic, tokens } of phrases) {
    for (const token of tokens.keys()) {
      const posting = postings.get(token) ?? new Map<number, number>();
      posting.set(topic, (posting.get(topic) ?? 0) + 1);
      postings.set(token, posting);
      lengths[topic] = (lengths[topic] ?? 0) + 1;
    }
  }
  const average = lengths.reduce((sum, length) => sum + length, 0) / size;
  return (tokens) => {
    const scores = new Array<number>(size).fill(0);
    for (const token of tokens.keys()) {
      const posting = postings.get(token);
      if (!posting) continue;
      const rarity = Math.log(1 + (size - posting.size + 0.5) / (posting.size + 0.5)) * weightOf(token);
      for (const [topic, count] of posting) {
        const norm = weights.k1 * (1 - weights.b + (weights.b * (lengths[topic] ?? 0)) / average);
        scores[topic] = (scores[topic] ?? 0) + (rarity * count * (weights.k1 + 1)) / (count + norm);
      }
    }
    return scores;
  };
}

/** Cosine with each way of asking; a topic has the mean of its nearest few. */
function createNearest(
  phrases: readonly Phrase[],
  size: number,
): (tokens: ReadonlyMap<string, number>) => readonly number[] {
  const documents = new Map<string, number>();
  for (const { tokens } of phrases)
    for (const token of tokens.keys()) documents.set(token, (documents.get(token) ?? 0) + 1);
  const rarity = (token: string) => {
    const count = documents.get(token);
    return count === undefined ? 0 : Math.log(1 + phrases.length / count) * weightOf(token);
  };
  const postings = new Map<string, [phrase: number, weight: number][]>();
  for (const [index, { tokens }] of phrases.entries()) {
    const length = Math.sqrt([...tokens.keys()].reduce((sum, token) => sum + rarity(token) ** 2, 0)) || 1;
    for (const token of tokens.keys()) {
      const posting = postings.get(token) ?? [];
      posting.push([index, rarity(token) / length]);
      postings.set(token, posting);
    }
  }
  return (tokens) => {
    const similar = new Float64Array(phrases.length);
    let length = 0;
    for (const token of tokens.keys()) {
      const weight = rarity(token);
      length += weight ** 2;
      for (const [phrase, other] of postings.get(token) ?? [])
        similar[phrase] = (similar[phrase] ?? 0) + weight * other;
    }
    const best = Array.from({ length: size }, () => new Array<number>(weights.nearestCount).fill(0));
    for (const [phrase, { topic }] of phrases.entries()) insert(best[topic] ?? [], similar[phrase] ?? 0);
    const norm = Math.sqrt(length) || 1;
    return best.map((values) => values.reduce((sum, value) => sum + value, 0) / values.length / norm);
  };
}

/** Keeps the greatest few, greatest first. */
function insert(values: number[], value: number): void {
  if (value <= (values.at(-1) ?? 0)) return;
  values[values.length - 1] = value;
  values.sort((a, b) => b - a);
}

function weightOf(token: string): number {
  if (token.startsWith('@')) return weights.concept;
  if (token.startsWith('~')) return 0.25;
  if (token.includes(' ')) return 0.6;
  return 1;
}

function standardised(scores: readonly number[]): readonly number[] {
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const spread = Math.sqrt(scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / scores.length) || 1;
  return scores.map((score) => (score - mean) / spread);
}

function shares(scores: readonly number[]): readonly number[] {
  const greatest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp((score - greatest) * weights.temperature));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}
