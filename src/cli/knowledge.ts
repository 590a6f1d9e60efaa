// `npm run knowledge`: what is in the knowledge files and what is wrong with them.
import { formatFault } from '../knowledge/faults.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { inspectKnowledge } from '../knowledge/load.ts';

/** Prints faults, claims whose recheck has passed, and topics by group and standing. Exits 1 when there is a fault. */
export async function runKnowledge(): Promise<number> {
  const { knowledge, faults } = inspectKnowledge();
  for (const fault of faults) console.log(formatFault(fault));
  if (!knowledge) {
    console.log(`${faults.length} faults. Mend them; nothing is loaded until then.`);
    return 1;
  }
  const today = Temporal.Now.plainDateISO('Asia/Shanghai').toString();
  for (const stale of staleClaims(knowledge, today)) console.log(stale);
  for (const line of summary(knowledge)) console.log(line);
  return 0;
}

/** Claims whose recheck date has passed on a day (ISO date). */
export function staleClaims(knowledge: Knowledge, day: string): readonly string[] {
  return [...knowledge.topics.values()].flatMap((topic) =>
    topic.claims
      .filter(({ standing }) => standing.recheck !== undefined && standing.recheck < day)
      .map((claim) => `stale: ${topic.id}/${claim.id} was due for a new check on ${claim.standing.recheck}`),
  );
}

function summary(knowledge: Knowledge): readonly string[] {
  const topics = [...knowledge.topics.values()];
  const claims = topics.flatMap((topic) => topic.claims);
  const standings = Object.entries(Object.groupBy(claims, (claim) => claim.standing.kind));
  const count = (language: 'en' | 'zh') => topics.reduce((sum, topic) => sum + topic.asks[language].length, 0);
  return [
    ...knowledge.groups.map(
      (group) => `${group.id}: ${topics.filter((topic) => topic.group === group.id).length} topics`,
    ),
    `claims: ${standings.map(([kind, list]) => `${list?.length ?? 0} ${kind}`).join(', ')}`,
    `ways of asking: ${count('en')} English, ${count('zh')} Chinese; outside the field: ${knowledge.outside.en.length} English, ${knowledge.outside.zh.length} Chinese`,
    `${topics.length} topics, 0 faults`,
  ];
}
