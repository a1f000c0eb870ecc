import { objectList } from "../engine/object-list.js";
import type { ProduceError } from "../producer/errors.js";
import type { Ledger } from "./ledger.js";
import { recordsOutOfOrder } from "./log-order.js";
import { ProducerState } from "./producer-state.js";
import { ReplicaProgress } from "./replica.js";
import type { ClusterSettings } from "./settings.js";
import { StableOffset } from "./stable-offset.js";
import type { Transaction } from "./transaction.js";

/** A batch as it arrives at a broker: the header as it was when the request left. */
export interface ArrivingBatch {
  readonly partition: BrokerPartition;
  readonly producer: number;
  /** Row of the ledger. */
  readonly row: number;
  /** Place in the order of the producer's sends. */
  readonly order: number;
  readonly records: number;
  readonly bytes: number;
  readonly epoch: number;
  readonly baseSequence: number;
  readonly lastSequence: number;
  /** The transaction that it belongs to, or that it ends. */
  readonly transaction?: Transaction | undefined;
  /** A commit or abort marker: one control record that no application sent. */
  readonly isMarker?: true;
}

/** Hears that the batch number `index` of a request is replicated, or will not be. */
export interface ReplicationWaiter {
  onReplicated(index: number, error: ProduceError | undefined): void;
}

/** A produce request that waits until the high watermark has passed what it appended. */
interface Waiting {
  readonly offset: number;
  readonly waiter: ReplicationWaiter;
  readonly index: number;
}

/** One that waits at a broker that leads no more, until that broker learns of it. */
interface Deposed {
  readonly broker: number;
  readonly waiter: ReplicationWaiter;
  readonly index: number;
}

/** What a partition is set to. */
export interface PartitionSettings extends Pick<ClusterSettings, PartitionSettingName> {
  readonly minInsyncReplicas: number;
}

type PartitionSettingName = "maxMessageBytes" | "highWatermarkBelowMinInsync" | "minInsyncAboveReplicas";

/** A partition in the cluster: its leader's log, how far each replica has got, and the high watermark. */
export class BrokerPartition {
  /** Position among all partitions of the cluster. */
  readonly index: number;
  readonly topic: string;
  readonly number: number;
  readonly replicas: readonly number[];
  readonly minInsyncReplicas: number;
  /** The last leader; see {@link isOnline}. */
  leader: number;
  leaderEpoch: number = 0;
  /** Has a leader. */
  isOnline: boolean = true;
  /** Brokers in sync, the leader among them. */
  inSync: readonly number[];
  highWatermark: number = 0;
  readonly #settings: PartitionSettings;
  readonly #ledger: Ledger;
  readonly #log: ArrivingBatch[] = objectList();
  readonly #ends: number[] = [];
  /** By broker; only of those that have a replica. */
  readonly #progress: (ReplicaProgress | undefined)[] = [];
  readonly #states = new Map<number, ProducerState>();
  readonly #waiting: Waiting[] = objectList();
  #deposed: Deposed[] = objectList();
  #bytes = 0;
  /** Batches at the beginning of the log that the high watermark has passed. */
  #visible = 0;
  /** In place of {@link #visible}, from the first batch of a transaction on. */
  #stable: StableOffset | undefined;
  #markers = 0;
  readonly #show = ({ row }: ArrivingBatch): void => this.#ledger.onVisible?.(row, this.index);
  /** Where the log ended when the leader took over: a replica joins the in-sync ones only from here on. */
  #epochStart = 0;

  constructor(
    index: number,
    topic: string,
    number: number,
    replicas: readonly number[],
    settings: PartitionSettings,
    ledger: Ledger,
  ) {
    this.index = index;
    this.topic = topic;
    this.number = number;
    this.replicas = replicas;
    this.inSync = replicas;
    const { minInsyncReplicas, minInsyncAboveReplicas } = settings;
    this.minInsyncReplicas = minInsyncAboveReplicas ? minInsyncReplicas : Math.min(minInsyncReplicas, replicas.length);
    this.leader = replicas[0] ?? 0;
    this.#settings = settings;
    this.#ledger = ledger;
    const highest = Math.max(0, ...replicas);
    for (let broker = 0; broker <= highest; broker += 1)
      this.#progress.push(replicas.includes(broker) ? new ReplicaProgress() : undefined);
  }

  /** Log end offset of the leader. */
  get logEnd(): number {
    return this.#ends.length === 0 ? 0 : (this.#ends[this.#ends.length - 1] ?? 0);
  }

  /** Records of applications in the leader's log. */
  get stored(): number {
    return this.logEnd - this.#markers;
  }

  /** The leader's log, batch by batch. */
  get log(): readonly ArrivingBatch[] {
    return this.#log;
  }

  /** Bytes ever appended by leaders. */
  get appendedBytes(): number {
    return this.#bytes;
  }

  /** Log end offset of a replica, as its leader knows it. */
  logEndOf(broker: number): number {
    return broker === this.leader ? this.logEnd : (this.#progress[broker]?.logEnd ?? 0);
  }

  /** Log end offset of a replica. */
  copiedBy(broker: number): number {
    return broker === this.leader ? this.logEnd : (this.#progress[broker]?.copied ?? 0);
  }

  /** Appends to the log of a broker that takes itself for the leader, or refuses (`Partition.appendRecordsToLeader`). */
  append(batch: ArrivingBatch, acks: number, broker: number): ProduceError | undefined {
    if (acks === -1 && this.inSync.length < this.minInsyncReplicas) return "NOT_ENOUGH_REPLICAS";
    if (batch.bytes > this.#settings.maxMessageBytes) return "MESSAGE_TOO_LARGE";
    // What a deposed leader stores is cut off when it learns who leads: no copy of it counts.
    if (broker !== this.leader) return undefined;
    if (batch.transaction !== undefined) {
      // What comes late, after its transaction was ended, is refused: otherwise it would be in the next one (KIP-890).
      if (batch.isMarker !== true && batch.transaction.outcome !== "open") return "INVALID_PRODUCER_EPOCH";
      this.#stable ??= new StableOffset(this.#visible);
      if (batch.isMarker === true) this.#markers += 1;
    }
    if (batch.baseSequence >= 0) {
      const state = this.#stateOf(batch.producer);
      const refusal = state.check(batch);
      if (refusal === "repeated") return undefined;
      if (refusal !== undefined) return refusal;
      state.remember(batch);
    }
    this.#log.push(batch);
    this.#ends.push(this.logEnd + batch.records);
    this.#bytes += batch.bytes;
    this.#ledger.addCopy(batch.row, 1);
    this.advance();
    return undefined;
  }

  /** Tells the waiter once the high watermark has reached the present end of the log: at once, or later. */
  whenReplicated(broker: number, waiter: ReplicationWaiter, index: number): void {
    if (broker !== this.leader) this.#deposed.push({ broker, waiter, index });
    else if (this.highWatermark >= this.logEnd) waiter.onReplicated(index, undefined);
    else this.#waiting.push({ offset: this.logEnd, waiter, index });
  }

  /** A follower asks for records from here on: it has everything before. `mayJoin`: it is not fenced. */
  noteFetch(broker: number, offset: number, mayJoin: boolean, nowUs: number): void {
    const hasMore = this.#progress[broker]?.noteFetch(offset, this.logEnd, nowUs) === true;
    const mayBeNew = mayJoin && this.inSync.length < this.replicas.length && !this.inSync.includes(broker);
    const isNew = mayBeNew && offset >= this.highWatermark && offset >= this.#epochStart;
    if (isNew) this.inSync = [...this.inSync, broker];
    if (hasMore || isNew) this.advance();
    if (isNew) this.#ledger.onJoined?.(this.index);
  }

  /** A follower has appended what it fetched. */
  noteCopied(broker: number, end: number): void {
    const progress = this.#progress[broker];
    if (progress !== undefined) progress.copied = Math.min(end, this.logEnd);
  }

  /** The high watermark is what all replicas in sync have, once there are enough of them. */
  advance(): void {
    const isShort = this.inSync.length < this.minInsyncReplicas;
    if (isShort && !this.#settings.highWatermarkBelowMinInsync) return;
    if (this.inSync.length === 0) return;
    let least = this.logEnd;
    for (const broker of this.inSync) {
      const end = broker === this.leader ? least : (this.#progress[broker]?.logEnd ?? 0);
      if (end < least) least = end;
    }
    if (least <= this.highWatermark) return;
    this.highWatermark = least;
    this.#showUpTo(least);
    const error = isShort ? "NOT_ENOUGH_REPLICAS_AFTER_APPEND" : undefined;
    for (let next = this.#waiting[0]; next !== undefined && next.offset <= least; next = this.#waiting[0]) {
      this.#waiting.shift();
      next.waiter.onReplicated(next.index, error);
    }
  }

  /** Consumers can read what the high watermark has passed. */
  #showUpTo(offset: number): void {
    const { onVisible } = this.#ledger;
    if (this.#stable !== undefined) {
      this.#stable.advance(this.#log, this.#ends, offset, this.#show);
      return;
    }
    for (; (this.#ends[this.#visible] ?? Infinity) <= offset; this.#visible += 1) {
      const batch = this.#log[this.#visible];
      if (batch !== undefined) onVisible?.(batch.row, this.index);
    }
  }

  /** Replicas in sync that have not kept up for so long. */
  laggards(lagUs: number, nowUs: number): readonly number[] {
    return this.inSync.filter((broker) => {
      return broker !== this.leader && this.#progress[broker]?.isCaughtUp(this.logEnd, lagUs, nowUs) === false;
    });
  }

  /** Removes a broker from the in-sync replicas; the last one stays. */
  shrink(broker: number): void {
    if (this.inSync.length > 1) this.inSync = this.inSync.filter((other) => other !== broker);
    this.advance();
  }

  /** It has no leader any more, until one is elected. */
  goOffline(): void {
    this.isOnline = false;
    this.leaderEpoch += 1;
  }

  /**
   * A replica takes over. Its log is the beginning of the old leader's; what only others had is gone. Requests that wait at
   * the old leader wait until it learns. `unclean`: the replica was not in sync, and is alone from now on.
   */
  elect(broker: number, nowUs: number, unclean: boolean = false): void {
    const end = this.copiedBy(broker);
    const old = this.#progress[this.leader];
    if (old !== undefined) old.copied = old.logEnd = this.logEnd;
    for (const { waiter, index } of this.#waiting.splice(0)) this.#deposed.push({ broker: this.leader, waiter, index });
    this.leader = broker;
    this.leaderEpoch += 1;
    this.isOnline = true;
    if (unclean) this.inSync = [broker];
    while (this.logEnd > end) {
      this.#ends.pop();
      const lost = this.#log.pop();
      if (lost !== undefined) this.#ledger.addCopy(lost.row, -1);
      if (lost?.isMarker === true) this.#markers -= 1;
    }
    this.#stable?.restart(this.#log);
    this.#visible = Math.min(this.#visible, this.#log.length);
    this.#epochStart = this.logEnd;
    for (const progress of this.#progress) progress?.restart(this.logEnd, nowUs);
    this.highWatermark = Math.min(this.highWatermark, this.logEnd);
    this.#rebuildStates();
    this.advance();
  }

  /** A broker has learned that it does not lead: what waited there fails. */
  depose(broker: number): void {
    if (this.#deposed.length === 0) return;
    const deposed = this.#deposed;
    this.#deposed = deposed.filter((each) => each.broker !== broker);
    for (const { broker: old, waiter, index } of deposed)
      if (old === broker) waiter.onReplicated(index, "NOT_LEADER_OR_FOLLOWER");
  }

  /** Records stored for the first time behind a later record of the same producer. */
  outOfOrder(): number {
    return recordsOutOfOrder(this.#log);
  }

  #rebuildStates(): void {
    this.#states.clear();
    for (const batch of this.#log) {
      if (batch.baseSequence >= 0) this.#stateOf(batch.producer).remember(batch);
    }
  }

  #stateOf(producer: number): ProducerState {
    let state = this.#states.get(producer);
    if (state === undefined) this.#states.set(producer, (state = new ProducerState()));
    return state;
  }
}
