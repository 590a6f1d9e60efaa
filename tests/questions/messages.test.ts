import { describe, expect, it } from 'vitest';
import { createFinder } from '../../src/core/check/find.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { createScript } from '../../src/script.ts';
import { figuresOf, type Judged, judgeMessages } from './messages.ts';

const script = createScript();
const find = createFinder(loadKnowledge(), script.simplified);
const set = (name: string) => judgeMessages(new URL(`./own/${name}.tsv`, import.meta.url), find);
const told = (judged: readonly Judged[]) =>
  judged
    .filter((it) => (it.lawful ? it.found.length > 0 : it.found.length === 0))
    .map((it) => `${it.text}: ${it.found.join(' ') || 'nothing'}`)
    .join('\n');

describe('rules about messages', () => {
  it('have at least 60 unlawful and 60 lawful messages in both languages to be measured on', () => {
    const { unlawful, lawful } = figuresOf(set('messages'));
    expect(Math.min(unlawful, lawful)).toBeGreaterThanOrEqual(60);
    for (const language of ['en', 'zh'] as const)
      expect(set('messages').filter((it) => it.language === language).length).toBeGreaterThanOrEqual(60);
  });

  it.each([
    ['the half that was looked at', false],
    ['the half that was held back', true],
  ])('notice unlawful messages and accuse no lawful one in %s', (_, held) => {
    const half = set('messages').filter((it) => it.held === held);
    const { unlawful, noticed, rules, named, accused } = figuresOf(half);
    expect(noticed / unlawful, told(half)).toBeGreaterThanOrEqual(0.95);
    expect(named / rules, told(half)).toBeGreaterThanOrEqual(0.94);
    expect(accused, told(half)).toBe(0);
  });

  it('notice the same in other words', () => {
    const { unlawful, noticed, accused } = figuresOf(set('messages-second'));
    expect(noticed / unlawful, told(set('messages-second'))).toBeGreaterThanOrEqual(0.95);
    expect(accused, told(set('messages-second'))).toBe(0);
  });

  it('notice more than half of what nobody fitted them to, and accuse no lawful message in it', () => {
    const { unlawful, noticed, accused } = figuresOf(set('messages-fresh'));
    expect(noticed / unlawful, told(set('messages-fresh'))).toBeGreaterThanOrEqual(0.6);
    expect(accused, told(set('messages-fresh'))).toBe(0);
  });

  it('quote the words that set them off as they stand in the message', () => {
    const message = 'FINAL: we know where your daughter goes to school. Pay me.';
    const [finding] = find(message);
    expect(finding?.rule.id).toBe('threat-violence');
    for (const words of finding?.words ?? []) expect(message).toContain(words.replace('…', ''));
    expect(find('再不还就爆 通 讯 录').map(({ rule }) => rule.id)).toContain('tells-others');
    expect(find('我們會爆你的通訊錄').map(({ rule }) => rule.id)).toContain('tells-others');
  });

  it('are not set off by warnings of such messages', () => {
    for (const warning of [
      '凡是放款前要求交保证金、解冻费的都是诈骗',
      'Any loan that asks for a deposit first is a fraud.',
      '我行不会要求您把钱转到安全账户，也不会索要验证码',
    ])
      expect(
        find(warning).map(({ rule }) => rule.id),
        warning,
      ).toEqual([]);
  });

  it('read a message of many thousand characters in less than half a second', () => {
    const long = '今天下午三点前不还就上门打给你公司同事领导每隔十分钟转到我个人微信'.repeat(200);
    const start = performance.now();
    find(long);
    find('pay a deposit first or we will tell your boss and your family at your door '.repeat(100));
    expect(performance.now() - start).toBeLessThan(500);
  });
});
