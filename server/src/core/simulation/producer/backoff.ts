/** A source of chance: a number in [0, 1). */
export type RandomSource = () => number;

const JITTER = 0.2;

/**
 * `ExponentialBackoff(initial, 2, max, 0.2)`: doubles up to the maximum, times 0.8 … 1.2. With max ≤ initial it is constant and
 * without jitter, which also is the behaviour before 3.7. The real client draws anew at every look, and so does the caller here.
 */
export class Backoff {
  readonly #initialMs: number;
  readonly #maxMs: number;
  readonly #maxExponent: number;
  readonly #random: RandomSource;

  constructor(initialMs: number, maxMs: number, random: RandomSource) {
    this.#initialMs = Math.min(initialMs, maxMs);
    this.#maxMs = maxMs;
    this.#maxExponent = maxMs > this.#initialMs ? Math.log(maxMs / Math.max(this.#initialMs, 1)) / Math.LN2 : 0;
    this.#random = random;
  }

  /** Milliseconds to wait after the failure number `failures` (counted from 0). */
  backoffMs(failures: number): number {
    if (this.#maxExponent === 0) return this.#initialMs;
    const term = this.#initialMs * 2 ** Math.min(failures, this.#maxExponent);
    const factor = 1 - JITTER + 2 * JITTER * this.#random();
    return Math.floor(Math.min(term * factor, this.#maxMs));
  }
}
