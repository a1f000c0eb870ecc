import type { RandomStream } from "../engine/random.js";
import { partitionForKey } from "../partitioning/murmur2.js";

/** Which keys records have. Keys are the texts `key-0`, `key-1`, …; `hotShare` of the records go to `key-0`. */
export type KeyPlan =
  | { readonly kind: "none" }
  | { readonly kind: "uniform"; readonly count: number }
  | { readonly kind: "zipf"; readonly count: number }
  | { readonly kind: "hot"; readonly count: number; readonly hotShare: number };

/** Draws keys, and knows the partition and size of each. */
export class Keys {
  readonly #plan: Exclude<KeyPlan, { readonly kind: "none" }>;
  readonly #random: RandomStream;
  readonly #partitions: Int32Array;
  readonly #cumulated: Float64Array | undefined;

  constructor(plan: Exclude<KeyPlan, { readonly kind: "none" }>, partitionCount: number, random: RandomStream) {
    this.#plan = plan;
    this.#random = random;
    this.#partitions = Int32Array.from({ length: plan.count }, (_, key) =>
      partitionForKey(keyBytes(key), partitionCount),
    );
    if (plan.kind === "zipf") this.#cumulated = harmonicSums(plan.count);
  }

  /** The number of the next record's key. */
  next(): number {
    switch (this.#plan.kind) {
      case "uniform":
        return this.#random.below(this.#plan.count);
      case "hot":
        return this.#random.uniform() < this.#plan.hotShare ? 0 : this.#random.below(this.#plan.count);
      case "zipf":
        return this.#nextZipf();
    }
  }

  /** The partition of a key. */
  partition(key: number): number {
    return this.#partitions[key] ?? 0;
  }

  #nextZipf(): number {
    const sums = this.#cumulated ?? new Float64Array(1);
    const wanted = this.#random.uniform() * (sums[sums.length - 1] ?? 1);
    let low = 0;
    let high = sums.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) > wanted) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

/** Encoded size of a key. */
export function keySizeBytes(key: number): number {
  return `key-${key}`.length;
}

function keyBytes(key: number): Uint8Array {
  return Uint8Array.from(`key-${key}`, (character) => character.charCodeAt(0));
}

/** Sums of 1 + 1/2 + … + 1/n: Zipf's law with exponent 1. */
function harmonicSums(count: number): Float64Array {
  let sum = 0;
  return Float64Array.from({ length: count }, (_, key) => (sum += 1 / (key + 1)));
}
