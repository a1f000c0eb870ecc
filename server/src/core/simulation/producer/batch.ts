import { BATCH_HEADER_BYTES, recordBytes, upperBoundBytes } from "./sizes.js";
import { estimatedBytes, type CompressionRatios } from "./compression.js";
import type { PartitionQueue } from "./partition-queue.js";

/** `ProducerBatch.baseSequence` before a sequence is assigned (`RecordBatch.NO_SEQUENCE`). */
export const NO_SEQUENCE = -1;

/** Where a batch ended: still open, acknowledged, failed. A batch ends once (`ProducerBatch.finalState`). */
export type BatchFate = "pending" | "succeeded" | "failed";

/** A batch of records for one partition: `ProducerBatch` with its `MemoryRecordsBuilder`, v2. */
export class ProducerBatch {
  readonly partition: PartitionQueue;
  /** Time of the first append; split batches inherit it. The delivery timeout counts from here. */
  readonly createdMs: number;
  /** The write limit: size of the buffer the batch was given. */
  readonly capacityBytes: number;
  /** Made by splitting another batch: lives outside the buffer pool. */
  readonly isSplit: boolean;
  /** Record numbers in append order. */
  readonly records: number[] = [];
  /** Encoded size including the header; with compression an estimate until the batch is closed for sending. */
  sizeBytes: number = BATCH_HEADER_BYTES;
  /** Bytes of its records, not compressed. */
  rawBytes: number = 0;
  /** Upper bound of its largest record, for splitting again. */
  maxRecordBytes: number = 0;
  /** Closed for appends. */
  closed: boolean = false;
  attempts: number = 0;
  lastAttemptMs: number;
  /** Was put back into the queue at least once. */
  retried: boolean = false;
  baseSequence: number = NO_SEQUENCE;
  epoch: number = -1;
  /** Its sequence was rewritten since it was last drained (`reopened`). */
  sequenceWasReset: boolean = false;
  fate: BatchFate = "pending";
  /** Place among the batches of the producer in order of creation; parts of a split lie between their batch and the next. */
  order: number = 0;
  /** Free for the host: a number by which it knows the batch. */
  tag: number = -1;
  /** Free for the host: when it first left, in microseconds. */
  firstSentUs: number | undefined = undefined;
  /** Its buffer went back to the pool. */
  deallocated: boolean = false;
  readonly #ratios: CompressionRatios | undefined;
  readonly #expectedRatio: number;
  #leaderEpoch = -1;
  #attemptsAtNewLeader = 0;
  #baseTimestampMs = 0;
  #lastAppendMs: number;

  constructor(
    partition: PartitionQueue,
    capacityBytes: number,
    createdMs: number,
    isSplit: boolean,
    ratios?: CompressionRatios,
  ) {
    this.#ratios = ratios;
    this.#expectedRatio = ratios?.estimate(partition.topic) ?? 1;
    this.partition = partition;
    this.capacityBytes = capacityBytes;
    this.createdMs = createdMs;
    this.isSplit = isSplit;
    this.lastAttemptMs = createdMs;
    this.#lastAppendMs = createdMs;
  }

  /** Appends a record if it fits; the first always does. */
  tryAppend(record: number, payloadBytes: number, timestampMs: number, nowMs: number): boolean {
    const count = this.records.length;
    if (count === 0) this.#baseTimestampMs = timestampMs;
    const addedBytes = recordBytes(count, timestampMs - this.#baseTimestampMs, payloadBytes);
    const sizeBytes = this.sizeBytes + addedBytes;
    if (count > 0 && (this.closed || sizeBytes > this.capacityBytes)) return false;
    this.records.push(record);
    this.rawBytes += addedBytes;
    this.sizeBytes =
      this.#ratios === undefined ? sizeBytes : BATCH_HEADER_BYTES + estimatedBytes(this.rawBytes, this.#expectedRatio);
    const bound = upperBoundBytes(payloadBytes);
    if (bound > this.maxRecordBytes) this.maxRecordBytes = bound;
    if (nowMs > this.#lastAppendMs) this.#lastAppendMs = nowMs;
    return true;
  }

  /** Closed, or no room left at all (`MemoryRecordsBuilder.isFull`). */
  get isFull(): boolean {
    return this.closed || this.sizeBytes >= this.capacityBytes;
  }

  get recordCount(): number {
    return this.records.length;
  }

  get hasSequence(): boolean {
    return this.baseSequence !== NO_SEQUENCE;
  }

  get lastSequence(): number {
    return this.baseSequence + this.records.length - 1;
  }

  /** Time since the last failure, or since creation (`waitedTimeMs`). */
  waitedMs(nowMs: number): number {
    return nowMs > this.lastAttemptMs ? nowMs - this.lastAttemptMs : 0;
  }

  /** Counts an attempt and starts the backoff (`reenqueued`). */
  noteRetry(nowMs: number): void {
    this.attempts += 1;
    if (nowMs > this.#lastAppendMs) this.#lastAppendMs = nowMs;
    this.lastAttemptMs = this.#lastAppendMs;
    this.retried = true;
  }

  /** Notes the leader epoch of its partition, at every look from 3.7 on (`maybeUpdateLeaderEpoch`). */
  noteLeaderEpoch(leaderEpoch: number): void {
    if (leaderEpoch <= this.#leaderEpoch) return;
    this.#leaderEpoch = leaderEpoch;
    this.#attemptsAtNewLeader = this.attempts;
  }

  /** The leader is new since the last failure (`hasLeaderChangedForTheOngoingRetry`). */
  get hasNewLeader(): boolean {
    return this.attempts > 0 && this.attempts === this.#attemptsAtNewLeader;
  }

  setSequence(epoch: number, baseSequence: number): void {
    this.epoch = epoch;
    this.baseSequence = baseSequence;
  }

  /** Renumbers the batch after an epoch bump, even while it is on the wire. */
  resetSequence(epoch: number, baseSequence: number): void {
    this.setSequence(epoch, baseSequence);
    this.sequenceWasReset = true;
  }

  /** Closes the batch as the drain does; only now its compressed size is known. */
  closeForSend(): void {
    this.closed = true;
    if (this.#ratios !== undefined) {
      const actual = this.#ratios.actual(this);
      this.sizeBytes = BATCH_HEADER_BYTES + Math.round(this.rawBytes * actual);
      this.#ratios.observe(this.partition.topic, actual);
    }
    this.sequenceWasReset = false;
  }

  hasReachedDeliveryTimeout(deliveryTimeoutMs: number, nowMs: number): boolean {
    return deliveryTimeoutMs <= nowMs - this.createdMs;
  }
}
