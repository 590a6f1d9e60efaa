// A softmax regression over the tokens of the ways of asking, trained at the start in a few hundred milliseconds.
export type Example = { readonly topic: number; readonly tokens: readonly number[] };

/** Chosen on messages that no author of the topics has seen; more rounds learn the phrases by heart. */
const training = { rounds: 2, rate: 6, fewest: 4, negligible: 1e-3 } as const;

/**
 * Trains on the examples, always the same way for the same examples.
 * @param topics how many classes
 * @param rarity weight of each token; one of weight 0, or that stands in fewer than four examples, is left out
 * @returns gives a score for each class, higher is likelier
 */
export function trainClassifier(
  examples: readonly Example[],
  topics: number,
  rarity: Float64Array,
): (tokens: readonly number[]) => Float64Array {
  const counts = new Uint32Array(rarity.length);
  for (const { tokens } of examples) for (const token of tokens) counts[token] = (counts[token] ?? 0) + 1;
  const rows = new Uint32Array(rarity.length);
  let size = 0;
  for (const [token, count] of counts.entries()) {
    if (count >= training.fewest && (rarity[token] ?? 0) > 0) {
      size += 1;
      rows[token] = size;
    }
  }
  const weights = new Float32Array((size + 1) * topics);
  const prepared = examples.map(({ topic, tokens }) => ({ topic, ...vectorOf(tokens, rows, rarity) }));
  const scores = new Float64Array(topics);
  const order = shuffler(prepared.length);
  for (let round = 0; round < training.rounds; round += 1) {
    const rate = training.rate * (1 - round / training.rounds);
    for (const index of order()) {
      const example = prepared[index];
      if (!example) continue;
      const { topic, present, values } = example;
      score(weights, present, values, scores);
      toErrors(scores, topic);
      for (let k = 0; k < present.length; k += 1) {
        const base = (present[k] ?? 0) * topics;
        const step = (values[k] ?? 0) * rate;
        for (let c = 0; c < topics; c += 1) {
          const error = scores[c] ?? 0;
          if (error > training.negligible || error < -training.negligible)
            weights[base + c] = (weights[base + c] as number) - step * error;
        }
      }
    }
  }
  return (tokens) => {
    const { present, values } = vectorOf(tokens, rows, rarity);
    const result = new Float64Array(topics);
    score(weights, present, values, result);
    return result;
  };
}

/** The known tokens with their rarity, of length one. */
function vectorOf(
  tokens: readonly number[],
  rows: Uint32Array,
  rarity: Float64Array,
): { present: Uint32Array; values: Float64Array } {
  const known = tokens.filter((token) => (rows[token] ?? 0) > 0);
  const length = Math.sqrt(known.reduce((sum, token) => sum + (rarity[token] ?? 0) ** 2, 0)) || 1;
  return {
    present: Uint32Array.from(known, (token) => rows[token] ?? 0),
    values: Float64Array.from(known, (token) => (rarity[token] ?? 0) / length),
  };
}

function score(weights: Float32Array, present: Uint32Array, values: Float64Array, into: Float64Array): void {
  const topics = into.length;
  into.fill(0);
  for (let k = 0; k < present.length; k += 1) {
    const base = (present[k] ?? 0) * topics;
    const value = values[k] ?? 0;
    for (let c = 0; c < topics; c += 1) into[c] = (into[c] as number) + (weights[base + c] as number) * value;
  }
}

/** Turns scores into what is wrong with them: the share given to each class, less one for the right class. */
function toErrors(scores: Float64Array, right: number): void {
  // Plain loops: this runs a hundred thousand times at the start.
  let greatest = Number.NEGATIVE_INFINITY;
  for (let c = 0; c < scores.length; c += 1) greatest = Math.max(greatest, scores[c] ?? 0);
  let sum = 0;
  for (let c = 0; c < scores.length; c += 1) {
    const power = Math.exp((scores[c] as number) - greatest);
    scores[c] = power;
    sum += power;
  }
  for (let c = 0; c < scores.length; c += 1) scores[c] = (scores[c] as number) / sum;
  scores[right] = (scores[right] ?? 0) - 1;
}

/** Gives all numbers below `size` in a new order each time, and the same orders at every start. */
function shuffler(size: number): () => Uint32Array {
  const order = Uint32Array.from({ length: size }, (_, index) => index);
  let seed = 1;
  return () => {
    for (let index = size - 1; index > 0; index -= 1) {
      seed = (seed * 48_271) % 2_147_483_647;
      const other = seed % (index + 1);
      const kept = order[index] ?? 0;
      order[index] = order[other] ?? 0;
      order[other] = kept;
    }
    return order;
  };
}
