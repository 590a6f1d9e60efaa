// Learns src/safety/learned.tsv anew from the examples and the knowledge: `npm run safety`.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { createCrisisReader } from '../../src/safety/crisis.ts';
import { featuresOf } from '../../src/safety/features.ts';
import { weightUnit } from '../../src/safety/learned.ts';
import { readLexicon } from '../../src/safety/read-lexicon.ts';
import { crisisSchema, spellingSchema } from '../../src/safety/schema.ts';
import { createReader } from '../../src/safety/view.ts';
import { createScript } from '../../src/script.ts';

type Example = { readonly crisis: boolean; readonly written: boolean; readonly features: readonly string[] };

/** `fewest`: examples that a feature stands in; `alarms`: share of the topics' questions that may be taken for a crisis. */
const settings = {
  fewest: 4,
  negligible: 12,
  rounds: 15,
  rate: 0.5,
  decay: 1e-5,
  crisis: 6,
  harmless: 3,
  alarms: 0.006,
  folds: 5,
};

const read = createReader(readLexicon('spelling.yaml', spellingSchema), createScript().simplified);
const crisis = createCrisisReader(readLexicon('crisis.yaml', crisisSchema));
const folder = new URL('../../src/safety/examples/', import.meta.url);

const example =
  (isCrisis: boolean, written: boolean) =>
  (text: string): Example => {
    const view = read(text);
    return { crisis: isCrisis, written, features: [...featuresOf(view, crisis(view).touched)] };
  };
const written = readdirSync(folder).flatMap((name) =>
  readFileSync(new URL(name, folder), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map(example(name.startsWith('crisis'), true)),
);
const knowledge = loadKnowledge();
const asked = [...knowledge.topics.values()].flatMap(({ id, asks }) =>
  [...asks.en, ...asks.zh].map(example(id === 'crisis', false)),
);
const outside = [...knowledge.outside.en, ...knowledge.outside.zh].map(example(false, false));
const examples = [...written, ...asked, ...outside];

const unseen: { readonly example: Example; readonly score: number }[] = [];
for (let fold = 0; fold < settings.folds; fold += 1) {
  // Neighbours in a file resemble each other, so they are held out together.
  const held = (_: Example, index: number) => Math.floor(index / 7) % settings.folds === fold;
  const model = train(examples.filter((it, index) => !held(it, index)));
  for (const it of examples.filter(held)) unseen.push({ example: it, score: scoreOf(model, it) });
}
const others = unseen.filter(({ example: it }) => !it.crisis && !it.written).map(({ score }) => score);
const threshold = others.toSorted((a, b) => b - a)[Math.floor(others.length * settings.alarms)] ?? 0;
const share = (items: typeof unseen) =>
  `${((100 * items.filter(({ score }) => score > threshold).length) / items.length).toFixed(1)} % of ${items.length}`;
console.log(
  `held out, without the rules: written crises ${share(unseen.filter((it) => it.example.crisis && it.example.written))}`,
);
console.log(
  `harmless that sound dire, taken for one: ${share(unseen.filter((it) => !it.example.crisis && it.example.written))}`,
);
console.log(
  `questions of the topics, taken for one: ${share(unseen.filter((it) => !it.example.crisis && !it.example.written))}`,
);

const final = train(examples);
const whole = (weight: number) => Math.round(weight / weightUnit);
const lines = [...final.weights]
  .map(([feature, weight]) => [feature, whole(weight)] as const)
  .filter(([, weight]) => Math.abs(weight) >= settings.negligible)
  .toSorted(([a], [b]) => (a < b ? -1 : 1))
  .map(([feature, weight]) => `${feature}\t${weight}`);
writeFileSync(
  new URL('../../src/safety/learned.tsv', import.meta.url),
  `(constant)\t${whole(final.constant)}\n(threshold)\t${whole(threshold)}\n${lines.join('\n')}\n`,
);
console.log(`${lines.length} features`);

type Model = { readonly weights: ReadonlyMap<string, number>; readonly constant: number };

function scoreOf({ weights, constant }: Model, { features }: Example): number {
  const known = features.map((feature) => weights.get(feature)).filter((weight) => weight !== undefined);
  return constant + known.reduce((sum, weight) => sum + weight, 0) / Math.sqrt(known.length || 1);
}

/** A logistic regression, one step an example, each feature with its own pace (AdaGrad). */
function train(items: readonly Example[]): Model {
  const spread = new Map<string, number>();
  for (const { features } of items) for (const feature of features) spread.set(feature, (spread.get(feature) ?? 0) + 1);
  const numbers = new Map<string, number>();
  for (const [feature, count] of spread) if (count >= settings.fewest) numbers.set(feature, numbers.size);
  const weights = new Float64Array(numbers.size + 1);
  const paces = new Float64Array(numbers.size + 1).fill(1e-6);
  const last = numbers.size;
  const rows = items.map(({ features, crisis: isCrisis, written: isWritten }) => ({
    known: features.map((feature) => numbers.get(feature)).filter((number) => number !== undefined),
    target: isCrisis ? 1 : 0,
    importance: isCrisis ? settings.crisis : isWritten ? settings.harmless : 1,
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
