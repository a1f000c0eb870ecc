import type { ProduceError } from "../producer/errors.js";
import type { Ledger } from "./ledger.js";
import { ProducerState } from "./producer-state.js";

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
}

/** A produce request that waits until the high watermark has passed what it appended. */
interface Waiting {
  readonly offset: number;
  readonly reached: (error: ProduceError | undefined) => void;
}

/** A partition in the cluster: its leader's log, how far each replica has got, and the high watermark. */
export class BrokerPartition {
  readonly topic: string;
  readonly number: number;
  readonly replicas: readonly number[];
  readonly minInsyncReplicas: number;
  leader: number;
  leaderEpoch: number = 0;
  /** Brokers in sync, the leader among them. */
  inSync: readonly number[];
  highWatermark: number = 0;
  readonly #ledger: Ledger;
  readonly #log: ArrivingBatch[] = [];
  readonly #ends: number[] = [];
  /** What each replica asked for last: the leader's knowledge of it. */
  readonly #logEnds: Map<number, number>;
  /** What each replica really has. */
  readonly #copied: Map<number, number>;
  readonly #states = new Map<number, ProducerState>();
  readonly #waiting: Waiting[] = [];
  #bytes = 0;

  constructor(topic: string, number: number, replicas: readonly number[], minInsyncReplicas: number, ledger: Ledger) {
    this.topic = topic;
    this.number = number;
    this.replicas = replicas;
    this.inSync = replicas;
    this.minInsyncReplicas = Math.min(minInsyncReplicas, replicas.length);
    this.leader = replicas[0] ?? 0;
    this.#ledger = ledger;
    this.#logEnds = new Map(replicas.map((broker) => [broker, 0]));
    this.#copied = new Map(this.#logEnds);
  }

  /** Log end offset of the leader. */
  get logEnd(): number {
    return this.#ends[this.#ends.length - 1] ?? 0;
  }

  /** Bytes ever appended by leaders. */
  get appendedBytes(): number {
    return this.#bytes;
  }

  /** Log end offset of a replica, as its leader knows it. */
  logEndOf(broker: number): number {
    return broker === this.leader ? this.logEnd : (this.#logEnds.get(broker) ?? 0);
  }

  /** Appends to the leader's log, or refuses (`Partition.appendRecordsToLeader`). */
  append(batch: ArrivingBatch, acks: number): ProduceError | undefined {
    if (acks === -1 && this.inSync.length < this.minInsyncReplicas) return "NOT_ENOUGH_REPLICAS";
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

  /** Calls back once the high watermark has reached the present end of the log: at once, or later. */
  whenReplicated(reached: (error: ProduceError | undefined) => void): void {
    if (this.highWatermark >= this.logEnd) reached(undefined);
    else this.#waiting.push({ offset: this.logEnd, reached });
  }

  /** A follower asks for records from here on: it has everything before. */
  noteFetch(broker: number, offset: number): void {
    this.#logEnds.set(broker, Math.min(offset, this.logEnd));
    if (!this.inSync.includes(broker) && offset >= this.highWatermark) this.inSync = [...this.inSync, broker];
    this.advance();
  }

  /** A follower has appended what it fetched. */
  noteCopied(broker: number, end: number): void {
    this.#copied.set(broker, Math.min(end, this.logEnd));
  }

  /** The high watermark is what all replicas in sync have, once there are enough of them. */
  advance(): void {
    if (this.inSync.length < this.minInsyncReplicas) return;
    let least = Infinity;
    for (const broker of this.inSync) least = Math.min(least, this.logEndOf(broker));
    if (least <= this.highWatermark || least === Infinity) return;
    this.highWatermark = least;
    while (this.#waiting.length > 0 && (this.#waiting[0]?.offset ?? Infinity) <= least)
      this.#waiting.shift()?.reached(undefined);
  }

  /** Removes a broker from the in-sync replicas. */
  shrink(broker: number): void {
    this.inSync = this.inSync.filter((other) => other !== broker);
    this.advance();
  }

  /**
   * A replica takes over. Its log is the beginning of the old leader's; what only others had is gone, and waiting requests
   * fail. The old leader will cut its log when it comes back.
   */
  elect(broker: number): void {
    const end = this.#copied.get(broker) ?? 0;
    this.#copied.set(this.leader, this.logEnd);
    this.leader = broker;
    this.leaderEpoch += 1;
    while (this.logEnd > end) {
      this.#ends.pop();
      const lost = this.#log.pop();
      if (lost !== undefined) this.#ledger.addCopy(lost.row, -1);
    }
    this.#logEnds.set(broker, this.logEnd);
    for (const offsets of [this.#logEnds, this.#copied]) {
      for (const [other, offset] of offsets) offsets.set(other, Math.min(offset, this.logEnd));
    }
    this.highWatermark = Math.min(this.highWatermark, this.logEnd);
    this.#rebuildStates();
    this.failWaiting("NOT_LEADER_OR_FOLLOWER");
    this.advance();
  }

  /** Answers every waiting request with an error. */
  failWaiting(error: ProduceError): void {
    for (const { reached } of this.#waiting.splice(0)) reached(error);
  }

  /** Records stored for the first time behind a later record of the same producer. */
  outOfOrder(): number {
    const latest = new Map<number, number>();
    const seen = new Set<number>();
    let count = 0;
    for (const { producer, order, records, row } of this.#log) {
      if (seen.has(row)) continue;
      seen.add(row);
      const last = latest.get(producer) ?? -1;
      if (order < last) count += records;
      else latest.set(producer, order);
    }
    return count;
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
