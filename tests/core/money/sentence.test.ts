// Plain words that ask for a sum, and everything else, which must not be taken for it.
import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { isCase, readCase } from '../../../src/core/money/debt-lines.ts';
import { readCost } from '../../../src/core/money/sentence.ts';
import type { Knowledge } from '../../../src/knowledge/knowledge.ts';
import { loadKnowledge } from '../../../src/knowledge/load.ts';
import { createScript } from '../../../src/script.ts';

const script = createScript();
let knowledge: Knowledge;

beforeAll(() => {
  knowledge = loadKnowledge();
});

const card = { kind: 'card', paid: '0', share: 'unknown', rate: 'unknown' };

describe('a sum asked for in plain words', () => {
  it.each([
    ['8000块逾期20天利息多少', { ...card, amount: '800000', days: '20' }],
    ['how much interest for 20 days on 8000', { ...card, amount: '800000', days: '20' }],
    ['欠8千晚还20天要多还多少钱', { ...card, amount: '800000', days: '20' }],
    ['1.2万逾期一个月利息多少', { ...card, amount: '1200000', days: '30' }],
    ['信用卡八千五逾期十五天违约金和利息多少？', { ...card, amount: '850000', days: '15' }],
    ['帮我算算，4万2逾期75天', { ...card, amount: '4200000', days: '75' }],
    ['欠8000 日息万五 逾期20天利息多少', { ...card, rate: '18.25', amount: '800000', days: '20' }],
    ['我借呗欠2万，晚30天要多还多少', { kind: 'online', rate: 'unknown', amount: '2000000', days: '30' }],
    ['网贷5000年化24%逾期10天多少利息', { kind: 'online', rate: '24', amount: '500000', days: '10' }],
    ['what will 20 days late cost me on 6000', { ...card, amount: '600000', days: '20' }],
    ['interest on 5k for 3 weeks?', { ...card, amount: '500000', days: '21' }],
    ['calc: 5000, 20 days', { ...card, amount: '500000', days: '20' }],
    ['how much is 12,000 at 0.05% a day for 45 days', { ...card, rate: '18.25', amount: '1200000', days: '45' }],
    ['8000塊逾期20天利息多少', { ...card, amount: '800000', days: '20' }],
    [
      '到手9500，每月还917，12期，真实利率多少',
      { kind: 'real', received: '950000', way: 'monthly', months: '12', back: '91700' },
    ],
    [
      'i received 9500 and pay 917 a month for 12 months, how much is that a year',
      { kind: 'real', received: '950000', way: 'monthly', months: '12', back: '91700' },
    ],
  ])('%s', (said, answers) => {
    expect(readCost(script.simplified(said))).toEqual(answers);
  });

  it('takes numbers alone only after the command', () => {
    expect(readCost('8000 20 days')).toBeUndefined();
    expect(readCost('8000 20 days', true)).toEqual({ ...card, amount: '800000', days: '20' });
    expect(readCost('8000 逾期20天', true)).toEqual({ ...card, amount: '800000', days: '20' });
  });
});

describe('every other message', () => {
  const folders = ['samples', 'unseen', 'own'].map((name) => new URL(`../../questions/${name}/`, import.meta.url));
  const lines = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.tsv'))
      .flatMap((name) => readFileSync(new URL(name, folder), 'utf8').split('\n')),
  );
  /** Topics whose samples may ask for a sum. */
  const about = new Set(['cost-of-overdue', 'interest-too-high']);

  it('is left alone: the ways of asking of all topics but those about cost', () => {
    const taken: string[] = [];
    for (const topic of knowledge.topics.values()) {
      if (about.has(topic.id)) continue;
      for (const ask of [...topic.asks.en, ...topic.asks.zh]) {
        const words = script.simplified(ask);
        const pasted = readCase(words, 2);
        if (readCost(words) ?? (pasted && isCase(pasted))) taken.push(`${topic.id}: ${ask}`);
      }
    }
    expect(taken).toEqual([]);
  });

  it('is left alone: questions of the measures, reminders, crisis and what is outside', () => {
    const taken = lines.filter((line) => {
      const [expected = '', ...rest] = line.split('\t');
      if (line.trim() === '' || [...about].some((id) => expected.split('|').includes(id))) return false;
      const words = script.simplified(rest.join('\t') || expected);
      const pasted = readCase(words, 2);
      return readCost(words) !== undefined || (pasted !== undefined && isCase(pasted));
    });
    expect(taken).toEqual([]);
  });
});
