// Reads and checks all knowledge files; all faults are reported together.
import { readdirSync, readFileSync } from 'node:fs';
import { type Document, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { type Check, checks } from './checks/all.ts';
import { references } from './checks/references.ts';
import { toolReferences } from './checks/tool-references.ts';
import { type Fault, type Finding, KnowledgeError, type Path } from './faults.ts';
import type { Knowledge } from './knowledge.ts';
import {
  conceptsSchema,
  documentSchema,
  followUpsSchema,
  groupsSchema,
  neverSchema,
  outsideSchema,
  parametersSchema,
  placeSchema,
  sourcesSchema,
  timeSensitiveSchema,
  topicSchema,
} from './schema.ts';
import { deadlineSchema, messageCheckSchema, messageRuleSchema, timelineSchema } from './tool-schema.ts';

/** Stands in while the file has a fault, which is reported. */
const noMessageCheck: Knowledge['messageCheck'] = {
  warnings: { en: [], zh: [] },
  words: { en: {}, zh: {} },
  verify: [],
  routes: {},
};

export const standardFolder = new URL('./', import.meta.url);

/**
 * Loads the folder for use: shapes and references are checked, the slower rules about words are left to `npm run knowledge`.
 * @throws KnowledgeError with every fault of every file, when there is one.
 */
export function loadKnowledge(folder: URL = standardFolder): Knowledge {
  const { knowledge, faults } = inspectKnowledge(folder, [references, toolReferences]);
  if (faults.length > 0 || !knowledge) throw new KnowledgeError(faults);
  return knowledge;
}

/** Loads as much as can be read, and tells all that is wrong. */
export function inspectKnowledge(
  folder: URL = standardFolder,
  rules: readonly Check[] = checks,
): {
  readonly knowledge: Knowledge | undefined;
  readonly faults: readonly Fault[];
} {
  const reader = new Reader(folder);
  const files = new Map<string, string>();
  const each = <T extends { id: string }>(kind: string, directory: string, schema: z.ZodType<T>) => {
    const found = new Map<T['id'], T>();
    for (const file of reader.list(directory)) {
      const value = reader.read(file, schema);
      if (!value) continue;
      if (found.has(value.id))
        reader.fault(file, ['id'], `${value.id} is the id of another file too: choose one of them`);
      if (!file.endsWith(`/${value.id}.yaml`))
        reader.fault(file, ['id'], `the file is named after its id: ${value.id}.yaml`);
      found.set(value.id, value);
      files.set(`${kind}:${value.id}`, file);
    }
    return found;
  };
  const lists = <T>(directory: string, schema: z.ZodType<readonly T[]>): readonly T[] =>
    reader.list(directory).flatMap((file) => reader.read(file, schema) ?? []);

  const parameters = lists('parameters', parametersSchema);
  const outside = reader.list('match/outside').map((file) => reader.read(file, outsideSchema));
  const knowledge: Knowledge = {
    topics: each('topic', 'topics', topicSchema),
    groups: reader.read('groups.yaml', groupsSchema) ?? [],
    sources: new Map(Object.entries(reader.read('sources.yaml', sourcesSchema) ?? {})),
    parameters: new Map(parameters.map((parameter) => [parameter.id, parameter])),
    never: reader.read('never.yaml', neverSchema) ?? [],
    places: each('place', 'places', placeSchema),
    concepts: lists('match/concepts', conceptsSchema),
    followUps: reader.read('match/follow-ups.yaml', followUpsSchema) ?? [],
    outside: { en: outside.flatMap((it) => it?.en ?? []), zh: outside.flatMap((it) => it?.zh ?? []) },
    documents: each('document', 'documents', documentSchema),
    timeSensitive: reader.read('time-sensitive.yaml', timeSensitiveSchema) ?? { rows: [], without: [] },
    messageRules: each('message-rule', 'message-rules', messageRuleSchema),
    messageCheck: reader.read('message-check.yaml', messageCheckSchema) ?? noMessageCheck,
    timelines: each('timeline', 'timelines', timelineSchema),
    deadlines: each('deadline', 'deadlines', deadlineSchema),
    files,
  };
  // Rules over all files make sense only when each file has its shape.
  if (reader.faults.length === 0) for (const rule of rules) reader.report(rule(knowledge));
  return { knowledge: reader.faults.length === 0 ? knowledge : undefined, faults: reader.sorted() };
}

/** Reads YAML; the line of a fault is looked up by reading the file once more, so that no tree is kept. */
class Reader {
  readonly faults: Fault[] = [];
  readonly #folder: URL;

  constructor(folder: URL) {
    this.#folder = folder;
  }

  list(directory: string): readonly string[] {
    return readdirSync(new URL(`${directory}/`, this.#folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => `${directory}/${name.replaceAll('\\', '/')}`)
      .sort();
  }

  read<T>(file: string, schema: z.ZodType<T>): T | undefined {
    const { document, lines } = this.#parse(file);
    for (const error of document.errors) {
      const message = error.message.split('\n')[0] ?? error.code;
      this.faults.push({ file, line: lines.linePos(error.pos[0]).line, message });
    }
    if (document.errors.length > 0) return undefined;
    const result = schema.safeParse(document.toJS());
    if (result.success) return result.data;
    for (const issue of result.error.issues) {
      const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
      this.fault(file, path, `${path.join('.')}: ${issue.message}`);
    }
    return undefined;
  }

  fault(file: string, path: Path, message: string): void {
    this.faults.push({ file, line: this.#line(file, path), message });
  }

  report(findings: readonly Finding[]): void {
    for (const finding of findings) this.fault(finding.file, finding.path, finding.message);
  }

  sorted(): readonly Fault[] {
    return this.faults.toSorted((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
  }

  #parse(file: string): { document: Document; lines: LineCounter } {
    const lines = new LineCounter();
    return {
      document: parseDocument(readFileSync(new URL(file, this.#folder), 'utf8'), { lineCounter: lines }),
      lines,
    };
  }

  #line(file: string, path: Path): number {
    const { document, lines } = this.#parse(file);
    for (let length = path.length; length > 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true);
      if (!isNode(node) || !node.range) continue;
      // A phrase inside a block of text: the block starts on the line of its `|`.
      const within = path[length];
      const inBlock = isScalar(node) && typeof within === 'number' ? within + 1 : 0;
      return lines.linePos(node.range[0]).line + inBlock;
    }
    return 1;
  }
}
