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

/** What the rules make of a message. */
export type CrisisReading = {
  /** Points of all rules together; the lexicon's threshold makes a crisis. */
  readonly points: number;
  readonly reached: boolean;
  /** Something in it tells a story, a joke or the past: what is not said outright counts for nothing. */
  readonly defused: boolean;
  /** Ids of all rules that it touches, and `idiom`: what a measure can learn from. */
  readonly touched: readonly string[];
  readonly who: CrisisAssessment['who'];
  readonly danger: Danger;
};

export type CrisisReader = (view: View) => CrisisReading;

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
  /** Worth nothing alone; a learned measure weighs them. */
  const cues = data.rules.filter((rule) => rule.points === 0);
  const defusing = data.rules.filter((rule) => rule.points < 0);
  const alarms = inBoth((language) => patternsOf(linesOf(language, alarming), language, data.words));
  const hints = inBoth((language) => patternsOf(linesOf(language, cues), language, data.words));
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

  const kin = inBoth((language) => compile('<kin>', language, data.words));

  const plain = (view: View): View => {
    const en = view.en === undefined ? undefined : without(view.en, 'en', idioms.en);
    const zh = view.zh === undefined ? undefined : without(view.zh, 'zh', idioms.zh);
    return { ...(en === undefined ? {} : { en }), ...(zh === undefined ? {} : { zh }) };
  };
  return (view) => {
    const rest = plain(view);
    const hits = find(rest, alarms);
    const against = find(view, contexts);
    const points = sum(hits) + sum(against);
    const worst = hits
      .filter(({ rule }) => rule.danger !== undefined)
      .toSorted((a, b) => b.rule.points - a.rule.points)[0];
    const idiom = rest.en !== view.en || rest.zh !== view.zh;
    const touched = [...hits, ...against, ...find(rest, hints)].map(({ rule }) => rule.id);
    return {
      points,
      reached: points >= data.threshold,
      defused: against.length > 0,
      touched: idiom ? [...touched, 'idiom'] : touched,
      who: isAboutOther(rest, hits, worst) ? 'other' : 'self',
      danger: worst?.rule.danger ?? 'suicide',
    };
  };

  function isAboutOther(view: View, hits: readonly Hit[], worst: Hit | undefined): boolean {
    const said = hits.some(({ rule }) => rule.who === 'other' && rule.points >= data.threshold);
    if (worst?.rule.danger === 'violence') {
      // Whoever hides, or hears them at the door, is in it; otherwise it is the one who was named.
      const present = hits.some(({ rule }) => presence.has(rule.id)) || meetsWriter(worst);
      return !present && languages.some((language) => kin[language].test(view[language] ?? ''));
    }
    if (said) return true;
    if (worst) return isOther(worst, others[worst.language]);
    return languages.some((language) => {
      const text = view[language];
      return text !== undefined && isOther({ text, at: text.length, language }, others[language]);
    });
  }
}

/** Rules that only somebody on the spot touches. */
const presence: ReadonlySet<string> = new Set(['at-the-door', 'door-broken', 'hiding-now']);

/** What was found does it to the writer: "hit me", 打我. */
function meetsWriter({ text, at, language }: Hit): boolean {
  const found = text.slice(at, at + (language === 'en' ? 40 : 12));
  return language === 'en'
    ? / (me|us|my (head|throat|door|house|neck))(?= |$)/.test(found)
    : /我(?!的?[爸妈老女儿弟哥姐妹侄表朋同])/.test(found);
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
function isOther({ text, at, language }: Pick<Hit, 'text' | 'at' | 'language'>, others: RegExp): boolean {
  const from = language === 'en' ? at - 60 : Math.max(at - 16, text.lastIndexOf(',', at - 1) + 1);
  const end = language === 'en' ? at + 5 : at + 1;
  const before = ` ${text.slice(Math.max(0, from), end)} `;
  const last = (pattern: RegExp) => [...before.matchAll(pattern)].at(-1)?.index ?? -1;
  const other = last(others);
  return other >= 0 && other >= last(writer[language]);
}
