// What the rules about messages find in messages written for it, by set, half and language.
import { readFileSync } from 'node:fs';
import type { Finder } from '../../src/core/check/find.ts';

export type Judged = {
  readonly text: string;
  readonly lawful: boolean;
  /** Every second line of a set, on which nothing was fitted. */
  readonly held: boolean;
  readonly language: 'en' | 'zh';
  readonly missing: readonly string[];
  readonly extra: readonly string[];
  readonly found: readonly string[];
};

/** Lines of `expected<TAB>message`; expected is `lawful` or the ids of rules joined by `+`. */
export function judgeMessages(file: URL, find: Finder): readonly Judged[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.includes('\t') && !line.startsWith('#'))
    .map((line, index) => {
      const [expected = '', text = ''] = line.split('\t');
      const lawful = expected === 'lawful';
      const wanted = lawful ? [] : expected.split('+');
      // "To be verified" is no reproach: a lawful lawyer's letter has it too.
      const found = find(text)
        .filter(({ rule }) => !lawful || rule.severity !== 'check')
        .map(({ rule }) => rule.id);
      return {
        text,
        lawful,
        held: index % 2 === 1,
        language: /\p{Script=Han}/u.test(text) ? 'zh' : 'en',
        found,
        missing: wanted.filter((id) => !found.includes(id)),
        extra: found.filter((id) => !wanted.includes(id)),
      };
    });
}

export type Figures = {
  readonly unlawful: number;
  readonly noticed: number;
  readonly rules: number;
  readonly named: number;
  readonly lawful: number;
  readonly accused: number;
};

export function figuresOf(judged: readonly Judged[]): Figures {
  const unlawful = judged.filter((it) => !it.lawful);
  const lawful = judged.filter((it) => it.lawful);
  const wanted = unlawful.map((it) => it.missing.length + it.found.length - it.extra.length);
  const rules = wanted.reduce((sum, count) => sum + count, 0);
  return {
    unlawful: unlawful.length,
    noticed: unlawful.filter((it) => it.found.length > 0).length,
    rules,
    named: rules - unlawful.reduce((sum, it) => sum + it.missing.length, 0),
    lawful: lawful.length,
    accused: lawful.filter((it) => it.found.length > 0).length,
  };
}
