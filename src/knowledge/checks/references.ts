import type { Finding } from '../faults.ts';
import { filesOf, type Knowledge, textsOf } from '../knowledge.ts';
import { placeholdersIn } from '../parameters.ts';

/** Every id that a file names exists: claims, sources, topics, groups, parameters. */
export function references(knowledge: Knowledge): readonly Finding[] {
  const findings: Finding[] = [];
  const groups = new Set(knowledge.groups.map((group) => group.id));
  for (const { file, value } of filesOf(knowledge)) {
    const add = (path: Finding['path'], message: string) => findings.push({ file, path, message });
    const claims = new Set<string>();
    for (const [index, claim] of value.claims.entries()) {
      if (claims.has(claim.id)) add(['claims', index, 'id'], `the claim ${claim.id} stands here twice: rename one`);
      claims.add(claim.id);
      for (const [at, source] of claim.sources.entries()) {
        if (!knowledge.sources.has(source.source))
          add(['claims', index, 'sources', at], `the source ${source.source} is not in sources.yaml: add it there`);
      }
    }
    for (const { path, id } of citesIn(value)) {
      if (!claims.has(id)) add(path, `cites ${id}, which is no claim of this file`);
    }
    for (const { path, en, zh } of textsOf(value)) {
      for (const id of placeholdersIn(en + zh)) {
        if (!knowledge.parameters.has(id)) add(path, `{{${id}}} is no parameter: add it in parameters/`);
      }
    }
    if ('group' in value) {
      if (!groups.has(value.group)) add(['group'], `the group ${value.group} is not in groups.yaml`);
      for (const [at, id] of value.related.entries()) {
        if (!knowledge.topics.has(id)) add(['related', at], `the related topic ${id} does not exist`);
        if (id === value.id) add(['related', at], 'a topic is not related to itself: name another one');
      }
    } else {
      for (const [index, part] of value.parts.entries()) {
        for (const [at, id] of part.topics.entries()) {
          if (!knowledge.topics.has(id)) add(['parts', index, 'topics', at], `the topic ${id} does not exist`);
        }
      }
    }
  }
  for (const parameter of knowledge.parameters.values()) {
    if (!knowledge.sources.has(parameter.source.source))
      findings.push({
        file: 'sources.yaml',
        path: [],
        message: `${parameter.source.source}, named by the parameter ${parameter.id}, is missing`,
      });
  }
  return findings;
}

function* citesIn(value: unknown, path: Finding['path'] = []): Generator<{ path: Finding['path']; id: string }> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, item] of Object.entries(value)) {
    const here = [...path, Array.isArray(value) ? Number(key) : key];
    if (key === 'cites' && Array.isArray(item)) {
      for (const [at, id] of item.entries()) yield { path: [...here, at], id: String(id) };
    } else yield* citesIn(item, here);
  }
}
