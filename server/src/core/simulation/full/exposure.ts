import type { Cluster } from "../cluster/cluster.js";
import type { EventQueue } from "../engine/event-queue.js";
import type { ProducerBatch } from "../producer/batch.js";
import { NOT_DELIVERED, type Consumers } from "./consumers.js";

/** Acknowledged records that only their leader has. */
export interface Unreplicated {
  /** At any moment, on average over the simulated time. */
  readonly mean: number;
  readonly most: number;
}

/**
 * What would be lost if leaders died now: records that were acknowledged before every replica in sync had them (acks=1 and 0), or by
 * a leader that is alone in sync (min.insync.replicas=1). It is a measure of risk that needs no crash.
 */
export class Exposure {
  readonly #queue: EventQueue;
  readonly #cluster: Cluster;
  readonly #consumers: Consumers;
  /** Records of the batches at risk, by their rows in the ledger. */
  readonly #open = new Map<number, number>();
  /** By partition, the rows at risk whose leader is alone in sync, until a follower has caught up. */
  readonly #alone = new Map<number, number[]>();
  #records = 0;
  #most = 0;
  #sinceUs = 0;
  #recordUs = 0;

  constructor(queue: EventQueue, cluster: Cluster, consumers: Consumers) {
    this.#queue = queue;
    this.#cluster = cluster;
    this.#consumers = consumers;
  }

  /** The application was told that a batch is stored. */
  noteAcknowledged({ tag, recordCount, partition }: ProducerBatch, acks: number): void {
    const isAlone = this.#isAlone(partition.index);
    // With acks=all every replica in sync has it; in a transaction it is visible later nevertheless.
    const isCopied = acks === -1 || this.#consumers.deliveredUs(tag) !== NOT_DELIVERED;
    if (isCopied && !isAlone) return;
    this.#open.set(tag, recordCount);
    this.#add(recordCount);
    if (isCopied) this.#noteAlone(tag, partition.index);
  }

  /** Every replica in sync has a batch. */
  noteVisible(row: number, partition: number): void {
    if (!this.#open.has(row)) return;
    if (this.#isAlone(partition)) this.#noteAlone(row, partition);
    else this.noteGone(row);
  }

  /** A follower has caught up with everything that was visible. */
  noteJoined(partition: number): void {
    for (const row of this.#alone.get(partition) ?? []) this.noteGone(row);
    this.#alone.delete(partition);
  }

  /** A batch is at risk no more: it is copied, or lost. */
  noteGone(row: number): void {
    const records = this.#open.get(row);
    if (records === undefined) return;
    this.#open.delete(row);
    this.#add(-records);
  }

  /** What it came to until this time. */
  until(endUs: number): Unreplicated {
    const recordUs = this.#recordUs + this.#records * Math.max(0, endUs - this.#sinceUs);
    return { mean: endUs === 0 ? 0 : recordUs / endUs, most: this.#most };
  }

  #isAlone(partition: number): boolean {
    const { inSync, replicas } = this.#cluster.partitions[partition] ?? { inSync: [], replicas: [] };
    return inSync.length < 2 && replicas.length > 1;
  }

  #noteAlone(row: number, partition: number): void {
    const rows = this.#alone.get(partition);
    if (rows === undefined) this.#alone.set(partition, [row]);
    else rows.push(row);
  }

  #add(records: number): void {
    const { nowUs } = this.#queue;
    this.#recordUs += this.#records * (nowUs - this.#sinceUs);
    this.#sinceUs = nowUs;
    this.#records += records;
    this.#most = Math.max(this.#most, this.#records);
  }
}
