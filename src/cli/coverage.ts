import type { Knowledge } from '../knowledge/knowledge.ts';
import { verdicts } from '../knowledge/schema.ts';

/** Every section of every source document with what carries it, and every statement with what became of it. */
export function coverage(knowledge: Knowledge): readonly string[] {
  const lines: string[] = [];
  const counts = new Map<string, number>();
  let sections = 0;
  for (const document of knowledge.documents.values()) {
    lines.push(`${document.id} ${document.title.en} · ${document.title.zh}`, `  ${document.about.en}`);
    for (const section of document.sections) {
      sections += 1;
      const topics = [...knowledge.topics.values()].filter((topic) => topic.seeds.includes(section.id));
      const statements = document.claims.filter((it) => it.section === section.id);
      // Where a section states nothing that was judged, its topics' own answers carry it.
      const answers = topics.flatMap((topic) => topic.answer.cites.map((claim) => `${topic.id}/${claim}`));
      const carried = new Set(statements.length > 0 ? statements.flatMap((it) => it.carried) : answers);
      lines.push(`  ${section.id.padEnd(11)} ${section.summary.en}`);
      lines.push(`    topics: ${topics.map((topic) => topic.id).join(', ')}`);
      lines.push(`    claims: ${carried.size === 0 ? 'none, advice alone' : [...carried].join(', ')}`);
      for (const it of statements) {
        counts.set(it.verdict, (counts.get(it.verdict) ?? 0) + 1);
        lines.push(`    ${it.id} ${it.verdict.padEnd(9)} ${it.says.en}`, `      ${it.why.en}`);
        lines.push(`      told by: ${it.topics.join(', ')}`);
      }
    }
    for (const it of document.left_out) lines.push(`  ${it.id.padEnd(11)} dropped: ${it.what.en}`, `    ${it.why.en}`);
  }
  const told = verdicts.map((verdict) => `${counts.get(verdict) ?? 0} ${verdict}`).join(', ');
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return [...lines, `${knowledge.documents.size} documents, ${sections} sections, ${total} statements: ${told}`];
}
