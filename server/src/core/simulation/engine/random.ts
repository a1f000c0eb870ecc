import { negativeLogOfShare } from "./logarithm.js";

/**
 * A stream of chance: the generator sfc32 seeded by a number and a name. Every source of chance in a simulation has a stream
 * of its own, so that changing one of them does not reshuffle the others.
 */
export class RandomStream {
  /** Three words of state and a counter; a typed array, because V8 boxes whole numbers beyond 31 bits in fields. */
  readonly #state: Int32Array;

  constructor(seed: number, name: string) {
    const first = hash(name, seed >>> 0);
    const second = hash(name, Math.floor(seed / 0x1_0000_0000) ^ 0x9e3779b9);
    this.#state = Int32Array.of(first, second, hash(name, first ^ second), 1);
    for (let round = 0; round < 12; round += 1) this.#next();
  }

  /** A number in [0, 1) with 32 bits of chance. */
  uniform(): number {
    return this.#next() / 0x1_0000_0000;
  }

  /** A whole number in [0, bound). */
  below(bound: number): number {
    return Math.floor((this.#next() / 0x1_0000_0000) * bound);
  }

  /** An exponentially distributed number with this mean and 31 bits of chance: the gap between arrivals of a Poisson process. */
  exponential(mean: number): number {
    return mean * negativeLogOfShare((this.#next() >>> 1) + 1);
  }

  /** Fills an array with exponentially distributed numbers of mean 1: what {@link exponential} would give one by one. */
  fillExponential(into: Float64Array): void {
    for (let at = 0; at < into.length; at += 1) into[at] = negativeLogOfShare((this.#next() >>> 1) + 1);
  }

  #next(): number {
    const state = this.#state;
    const a = state[0] ?? 0;
    const b = state[1] ?? 0;
    const c = state[2] ?? 0;
    const counter = state[3] ?? 0;
    const sum = (a + b + counter) | 0;
    state[3] = counter + 1;
    state[0] = b ^ (b >>> 9);
    state[1] = c + (c << 3);
    state[2] = ((c << 21) | (c >>> 11)) + sum;
    return sum >>> 0;
  }
}

/** FNV-1a over the UTF-16 units of a text, from a seed, with a final mix. */
function hash(text: string, seed: number): number {
  let value = (seed ^ 0x811c9dc5) | 0;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return value ^ (value >>> 16);
}
