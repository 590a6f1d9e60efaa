// How long each part of a topic may be.
import type { Finding } from '../faults.ts';
import type { Knowledge } from '../knowledge.ts';
import type { Topic } from '../schema.ts';
import type { Pair, Written } from '../terms.ts';

/** Characters, so that a whole answer fits one phone screen. */
export const limits = {
  label: { en: 32, zh: 14 },
  question: { en: 110, zh: 45 },
  answer: { en: 300, zh: 130 },
  step: { en: 170, zh: 75 },
  caution: { en: 200, zh: 90 },
  correction: { en: 200, zh: 90 },
  follow: { en: 260, zh: 115 },
  claim: { en: 420, zh: 190 },
  whole: { en: 1300, zh: 560 },
} as const;

/** Nothing is longer than a frightened person can read on a phone. */
export function length(knowledge: Knowledge): readonly Finding[] {
  const findings: Finding[] = [];
  for (const topic of knowledge.topics.values()) {
    const file = knowledge.files.get(`topic:${topic.id}`) ?? '';
    const hold = (path: Finding['path'], pair: Pair, kind: keyof typeof limits) => {
      for (const language of ['en', 'zh'] as const) {
        const length = [...pair[language]].length;
        const most = limits[kind][language];
        if (length > most)
          findings.push({
            file,
            path: [...path, language],
            message: `${length} characters, at most ${most}: shorten it`,
          });
      }
    };
    hold(['label'], topic.label, 'label');
    hold(['question'], topic.question, 'question');
    hold(['answer'], topic.answer, 'answer');
    for (const [index, step] of topic.steps.entries()) hold(['steps', index], step, 'step');
    for (const [index, caution] of topic.cautions.entries()) hold(['cautions', index], caution, 'caution');
    if (topic.correction) hold(['correction'], topic.correction, 'correction');
    for (const [aspect, text] of Object.entries(topic.follow_ups)) hold(['follow_ups', aspect], text, 'follow');
    for (const [index, claim] of topic.claims.entries()) hold(['claims', index], claim, 'claim');
    hold(['answer'], { en: wholeAnswer(topic, 'en'), zh: wholeAnswer(topic, 'zh') }, 'whole');
  }
  return findings;
}

/** Everything that an answer shows of a topic, before the sources. */
export function wholeAnswer(topic: Topic, language: Written): string {
  const parts = [topic.answer, ...topic.steps, ...topic.cautions, ...(topic.correction ? [topic.correction] : [])];
  return parts.map((part) => part[language]).join('\n');
}
