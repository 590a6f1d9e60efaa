// Notices a wish for help with wrong-doing, and lets its honest neighbours pass.
import { patternsOf } from './patterns.ts';
import type { Refusal } from './schema.ts';
import type { View } from './view.ts';

export type RefusalAssessment = { readonly kind: 'refuse'; readonly why: string };

/** What the rules make of a message. */
export type RefusalReading = {
  /** The wrong-doing that is asked for; undefined for an honest neighbour too. */
  readonly why: string | undefined;
  /** The kind that the message is closest to, whether it asks for it or not. */
  readonly closest: string;
  /** Rules, lists of words and tones that it touches: what a measure can learn from. */
  readonly touched: readonly string[];
};

export type RefusalReader = (view: View) => RefusalReading;

type Lines = Readonly<Record<'en' | 'zh', readonly string[]>>;
/** The ids of the rules that match, in their order. */
type Ids = (view: View) => readonly string[];

export function createRefusalReader(data: Refusal): RefusalReader {
  const ids = (sources: readonly { readonly id: string; readonly lines: Lines | undefined }[]): Ids => {
    const inLanguage = (language: 'en' | 'zh') =>
      patternsOf(
        sources.flatMap(({ id, lines }) => (lines?.[language] ?? []).map((line) => ({ key: id, line }))),
        language,
        data.words,
      );
    const candidates = { en: inLanguage('en'), zh: inLanguage('zh') };
    return (view) => {
      const found = new Set<string>();
      for (const language of ['en', 'zh'] as const) {
        const text = view[language];
        if (text === undefined) continue;
        for (const { key, pattern } of candidates[language](text))
          if (!found.has(key) && pattern.test(text)) found.add(key);
      }
      return sources.map(({ id }) => id).filter((id) => found.has(id));
    };
  };
  const wrong = ids(data.rules.map((rule) => ({ id: rule.id, lines: rule })));
  const asked = ids(data.rules.map((rule) => ({ id: rule.id, lines: rule.asked })));
  const together = combinations(data);
  const requests = ids([{ id: 'request', lines: data.request }]);
  const excused = ids(data.rules.map((rule) => ({ id: rule.id, lines: rule.unless })));
  const tone = ids([
    { id: 'intent', lines: data.intent },
    { id: 'honest', lines: data.honest },
  ]);
  const wrongIn = (view: View): readonly string[] => {
    const sure = wrong(view);
    const perhaps = [...asked(view), ...together(view)].filter((id) => !sure.includes(id));
    return perhaps.length > 0 && requests(view).length > 0 ? [...sure, ...perhaps] : sure;
  };
  const lists = ids(
    [...new Set([...Object.keys(data.words.en), ...Object.keys(data.words.zh)])].map((name) => ({
      id: name,
      lines: { en: name in data.words.en ? [`<${name}>`] : [], zh: name in data.words.zh ? [`<${name}>`] : [] },
    })),
  );
  const listsOf = new Map(data.rules.map((rule) => [rule.id, listsIn(rule)]));
  return (view) => {
    const found = wrongIn(view);
    const [tones, words] = [tone(view), lists(view)];
    const excuses = found.length === 0 ? [] : excused(view);
    const why = tones[0] === 'honest' ? undefined : found.find((id) => !excuses.includes(id));
    const shared = (id: string) => words.filter((name) => listsOf.get(id)?.has(name)).length;
    const [closest] = data.rules.map(({ id }) => id).toSorted((a, b) => shared(b) - shared(a));
    return {
      why,
      closest: found[0] ?? closest ?? '',
      touched: [...(why === undefined ? [] : ['wrong']), ...found, ...tones, ...words.map((name) => `list-${name}`)],
    };
  };
}

/** The lists of words that the combinations of a rule are made of. */
function listsIn(rule: Refusal['rules'][number]): ReadonlySet<string> {
  const lines = [...(rule.together?.en ?? []), ...(rule.together?.zh ?? [])];
  return new Set(lines.flatMap((line) => [...line.matchAll(/<([a-z-]+)>/g)].map((match) => match[1] ?? '')));
}

/** Rules of which all parts of a line stand somewhere in the message. */
function combinations(data: Refusal): Ids {
  const inLanguage = (language: 'en' | 'zh') => {
    const rows = data.rules.flatMap(({ id, together }) =>
      (together?.[language] ?? []).map((line) => ({ id, parts: line.split(' & ') })),
    );
    const parts = [...new Set(rows.flatMap((row) => row.parts))];
    const candidates = patternsOf(
      parts.map((part) => ({ key: part, line: part })),
      language,
      data.words,
    );
    return (text: string): readonly string[] => {
      const found = new Set(
        candidates(text)
          .filter(({ pattern }) => pattern.test(text))
          .map(({ key }) => key),
      );
      return rows.filter((row) => row.parts.every((part) => found.has(part))).map(({ id }) => id);
    };
  };
  const find = { en: inLanguage('en'), zh: inLanguage('zh') };
  return (view) => [
    ...new Set([
      ...(view.en === undefined ? [] : find.en(view.en)),
      ...(view.zh === undefined ? [] : find.zh(view.zh)),
    ]),
  ];
}
