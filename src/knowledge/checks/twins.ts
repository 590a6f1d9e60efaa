import type { Finding } from '../faults.ts';
import { type Knowledge, textFilesOf, textsOf } from '../knowledge.ts';
import { placeholdersIn } from '../parameters.ts';

/** Both languages say the same: equal numbers and parameters, and neither is an untranslated copy. */
export function twins(knowledge: Knowledge): readonly Finding[] {
  const findings: Finding[] = [];
  for (const { file, value } of textFilesOf(knowledge)) {
    for (const { path, en, zh } of textsOf(value)) {
      const message = differs(en, zh);
      if (message) findings.push({ file, path, message });
    }
  }
  return findings;
}

function differs(en: string, zh: string): string | undefined {
  if (!/\p{Script=Han}/u.test(zh)) return 'the Chinese text has no Chinese in it: translate it';
  const han = en.match(/\p{Script=Han}/gu)?.length ?? 0;
  if (han * 2 > en.length) return 'the English text is mostly Chinese: translate it';
  const parameters = [placeholdersIn(en), placeholdersIn(zh)].map((ids) => ids.toSorted().join(' '));
  if (parameters[0] !== parameters[1]) return 'the languages use different parameters: use the same ones in both';
  const [left, right] = [numbersIn(en), numbersIn(zh)];
  if (left.join(' ') === right.join(' ')) return undefined;
  return `the languages differ in numbers: ${left.join(' ') || 'none'} in English, ${right.join(' ') || 'none'} in Chinese`;
}

/** Digits in a text as plain numbers: "50,000" and 「5万」 are both 50000; 「第70条」 and "Art. 70" are both 70. */
function numbersIn(text: string): readonly string[] {
  return [...text.replace(/\{\{[^}]*\}\}/g, ' ').matchAll(/(\d[\d,]*(?:\.\d+)?)\s*(万|亿)?/g)]
    .map((match) => {
      const number = Number((match[1] ?? '').replaceAll(',', ''));
      return String(match[2] === '万' ? number * 1e4 : match[2] === '亿' ? number * 1e8 : number);
    })
    .toSorted();
}
