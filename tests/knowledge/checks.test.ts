import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formatFault, KnowledgeError } from '../../src/knowledge/faults.ts';
import { inspectKnowledge, loadKnowledge } from '../../src/knowledge/load.ts';
import { fill, formatValue, UnknownValueError, valueOn } from '../../src/knowledge/parameters.ts';
import type { Parameter } from '../../src/knowledge/schema.ts';

const source = new URL('../../src/knowledge/', import.meta.url);
const topic = 'topics/credit-record/record-retention.yaml';
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'debt-guidance-knowledge-'));
  cpSync(source, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const url = () => pathToFileURL(`${folder}/`);
const read = (file: string) => readFileSync(join(folder, file), 'utf8');
/** Changes a file of the copy; the test fails when the words to change are not there. */
const change = (file: string, from: string | RegExp, to: string) => {
  const before = read(file);
  const after = before.replace(from, to);
  expect(after, `${file} has no ${from}`).not.toBe(before);
  writeFileSync(join(folder, file), after);
};
const faults = () => inspectKnowledge(url()).faults.map(formatFault);
const lineOf = (file: string, words: string) =>
  read(file)
    .split('\n')
    .findIndex((line) => line.includes(words)) + 1;

describe('the knowledge files', () => {
  it('are without fault as they stand', () => {
    expect(faults()).toEqual([]);
  });

  it('tell all faults of all files together, each with file and line', () => {
    change(topic, /^group: .*/m, 'group: no-such-group');
    change('topics/cost/fee-waiver.yaml', /^related: .*/m, 'related: [no-such-topic]');
    const found = faults();
    expect(found).toContainEqual(
      expect.stringMatching(new RegExp(`^src/knowledge/${topic}:${lineOf(topic, 'group: ')} the group no-such-group`)),
    );
    expect(found).toContainEqual(expect.stringContaining('topics/cost/fee-waiver.yaml'));
    expect(() => loadKnowledge(url())).toThrow(KnowledgeError);
  });

  it('are refused with the line when YAML itself is broken', () => {
    change(topic, /^label: .*/m, 'label: { en: [broken');
    expect(faults()[0]).toMatch(/record-retention\.yaml:\d+ /);
  });

  it('refuse a verified claim without evidence, and a claim without a source', () => {
    change(topic, /standing: \{ kind: verified, on: ([\d-]+), where: [^}]*\}/, 'standing: { kind: verified, on: $1 }');
    expect(faults().join('\n')).toMatch(/standing\.where/);
  });
});

describe('a check', () => {
  it('finds a citation of a claim that is not there', () => {
    change(topic, /cites: \[[^\]]*\]/, 'cites: [no-such-claim]');
    expect(faults().join('\n')).toMatch(/cites no-such-claim, which is no claim of this file/);
  });

  it('finds an answer that rests on nothing, and a claim that nothing uses', () => {
    change(topic, /( {2}zh: .*\n) {2}cites: \[[^\]]*\]\n/, '$1');
    expect(faults().join('\n')).toMatch(/the answer cites no claim/);
  });

  it('finds languages that differ in a number or a parameter', () => {
    change('topics/collection/collection-rules.yaml', '{{quiet-hours}}', '22:00–07:00');
    expect(faults().join('\n')).toMatch(/collection-rules\.yaml:\d+ the languages use different parameters/);
    change(topic, /(correction:\n\s*en: Some articles say )2( years)/, '$13$2');
    expect(faults().join('\n')).toMatch(/the languages differ in numbers: .*3 in English, 2/);
  });

  it('finds a text that was left untranslated', () => {
    change(topic, /^( {2}zh: ).*$/m, '$1How long does it stay');
    expect(faults().join('\n')).toMatch(/has no Chinese in it: translate it/);
  });

  it('finds what must not be said, in either language', () => {
    change(topic, /^( {2}zh: ).*逾期.*$/m, '$1逾期记录两年后自动消除？');
    change(topic, /^( {2}- en: )Pay what is overdue.*$/m, '$1The record disappears after two years.');
    expect(faults().filter((fault) => fault.includes('must not be said')).length).toBeGreaterThan(0);
  });

  it('finds an answer that is too long for a phone', () => {
    change(topic, /^(answer:\n\s*en: )/m, `$1${'Long words again and again. '.repeat(20)}`);
    expect(faults().join('\n')).toMatch(/characters, at most 300: shorten it/);
  });

  it('finds shouting, blame and half-width punctuation', () => {
    change(topic, /^( {2}- en: )(.*)\.$/m, '$1$2!');
    expect(faults().join('\n')).toMatch(/exclamation mark/);
  });

  it('finds too few ways of asking, and one that stands under two topics', () => {
    change(topic, /asks:\n {2}en: \|\n[\s\S]*?\n {2}zh: \|/, 'asks:\n  en: |\n    how long does it stay\n  zh: |');
    expect(faults().join('\n')).toMatch(/1 ways of asking, at least 40: write more/);
    const taken = /asks:\n {2}en: \|\n {4}(.*)\n/.exec(read('topics/cost/fee-waiver.yaml'))?.[1] ?? '';
    change('topics/cost/early-repayment.yaml', /asks:\n {2}en: \|\n/, `asks:\n  en: |\n    ${taken}\n`);
    expect(faults().join('\n')).toMatch(/stands under .* too: keep it in one place/);
  });
});

describe('a parameter', () => {
  const rate: Parameter = {
    id: 'rate',
    name: { en: 'rate', zh: '利率' },
    unit: 'percent',
    facts: ['5.2'],
    source: { source: 'lpr-notice' },
    values: [
      { from: '2024-01-01', value: 3.45 },
      { from: '2025-05-20', until: '2026-09-19', value: 3 },
    ],
  };
  const known = new Map([[rate.id, rate]]);

  it('has the value of the day, and none outside the days that are known', () => {
    expect(valueOn(rate, '2024-06-01')).toBe(3.45);
    expect(valueOn(rate, '2025-05-20')).toBe(3);
    expect(() => valueOn(rate, '2026-11-22')).toThrow(UnknownValueError);
    expect(() => valueOn(rate, '2020-01-01')).toThrow(UnknownValueError);
  });

  it('is written with the day up to which it is known once that day has passed', () => {
    expect(fill('{{rate}} a year', known, 'en', '2026-01-01')).toBe('3% a year');
    expect(fill('{{rate}} a year', known, 'en', '2026-11-22')).toBe('3% (as of 2026-09-19) a year');
    expect(fill('年化{{rate}}', known, 'zh', '2026-11-22')).toBe('年化3%（截至2026-09-19）');
  });

  it('is written with its unit in each language', () => {
    const of = (unit: Parameter['unit'], value: number, language: 'en' | 'zh') =>
      formatValue({ ...rate, unit }, value, language);
    expect(of('cny', 50_000, 'en')).toBe('CNY 50,000');
    expect(of('cny', 50_000, 'zh')).toBe('5万元');
    expect(of('cny', 10, 'zh')).toBe('10元');
    expect(of('years', 1, 'en')).toBe('1 year');
    expect(of('days', 15, 'zh')).toBe('15日');
    expect(of('percent-a-day', 0.05, 'en')).toBe('0.05% a day');
  });
});
