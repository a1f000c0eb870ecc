import type { EventQueue } from "../engine/event-queue.js";
import type { Broker } from "./broker.js";
import type { BrokerPartition } from "./broker-partition.js";
import type { ModelCosts } from "./costs.js";
import type { Link, Network } from "./network.js";

/** How long a leader keeps a fetch that finds nothing new (replica.fetch.wait.max.ms). */
const FETCH_WAIT_US = 500_000;

/** A fetch request on the wire, about. */
const FETCH_BYTES = 200;

/**
 * The fetch loop of one follower at one leader, for all partitions they share: one request at a time, answered when there is
 * something new (`AbstractFetcherThread`, `DelayedFetch`). A fetch also tells the leader what the follower has.
 */
export class Fetcher {
  readonly follower: number;
  readonly leader: number;
  readonly #queue: EventQueue;
  readonly #costs: ModelCosts;
  readonly #followerBroker: Broker;
  readonly #leaderBroker: Broker;
  readonly #toLeader: Link;
  readonly #toFollower: Link;
  /** Since when the leader holds a fetch that found nothing new. */
  #parkedUs: number | undefined;
  #watching = false;
  /** What the follower has, by partition. */
  readonly #has = new Map<BrokerPartition, number>();
  /** Partition and leader epoch of what it follows. */
  #following = "";
  #copiedBytes = 0;
  #generation = 0;
  #stalledUntilUs = 0;

  constructor(queue: EventQueue, costs: ModelCosts, network: Network, follower: Broker, leader: Broker) {
    this.#queue = queue;
    this.#costs = costs;
    this.follower = follower.id;
    this.leader = leader.id;
    this.#followerBroker = follower;
    this.#leaderBroker = leader;
    const tripUs = costs.brokerRttUs / 2;
    this.#toLeader = network.link(`broker ${follower.id}`, `broker ${leader.id}`, tripUs);
    this.#toFollower = network.link(`broker ${leader.id}`, `broker ${follower.id}`, tripUs);
  }

  /** Fetches these partitions from now on, each from the end of what the follower has; none: stops. */
  follow(partitions: readonly BrokerPartition[]): void {
    const following = partitions.map(({ index, leaderEpoch }) => `${index} ${leaderEpoch}`).join();
    if (following === this.#following) return;
    this.#following = following;
    this.#generation += 1;
    this.#has.clear();
    this.#parkedUs = undefined;
    this.#watching = false;
    this.#toLeader.reset();
    this.#toFollower.reset();
    for (const partition of partitions) this.#has.set(partition, partition.copiedBy(this.follower));
    if (partitions.length > 0) this.#send();
  }

  /** Copies nothing before this time. */
  stall(untilUs: number): void {
    this.#stalledUntilUs = Math.max(this.#stalledUntilUs, untilUs);
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

  #at(timeUs: number, happen: () => void): void {
    if (timeUs === Infinity) return;
    const generation = this.#generation;
    this.#queue.at(timeUs, () => {
      if (generation === this.#generation) happen();
    });
  }

  #send(): void {
    const startUs = Math.max(this.#queue.nowUs, this.#stalledUntilUs, this.#followerBroker.hungUntilUs);
    const arrivalUs = this.#toLeader.arrivalUs(startUs, FETCH_BYTES);
    this.#at(Math.max(arrivalUs, this.#leaderBroker.hungUntilUs) + this.#costs.fetchHandleUs, () => this.#onFetch());
  }

  #onFetch(): void {
    if (this.#queue.nowUs < this.#leaderBroker.hungUntilUs) {
      this.#at(this.#leaderBroker.hungUntilUs, () => this.#onFetch());
      return;
    }
    let behind = false;
    const mayJoin = !this.#followerBroker.fenced;
    for (const [partition, offset] of this.#has) {
      partition.noteFetch(this.follower, offset, mayJoin, this.#queue.nowUs);
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
    this.#at(this.#queue.nowUs + delayUs, () => {
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
    const { bandwidthBytesPerUs, fetchAppendUs, fetchPerPartitionUs, fetchPerByteUs } = this.#costs;
    const appendUs = partitions === 0 ? 0 : fetchAppendUs + partitions * fetchPerPartitionUs + records * fetchPerByteUs;
    this.#copiedBytes += records;
    const arrivalUs = this.#toFollower.arrivalUs(this.#queue.nowUs + records / bandwidthBytesPerUs, records);
    this.#at(Math.max(arrivalUs, this.#followerBroker.stalledUntilUs) + appendUs, () => {
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
