import { hashBucket, partitionHash, textHash } from "./java-map-order.js";
import type { PartitionQueue } from "./partition-queue.js";

const LOAD_FACTOR = 0.75;
const USUAL_BUCKETS = 16;

/**
 * The queues that records were to be appended to, in the order in which the client looks at them: that of its
 * `CopyOnWriteMap` of partitions or, from 3.3 on, of topics and in each of partition numbers. The order matters little: once a
 * partition has made its node ready, it is not asked how long the node's further partitions linger.
 */
export class UsedQueues {
  readonly #byTopic: boolean;
  readonly #queues: PartitionQueue[] = [];
  #inOrder: readonly PartitionQueue[] = [];

  constructor(byTopic: boolean) {
    this.#byTopic = byTopic;
  }

  get inOrder(): readonly PartitionQueue[] {
    return this.#inOrder;
  }

  /** A record is to be appended to a queue for the first time. */
  add(queue: PartitionQueue): void {
    this.#queues.push(queue);
    this.#inOrder = this.#byTopic ? this.#topicsInOrder() : inMapOrder(this.#queues, (each) => partitionHash(each));
  }

  #topicsInOrder(): readonly PartitionQueue[] {
    const topics = [...new Set(this.#queues.map(({ topic }) => topic))];
    return inMapOrder(topics, textHash).flatMap((topic) => {
      const ofTopic = this.#queues.filter((queue) => queue.topic === topic);
      return inMapOrder(ofTopic, ({ partition }) => partition);
    });
  }
}

/** Entries of a `CopyOnWriteMap`, put in this order, as its iterator gives them. */
function inMapOrder<T>(entries: readonly T[], hashOf: (entry: T) => number): readonly T[] {
  const buckets = bucketsOfCopy(entries.length);
  const placed = entries.map((entry) => ({ entry, bucket: hashBucket(hashOf(entry), buckets) }));
  return placed.sort((left, right) => left.bucket - right.bucket).map(({ entry }) => entry);
}

/** `new HashMap(copied)` is made for the entries there are, and one more is put into it. */
function bucketsOfCopy(count: number): number {
  if (count < 2) return USUAL_BUCKETS;
  const least = 2 ** Math.ceil(Math.log2(Math.floor((count - 1) / LOAD_FACTOR + 1)));
  return count > least * LOAD_FACTOR ? 2 * least : least;
}
