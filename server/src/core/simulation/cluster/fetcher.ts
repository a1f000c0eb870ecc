import type { EventQueue } from "../engine/event-queue.js";
import type { BrokerPartition } from "./broker-partition.js";
import type { ModelCosts } from "./costs.js";

/** How long a leader keeps a fetch that finds nothing new (replica.fetch.wait.max.ms). */
const FETCH_WAIT_US = 500_000;

/**
 * The fetch loop of one follower at one leader, for all partitions they share: one request at a time, answered when there is
 * something new (`AbstractFetcherThread`, `DelayedFetch`). A fetch also tells the leader what the follower has.
 */
export class Fetcher {
  readonly follower: number;
  readonly leader: number;
  readonly #queue: EventQueue;
  readonly #costs: ModelCosts;
  readonly #partitions: () => readonly BrokerPartition[];
  /** Since when the leader holds a fetch that found nothing new. */
  #parkedUs: number | undefined;
  #watching = false;
  /** What the follower has, by partition. */
  readonly #has = new Map<BrokerPartition, number>();
  #copiedBytes = 0;
  #generation = 0;

  constructor(
    queue: EventQueue,
    costs: ModelCosts,
    follower: number,
    leader: number,
    partitions: () => readonly BrokerPartition[],
  ) {
    this.#queue = queue;
    this.#costs = costs;
    this.follower = follower;
    this.leader = leader;
    this.#partitions = partitions;
  }

  /** Begins to fetch, from where the leader knows the follower to be. */
  start(): void {
    this.stop();
    for (const partition of this.#partitions()) this.#has.set(partition, partition.logEndOf(this.follower));
    this.#send();
  }

  /** Stops: one of the two is gone. */
  stop(): void {
    this.#generation += 1;
    this.#has.clear();
    this.#parkedUs = undefined;
    this.#watching = false;
  }

  /** The leader appended something: a parked fetch is answered. */
  onAppend(): void {
    if (this.#parkedUs === undefined) return;
    this.#parkedUs = undefined;
    this.#reply();
  }

  /** Bytes this follower copied. */
  get copiedBytes(): number {
    return this.#copiedBytes;
  }

  #later(delayUs: number, happen: () => void): void {
    const generation = this.#generation;
    this.#queue.at(this.#queue.nowUs + delayUs, () => {
      if (generation === this.#generation) happen();
    });
  }

  #send(): void {
    this.#later(this.#costs.brokerRttUs / 2 + this.#costs.fetchHandleUs, () => this.#onFetch());
  }

  #onFetch(): void {
    let behind = false;
    for (const [partition, offset] of this.#has) {
      partition.noteFetch(this.follower, offset);
      if (partition.logEnd > offset) behind = true;
    }
    if (behind) this.#reply();
    else this.#park();
  }

  #park(): void {
    this.#parkedUs = this.#queue.nowUs;
    if (!this.#watching) this.#watch(FETCH_WAIT_US);
  }

  /** Ends a fetch that was held for too long. One look is planned at a time, however often fetches are held and answered. */
  #watch(delayUs: number): void {
    this.#watching = true;
    this.#later(delayUs, () => {
      this.#watching = false;
      if (this.#parkedUs === undefined) return;
      const leftUs = this.#parkedUs + FETCH_WAIT_US - this.#queue.nowUs;
      if (leftUs <= 0) this.onAppend();
      else this.#watch(leftUs);
    });
  }

  #reply(): void {
    let records = 0;
    let partitions = 0;
    const ends: [BrokerPartition, number][] = [];
    for (const [partition, offset] of this.#has) {
      if (partition.logEnd === offset) continue;
      partitions += 1;
      records += bytesBetween(partition, offset);
      ends.push([partition, partition.logEnd]);
    }
    const { brokerRttUs, bandwidthBytesPerUs, fetchAppendUs, fetchPerPartitionUs, fetchPerByteUs } = this.#costs;
    const transferUs = brokerRttUs / 2 + records / bandwidthBytesPerUs;
    const appendUs = partitions === 0 ? 0 : fetchAppendUs + partitions * fetchPerPartitionUs + records * fetchPerByteUs;
    this.#copiedBytes += records;
    this.#later(transferUs + appendUs, () => {
      for (const [partition, end] of ends) {
        this.#has.set(partition, end);
        partition.noteCopied(this.follower, end);
      }
      this.#send();
    });
  }
}

/** Bytes of a partition's log from an offset on, at its mean record size. */
function bytesBetween(partition: BrokerPartition, offset: number): number {
  return partition.logEnd === 0 ? 0 : (partition.appendedBytes / partition.logEnd) * (partition.logEnd - offset);
}
