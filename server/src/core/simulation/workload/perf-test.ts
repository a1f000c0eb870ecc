import type { RandomStream } from "../engine/random.js";

const US_PER_SECOND = 1_000_000;

/** Sleeps shorter than this are saved up (`ThroughputThrottler.MIN_SLEEP_NS`). */
const LEAST_SLEEP_US = 2_000;

/** A sleep lasts up to so much longer than asked for: the timer slack of a host [A]. */
const MOST_OVERSLEEP_US = 100;

/**
 * Arrivals as kafka-producer-perf-test makes them with `--throughput`: a record that is early adds 1/rate to what is to be
 * slept; from 2 ms on it is slept, in whole milliseconds (`Object.wait` rounds up). So records come in small bursts.
 */
export class PerfTestArrivals {
  readonly #perSecond: number;
  readonly #random: RandomStream;
  #sent = 0;
  #nowUs = 0;
  #deficitUs = 0;

  constructor(perSecond: number, random: RandomStream) {
    this.#perSecond = perSecond;
    this.#random = random;
  }

  /** The next `count` of them. */
  fill(into: Float64Array, count: number): void {
    for (let at = 0; at < count; at += 1) into[at] = this.nextUs();
  }

  /** Time of the next record's send() in microseconds, if no send() has to wait. */
  nextUs(): number {
    const sendUs = this.#nowUs;
    const elapsedMs = Math.floor(sendUs / 1_000);
    const isEarly = elapsedMs === 0 || (this.#sent * 1_000) / elapsedMs > this.#perSecond;
    this.#sent += 1;
    if (isEarly) this.#deficitUs += US_PER_SECOND / this.#perSecond;
    if (this.#deficitUs >= LEAST_SLEEP_US) {
      this.#nowUs += Math.ceil(this.#deficitUs / 1_000) * 1_000 + this.#random.uniform() * MOST_OVERSLEEP_US;
      this.#deficitUs = 0;
    }
    return sendUs;
  }
}
