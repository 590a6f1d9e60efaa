// Which words of a message speak for a topic: the overlap of its tokens and concepts with the topic's ways of asking.
import type { Knowledge } from '../knowledge.ts';
import type { Topic } from '../schema.ts';
import type { Written } from '../terms.ts';
import { createConceptFinder } from './concepts.ts';
import { normalise, stemOf, tokensOf, wordsOf } from './tokens.ts';

export type Explanation = {
  /** Words of the message that the topic's ways of asking use too, the telling ones first. */
  readonly words: readonly string[];
  /** What the message was read as, in any wording: names of shared concepts. */
  readonly concepts: readonly string[];
  /** The way of asking that is closest to the message. */
  readonly nearest?: string;
};

export type Explain = (text: string, topic: string, language: Written) => Explanation;

/** Words and concepts shown at most. */
const most = { words: 6, concepts: 4 } as const;
/** A token that more than this share of the topics use tells nothing. */
const commonShare = 0.4;
/** Every so many ways of asking are read to learn what is common. */
const sampleStep = 4;

/** Slow to make (many ways of asking are read): make it when somebody asks why. */
export function createExplain(knowledge: Knowledge, simplified: (text: string) => string): Explain {
  const findConcepts = createConceptFinder(knowledge.concepts, simplified);
  const tokensIn = (phrases: readonly string[]) =>
    new Set(phrases.flatMap((phrase) => tokensOf(normalise(phrase, simplified))));
  const users = new Map<string, number>();
  const count = knowledge.topics.size;
  for (const topic of knowledge.topics.values()) {
    // A sample tells what is common, in a quarter of the time.
    const sample = phrasesOf(topic).filter((_, index) => index % sampleStep === 0);
    for (const token of tokensIn(sample)) users.set(token, (users.get(token) ?? 0) + 1);
  }
  const rarity = (token: string) => Math.log(count / (users.get(token) ?? 1));
  const telling = (token: string) => (users.get(token) ?? 1) <= count * commonShare;

  return (text, id, language) => {
    const topic = knowledge.topics.get(id);
    if (!topic) return { words: [], concepts: [] };
    const tokens = tokensIn(phrasesOf(topic));
    const message = normalise(text, simplified);
    const weigh = (token: string) => (tokens.has(token) && telling(token) ? rarity(token) : undefined);
    const asked = new Set(phrasesOf(topic).flatMap((phrase) => findConcepts(normalise(phrase, simplified))));
    const shared = findConcepts(message).filter((concept) => asked.has(concept));
    const nearest = nearestOf(message, topic, simplified, rarity);
    return {
      words: [...englishWords(message, weigh), ...chineseWords(message, weigh)]
        .toSorted((a, b) => b.weight - a.weight)
        .slice(0, most.words)
        .map((it) => it.word),
      concepts: shared
        .slice(0, most.concepts)
        .flatMap((it) => knowledge.concepts.find((concept) => concept.id === it)?.[language][0] ?? []),
      ...(nearest === undefined ? {} : { nearest }),
    };
  };
}

/** What a token tells about the topic; undefined when the topic does not use it, or nearly all do. */
type Weigh = (token: string) => number | undefined;
type Weighed = { readonly word: string; readonly weight: number };

function englishWords(message: string, weigh: Weigh): readonly Weighed[] {
  return [...new Set(wordsOf(message))].flatMap((word) => {
    const weight = weigh(stemOf(word));
    return weight === undefined ? [] : [{ word, weight }];
  });
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Words of two characters and more; what tells is the most telling pair in them. */
function chineseWords(message: string, weigh: Weigh): readonly Weighed[] {
  const words = new Set(Array.from(segmenter.segment(message), (it) => it.segment));
  return [...words].flatMap((word) => {
    if (!/^\p{Script=Han}{2,}$/u.test(word)) return [];
    const pairs = tokensOf(word).filter((token) => token.length === 2);
    const weights = pairs.map(weigh).filter((weight) => weight !== undefined);
    return weights.length < pairs.length ? [] : [{ word, weight: Math.max(...weights) }];
  });
}

function phrasesOf(topic: Topic): readonly string[] {
  return [...topic.asks.en, ...topic.asks.zh];
}

function nearestOf(
  message: string,
  topic: Topic,
  simplified: (text: string) => string,
  rarity: (token: string) => number,
): string | undefined {
  const mine = new Set(tokensOf(message));
  let best: { phrase: string; score: number } | undefined;
  for (const phrase of phrasesOf(topic)) {
    const theirs = new Set(tokensOf(normalise(phrase, simplified)));
    const both = [...theirs].filter((token) => mine.has(token));
    const weight = (tokens: Iterable<string>) => [...tokens].reduce((sum, token) => sum + rarity(token), 0);
    const score = weight(both) / Math.max(1, weight(new Set([...mine, ...theirs])));
    if (score > 0 && score > (best?.score ?? 0)) best = { phrase, score };
  }
  return best?.phrase;
}
