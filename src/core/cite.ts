// The only way a claim reaches a reader: its words together with source, standing and the day of the check.
import type { Knowledge } from '../knowledge/knowledge.ts';
import { fill } from '../knowledge/parameters.ts';
import type { CitedPair, Claim, Source } from '../knowledge/schema.ts';
import { type Language, type Pair, type Written, written } from './language.ts';
import type { Citation, Cited } from './reply.ts';

/** A language to write in and the day on which it is read (ISO date). */
export type Reading = { readonly language: Language; readonly day: string };

/** Words that rest on claims of the same file. */
export function cite(knowledge: Knowledge, claims: readonly Claim[], words: CitedPair, reading: Reading): Cited {
  const used = claims.filter((claim) => words.cites.includes(claim.id));
  return {
    text: writeOut(knowledge, words, reading),
    citations: used.flatMap((claim) => citationsOf(knowledge, claim, reading)),
  };
}

/** Words that rest on claims of topics, named as topic/claim. */
export function citeTopics(knowledge: Knowledge, words: CitedPair, reading: Reading): Cited {
  const used = words.cites.flatMap((name) => {
    const [topic = '', id] = name.split('/');
    return knowledge.topics.get(topic)?.claims.filter((claim) => claim.id === id) ?? [];
  });
  return {
    text: writeOut(knowledge, words, reading),
    citations: used.flatMap((claim) => citationsOf(knowledge, claim, reading)),
  };
}

/** One claim in full. */
export function citeClaim(knowledge: Knowledge, claim: Claim, reading: Reading): Cited {
  return { text: writeOut(knowledge, claim, reading), citations: citationsOf(knowledge, claim, reading) };
}

/** A text with the parameters' values of that day written in. */
export function writeOut(knowledge: Knowledge, words: Pair, reading: Reading): string {
  const language = written(reading.language);
  return fill(words[language], knowledge.parameters, language, reading.day);
}

function citationsOf(knowledge: Knowledge, claim: Claim, reading: Reading): readonly Citation[] {
  const { standing } = claim;
  const language = written(reading.language);
  const shared = {
    standing: standing.kind,
    checked: standing.on,
    stale: standing.recheck !== undefined && standing.recheck < reading.day,
  };
  if (standing.kind === 'unverified' && claim.sources.length === 0)
    return [{ ...shared, id: `unverified:${claim.id}`, label: standing.because[language] }];
  return claim.sources.flatMap(({ source: id, article }) => {
    const source = knowledge.sources.get(id);
    if (!source) return [];
    const link = source.link === undefined ? {} : { link: source.link };
    return [
      { ...shared, ...link, id: `${id}:${article ?? ''}:${standing.kind}`, label: labelOf(source, article, language) },
    ];
  });
}

function labelOf(source: Source, article: string | undefined, language: Written): string {
  const year = source.date.slice(0, 4);
  const name = source.name[language];
  if (language === 'en') {
    const part = article === undefined ? '' : `, Art. ${article}`;
    return `${name}${part} (${source.issuer.en}, ${year})`;
  }
  const part = article === undefined ? '' : `第${article.replaceAll(', ', '、')}条`;
  return `${name}${part}（${source.issuer.zh}，${year}年）`;
}
