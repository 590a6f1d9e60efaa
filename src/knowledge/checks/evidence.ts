import type { Finding } from '../faults.ts';
import type { Knowledge } from '../knowledge.ts';

/** Groups whose answers may be advice alone: they are about the bot, or about a person's own habits and feelings. */
const adviceGroups = new Set(['bot', 'plan', 'creditor', 'safety']);
const adviceTopics = new Set(['avoid-repeat-overdue', 'check-my-balance', 'lender-rewards', 'business-debt']);

/** An answer rests on a claim, and every claim is used. */
export function evidence(knowledge: Knowledge): readonly Finding[] {
  const findings: Finding[] = [];
  for (const topic of knowledge.topics.values()) {
    const file = knowledge.files.get(`topic:${topic.id}`) ?? '';
    const parts = [topic.answer, ...topic.steps, ...topic.cautions, ...Object.values(topic.follow_ups)];
    if (topic.correction) parts.push(topic.correction);
    const used = new Set(parts.flatMap((part) => part.cites));
    const advice = adviceGroups.has(topic.group) || adviceTopics.has(topic.id);
    if (topic.answer.cites.length === 0 && !advice)
      findings.push({ file, path: ['answer'], message: 'the answer cites no claim: name the claims it rests on' });
    for (const [index, claim] of topic.claims.entries()) {
      if (!used.has(claim.id))
        findings.push({
          file,
          path: ['claims', index],
          message: `nothing cites the claim ${claim.id}: cite or remove it`,
        });
    }
    if (topic.correction && topic.correction.cites.length === 0)
      findings.push({ file, path: ['correction'], message: 'a correction cites the claim that is right' });
  }
  return findings;
}
