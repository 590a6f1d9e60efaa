// All knowledge files in memory, and where each thing was written.
import type { Path } from './faults.ts';
import type {
  Concept,
  FollowUp,
  Group,
  Never,
  Outside,
  Parameter,
  PlaceGuide,
  Source,
  SourceDocument,
  TimeSensitive,
  Topic,
} from './schema.ts';
import type { Place } from './terms.ts';
import type { Deadline, MessageCheck, MessageRule, Timeline } from './tool-schema.ts';

export type Knowledge = {
  readonly topics: ReadonlyMap<string, Topic>;
  readonly groups: readonly Group[];
  readonly sources: ReadonlyMap<string, Source>;
  readonly parameters: ReadonlyMap<string, Parameter>;
  readonly never: readonly Never[];
  readonly places: ReadonlyMap<Place, PlaceGuide>;
  readonly concepts: readonly Concept[];
  readonly followUps: readonly FollowUp[];
  readonly outside: Outside;
  /** The source documents that the topics are derived from. */
  readonly documents: ReadonlyMap<string, SourceDocument>;
  readonly timeSensitive: TimeSensitive;
  /** What the words of a collector's or agency's message are a sign of, and what every check of one shares. */
  readonly messageRules: ReadonlyMap<string, MessageRule>;
  readonly messageCheck: MessageCheck;
  /** What usually happens to a kind of debt, by days overdue. */
  readonly timelines: ReadonlyMap<string, Timeline>;
  /** Periods that law or practice gives. */
  readonly deadlines: ReadonlyMap<string, Deadline>;
  /** File of a topic, place or other part, relative to src/knowledge. */
  readonly files: ReadonlyMap<string, string>;
};

/** Every text in a topic or place that a person may read, with its place in the file. */
export function* textsOf(value: unknown, path: Path = []): Generator<{ path: Path; en: string; zh: string }> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* textsOf(item, [...path, index]);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const entry = value as Readonly<Record<string, unknown>>;
  if (typeof entry.en === 'string' && typeof entry.zh === 'string') yield { path, en: entry.en, zh: entry.zh };
  for (const [key, item] of Object.entries(entry)) {
    if (key !== 'asks' && key !== 'names') yield* textsOf(item, [...path, key]);
  }
}

/** Topics and places with the file they stand in: what most checks walk over. */
export function filesOf(knowledge: Knowledge): readonly { file: string; value: Topic | PlaceGuide }[] {
  const of = (kind: string, id: string) => knowledge.files.get(`${kind}:${id}`) ?? '';
  return [
    ...[...knowledge.topics.values()].map((value) => ({ file: of('topic', value.id), value })),
    ...[...knowledge.places.values()].map((value) => ({ file: of('place', value.id), value })),
  ];
}

/** Everything that a person may read, with the file it stands in: topics, places and what the tools say. */
export function textFilesOf(knowledge: Knowledge): readonly { file: string; value: object }[] {
  const named = (kind: string, values: ReadonlyMap<string, object>) =>
    [...values].map(([id, value]) => ({ file: knowledge.files.get(`${kind}:${id}`) ?? '', value }));
  return [
    ...filesOf(knowledge),
    ...named('message-rule', knowledge.messageRules),
    ...named('timeline', knowledge.timelines),
    ...named('deadline', knowledge.deadlines),
    { file: 'message-check.yaml', value: knowledge.messageCheck },
  ];
}
