import type { TopicView } from "./keyless.js";

const COUNT_BOUND = 0x80000000;

/** Where a record with a named partition last opened a batch: one place for all topics of a producer (a thread-local of the class). */
export interface NewBatchPlace {
  owner?: RoundRobinByClass | undefined;
  partition?: number;
}

/** partitioner.class=RoundRobinPartitioner: the next partition with every call, from 0; keys do not matter. */
export class RoundRobinByClass {
  readonly kind = "by-call" as const;
  /** A record that needs a new batch is asked for a second time, so that a partition is passed over (KAFKA-9965). */
  readonly asksAgain: boolean;
  readonly #newBatch: NewBatchPlace | undefined;
  #count = 0;
  #view: TopicView;

  /** `newBatch`: 3.9.2 on, while the client has `onNewBatch`, the next record goes where a batch was last opened (KAFKA-17632). */
  constructor(view: TopicView, asksAgain: boolean, newBatch?: NewBatchPlace) {
    this.#view = view;
    this.asksAgain = asksAgain;
    this.#newBatch = newBatch;
  }

  /** The partition of the next call. */
  next(): number {
    const { owner, partition = 0 } = this.#newBatch ?? {};
    if (this.#newBatch !== undefined) this.#newBatch.owner = undefined;
    if (owner === this) return partition;
    const { available, partitionCount } = this.#view;
    const count = this.#count;
    this.#count = (count + 1) % COUNT_BOUND;
    if (available.length === 0) return count % partitionCount;
    return available[count % available.length] ?? 0;
  }

  /** A record whose partition was named is about to open a batch: the class is told, but not asked again. */
  onNewBatch(partition: number): void {
    if (this.#newBatch === undefined) return;
    this.#newBatch.owner = this;
    this.#newBatch.partition = partition;
  }

  /** The metadata changed. */
  setView(view: TopicView): void {
    this.#view = view;
  }
}
