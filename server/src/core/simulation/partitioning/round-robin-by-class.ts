import type { TopicView } from "./keyless.js";

const COUNT_BOUND = 0x80000000;

/** partitioner.class=RoundRobinPartitioner: the next partition with every call, from 0; keys do not matter. */
export class RoundRobinByClass {
  readonly kind = "by-call" as const;
  /** A record that needs a new batch is asked for a second time, so that a partition is passed over (KAFKA-9965). */
  readonly asksAgain: boolean;
  #count = 0;
  #view: TopicView;

  constructor(view: TopicView, asksAgain: boolean) {
    this.#view = view;
    this.asksAgain = asksAgain;
  }

  /** The partition of the next call. */
  next(): number {
    const { available, partitionCount } = this.#view;
    const count = this.#count;
    this.#count = (count + 1) % COUNT_BOUND;
    if (available.length === 0) return count % partitionCount;
    return available[count % available.length] ?? 0;
  }

  /** The metadata changed. */
  setView(view: TopicView): void {
    this.#view = view;
  }
}
