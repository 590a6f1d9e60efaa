import { beforeAll, describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { createMatcher, decide, type Matcher, thresholds } from '../../src/knowledge/match/matcher.ts';
import { createTypoRepair, oneMistake } from '../../src/knowledge/match/typos.ts';
import { createScript } from '../../src/script.ts';

let matcher: Matcher;
beforeAll(() => {
  matcher = createMatcher(loadKnowledge(), createScript().simplified);
});
const reached = (text: string): readonly string[] => {
  const match = matcher.match(text);
  if (match.kind === 'answer') return [match.topic];
  return match.kind === 'choose' ? match.options.map((option) => option.topic) : [];
};

describe('the matcher', () => {
  it.each([
    ['how lnog does a lat payment stay on my credti reprot', 'record-retention'],
    ['正信报告去哪里查', 'check-report'],
    ['崔收打电话给我爸妈了', 'collector-contacts-others'],
    ['徵信上的逾期紀錄要幾年才會消失', 'record-retention'],
    ['我的 credit card 只还 minimum payment 可以吗', 'minimum-payment'],
    ['銀行唔肯畀我分期點算', 'bank-refuses'],
  ])('reaches "%s" in spite of typing mistakes, homophones, Traditional or mixed wording', (text, topic) => {
    expect(reached(text)).toContain(topic);
  });

  it('asks back with two to four options, never with one', () => {
    const texts = [
      '银行',
      '逾期',
      'my loan',
      '催收',
      'credit record',
      '分期',
      'they called me again',
      '还款',
      'bank',
      'help with debt',
    ];
    for (const text of texts) {
      const match = matcher.match(text);
      if (match.kind !== 'choose') continue;
      expect(match.options.length).toBeGreaterThanOrEqual(2);
      expect(match.options.length).toBeLessThanOrEqual(4);
    }
  });

  it('abstains from what has no known word, and from what is outside', () => {
    for (const text of ['', '🙂', 'zzzz qqqq', '。。。', 'how do I bake a cheesecake', '明天北京天气怎么样']) {
      expect(matcher.match(text).kind, text).toBe('abstain');
    }
  });

  it('gives shares that add up to one', () => {
    const total = matcher.rank('逾期三天了').reduce((sum, option) => sum + option.score, 0);
    expect(total).toBeCloseTo(1, 6);
  });

  it('finds the places that a message names', () => {
    expect(matcher.placesIn('I moved to Singapore last year')).toEqual(['singapore']);
    expect(matcher.placesIn('我在香港欠了信用卡')).toEqual(['hong-kong']);
    expect(matcher.placesIn('逾期三天')).toEqual([]);
  });

  it('tells a question about the topic in hand from one that stands on its own', () => {
    const aspect = (text: string) => matcher.followUp(text, matcher.match(text));
    expect(aspect('and how long does that take?')).toBe('how-long');
    expect(aspect('那要多久')).toBe('how-long');
    expect(aspect('要多少钱')).toBe('how-much');
    expect(aspect('what if they refuse')).toBe('what-if-not');
    expect(aspect('逾期记录会在征信上保留多久')).toBeUndefined();
    expect(aspect('collectors keep calling my office')).toBeUndefined();
  });

  it('is the same at every start', () => {
    const again = createMatcher(loadKnowledge(), createScript().simplified);
    for (const text of ['白条晚还一天', 'the bank wants everything at once'])
      expect(again.rank(text)).toEqual(matcher.rank(text));
  });
});

describe('the decision', () => {
  const topics = (...shares: number[]) => shares.map((share, index) => ({ topic: `t${index}`, share }));

  it('answers when sure, asks back when torn, abstains when it is away', () => {
    expect(decide({ topics: topics(0.9, 0.05, 0.05), away: 0 }, thresholds)).toMatchObject({
      kind: 'answer',
      topic: 't0',
    });
    expect(decide({ topics: topics(0.4, 0.3, 0.2, 0.1), away: 0 }, thresholds)).toMatchObject({ kind: 'choose' });
    expect(decide({ topics: topics(0.9, 0.1), away: 0.9 }, thresholds)).toMatchObject({ kind: 'abstain' });
    expect(decide({ topics: [], away: 1 }, thresholds)).toMatchObject({ kind: 'abstain' });
  });
});

describe('typing mistakes', () => {
  it('are one letter added, left out, changed, or two swapped', () => {
    for (const wrong of ['reprot', 'repoort', 'repot', 'rebort']) expect(oneMistake(wrong, 'report'), wrong).toBe(true);
    for (const other of ['resort!', 'rpoter', 'rep']) expect(oneMistake(other, 'report'), other).toBe(false);
  });

  it('are mended towards the word that is used most, and only in unknown words of some length', () => {
    const repair = createTypoRepair(
      new Map([
        ['report', 40],
        ['resort', 2],
        ['pay', 90],
        ['debt', 30],
      ]),
    );
    expect(repair('my reprot and the debt')).toBe('my report and the debt');
    expect(repair('rezorts')).toBe('report');
    expect(repair('pya the bebt')).toBe('pya the debt');
  });
});
