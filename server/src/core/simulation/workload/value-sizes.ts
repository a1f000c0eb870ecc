import { deterministicExp } from "../engine/exponential.js";
import { deterministicLog } from "../engine/logarithm.js";
import type { RandomStream } from "../engine/random.js";

/** Sizes of record values in bytes: each whole number from `minBytes` to `maxBytes` as likely. */
export interface UniformSizes {
  readonly minBytes: number;
  readonly maxBytes: number;
}

/** Log-normal sizes of record values, cut off at both ends: most are small, a few are large. */
export interface LogNormalSizes {
  readonly medianBytes: number;
  readonly p99Bytes: number;
  readonly leastBytes: number;
  readonly mostBytes: number;
}

/** Sizes of record values by weight: a histogram. */
export interface WeightedSizes {
  readonly choices: readonly { readonly bytes: number; readonly weight: number }[];
}

/** Sizes of record values in the order of a recording, over and over. */
export interface RecordedSizes {
  readonly recordedBytes: readonly number[];
}

/** How large record values are. */
export type ValueSizes = UniformSizes | LogNormalSizes | WeightedSizes | RecordedSizes;

/** Draws sizes of record values. */
export function valueSizeSource(sizes: ValueSizes, random: RandomStream): () => number {
  if ("minBytes" in sizes) return uniformSource(sizes, random);
  if ("medianBytes" in sizes) return logNormalSource(sizes, random);
  if ("choices" in sizes) return weightedSource(sizes, random);
  let next = 0;
  return () => sizes.recordedBytes[next++ % sizes.recordedBytes.length] ?? 0;
}

function uniformSource({ minBytes, maxBytes }: UniformSizes, random: RandomStream): () => number {
  if (minBytes === maxBytes) return () => minBytes;
  return () => minBytes + random.below(maxBytes - minBytes + 1);
}

/** The quantile 0.99 of the standard normal distribution. */
const P99_DEVIATIONS = 2.3263478740408408;

function logNormalSource(sizes: LogNormalSizes, random: RandomStream): () => number {
  const { medianBytes, leastBytes, mostBytes } = sizes;
  const deviation = deviationOf(sizes);
  return () => {
    const bytes = Math.round(medianBytes * deterministicExp(deviation * normal(random)));
    return Math.min(mostBytes, Math.max(leastBytes, bytes));
  };
}

/** A number from the standard normal distribution (Marsaglia's polar method). */
function normal(random: RandomStream): number {
  for (;;) {
    const across = 2 * random.uniform() - 1;
    const up = 2 * random.uniform() - 1;
    const square = across * across + up * up;
    if (square > 0 && square < 1) return across * Math.sqrt((-2 * deterministicLog(square)) / square);
  }
}

function deviationOf({ medianBytes, p99Bytes }: LogNormalSizes): number {
  return deterministicLog(p99Bytes / medianBytes) / P99_DEVIATIONS;
}

/** Steps of the sum in {@link meanLogNormalBytes}, over eight standard deviations to both sides. */
const MEAN_STEPS = 1_600;

/** The mean of what {@link valueSizeSource} draws, cut off as it is. */
export function meanLogNormalBytes(sizes: LogNormalSizes): number {
  const deviation = deviationOf(sizes);
  let weights = 0;
  let sum = 0;
  for (let step = 0; step <= MEAN_STEPS; step += 1) {
    const at = (step / MEAN_STEPS) * 16 - 8;
    const weight = deterministicExp((-at * at) / 2);
    const bytes = sizes.medianBytes * deterministicExp(deviation * at);
    weights += weight;
    sum += weight * Math.min(sizes.mostBytes, Math.max(sizes.leastBytes, bytes));
  }
  return sum / weights;
}

function weightedSource({ choices }: WeightedSizes, random: RandomStream): () => number {
  let sum = 0;
  const limits = choices.map(({ weight }) => (sum += weight));
  return () => {
    const drawn = random.uniform() * sum;
    return choices[limits.findIndex((limit) => drawn < limit)]?.bytes ?? 0;
  };
}
