import { deterministicLog } from "./logarithm.js";

/**
 * A stream of chance: the generator sfc32 seeded by a number and a name. Every source of chance in a simulation has a stream
 * of its own, so that changing one of them does not reshuffle the others.
 */
export class RandomStream {
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;

  constructor(seed: number, name: string) {
    this.#a = hash(name, seed >>> 0);
    this.#b = hash(name, Math.floor(seed / 0x1_0000_0000) ^ 0x9e3779b9);
    this.#c = hash(name, this.#a ^ this.#b);
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

  /** An exponentially distributed number with this mean: the gap between arrivals of a Poisson process. */
  exponential(mean: number): number {
    return -mean * deterministicLog((this.#next() + 1) / 0x1_0000_0001);
  }

  #next(): number {
    const sum = (this.#a + this.#b + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
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
