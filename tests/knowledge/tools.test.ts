import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatFault } from '../../src/knowledge/faults.ts';
import { inspectKnowledge, loadKnowledge } from '../../src/knowledge/load.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'debt-guidance-tools-'));
  cpSync(new URL('../../src/knowledge/', import.meta.url), folder, { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The faults when one file of a copy is changed in one place. */
function faultsWith(file: string, from: string | RegExp, to: string): string {
  const path = join(folder, file);
  const before = readFileSync(path, 'utf8');
  const after = before.replace(from, to);
  expect(after, `${file} has no ${from}`).not.toBe(before);
  writeFileSync(path, after);
  const { faults } = inspectKnowledge(pathToFileURL(`${folder}/`));
  writeFileSync(path, before);
  return faults.map(formatFault).join('\n');
}

describe('what the tools say', () => {
  it('cites only claims that stand in a topic', () => {
    expect(faultsWith('message-rules/insult.yaml', 'collector-visit/visit-banned', 'collector-visit/gone')).toMatch(
      /insult\.yaml:\d+ cites collector-visit\/gone/,
    );
    expect(faultsWith('timelines/card.yaml', 'due-time/card-grace', 'due-time/gone')).toContain('due-time/gone');
    expect(faultsWith('deadlines/payment-order.yaml', /pay-or-object/g, 'gone')).toContain(
      'payment-order-received/gone',
    );
  });

  it('has patterns that can be read, do not fit everything, and use lists that exist', () => {
    const file = 'message-rules/safe-account.yaml';
    expect(faultsWith(file, /- '\\b\(safe\|/, "- '(\\b(safe|")).toContain('no regular expression');
    expect(faultsWith(file, /- '\\b\(safe\|/, "- 'x*' \n    - '\\b(safe|")).toContain('fits an empty text');
    expect(faultsWith(file, /- '\\b\(safe\|/, "- '<nobody> x'\n    - '\\b(safe|")).toContain('no list nobody');
  });

  it('stands under what must not be said, and says the same numbers in both languages', () => {
    expect(faultsWith('timelines/card.yaml', 'No prison for the debt itself', 'The bank can jail you')).toContain(
      'must not be said',
    );
    expect(faultsWith('deadlines/payment-order.yaml', '"I have no money"', '"I have no money for 30 days"')).toContain(
      'differ in numbers',
    );
  });

  it('takes the length of a period from a parameter that has one', () => {
    expect(
      faultsWith('deadlines/payment-order.yaml', 'parameter: payment-order-days', 'parameter: quiet-hours'),
    ).toContain('no parameter with a length of time');
  });

  it('has stages that begin one after another', () => {
    expect(faultsWith('timelines/card.yaml', 'from: 31', 'from: 2')).toContain('one after another');
  });

  it('rests on a claim in every stage', () => {
    for (const timeline of loadKnowledge().timelines.values())
      for (const stage of timeline.stages) {
        const cites = [...stage.usual, ...stage.do, ...stage.cannot].flatMap((it) => it.cites);
        expect(cites.length, `${timeline.id}/${stage.id}`).toBeGreaterThan(0);
      }
  });
});
