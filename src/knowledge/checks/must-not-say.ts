// What must never be said, run over every text.
import type { Finding } from '../faults.ts';
import { type Knowledge, textFilesOf, textsOf } from '../knowledge.ts';
import type { Never } from '../schema.ts';
import type { Written } from '../terms.ts';

/** No text says what must not be said. What a source document wrongly says may be quoted in a correction or a dispute. */
export function mustNotSay(knowledge: Knowledge): readonly Finding[] {
  const findings: Finding[] = [];
  for (const { file, value } of textFilesOf(knowledge)) {
    for (const { path, en, zh } of textsOf(value)) {
      if (path[0] === 'correction' || path.at(-1) === 'says' || path[0] === 'question') continue;
      for (const rule of [...forbidden(en, 'en', knowledge.never), ...forbidden(zh, 'zh', knowledge.never)]) {
        findings.push({ file, path, message: `says what must not be said (${rule.id}): ${rule.reason.en}` });
      }
    }
  }
  return findings;
}

/** A full stop ends a sentence only before a space and a capital: "Art. 70" and "15.4%" stay whole. */
const sentenceEnd = /(?<=[。;；!！?？])\s*|(?<=\.)\s+(?=[\p{Lu}"(])/u;

/** The rules that a text breaks; each sentence is judged alone. */
export function forbidden(text: string, language: Written, rules: readonly Never[]): readonly Never[] {
  const sentences = text.split(sentenceEnd);
  return rules.filter((rule) =>
    sentences.some(
      (sentence) =>
        rule.patterns[language].some((pattern) => expression(pattern).test(sentence)) &&
        !(rule.unless?.[language] ?? []).some((pattern) => expression(pattern).test(sentence)),
    ),
  );
}

const expressions = new Map<string, RegExp>();

/** Compiled once: the same rules run over thousands of sentences. */
function expression(pattern: string): RegExp {
  const known = expressions.get(pattern) ?? new RegExp(pattern, 'iu');
  expressions.set(pattern, known);
  return known;
}
