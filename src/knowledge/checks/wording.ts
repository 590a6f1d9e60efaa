import type { Finding } from '../faults.ts';
import { type Knowledge, textFilesOf, textsOf } from '../knowledge.ts';

/** Words that blame, shout or are not what a native reader would say. */
const rules: readonly { pattern: RegExp; language: 'en' | 'zh'; message: string }[] = [
  { language: 'en', pattern: /!/, message: 'has an exclamation mark: say it calmly' },
  { language: 'zh', pattern: /[!！]/, message: 'has an exclamation mark: say it calmly' },
  {
    language: 'zh',
    pattern: /(?<=\p{Script=Han})[,;:?](?=\p{Script=Han}|$)/u,
    message: 'uses half-width punctuation between Chinese words: use ，；：？',
  },
  {
    language: 'zh',
    pattern: /个人信用记录修复|信用信件|个人信件/,
    message: 'is machine translation: the term is 征信',
  },
  { language: 'zh', pattern: /您/, message: 'uses 您: the bot says 你 throughout' },
  {
    language: 'en',
    pattern: /\b(just|simply|obviously) pay\b|\birresponsible\b|\byou should have\b/i,
    message: 'blames the reader: say what to do now',
  },
  { language: 'zh', pattern: /不负责任|早知道|活该/, message: 'blames the reader: say what to do now' },
  { language: 'en', pattern: /[“”‘’]/, message: 'has curly quotes: use straight ones' },
];

/** Plain words, no blame, no shouting, native punctuation. */
export function wording(knowledge: Knowledge): readonly Finding[] {
  const findings: Finding[] = [];
  for (const { file, value } of textFilesOf(knowledge)) {
    for (const { path, en, zh } of textsOf(value)) {
      for (const rule of rules) {
        if (rule.pattern.test(rule.language === 'en' ? en : zh))
          findings.push({ file, path: [...path, rule.language], message: rule.message });
      }
    }
  }
  return findings;
}
