// A measure learned from examples (see tests/safety/train.ts): how much the pieces of a message speak for a crisis or for wrong-doing.
import { readFileSync } from 'node:fs';

export type Learned = {
  /** Above nought: likelier than the threshold asks for. */
  score(...features: readonly Iterable<string>[]): number;
};

/** Known pieces below which a message says too little: "??", a single word. */
const fewest = 5;

/** Weights are kept as whole hundredths. */
export const weightUnit = 0.01;

/**
 * Reads the weights: `feature<TAB>weight` a line, the first two are the constant and the threshold.
 * @throws Error when a line is no such line
 */
export function readLearned(what: 'crisis' | 'refuse'): Learned {
  const weights = new Map<string, number>();
  const text = readFileSync(new URL(`./learned-${what}.tsv`, import.meta.url), 'utf8');
  for (const line of text.split('\n')) {
    if (line === '') continue;
    const at = line.lastIndexOf('\t');
    const weight = Number(line.slice(at + 1));
    if (at < 1 || !Number.isFinite(weight)) throw new Error(`src/safety/learned-${what}.tsv: "${line}" is no weight`);
    weights.set(line.slice(0, at), weight * weightUnit);
  }
  const constant = weights.get('(constant)') ?? 0;
  const threshold = weights.get('(threshold)') ?? 0;
  return {
    score(...features) {
      let [sum, count] = [0, 0];
      for (const group of features)
        for (const feature of group) {
          const weight = weights.get(feature);
          if (weight === undefined) continue;
          sum += weight;
          count += 1;
        }
      return count < fewest ? Number.NEGATIVE_INFINITY : constant + sum / Math.sqrt(count) - threshold;
    },
  };
}
