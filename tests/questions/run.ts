// npm run questions: how unseen messages are routed, against the last commit and against peers.
// --write keeps the figures; --wrong lists what failed; --peers trains nlp.js too, which takes minutes; --heldout
// measures the messages that nothing was tuned on.
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { createMatcher } from '../../src/knowledge/match/matcher.ts';
import { createScript } from '../../src/script.ts';
import { createMiniSearchPeer, createNlpPeer } from '../bench/peers.ts';
import { changesBetween, figuresOf, formatChange, readFigures, writeFigures } from './figures.ts';
import { type Judged, judgeOwn, judgePeer, questionsFor, said } from './judged.ts';
import { formatTally, tally, tallyHeading } from './measure.ts';

const { simplified } = createScript();
const knowledge = loadKnowledge();
// Nothing was ever tuned on the held-out messages: look at them seldom.
const heldOut = process.argv.includes('--heldout');
const questions = questionsFor(knowledge, heldOut ? ['heldout'] : ['samples', 'unseen']);
const own = judgeOwn(createMatcher(knowledge, simplified), questions);

// nlp.js writes about its training: the table comes after that.
const peers = [createMiniSearchPeer(knowledge, simplified)];
if (process.argv.includes('--peers')) peers.push(await createNlpPeer(knowledge, simplified));

console.log(`${tallyHeading}                    among 4`);
printWhole('this bot', own);
for (const peer of peers) printWhole(peer.name, await judgePeer(peer, questions));
console.log('');
printGroups(own);
printPairs(own);
if (process.argv.includes('--wrong')) printFailed(own);
if (!heldOut) printChanges();
if (process.argv.includes('--write') && !heldOut) {
  writeFigures(figuresOf(own));
  console.log('kept in tests/questions/figures.json');
}

function isOutside({ question }: Judged): boolean {
  return question.expected.includes('outside');
}

function row(name: string, judged: readonly Judged[]): string {
  const among = (100 * judged.filter((item) => item.amongFour).length) / Math.max(1, judged.length);
  const tail = judged.every(isOutside) ? '' : `  ${among.toFixed(1).padStart(5)} %`;
  return formatTally(name, tally(judged.map((item) => item.verdict))) + tail;
}

/** One line a language for the topics, and one for what is outside the field. */
function printWhole(name: string, judged: readonly Judged[]): void {
  for (const language of ['zh', 'en'] as const) {
    const mine = judged.filter((item) => item.question.language === language);
    console.log(
      row(
        `${name}, ${language} topics`,
        mine.filter((item) => !isOutside(item)),
      ),
    );
    console.log(row(`${name}, ${language} outside`, mine.filter(isOutside)));
  }
}

function printGroups(judged: readonly Judged[]): void {
  const groupOf = (item: Judged) => knowledge.topics.get(item.question.expected[0] ?? '')?.group;
  for (const { id } of knowledge.groups) {
    for (const language of ['zh', 'en'] as const) {
      const mine = judged.filter((item) => item.question.language === language && groupOf(item) === id);
      if (mine.length > 0) console.log(row(`  ${language} ${id}`, mine));
    }
  }
}

function printPairs(judged: readonly Judged[]): void {
  const pairs = new Map<string, number>();
  for (const { question, match, verdict } of judged) {
    if (verdict !== 'wrong' || match.kind !== 'answer') continue;
    const pair = `${question.expected[0]} taken for ${match.topic}`;
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  console.log(`\nconfusion pairs: ${pairs.size}`);
  for (const [pair, count] of [...pairs].toSorted((a, b) => b[1] - a[1]).slice(0, 20))
    console.log(`  ${count}× ${pair}`);
}

function printFailed(judged: readonly Judged[]): void {
  console.log('');
  for (const { question, match, verdict } of judged) {
    if (verdict === 'right' || verdict === 'asked') continue;
    console.log(`${verdict.padEnd(13)} ${question.expected.join('|')} ← ${said(match)}  ${question.text}`);
  }
}

function printChanges(): void {
  const before = readFigures();
  if (Object.keys(before).length === 0) {
    console.log('\nno figures are kept yet: npm run questions -- --write');
    return;
  }
  const { better, worse, added, removed } = changesBetween(before, figuresOf(own));
  console.log(
    `\nagainst the figures kept: ${better.length} better, ${worse.length} worse, ${added} new messages, ${removed} gone`,
  );
  if (better.length > 0) console.log('better:');
  for (const change of better) console.log(formatChange(change));
  if (worse.length > 0) console.log('worse:');
  for (const change of worse) console.log(formatChange(change));
}
