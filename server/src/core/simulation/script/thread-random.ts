const STEP = 0x9e3779b97f4a7c15n;
const FIRST_MULTIPLIER = 0xff51afd7ed558ccdn;
const SECOND_MULTIPLIER = 0xc4ceb9fe1a85ec53n;
const WORD_BITS = 64;

/**
 * The chance that the client's partitioners draw from: `ThreadLocalRandom` of a thread with the number 0, as the recorder sets
 * it up (test/conformance/java, `ThreadRandom`). 64-bit sums, mixed by MurmurHash3's finalizer.
 */
export class ThreadRandom {
  #state: bigint;

  constructor(seed: bigint) {
    this.#state = BigInt.asUintN(WORD_BITS, seed);
  }

  /** A whole number in [0, bound): `Utils.toPositive(nextInt()) % bound`. */
  below(bound: number): number {
    this.#state = BigInt.asUintN(WORD_BITS, this.#state + STEP);
    let mixed = BigInt.asUintN(WORD_BITS, (this.#state ^ (this.#state >> 33n)) * FIRST_MULTIPLIER);
    mixed = BigInt.asUintN(WORD_BITS, (mixed ^ (mixed >> 33n)) * SECOND_MULTIPLIER);
    return (Number(mixed >> 32n) & 0x7fffffff) % bound;
  }
}
