import type { RandomStream } from "../engine/random.js";
import type { Keys } from "./keys.js";

/** What one of several topics gets. */
export interface MixedTopic {
  /** Of all records, from 0 to 1. */
  readonly share: number;
  readonly nextValueBytes: () => number;
  readonly keys: Keys | undefined;
}

/** Chooses a topic for each record by their shares, and counts. */
export class TopicMix {
  readonly topics: readonly MixedTopic[];
  /** Calls of send() by topic. */
  readonly sent: Float64Array;
  /** Records that send() refused, by topic. */
  readonly refused: Float64Array;
  readonly #random: RandomStream;
  readonly #limits: Float64Array;

  constructor(topics: readonly MixedTopic[], random: RandomStream) {
    let sum = 0;
    this.topics = topics;
    this.sent = new Float64Array(topics.length);
    this.refused = new Float64Array(topics.length);
    this.#random = random;
    this.#limits = Float64Array.from(topics, ({ share }) => (sum += share));
  }

  /** The topic of the next record. */
  next(): number {
    const limits = this.#limits;
    const last = limits.length - 1;
    const drawn = this.#random.uniform() * (limits[last] ?? 1);
    for (let topic = 0; topic < last; topic += 1) if (drawn < (limits[topic] ?? 0)) return topic;
    return last;
  }
}
