import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { textsOf } from '../src/knowledge/knowledge.ts';
import { loadKnowledge } from '../src/knowledge/load.ts';
import { createScript } from '../src/script.ts';
import { characterFixes, hongKongWords, taiwanWords } from '../src/script-words.ts';

const script = createScript();
const terms = readFileSync(new URL('./fixtures/traditional-terms.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split('\t') as [string, string, string]);

describe('Traditional Chinese', () => {
  it('is proof-read over at least sixty terms', () => {
    expect(terms.length).toBeGreaterThanOrEqual(60);
    expect(new Set(terms.map(([term]) => term)).size).toBe(terms.length);
  });

  it.each(terms)('writes %s as %s in Taiwan and %s in Hong Kong', (mainland, taiwan, hongKong) => {
    expect([script.traditional(mainland, 'taiwan'), script.traditional(mainland, 'hong-kong')]).toEqual([
      taiwan,
      hongKong,
    ]);
    // Words stay the same inside a sentence.
    expect(script.traditional(`（${mainland}），`, 'taiwan')).toBe(`（${taiwan}），`);
    expect(script.traditional(`（${mainland}），`, 'hong-kong')).toBe(`（${hongKong}），`);
  });

  it('keeps the words of a law while it changes those around it', () => {
    const text = '网络贷款的个人信息，见《个人信息保护法》和网络规定';
    expect(script.traditional(text, 'taiwan')).toBe('網路貸款的個人資料，見《個人信息保護法》和網路規定');
    expect(script.traditional(text, 'hong-kong')).toBe('網絡貸款的個人資料，見《個人信息保護法》和網絡規定');
  });

  it('gives back the same law name when it is turned into Simplified again', () => {
    const names = [...loadKnowledge().sources.values()].flatMap(
      (source) => source.name.zh.match(/《[^《》]*》/gu) ?? [],
    );
    expect(names.length).toBeGreaterThan(20);
    for (const name of names) {
      // 帳 is 账 and 帐; the mainland's own names have either.
      for (const place of ['taiwan', 'hong-kong'] as const)
        expect(script.simplified(script.traditional(name, place)).replaceAll('帐', '账')).toBe(
          name.replaceAll('帐', '账'),
        );
    }
  });

  it('leaves no Simplified character in any text of the knowledge', () => {
    const knowledge = loadKnowledge();
    const plain = new Set<string>();
    for (const value of [...knowledge.topics.values(), ...knowledge.places.values()]) {
      for (const { zh } of textsOf(value)) {
        for (const place of ['taiwan', 'hong-kong'] as const) {
          const text = script.traditional(zh, place);
          for (const mark of text.match(/[个们这还账户征讯络资讼诉贷债权执结记录从与为发财产]/gu) ?? [])
            plain.add(mark);
        }
      }
    }
    expect([...plain]).toEqual([]);
  });

  it('takes words from lists in which none stands twice', () => {
    for (const list of [characterFixes, taiwanWords]) {
      expect(new Set(list.map(([from]) => from)).size).toBe(list.length);
    }
    // Hong Kong has its own word for one that both share.
    expect(hongKongWords.filter(([from]) => from === '信用記錄')).toHaveLength(2);
  });
});
