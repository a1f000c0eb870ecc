import type { EventQueue, PlannedEvent } from "../engine/event-queue.js";
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
  /** What it follows, up to where the follower has each of them, and what the answer under way brings. */
  #partitions: readonly BrokerPartition[] = [];
  readonly #has: number[] = [];
  readonly #brings: number[] = [];
  /** Partition and leader epoch of what it follows. */
  #following = "";
  #copiedBytes = 0;
  #stalledUntilUs = 0;
  /** What comes next of the one request under way, and the look at a fetch that is held. */
  #next: PlannedEvent | undefined;
  #watch: PlannedEvent | undefined;
  readonly #isUndisturbed: boolean;
  readonly #fetchLater = (): void => this.#onFetch();
  readonly #copyLater = (): void => this.#onReply();
  readonly #copyAndFetchLater = (): void => this.#onReplyAndFetch();
  readonly #watchLater = (): void => this.#onWatch();

  /**
   * `isUndisturbed`: there are no faults. Then nothing can come between the follower's append and its next fetch at the
   * leader, and both happen in one event.
   */
  constructor(
    queue: EventQueue,
    costs: ModelCosts,
    network: Network,
    follower: Broker,
    leader: Broker,
    isUndisturbed: boolean = false,
  ) {
    this.#queue = queue;
    this.#isUndisturbed = isUndisturbed;
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
    this.#queue.cancel(this.#next);
    this.#queue.cancel(this.#watch);
    this.#watch = undefined;
    this.#parkedUs = undefined;
    this.#toLeader.reset();
    this.#toFollower.reset();
    this.#partitions = partitions;
    this.#has.length = 0;
    for (const partition of partitions) this.#has.push(partition.copiedBy(this.follower));
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

  /** Plans what comes next of the request; Infinity: it is lost. */
  #at(timeUs: number, happen: () => void): void {
    this.#next = timeUs === Infinity ? undefined : this.#queue.at(timeUs, happen);
  }

  #send(): void {
    this.#at(this.#fetchUs(this.#queue.nowUs), this.#fetchLater);
  }

  /** When the leader handles a fetch that is sent at this time. */
  #fetchUs(nowUs: number): number {
    const startUs = Math.max(nowUs, this.#stalledUntilUs, this.#followerBroker.hungUntilUs);
    const arrivalUs = this.#toLeader.arrivalUs(startUs, FETCH_BYTES);
    return Math.max(arrivalUs, this.#leaderBroker.hungUntilUs) + this.#costs.fetchHandleUs;
  }

  #onFetch(): void {
    const { nowUs } = this.#queue;
    if (nowUs < this.#leaderBroker.hungUntilUs) {
      this.#at(this.#leaderBroker.hungUntilUs, this.#fetchLater);
      return;
    }
    let behind = false;
    const mayJoin = !this.#followerBroker.fenced;
    const partitions = this.#partitions;
    for (let at = 0; at < partitions.length; at += 1) {
      const partition = partitions[at];
      const offset = this.#has[at] ?? 0;
      if (partition === undefined) continue;
      partition.noteFetch(this.follower, offset, mayJoin, nowUs);
      if (partition.logEnd > offset) behind = true;
    }
    if (behind) this.#reply();
    else this.#park();
  }

  #park(): void {
    this.#next = undefined;
    this.#parkedUs = this.#queue.nowUs;
    this.#watch ??= this.#queue.at(this.#queue.nowUs + FETCH_WAIT_US, this.#watchLater);
  }

  /** Ends a fetch that was held for too long. One look is planned at a time, however often fetches are held and answered. */
  #onWatch(): void {
    this.#watch = undefined;
    if (this.#parkedUs === undefined) return;
    const dueUs = this.#parkedUs + FETCH_WAIT_US;
    if (dueUs <= this.#queue.nowUs) this.onAppend();
    else this.#watch = this.#queue.at(dueUs, this.#watchLater);
  }

  #reply(): void {
    let bytes = 0;
    let behind = 0;
    const partitions = this.#partitions;
    for (let at = 0; at < partitions.length; at += 1) {
      const partition = partitions[at];
      const offset = this.#has[at] ?? 0;
      const logEnd = partition?.logEnd ?? 0;
      this.#brings[at] = logEnd;
      if (partition === undefined || logEnd === offset) continue;
      behind += 1;
      bytes += bytesBetween(partition, offset);
    }
    const { bandwidthBytesPerUs, fetchAppendUs, fetchPerPartitionUs, fetchPerByteUs } = this.#costs;
    const appendUs = behind === 0 ? 0 : fetchAppendUs + behind * fetchPerPartitionUs + bytes * fetchPerByteUs;
    this.#copiedBytes += bytes;
    const arrivalUs = this.#toFollower.arrivalUs(this.#queue.nowUs + bytes / bandwidthBytesPerUs, bytes);
    const copiedUs = Math.max(arrivalUs, this.#followerBroker.stalledUntilUs) + appendUs;
    if (this.#isUndisturbed) this.#at(this.#fetchUs(Math.round(copiedUs)), this.#copyAndFetchLater);
    else this.#at(copiedUs, this.#copyLater);
  }

  #onReply(): void {
    this.#copy();
    this.#send();
  }

  #onReplyAndFetch(): void {
    this.#copy();
    this.#onFetch();
  }

  #copy(): void {
    const partitions = this.#partitions;
    for (let at = 0; at < partitions.length; at += 1) {
      const end = this.#brings[at] ?? 0;
      if (end === this.#has[at]) continue;
      this.#has[at] = end;
      partitions[at]?.noteCopied(this.follower, end);
    }
  }
}

/** Bytes of a partition's log from an offset on, at its mean record size. */
function bytesBetween(partition: BrokerPartition, offset: number): number {
  return partition.logEnd === 0 ? 0 : (partition.appendedBytes / partition.logEnd) * (partition.logEnd - offset);
}
