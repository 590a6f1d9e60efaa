// `npm run knowledge`: what is in the knowledge files and what is wrong with them.
import { limits, wholeAnswer } from '../knowledge/checks/length.ts';
import { formatFault } from '../knowledge/faults.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { inspectKnowledge } from '../knowledge/load.ts';
import type { Topic } from '../knowledge/schema.ts';
import { coverage } from './coverage.ts';

/**
 * Prints faults, claims whose recheck has passed, topics by group and standing, and the longest answers; with
 * `--coverage` what became of the source documents. Exits 1 when there is a fault.
 */
export async function runKnowledge(words: readonly string[] = []): Promise<number> {
  const { knowledge, faults } = inspectKnowledge();
  for (const fault of faults) console.log(formatFault(fault));
  if (!knowledge) {
    console.log(`${faults.length} faults. Mend them; nothing is loaded until then.`);
    return 1;
  }
  const today = Temporal.Now.plainDateISO('Asia/Shanghai').toString();
  const lines = words.includes('--coverage')
    ? coverage(knowledge)
    : [...staleClaims(knowledge, today), ...byStanding(knowledge), ...longest(knowledge), ...summary(knowledge)];
  for (const line of lines) console.log(line);
  return 0;
}

/** Claims whose recheck date has passed on a day (ISO date), of topics and places. */
export function staleClaims(knowledge: Knowledge, day: string): readonly string[] {
  return [...knowledge.topics.values(), ...knowledge.places.values()].flatMap((file) =>
    file.claims
      .filter(({ standing }) => standing.recheck !== undefined && standing.recheck < day)
      .map((claim) => `stale: ${file.id}/${claim.id} was due for a new check on ${claim.standing.recheck}`),
  );
}

const standings = ['unverified', 'disputed', 'reported', 'verified'] as const;

/** Each topic under the weakest standing among its claims: what rests on least is read first. */
export function byStanding(knowledge: Knowledge): readonly string[] {
  const weakest = (topic: Topic) =>
    standings.find((kind) => topic.claims.some((claim) => claim.standing.kind === kind)) ?? 'advice alone';
  const groups = Object.groupBy(knowledge.topics.values(), weakest);
  return [...standings, 'advice alone' as const].flatMap((kind) => {
    const topics = groups[kind] ?? [];
    if (topics.length === 0) return [];
    const named = topics.map((topic) => {
      const weak = topic.claims.filter((claim) => claim.standing.kind === kind).length;
      return weak === 0 || kind === 'verified' ? topic.id : `${topic.id} (${weak} of ${topic.claims.length})`;
    });
    return [`weakest claim ${kind}: ${topics.length} topics`, `  ${named.join(', ')}`];
  });
}

/** The answers that come nearest to their limit, both languages, longest first. */
export function longest(knowledge: Knowledge, most = 10): readonly string[] {
  const lengths = [...knowledge.topics.values()].flatMap((topic) =>
    (['en', 'zh'] as const).map((language) => {
      const length = [...wholeAnswer(topic, language)].length;
      return { name: `${topic.id} ${language}`, length, limit: limits.whole[language] };
    }),
  );
  return [
    `longest answers, characters of the limit (${limits.whole.en} English, ${limits.whole.zh} Chinese):`,
    ...lengths
      .toSorted((a, b) => b.length / b.limit - a.length / a.limit)
      .slice(0, most)
      .map(({ name, length, limit }) => `  ${name.padEnd(36)} ${length} of ${limit}`),
  ];
}

function summary(knowledge: Knowledge): readonly string[] {
  const topics = [...knowledge.topics.values()];
  const claims = topics.flatMap((topic) => topic.claims);
  const counts = Object.entries(Object.groupBy(claims, (claim) => claim.standing.kind));
  const count = (language: 'en' | 'zh') => topics.reduce((sum, topic) => sum + topic.asks[language].length, 0);
  return [
    ...knowledge.groups.map(
      (group) => `${group.id}: ${topics.filter((topic) => topic.group === group.id).length} topics`,
    ),
    `claims: ${counts.map(([kind, list]) => `${list?.length ?? 0} ${kind}`).join(', ')}`,
    `ways of asking: ${count('en')} English, ${count('zh')} Chinese; outside the field: ${knowledge.outside.en.length} English, ${knowledge.outside.zh.length} Chinese`,
    `${topics.length} topics, 0 faults`,
  ];
}
