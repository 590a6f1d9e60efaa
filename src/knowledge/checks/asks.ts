import type { Finding } from '../faults.ts';
import type { Knowledge } from '../knowledge.ts';

/** Fewest ways of asking per topic: fewer, and unseen messages miss it. */
const fewest = { en: 40, zh: 30 } as const;

/** Enough ways of asking, and none that stands under two topics. */
export function asks(knowledge: Knowledge): readonly Finding[] {
  const findings: Finding[] = [];
  const owners = new Map<string, string>();
  for (const topic of knowledge.topics.values()) {
    const file = knowledge.files.get(`topic:${topic.id}`) ?? '';
    for (const language of ['en', 'zh'] as const) {
      const written = topic.asks[language];
      if (written.length < fewest[language])
        findings.push({
          file,
          path: ['asks', language],
          message: `${written.length} ways of asking, at least ${fewest[language]}: write more`,
        });
      for (const [index, ask] of written.entries()) {
        const key = ask.toLowerCase().replace(/[\p{P}\s]/gu, '');
        const owner = owners.get(key);
        if (owner !== undefined)
          findings.push({
            file,
            path: ['asks', language, index],
            message: `"${ask}" stands under ${owner} too: keep it in one place`,
          });
        owners.set(key, topic.id);
      }
    }
  }
  return findings;
}
