// Learns src/safety/learned-*.tsv anew from the examples and the knowledge: `npm run safety`.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { createCrisisReader } from '../../src/safety/crisis.ts';
import { piecesOf, touchesOf } from '../../src/safety/features.ts';
import { weightUnit } from '../../src/safety/learned.ts';
import { readLexicon } from '../../src/safety/read-lexicon.ts';
import { createRefusalReader } from '../../src/safety/refusal.ts';
import { crisisSchema, refusalSchema, spellingSchema } from '../../src/safety/schema.ts';
import { createReader } from '../../src/safety/view.ts';
import { createScript } from '../../src/script.ts';
import { readQuestions } from '../questions/measure.ts';

type Kind = 'crisis' | 'refuse';
type Text = { readonly text: string; readonly kind: Kind | 'none'; readonly written: boolean };
type Example = { readonly meant: boolean; readonly written: boolean; readonly features: readonly string[] };

const settings = {
  /** Examples that a feature stands in, and hundredths of its weight, at least. */
  fewest: 5,
  negligible: 30,
  rounds: 15,
  rate: 0.5,
  decay: 1e-5,
  /** How much more than a question of the topics an example counts. */
  importance: { crisis: 6, refuse: 15, harmless: 3 },
  /** Share of the topics' questions that may be taken for one. */
  alarms: { crisis: 0.015, refuse: 0.015 },
  folds: 5,
} as const;

const read = createReader(readLexicon('spelling.yaml', spellingSchema), createScript().simplified);
const crisis = createCrisisReader(readLexicon('crisis.yaml', crisisSchema));
const refusal = createRefusalReader(readLexicon('refusal.yaml', refusalSchema));
const folder = new URL('../../src/safety/examples/', import.meta.url);
const kindIn = (name: string) => (name.startsWith('crisis') ? 'crisis' : name.startsWith('refuse') ? 'refuse' : 'none');

const written = readdirSync(folder).flatMap((name) =>
  readFileSync(new URL(name, folder), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((text): Text => ({ text, kind: kindIn(name), written: true })),
);
const knowledge = loadKnowledge();
const asked = [...knowledge.topics.values()].flatMap(({ id, asks }) =>
  [...asks.en, ...asks.zh].map((text): Text => ({ text, kind: id === 'crisis' ? 'crisis' : 'none', written: false })),
);
const outside = [...knowledge.outside.en, ...knowledge.outside.zh].map(
  (text): Text => ({ text, kind: 'none', written: false }),
);
/** The open half of our own messages; the halves held back are never learned from. */
const open = readQuestions(new URL('../questions/own/', import.meta.url), /^(crisis|refusal)-(en|zh)\.tsv$/).map(
  ({ expected: [own], text }): Text => ({
    text,
    kind: own === 'crisis' || own === 'refuse' ? own : 'none',
    written: true,
  }),
);
for (const kind of ['crisis', 'refuse'] as const) learn(kind, [...written, ...open, ...asked, ...outside]);

function learn(kind: Kind, texts: readonly Text[]): void {
  const examples = texts.map(({ text, kind: own, written: isWritten }): Example => {
    const view = read(text);
    const { touched } = kind === 'crisis' ? crisis(view) : refusal(view);
    return { meant: own === kind, written: isWritten, features: [...piecesOf(view), ...touchesOf(touched)] };
  });
  const unseen: { readonly example: Example; readonly score: number }[] = [];
  for (let fold = 0; fold < settings.folds; fold += 1) {
    // Neighbours in a file resemble each other, so they are held out together.
    const held = (_: Example, index: number) => Math.floor(index / 7) % settings.folds === fold;
    const model = train(
      kind,
      examples.filter((it, index) => !held(it, index)),
    );
    for (const it of examples.filter(held)) unseen.push({ example: it, score: scoreOf(model, it) });
  }
  const others = unseen.filter(({ example: it }) => !it.meant && !it.written).map(({ score }) => score);
  const threshold = others.toSorted((a, b) => b - a)[Math.floor(others.length * settings.alarms[kind])] ?? 0;
  const share = (items: typeof unseen) =>
    `${((100 * items.filter(({ score }) => score > threshold).length) / items.length).toFixed(1)} % of ${items.length}`;
  console.log(`${kind}, held out, by the measure alone:`);
  console.log(`  written ones noticed ${share(unseen.filter(({ example: it }) => it.meant && it.written))}`);
  console.log(`  written others taken for one ${share(unseen.filter(({ example: it }) => !it.meant && it.written))}`);
  console.log(
    `  questions of the topics taken for one ${share(unseen.filter(({ example: it }) => !it.meant && !it.written))}`,
  );
  write(kind, train(kind, examples), threshold);
}

function write(kind: Kind, model: Model, threshold: number): void {
  const whole = (weight: number) => Math.round(weight / weightUnit);
  const lines = [...model.weights]
    .map(([feature, weight]) => [feature, whole(weight)] as const)
    .filter(([, weight]) => Math.abs(weight) >= settings.negligible)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([feature, weight]) => `${feature}\t${weight}`);
  writeFileSync(
    new URL(`../../src/safety/learned-${kind}.tsv`, import.meta.url),
    `(constant)\t${whole(model.constant)}\n(threshold)\t${whole(threshold)}\n${lines.join('\n')}\n`,
  );
  console.log(`  ${lines.length} features`);
}

type Model = { readonly weights: ReadonlyMap<string, number>; readonly constant: number };

function scoreOf({ weights, constant }: Model, { features }: Example): number {
  const known = features.map((feature) => weights.get(feature)).filter((weight) => weight !== undefined);
  return constant + known.reduce((sum, weight) => sum + weight, 0) / Math.sqrt(known.length || 1);
}

/** A logistic regression, one step an example, each feature with its own pace (AdaGrad). */
function train(kind: Kind, items: readonly Example[]): Model {
  const spread = new Map<string, number>();
  for (const { features } of items) for (const feature of features) spread.set(feature, (spread.get(feature) ?? 0) + 1);
  const numbers = new Map<string, number>();
  for (const [feature, count] of spread) if (count >= settings.fewest) numbers.set(feature, numbers.size);
  const weights = new Float64Array(numbers.size + 1);
  const paces = new Float64Array(numbers.size + 1).fill(1e-6);
  const last = numbers.size;
  const rows = items.map(({ features, meant, written: isWritten }) => ({
    known: features.map((feature) => numbers.get(feature)).filter((number) => number !== undefined),
    target: meant ? 1 : 0,
    importance: meant ? settings.importance[kind] : isWritten ? settings.importance.harmless : 1,
  }));
  const move = (at: number, slope: number) => {
    paces[at] = (paces[at] ?? 0) + slope * slope;
    weights[at] = (weights[at] ?? 0) - (settings.rate * slope) / Math.sqrt(paces[at] ?? 1);
  };
  let seed = 7;
  for (let round = 0; round < settings.rounds; round += 1) {
    for (let index = rows.length - 1; index > 0; index -= 1) {
      seed = (seed * 48_271) % 2_147_483_647;
      const other = seed % (index + 1);
      const [a, b] = [rows[index], rows[other]];
      if (a && b) [rows[index], rows[other]] = [b, a];
    }
    for (const { known, target, importance } of rows) {
      const length = 1 / Math.sqrt(known.length || 1);
      const score = known.reduce((sum, at) => sum + (weights[at] ?? 0), 0) * length + (weights[last] ?? 0);
      const error = (1 / (1 + Math.exp(-score)) - target) * importance;
      if (Math.abs(error) < 1e-4) continue;
      for (const at of known) move(at, error * length + settings.decay * (weights[at] ?? 0));
      move(last, error);
    }
  }
  const named = [...numbers].map(([feature, at]) => [feature, weights[at] ?? 0] as const);
  return { weights: new Map(named), constant: weights[last] ?? 0 };
}
