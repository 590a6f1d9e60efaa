// Notices a wish for help with wrong-doing, and lets its honest neighbours pass.
import { patternsOf } from './patterns.ts';
import type { Refusal } from './schema.ts';
import type { View } from './view.ts';

export type RefusalAssessment = { readonly kind: 'refuse'; readonly why: string };

export type RefusalReader = {
  assess(view: View): RefusalAssessment | undefined;
};

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
  return {
    assess(view) {
      const found = wrongIn(view);
      if (found.length === 0 || tone(view)[0] === 'honest') return undefined;
      const excuses = excused(view);
      const why = found.find((id) => !excuses.includes(id));
      return why === undefined ? undefined : { kind: 'refuse', why };
    },
  };
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
