import type { Finding } from '../faults.ts';
import { type Knowledge, textFilesOf, textsOf } from '../knowledge.ts';
import { compilePattern, partsOf } from '../message-patterns.ts';
import { placeholdersIn } from '../parameters.ts';
import type { Written } from '../terms.ts';
import { type MessageCheck, type MessageRule, routes } from '../tool-schema.ts';

/** What the tools say names claims, topics, parameters and routes that exist, and its patterns can be read. */
export function toolReferences(knowledge: Knowledge): readonly Finding[] {
  const findings: Finding[] = [];
  for (const { file, value } of textFilesOf(knowledge)) {
    if ('claims' in value) continue;
    const add = (path: Finding['path'], message: string) => findings.push({ file, path, message });
    for (const { path, id } of citesIn(value)) {
      const [topic = '', claim] = id.split('/');
      if (!knowledge.topics.get(topic)?.claims.some((it) => it.id === claim))
        add(path, `cites ${id}, which is no claim of a topic`);
    }
    for (const { path, en, zh } of textsOf(value)) {
      for (const id of placeholdersIn(en + zh))
        if (!knowledge.parameters.has(id)) add(path, `{{${id}}} is no parameter: add it in parameters/`);
    }
    for (const { path, pattern, language } of patternsIn(value)) {
      const fault = unreadable(pattern, knowledge.messageCheck.words[language]);
      if (fault !== undefined) add(path, fault);
    }
    if ('topic' in value && typeof value.topic === 'string' && !knowledge.topics.has(value.topic))
      add(['topic'], `the topic ${value.topic} does not exist`);
  }
  return [...findings, ...lengths(knowledge), ...ways(knowledge)];
}

/** Every route of a rule leads somewhere. */
function ways({ messageCheck, messageRules, files }: Knowledge): readonly Finding[] {
  const missing = routes.filter((route) => messageCheck.routes[route] === undefined);
  const fileOf = (rule: MessageRule) => files.get(`message-rule:${rule.id}`) ?? '';
  return [...messageRules.values()]
    .filter((rule) => rule.routes.some((route) => missing.includes(route)))
    .map((rule) => ({ file: fileOf(rule), path: ['routes'], message: 'names a route that message-check.yaml lacks' }));
}

/** The length of a period is a whole number of days, months or years. */
function lengths({ deadlines, parameters, files }: Knowledge): readonly Finding[] {
  return [...deadlines.values()].flatMap((deadline) =>
    deadline.ends.flatMap(({ length }, at) => {
      if (!('parameter' in length)) return [];
      const unit = parameters.get(length.parameter)?.unit;
      if (unit === 'days' || unit === 'months' || unit === 'years') return [];
      const file = files.get(`deadline:${deadline.id}`) ?? '';
      return [
        { file, path: ['ends', at, 'length'], message: `${length.parameter} is no parameter with a length of time` },
      ];
    }),
  );
}

function unreadable(pattern: string, words: MessageCheck['words'][Written]): string | undefined {
  try {
    const matches = compilePattern(pattern, words, 'iu').test('');
    return matches ? `${pattern} fits an empty text: it would fit everything` : undefined;
  } catch (error) {
    return error instanceof Error ? error.message : `${pattern} is no regular expression`;
  }
}

type Found = { readonly path: Finding['path'] };

function* citesIn(value: unknown, path: Finding['path'] = []): Generator<Found & { id: string }> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, item] of Object.entries(value)) {
    const here = [...path, Array.isArray(value) ? Number(key) : key];
    if (key === 'cites' && Array.isArray(item)) {
      for (const [at, id] of item.entries()) yield { path: [...here, at], id: String(id) };
    } else yield* citesIn(item, here);
  }
}

function* patternsIn(value: object): Generator<Found & { pattern: string; language: Written }> {
  for (const key of ['patterns', 'together', 'warnings', 'unless']) {
    const lists = Object.entries(value).find(([name]) => name === key)?.[1];
    if (typeof lists !== 'object' || lists === null) continue;
    for (const language of ['en', 'zh'] as const) {
      const lines = Object.entries(lists).find(([name]) => name === language)?.[1];
      if (!Array.isArray(lines)) continue;
      for (const [at, line] of lines.entries())
        for (const pattern of partsOf(String(line))) yield { path: [key, language, at], pattern, language };
    }
  }
}
