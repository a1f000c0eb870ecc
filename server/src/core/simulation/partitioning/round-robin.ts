import type { Draw, TopicView } from "./keyless.js";

const FIRST_COUNT_BOUND = 0x7fffffff;

/** Records without a key before 2.4: the next partition with every record, from a random start (`DefaultPartitioner` of 2.3). */
export class RoundRobin {
  readonly kind = "by-record" as const;
  #count: number;
  #view: TopicView;

  constructor(view: TopicView, draw: Draw) {
    this.#view = view;
    this.#count = draw(FIRST_COUNT_BOUND);
  }

  /** The partition of the next record. */
  next(): number {
    const { available, partitionCount } = this.#view;
    const count = this.#count;
    this.#count = (count + 1) % FIRST_COUNT_BOUND;
    if (available.length === 0) return count % partitionCount;
    return available[count % available.length] ?? 0;
  }

  /** The metadata changed. */
  setView(view: TopicView): void {
    this.#view = view;
  }
}
