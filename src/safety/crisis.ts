// Notices a crisis: points for what a message holds, after what only sounds dire was taken out.
import type { Written } from '../knowledge/terms.ts';
import { type Candidates, compile, patternsOf } from './patterns.ts';
import type { Crisis, Danger } from './schema.ts';
import type { View } from './view.ts';

export type CrisisAssessment = {
  readonly kind: 'crisis';
  readonly who: 'self' | 'other';
  /** `harm`: hurt already, or something swallowed. `violence`: danger from others, or to them. */
  readonly danger: Danger;
};

export type CrisisReader = {
  assess(view: View): CrisisAssessment | undefined;
  /** The ids of the rules that gave points, for measures and tests. */
  explain(view: View): readonly string[];
  /** Somebody else already takes the message for a crisis: true unless something in it only sounds dire. */
  mayBe(view: View): boolean;
};

type Rule = Crisis['rules'][number];
type Hit = { readonly rule: Rule; readonly text: string; readonly at: number; readonly language: Written };

const languages = ['en', 'zh'] as const;
/** What stands in place of an idiom: no word and no Chinese character. */
const blank = { en: ' _', zh: '_' } as const;
/** The writer as somebody who acts. */
const writer = { en: /(?<= )(?:i|we|me|myself)(?= )/gu, zh: /我/gu } as const;

export function createCrisisReader(data: Crisis): CrisisReader {
  const linesOf = (language: Written, rules: readonly Rule[]) =>
    rules.flatMap((rule) => rule[language].map((line) => ({ key: rule, line })));
  const inBoth = <Value>(make: (language: Written) => Value) => ({ en: make('en'), zh: make('zh') });
  const alarming = data.rules.filter((rule) => rule.points > 0);
  const defusing = data.rules.filter((rule) => rule.points < 0);
  const alarms = inBoth((language) => patternsOf(linesOf(language, alarming), language, data.words));
  const contexts = inBoth((language) => patternsOf(linesOf(language, defusing), language, data.words));
  const idioms = inBoth((language) =>
    patternsOf(
      data.idioms[language].map((line) => ({ key: true, line })),
      language,
      data.words,
      'gu',
    ),
  );
  const others = inBoth((language) => compile(data.others[language].join('|'), language, data.words, 'gu'));

  const plain = (view: View): View => {
    const en = view.en === undefined ? undefined : without(view.en, 'en', idioms.en);
    const zh = view.zh === undefined ? undefined : without(view.zh, 'zh', idioms.zh);
    return { ...(en === undefined ? {} : { en }), ...(zh === undefined ? {} : { zh }) };
  };
  /** Idioms cost the most and take points away only: they are looked for when there are points to take. */
  const hitsOf = (view: View): readonly Hit[] => {
    if (sum(find(view, alarms)) < data.threshold) return [];
    const rest = plain(view);
    const hits = find(rest, alarms);
    return sum(hits) < data.threshold ? hits : [...hits, ...find(rest, contexts)];
  };

  return {
    explain: (view) => hitsOf(view).map(({ rule }) => `${rule.id} ${rule.points}`),
    mayBe(view) {
      const rest = plain(view);
      return rest.en === view.en && rest.zh === view.zh && find(view, contexts).length === 0;
    },
    assess(view) {
      const hits = hitsOf(view);
      if (sum(hits) < data.threshold) return undefined;
      const worst = hits
        .filter(({ rule }) => rule.danger !== undefined)
        .toSorted((a, b) => b.rule.points - a.rule.points)[0];
      const other =
        hits.some(({ rule }) => rule.who === 'other' && rule.points >= data.threshold) ||
        (worst !== undefined && isOther(worst, others[worst.language]));
      return { kind: 'crisis', who: other ? 'other' : 'self', danger: worst?.rule.danger ?? 'suicide' };
    },
  };
}

/** The first hit of each rule. */
function find(view: View, candidates: Readonly<Record<Written, Candidates<Rule>>>): readonly Hit[] {
  const hits = new Map<Rule, Hit>();
  for (const language of languages) {
    const text = view[language];
    if (text === undefined) continue;
    for (const { key: rule, pattern } of candidates[language](text)) {
      const found = hits.has(rule) ? undefined : pattern.exec(text);
      if (found) hits.set(rule, { rule, text, at: found.index, language });
    }
  }
  return [...hits.values()];
}

function without(text: string, language: Written, idioms: Candidates<boolean>): string {
  return idioms(text).reduce((rest, { pattern }) => rest.replace(pattern, blank[language]), text);
}

function sum(hits: readonly Hit[]): number {
  return hits.reduce((total, { rule }) => total + rule.points, 0);
}

/** The last person named up to what was found is not the writer. */
function isOther({ text, at, language }: Hit, others: RegExp): boolean {
  const from = language === 'en' ? at - 60 : Math.max(at - 16, text.lastIndexOf(',', at - 1) + 1);
  const end = language === 'en' ? at + 5 : at + 1;
  const before = ` ${text.slice(Math.max(0, from), end)} `;
  const last = (pattern: RegExp) => [...before.matchAll(pattern)].at(-1)?.index ?? -1;
  const other = last(others);
  return other >= 0 && other >= last(writer[language]);
}
