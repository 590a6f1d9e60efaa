// Arithmetic on dense arrays that the measures of the ranker share.

export type Dense = Float64Array | Float32Array | Uint32Array;

/** The value at an index that was counted out: it is there. */
export function at(values: Dense, index: number): number {
  return values[index] ?? 0;
}

/** Scores as distances from their mean, in standard deviations, so that measures can be added. */
export function standardised(scores: Float64Array): Float64Array {
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const spread = Math.sqrt(scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / scores.length) || 1;
  return scores.map((score) => (score - mean) / spread);
}

/** Scores as shares of one (softmax). */
export function shares(scores: Float64Array, sharpness: number): Float64Array {
  const greatest = scores.reduce((most, score) => Math.max(most, score), Number.NEGATIVE_INFINITY);
  const powers = scores.map((score) => Math.exp((score - greatest) * sharpness));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}
