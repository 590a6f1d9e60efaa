// Right, asked back, abstained, wrong: how messages that no author has seen are routed.
import { readdirSync, readFileSync } from 'node:fs';
import type { Match } from '../../src/knowledge/match/matcher.ts';

export type Question = {
  readonly expected: readonly string[];
  readonly text: string;
  readonly language: 'en' | 'zh';
  readonly set: string;
};

/** Reads `expected<TAB>message` files; `a|b` accepts either; the file's name starts with its language. */
export function readQuestions(folder: URL, kind: RegExp): readonly Question[] {
  return readdirSync(folder)
    .filter((name) => kind.test(name))
    .sort()
    .flatMap((name) =>
      readFileSync(new URL(name, folder), 'utf8')
        .split('\n')
        .filter((line) => line.includes('\t'))
        .map((line): Question => {
          const at = line.indexOf('\t');
          return {
            expected: line.slice(0, at).split('|'),
            text: line.slice(at + 1).trim(),
            language: name.startsWith('en') ? 'en' : 'zh',
            set: name,
          };
        }),
    );
}

export type Verdict = 'right' | 'asked' | 'asked in vain' | 'abstained' | 'wrong';

/** What became of one message. For a message outside the field abstaining is right and everything else is wrong. */
export function judge(question: Question, match: Match): Verdict {
  if (question.expected.includes('outside'))
    return match.kind === 'abstain' ? 'right' : match.kind === 'choose' ? 'asked in vain' : 'wrong';
  switch (match.kind) {
    case 'answer':
      return question.expected.includes(match.topic) ? 'right' : 'wrong';
    case 'choose':
      return match.options.some((option) => question.expected.includes(option.topic)) ? 'asked' : 'asked in vain';
    case 'abstain':
      return 'abstained';
    default:
      return match satisfies never;
  }
}

export type Tally = Readonly<Record<Verdict, number>> & { readonly total: number };

export function tally(verdicts: readonly Verdict[]): Tally {
  const count = (verdict: Verdict) => verdicts.filter((it) => it === verdict).length;
  return {
    right: count('right'),
    asked: count('asked'),
    'asked in vain': count('asked in vain'),
    abstained: count('abstained'),
    wrong: count('wrong'),
    total: verdicts.length,
  };
}

/** Share of messages that were answered right or asked back with the right option. */
export function reached(counts: Tally): number {
  return (counts.right + counts.asked) / Math.max(1, counts.total);
}

export function share(count: number, counts: Tally): number {
  return count / Math.max(1, counts.total);
}

export function formatTally(name: string, counts: Tally): string {
  const percent = (value: number) => `${((100 * value) / Math.max(1, counts.total)).toFixed(1).padStart(5)} %`;
  const cells = [counts.right, counts.asked, counts['asked in vain'], counts.abstained, counts.wrong].map(percent);
  return `${name.padEnd(34)} ${String(counts.total).padStart(4)}  ${cells.join('  ')}  reached ${percent(counts.right + counts.asked)}`;
}

export const tallyHeading = `${''.padEnd(34)}    n    right    asked    vain     abst.    wrong`;
