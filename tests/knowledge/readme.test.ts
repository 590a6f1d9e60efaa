import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { inspectKnowledge } from '../../src/knowledge/load.ts';

it("the README's topic lacks nothing but more ways of asking", () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const [, yaml = ''] = readme.match(/```yaml\n([\s\S]*?)```/) ?? [];
  const folder = join(mkdtempSync(join(tmpdir(), 'debt-guidance-readme-')), 'knowledge');
  cpSync(fileURLToPath(new URL('../../src/knowledge/', import.meta.url)), folder, { recursive: true });
  writeFileSync(join(folder, 'topics/credit-record/own-statement.yaml'), yaml);
  const { faults } = inspectKnowledge(pathToFileURL(`${folder}/`));
  rmSync(join(folder, '..'), { recursive: true, force: true });
  expect(faults.map((fault) => `${fault.file}: ${fault.message}`)).toEqual([
    'topics/credit-record/own-statement.yaml: 2 ways of asking, at least 40: write more',
    'topics/credit-record/own-statement.yaml: 2 ways of asking, at least 30: write more',
  ]);
});
