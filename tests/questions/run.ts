import { loadKnowledge } from '../../src/knowledge/load.ts';
import { createMatcher } from '../../src/knowledge/match/matcher.ts';
import { createScript } from '../../src/script.ts';
import { formatTally, judge, type Question, readQuestions, tally, tallyHeading } from './measure.ts';

const script = createScript();
const knowledge = loadKnowledge();
const matcher = createMatcher(knowledge, script.simplified);
const folders = [new URL('./samples/', import.meta.url), new URL('./unseen/', import.meta.url)];
const questions = folders.flatMap((folder) => readQuestions(folder, /(topics|outside)\.tsv$/));
const known = (question: Question) =>
  question.expected.includes('outside') || question.expected.some((id) => knowledge.topics.has(id));
const judged = questions
  .filter((question) => known(question) && !question.expected.includes('refuse'))
  .map((question) => {
    const match = matcher.match(question.text);
    return { question, match, verdict: judge(question, match) };
  });

console.log(tallyHeading);
const sets = new Map<string, typeof judged>();
const put = (name: string, item: (typeof judged)[number]) => sets.set(name, [...(sets.get(name) ?? []), item]);
for (const item of judged) {
  const outside = item.question.expected.includes('outside');
  const group = knowledge.topics.get(item.question.expected[0] ?? '')?.group ?? 'outside';
  put(`${item.question.language} ${outside ? 'outside' : 'all topics'}`, item);
  put(`  ${item.question.language} ${group}`, item);
}
for (const [name, items] of [...sets].toSorted(([a], [b]) => (a < b ? 1 : -1))) {
  console.log(formatTally(name, tally(items.map((item) => item.verdict))));
}
if (process.argv.includes('--wrong')) {
  for (const { question, match, verdict } of judged.filter(
    (item) => item.verdict !== 'right' && item.verdict !== 'asked',
  )) {
    const got =
      match.kind === 'answer'
        ? match.topic
        : match.kind === 'choose'
          ? match.options.map((it) => it.topic).join('/')
          : '-';
    console.log(`${verdict.padEnd(13)} ${question.expected.join('|')} ← ${got}  ${question.text}`);
  }
}
const pairs = new Map<string, number>();
for (const { question, match, verdict } of judged) {
  if (verdict !== 'wrong' || match.kind !== 'answer') continue;
  const pair = `${question.expected[0]} taken for ${match.topic}`;
  pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
}
for (const [pair, count] of [...pairs].toSorted((a, b) => b[1] - a[1]).slice(0, 15)) console.log(`${count}× ${pair}`);
