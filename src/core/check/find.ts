// Which rules a message sets off, with the words that did it. Pure.
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { compilePatterns, compileTogether } from '../../knowledge/message-patterns.ts';
import { type MessageRule, severities } from '../../knowledge/tool-schema.ts';

export type Finding = {
  readonly rule: MessageRule;
  /** As they stand in the message, at most three. */
  readonly words: readonly string[];
};

/** Characters that are read of a message, and that are quoted of a hit. */
const longest = { message: 4_000, quote: 48 } as const;
const mostQuotes = 3;

type Compiled = {
  readonly rule: MessageRule;
  readonly patterns: readonly RegExp[];
  readonly together: readonly (readonly RegExp[])[];
  readonly unless: readonly RegExp[];
};
type Span = { readonly from: number; readonly to: number };
export type Finder = (message: string) => readonly Finding[];

/**
 * Worst first. A sentence that warns of such things, promises not to do them or denies them sets off nothing.
 * @param simplified turns Traditional into Simplified Chinese
 */
export function createFinder(knowledge: Knowledge, simplified: (text: string) => string): Finder {
  const { words, warnings } = knowledge.messageCheck;
  const harmless = compilePatterns(warnings, words, 'iu');
  const rules: readonly Compiled[] = [...knowledge.messageRules.values()].map((rule) => ({
    rule,
    patterns: compilePatterns(rule.patterns, words, 'giu'),
    together: compileTogether(rule.together, words, 'iu'),
    unless: [...harmless, ...compilePatterns(rule.unless, words, 'iu')],
  }));
  return (message) => {
    const shown = tidy(message);
    const read = simplified(shown.toLowerCase());
    // Where both have the same length a place in one is a place in the other, and the person's own words are quoted.
    const source = read.length === shown.length ? shown : read;
    const sentences = sentencesOf(read);
    return rules
      .flatMap((rule): Finding[] => {
        const plain = direct(read, sentences, rule);
        const spans = apart(plain.length > 0 ? plain : jointly(read, sentences, rule));
        const words = spans.map(({ from, to }) => quote(source.slice(from, to)));
        return words.length === 0 ? [] : [{ rule: rule.rule, words: [...new Set(words)].slice(0, mostQuotes) }];
      })
      .toSorted((a, b) => severities.indexOf(a.rule.severity) - severities.indexOf(b.rule.severity));
  };
}

function direct(read: string, sentences: readonly Span[], { patterns, unless }: Compiled): readonly Span[] {
  return patterns
    .flatMap((pattern) => [...read.matchAll(pattern)])
    .map((match) => ({ from: match.index, to: match.index + match[0].length }))
    .filter((span) => span.to > span.from && !isHarmless(around(read, sentences, span), unless));
}

/** All expressions of a line within two sentences that follow one another. */
function jointly(read: string, sentences: readonly Span[], { together, unless }: Compiled): readonly Span[] {
  return sentences.flatMap(({ from }, at) => {
    const to = (sentences[at + 1] ?? sentences[at])?.to ?? read.length;
    const text = read.slice(from, to);
    for (const parts of together) {
      const hits = parts.map((part) => part.exec(text));
      const spans = hits.flatMap((hit) =>
        hit ? [{ from: from + hit.index, to: from + hit.index + hit[0].length }] : [],
      );
      if (spans.length === parts.length && !isHarmless(text, unless)) return spans;
    }
    return [];
  });
}

/** Full-width forms plain, invisible characters out, "爆 通 讯 录" written apart read in one. */
function tidy(message: string): string {
  return message
    .slice(0, longest.message)
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '')
    .replace(/[‘’´`]/g, "'")
    .replace(/\p{Script=Han}(?:[ .·*_-]{1,2}\p{Script=Han}){2,}/gu, (run) => run.replace(/[ .·*_-]+/g, ''))
    .replace(/[ \t\r\u3000]+/g, ' ')
    .trim();
}

function sentencesOf(text: string): readonly Span[] {
  const ends = [...text.matchAll(/[。!?;；\n]+|\.(?= |$)/gu)].map((match) => match.index + match[0].length);
  return [...ends, text.length]
    .map((to, at) => ({ from: at === 0 ? 0 : (ends[at - 1] ?? 0), to }))
    .filter(({ from, to }) => text.slice(from, to).trim() !== '');
}

/** The sentences that a hit touches. */
function around(text: string, sentences: readonly Span[], { from, to }: Span): string {
  const touched = sentences.filter((sentence) => sentence.from < to && sentence.to > from);
  return text.slice(touched[0]?.from ?? 0, touched.at(-1)?.to ?? text.length);
}

function isHarmless(sentence: string, unless: readonly RegExp[]): boolean {
  return unless.some((pattern) => pattern.test(sentence));
}

/** Hits that do not overlap, the earliest and longest first. */
function apart(hits: readonly Span[]): readonly Span[] {
  let reached = 0;
  return hits
    .toSorted((a, b) => a.from - b.from || b.to - a.to)
    .filter(({ from, to }) => {
      if (from < reached) return false;
      reached = to;
      return true;
    });
}

function quote(words: string): string {
  const letters = [...words.trim()];
  return letters.length <= longest.quote ? letters.join('') : `${letters.slice(0, longest.quote - 1).join('')}…`;
}
