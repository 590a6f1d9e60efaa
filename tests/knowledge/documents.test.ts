import { describe, expect, it } from 'vitest';
import { coverage } from '../../src/cli/coverage.ts';
import { byStanding, longest, staleClaims } from '../../src/cli/knowledge.ts';
import { documents } from '../../src/knowledge/checks/documents.ts';
import { timeSensitive } from '../../src/knowledge/checks/time-sensitive.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { documentSchema, type SourceDocument, type Topic } from '../../src/knowledge/schema.ts';

const knowledge = loadKnowledge();
const document = (id: string): SourceDocument => {
  const found = knowledge.documents.get(id);
  if (!found) throw new Error(`no document ${id}`);
  return found;
};
const withDocument = (changed: SourceDocument): Knowledge => ({
  ...knowledge,
  documents: new Map([...knowledge.documents, [changed.id, changed]]),
});
const withTopic = (id: string, change: (topic: Topic) => Partial<Topic>): Knowledge => {
  const topic = knowledge.topics.get(id);
  if (!topic) throw new Error(`no topic ${id}`);
  return { ...knowledge, topics: new Map([...knowledge.topics, [id, { ...topic, ...change(topic) }]]) };
};
const messages = (findings: readonly { message: string }[]) => findings.map((finding) => finding.message);

describe('the source documents', () => {
  it('are judged statement by statement, as many as section 0 of the fact sheet has', () => {
    const counts = [...knowledge.documents.values()].map(({ id, claims }) => [id, claims.length]);
    expect(counts).toEqual([
      ['000', 9],
      ['001', 6],
      ['002', 8],
      ['003', 8],
      ['004', 6],
    ]);
  });

  it('hold the statements that the fact sheet calls wrong as corrected or dropped', () => {
    const wrong = ['000-8', '000-9', '002-2', '002-6', '002-7', '002-8', '003-2', '003-5', '003-6', '004-2', '004-5'];
    const statements = [...knowledge.documents.values()].flatMap((it) => it.claims);
    for (const id of wrong)
      expect(['corrected', 'dropped'], id).toContain(statements.find((it) => it.id === id)?.verdict);
  });

  it('list the tail of 004 as left out', () => {
    expect(document('004').left_out.map((it) => it.id)).toContain('004-tail');
  });

  it('fail the check when a section has no topic', () => {
    const bare = {
      ...document('000'),
      sections: [...document('000').sections, { id: '000-VI', summary: { en: 'x', zh: '某' } }],
    };
    expect(messages(documents(withDocument(bare)))).toEqual([expect.stringContaining('no topic carries 000-VI')]);
  });

  it('fail the check when a seed names no section', () => {
    const findings = documents(withTopic('record-retention', (topic) => ({ seeds: [...topic.seeds, '002-9'] })));
    expect(messages(findings)).toEqual([expect.stringContaining('002-9 is no section')]);
  });

  it('fail the check when a statement is missing, or names a claim or topic that does not exist', () => {
    const { claims } = document('002');
    const without = { ...document('002'), claims: claims.filter((it) => it.id !== '002-3') };
    expect(messages(documents(withDocument(without)))[0]).toContain('002-3 comes here');
    const renamed = {
      ...document('002'),
      claims: claims.map((it) =>
        it.id === '002-2' ? { ...it, topics: ['record-retention', 'nowhere'], carried: ['record-retention/gone'] } : it,
      ),
    };
    expect(messages(documents(withDocument(renamed)))).toEqual([
      'the topic nowhere does not exist',
      'the claim record-retention/gone does not exist',
    ]);
  });

  it('are refused by the schema when a verdict is missing', () => {
    const [first, ...rest] = document('001').claims;
    const { verdict: _, ...unjudged } = first ?? { verdict: 'kept' };
    expect(documentSchema.safeParse(document('001')).success).toBe(true);
    expect(documentSchema.safeParse({ ...document('001'), claims: [unjudged, ...rest] }).success).toBe(false);
  });

  it('are printed with every section, every statement and a count', () => {
    const printed = coverage(knowledge).join('\n');
    for (const { sections, claims } of knowledge.documents.values()) {
      for (const { id } of [...sections, ...claims]) expect(printed).toMatch(new RegExp(`^\\s+${id}\\s`, 'm'));
    }
    expect(printed).toMatch(/5 documents, 31 sections, 37 statements: \d+ kept/);
  });
});

describe('claims on rows that change with time', () => {
  it('say when to look again, or the check names them', () => {
    expect(timeSensitive(knowledge)).toEqual([]);
    const findings = timeSensitive(
      withTopic('interest-too-high', (topic) => ({
        claims: topic.claims.map((claim) =>
          claim.id === 'lpr-value' ? { ...claim, standing: { kind: 'reported', on: '2026-11-22', by: 'x' } } : claim,
        ),
      })),
    );
    expect(messages(findings)).toEqual([expect.stringContaining('lpr-value rests on a row that changes with time')]);
  });

  it('are told as stale once the day has passed', () => {
    expect(staleClaims(knowledge, '2026-11-22')).toEqual([]);
    expect(staleClaims(knowledge, '2036-01-01').length).toBeGreaterThan(50);
  });
});

describe("the operator's view", () => {
  it('puts every topic under exactly one standing', () => {
    const counts = byStanding(knowledge).flatMap((line) => line.match(/^weakest .*: (\d+) topics$/)?.[1] ?? []);
    expect(counts.reduce((sum, count) => sum + Number(count), 0)).toBe(knowledge.topics.size);
  });

  it('shows the ten longest answers, longest first', () => {
    const shares = longest(knowledge)
      .slice(1)
      .map((line) => line.match(/(\d+) of (\d+)$/) ?? [])
      .map(([, length, limit]) => Number(length) / Number(limit));
    expect(shares).toHaveLength(10);
    expect(shares).toEqual(shares.toSorted((a, b) => b - a));
    expect(shares[0]).toBeLessThanOrEqual(1);
  });
});
