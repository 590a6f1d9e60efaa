import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Candidates, compile, patternsOf, type WordLists } from '../../src/safety/patterns.ts';
import { readLexicon } from '../../src/safety/read-lexicon.ts';
import { createSafety } from '../../src/safety/safety.ts';
import { crisisSchema, refusalSchema, spellingSchema } from '../../src/safety/schema.ts';
import { isCardNumber, isIdNumber } from '../../src/safety/secrets.ts';
import { createReader } from '../../src/safety/view.ts';
import { createScript } from '../../src/script.ts';
import { readQuestions } from '../questions/measure.ts';

const { simplified } = createScript();
const safety = createSafety(simplified);
const linesOf = (file: string) =>
  readFileSync(new URL(file, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));

describe('a crisis', () => {
  it.each([
    ['I want to kill myself over this loan', 'self', 'suicide'],
    ['我不想活了', 'self', 'suicide'],
    ['唔想做人啦', 'self', 'suicide'],
    ['不 想 活 了', 'self', 'suicide'],
    ['i wnat to kil myslef', 'self', 'suicide'],
    ['欠太多 想suicide', 'self', 'suicide'],
    ['I took the whole bottle of pills', 'self', 'harm'],
    ['我刚割了手腕 一直流血', 'self', 'harm'],
    ['my daughter says she wants to die because of her loans', 'other', 'suicide'],
    ['我室友说不想活了，他欠了好多', 'other', 'suicide'],
    ['they are kicking in my door with iron bars', 'self', 'violence'],
    ['有人拿刀在我家门口，我不敢出声', 'self', 'violence'],
    ['loan sharks kidnapped my cousin and want a ransom', 'other', 'violence'],
    ['放贷的把我弟弟绑走了，要赎金', 'other', 'violence'],
  ])('is read right: %s', (text, who, danger) => {
    expect(safety.assess(text)).toEqual({ kind: 'crisis', who, danger });
  });

  it.each(linesOf('traps.txt'))('is not seen where it only sounds like one: %s', (text) => {
    expect(safety.assess(text)?.kind, safety.explain(text)).not.toBe('crisis');
  });

  it('is noticed at the beginning and at the end of a very long message', () => {
    const filler = 'the bank sent another bill. '.repeat(40_000);
    expect(safety.assess(`i want to kill myself. ${filler}`)?.kind).toBe('crisis');
    expect(safety.assess(`${filler} i want to kill myself`)?.kind).toBe('crisis');
  });
});

describe('a secret', () => {
  it('is a card number by its check digit, in groups or not', () => {
    expect(safety.assess('my card 6222 0212 3456 7894 does not work')).toMatchObject({ kind: 'secret', what: 'card' });
    expect(isCardNumber('4111111111111111')).toBe(true);
    expect(isCardNumber('4111111111111112')).toBe(false);
    expect(safety.assess('订单号 2026112200001234567 退款了吗')?.kind).not.toBe('secret');
  });

  it('is an ID number by its check character', () => {
    expect(isIdNumber('11010519491231002X')).toBe(true);
    expect(isIdNumber('110105194912310021')).toBe(false);
    expect(safety.assess('我的身份证11010519491231002x 查下征信')).toMatchObject({ what: 'id-number' });
  });

  it.each([
    ['验证码是 482913', 'code'],
    ['the verification code is 739201, what now', 'code'],
    ['我的密码是 abc12345', 'password'],
    ['my password is hunter2!', 'password'],
  ])('is a password or a code: %s', (text, what) => {
    expect(safety.assess(text)).toMatchObject({ kind: 'secret', what });
  });

  it.each([
    '验证码收不到怎么办',
    '密码忘了怎么还款',
    'they ask for my verification code, should I give it',
    '我欠招行 35000 元，分 24 期',
    'call me on 13800138000',
    '95555 打不通',
    'is 12378 the right number',
    'what is my pin for',
  ])('is not seen where there is none: %s', (text) => {
    expect(safety.assess(text)).toBeUndefined();
  });

  it('is taken out of what is read on', () => {
    const found = safety.assess('我的卡号 6222 0212 3456 7894 怎么还不了款');
    expect(found).toMatchObject({ kind: 'secret' });
    expect(found?.kind === 'secret' ? found.rest : '').not.toMatch(/\d{4}/);
  });
});

describe('the lexicons', () => {
  const crisis = readLexicon('crisis.yaml', crisisSchema);
  const refusal = readLexicon('refusal.yaml', refusalSchema);
  const read = createReader(readLexicon('spelling.yaml', spellingSchema), simplified);
  const folder = new URL('../questions/', import.meta.url);
  const texts = ['samples/', 'unseen/', 'own/'].flatMap((name) => readQuestions(new URL(name, folder), /\.tsv$/));

  it('hold only patterns that can be read', () => {
    for (const language of ['en', 'zh'] as const) {
      const ofCrisis = [...crisis.idioms[language], ...crisis.rules.flatMap((rule) => rule[language])];
      for (const line of ofCrisis) compile(line, language, crisis.words);
      const parts = refusal.rules.flatMap((rule) => [rule, rule.asked, rule.unless]);
      const ofRefusal = [refusal.honest, refusal.intent, refusal.request, ...parts].flatMap(
        (it) => it?.[language] ?? [],
      );
      for (const line of ofRefusal) compile(line, language, refusal.words);
    }
  });

  it('try every pattern that would match: leaving out the hopeless ones loses none', () => {
    const check = (lines: readonly string[], language: 'en' | 'zh', words: WordLists) => {
      const candidates: Candidates<string> = patternsOf(
        lines.map((line) => ({ key: line, line })),
        language,
        words,
      );
      const patterns = lines.map((line) => ({ line, pattern: compile(line, language, words) }));
      for (const { text } of texts) {
        const view = read(text)[language];
        if (view === undefined) continue;
        const tried = new Set(candidates(view).map(({ key }) => key));
        const lost = patterns.filter(({ line, pattern }) => !tried.has(line) && pattern.test(view));
        expect(
          lost.map(({ line }) => line),
          text,
        ).toEqual([]);
      }
    };
    for (const language of ['en', 'zh'] as const) {
      const rules = crisis.rules.flatMap((rule) => rule[language]);
      check([...rules, ...crisis.idioms[language]], language, crisis.words);
      const wrong = refusal.rules.flatMap((rule) => [...rule[language], ...(rule.asked?.[language] ?? [])]);
      check([...wrong, ...refusal.honest[language], ...refusal.intent[language]], language, refusal.words);
    }
  }, 120_000);

  it('take little time', () => {
    for (const { text } of texts) safety.assess(text);
    const before = process.cpuUsage();
    for (const { text } of texts) safety.assess(text);
    const used = process.cpuUsage(before);
    const each = (used.user + used.system) / 1000 / texts.length;
    console.log(`a message takes ${each.toFixed(3)} ms of ${texts.length}`);
    // 0.1 ms on a quiet machine; CI runs beside other work.
    expect(each).toBeLessThan(0.6);
  });
});
