import type { Finding } from '../faults.ts';
import { filesOf, type Knowledge } from '../knowledge.ts';
import type { Claim } from '../schema.ts';

/** A claim on a row that changes with time says on which day to look again. */
export function timeSensitive(knowledge: Knowledge): readonly Finding[] {
  const { rows, without } = knowledge.timeSensitive;
  const marks = rows.map((mark) => ({
    rows: new Set(mark.rows),
    mentions: mark.mentions === undefined ? undefined : new RegExp(mark.mentions, 'u'),
  }));
  const changes = (claim: Claim) =>
    marks.some(
      (mark) =>
        claim.facts.some((row) => mark.rows.has(row)) && (mark.mentions?.test(`${claim.en} ${claim.zh}`) ?? true),
    );
  const excused = new Set(without.flatMap((it) => it.claims));
  const known = new Set(
    filesOf(knowledge).flatMap(({ value }) => value.claims.map((claim) => `${value.id}/${claim.id}`)),
  );
  const gone = [...excused].filter((claim) => !known.has(claim));
  const file = 'time-sensitive.yaml';
  const unknown = gone.map((claim) => ({ file, path: ['without'], message: `${claim} does not exist: take it out` }));
  const missing = filesOf(knowledge).flatMap(({ file, value }) =>
    value.claims.flatMap((claim, index) =>
      claim.standing.recheck === undefined && changes(claim) && !excused.has(`${value.id}/${claim.id}`)
        ? [
            {
              file,
              path: ['claims', index, 'standing'],
              message: `${claim.id} rests on a row that changes with time: add a recheck date`,
            },
          ]
        : [],
    ),
  );
  return [...unknown, ...missing];
}
