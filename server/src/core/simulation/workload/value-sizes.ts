import type { RandomStream } from "../engine/random.js";

/** Sizes of record values in bytes: each whole number from `minBytes` to `maxBytes` as likely. */
export interface UniformSizes {
  readonly minBytes: number;
  readonly maxBytes: number;
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
export type ValueSizes = UniformSizes | WeightedSizes | RecordedSizes;

/** Draws sizes of record values. */
export function valueSizeSource(sizes: ValueSizes, random: RandomStream): () => number {
  if ("minBytes" in sizes) return uniformSource(sizes, random);
  if ("choices" in sizes) return weightedSource(sizes, random);
  let next = 0;
  return () => sizes.recordedBytes[next++ % sizes.recordedBytes.length] ?? 0;
}

function uniformSource({ minBytes, maxBytes }: UniformSizes, random: RandomStream): () => number {
  if (minBytes === maxBytes) return () => minBytes;
  return () => minBytes + random.below(maxBytes - minBytes + 1);
}

function weightedSource({ choices }: WeightedSizes, random: RandomStream): () => number {
  let sum = 0;
  const limits = choices.map(({ weight }) => (sum += weight));
  return () => {
    const drawn = random.uniform() * sum;
    return choices[limits.findIndex((limit) => drawn < limit)]?.bytes ?? 0;
  };
}
