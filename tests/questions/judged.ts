// The messages that measure the matcher, and what it makes of each.
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import type { Match, Matcher } from '../../src/knowledge/match/matcher.ts';
import { outside } from '../../src/knowledge/match/ranker.ts';
import type { Peer } from '../bench/peers.ts';
import { judge, type Question, readQuestions, type Verdict } from './measure.ts';

export type Judged = {
  readonly question: Question;
  readonly match: Match;
  readonly verdict: Verdict;
  /** A right topic is among the first four, whatever was decided. */
  readonly amongFour: boolean;
};

/** Samples that were given, and messages that no author of the topics has seen; crises and reminders have tests of their own. */
export function questionsFor(
  knowledge: Knowledge,
  folders: readonly string[] = ['samples', 'unseen'],
): readonly Question[] {
  const known = (id: string) => id === 'outside' || knowledge.topics.has(id);
  return folders
    .flatMap((name) => readQuestions(new URL(`./${name}/`, import.meta.url), /(topics|outside)\.tsv$/))
    .filter(({ expected }) => expected.some(known) && !expected.includes('refuse'));
}

export function judgeOwn(matcher: Matcher, questions: readonly Question[]): readonly Judged[] {
  return questions.map((question) => {
    const match = matcher.match(question.text);
    const first = matcher.rank(question.text).map((option) => option.topic);
    return { question, match, verdict: judge(question, match), amongFour: isAmongFour(question, first) };
  });
}

/** A peer ranks and does not ask back: its first topic is its answer, and its class of outside messages an abstention. */
export async function judgePeer(peer: Peer, questions: readonly Question[]): Promise<readonly Judged[]> {
  const judged: Judged[] = [];
  for (const question of questions) {
    const ranked = await peer.rank(question.text);
    const [topic] = ranked;
    const match: Match =
      topic === undefined || topic === outside
        ? { kind: 'abstain', score: 1 }
        : { kind: 'answer', topic, score: 1, others: [] };
    const topics = ranked.filter((it) => it !== outside);
    judged.push({ question, match, verdict: judge(question, match), amongFour: isAmongFour(question, topics) });
  }
  return judged;
}

function isAmongFour(question: Question, ranked: readonly string[]): boolean {
  return ranked.slice(0, 4).some((topic) => question.expected.includes(topic));
}

/** What was answered or offered, for a person to read. */
export function said(match: Match): string {
  switch (match.kind) {
    case 'answer':
      return match.topic;
    case 'choose':
      return match.options.map((option) => option.topic).join('/');
    case 'abstain':
      return '-';
    default:
      return match satisfies never;
  }
}
