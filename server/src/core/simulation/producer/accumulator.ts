import { ProducerBatch } from "./batch.js";
import { BufferPool, type BufferWaiter } from "./buffer-pool.js";
import { CompressionRatios } from "./compression.js";
import type { Idempotence } from "./idempotence.js";
import { PartitionQueue, type PartitionInfo } from "./partition-queue.js";
import type { RecordTable } from "./records.js";
import type { ProducerBehaviour, ProducerSettings } from "./settings.js";
import { upperBoundBytes } from "./sizes.js";
import { UsedQueues } from "./used-queues.js";

/** What an append came to, as one small number: the sum of the `APPENDED…` bits, or one of the negative outcomes. */
export type AppendOutcome = number;

/** The record is in a batch. */
export const APPENDED = 1;
/** The append created a batch. */
export const APPENDED_NEW_BATCH = 2;
/** The partition has more than one batch, or its batch is full (`RecordAppendResult.batchIsFull`). */
export const APPENDED_FULL = 4;
/** A new batch is needed and there is no memory for it; the open batch was closed. */
export const NO_MEMORY = -1;
/** A new batch is needed and would never fit into buffer.memory. */
export const NEVER_FITS = -2;
/** A record larger than max.request.size or buffer.memory: refused before anything else. */
export const RECORD_TOO_LARGE = -3;

/** No batch holds more records: an int of bytes at 7 bytes for the smallest record. */
const LARGEST_BATCH_RECORDS = 2 ** 29;

/** The queues of batches by partition (`RecordAccumulator`), without the choice of what to send (see drainer.ts). */
export class Accumulator {
  readonly partitions: readonly PartitionQueue[];
  readonly pool: BufferPool;
  readonly used: UsedQueues;
  readonly #records: RecordTable;
  readonly #settings: ProducerSettings;
  readonly #behaviour: ProducerBehaviour;
  readonly #idempotence: Idempotence | undefined;
  readonly #ratios: CompressionRatios | undefined;
  /** Creation of the earliest of the batches opened since the Sender set this to Infinity. */
  earliestOpenedMs: number = Infinity;
  /** A batch was put back or split at some time: since then batches need not stand in order of their creation. */
  isReordered: boolean = false;
  /** A thread of the application opened a batch with an earlier time than another before it. */
  isUnordered: boolean = false;
  #lastOpenedMs = 0;
  #openedBatches = 0;

  constructor(
    settings: ProducerSettings,
    behaviour: ProducerBehaviour,
    partitions: readonly PartitionInfo[],
    records: RecordTable,
    idempotence: Idempotence | undefined,
    onMemoryGranted?: (waiter: BufferWaiter) => void,
  ) {
    this.partitions = partitions.map((info, index) => new PartitionQueue(index, info));
    this.used = new UsedQueues(behaviour.topicsApart);
    this.pool = new BufferPool(settings.bufferMemoryBytes, onMemoryGranted);
    this.#records = records;
    this.#settings = settings;
    this.#behaviour = behaviour;
    this.#idempotence = idempotence;
    this.#ratios = settings.compression === undefined ? undefined : new CompressionRatios(settings.compression);
  }

  /** Puts a record into the last batch of its partition, or into a new one if there is memory for it. */
  append(queue: PartitionQueue, record: number, nowMs: number): AppendOutcome {
    const outcome = this.tryAppend(queue, record, nowMs);
    if (outcome !== 0) return outcome;
    const sizeBytes = this.newBatchBytes(record);
    const refusal = this.takeMemory(sizeBytes);
    return refusal === 0 ? this.openBatch(queue, record, sizeBytes, nowMs) : refusal;
  }

  /** Puts a record into the last batch of its partition; 0 if it does not fit (then that batch is closed) or there is none. */
  tryAppend(queue: PartitionQueue, record: number, nowMs: number): AppendOutcome {
    if (!queue.everUsed) this.#noteUse(queue);
    const { waiting, last } = queue;
    if (last === undefined) return 0;
    if (this.join(last, record, nowMs)) {
      return waiting.length > 1 || last.isFull ? APPENDED + APPENDED_FULL : APPENDED;
    }
    last.closed = true;
    return 0;
  }

  /** The compression that is expected of a topic's next batch; undefined without compression. */
  expectedRatio(topic: string): number | undefined {
    return this.#ratios?.estimate(topic);
  }

  /** Puts a record into a batch if it fits. */
  join(batch: ProducerBatch, record: number, nowMs: number): boolean {
    return batch.tryAppend(record, this.#records.payloadBytes(record), this.#records.timestampMs(record), nowMs);
  }

  /** Takes memory for a new batch; 0, or why not. */
  takeMemory(sizeBytes: number): AppendOutcome {
    if (sizeBytes > this.pool.totalBytes) return NEVER_FITS;
    return this.pool.tryTake(sizeBytes) ? 0 : NO_MEMORY;
  }

  /** Opens a batch with memory that was taken, and puts the record into it. */
  openBatch(queue: PartitionQueue, record: number, sizeBytes: number, nowMs: number): AppendOutcome {
    const batch = new ProducerBatch(queue, sizeBytes, nowMs, false, this.#ratios);
    if (nowMs < this.earliestOpenedMs) this.earliestOpenedMs = nowMs;
    if (nowMs < this.#lastOpenedMs) this.isUnordered = true;
    this.#lastOpenedMs = nowMs;
    batch.order = this.#openedBatches;
    this.#openedBatches += 1;
    this.join(batch, record, nowMs);
    queue.waiting.push(batch);
    const full = queue.waiting.length > 1 || batch.isFull;
    return full ? APPENDED + APPENDED_NEW_BATCH + APPENDED_FULL : APPENDED + APPENDED_NEW_BATCH;
  }

  /** Memory that a new batch for this record takes. */
  newBatchBytes(record: number): number {
    return Math.max(this.#settings.batchSizeBytes, upperBoundBytes(this.#records.payloadBytes(record)));
  }

  /**
   * Puts a failed batch back: by sequence with idempotence, else in front of everything. False where the client throws an
   * `IllegalStateException`: nothing of its partition is tracked in flight any more (KAFKA-13794, before 3.1.1 and 3.2).
   */
  reenqueue(batch: ProducerBatch, nowMs: number): boolean {
    batch.noteRetry(nowMs);
    if (this.#idempotence?.hasInFlight(batch) === false) return false;
    this.#insert(batch);
    return true;
  }

  /** Splits a batch the broker found too large; the parts go to the front of the queue, outside the pool. */
  splitAndReenqueue(batch: ProducerBatch): void {
    const { topic } = batch.partition;
    this.#ratios?.reset(topic, this.#ratios.actual(batch));
    const parts = this.#split(batch, this.#splitTargetBytes(batch));
    if (batch.hasSequence) {
      let sequence = batch.baseSequence;
      for (const part of parts) {
        part.setSequence(batch.epoch, sequence);
        sequence += part.recordCount;
      }
    }
    for (const part of parts.reverse()) {
      this.#idempotence?.addInFlight(part);
      this.#insert(part);
    }
  }

  /** Gives a batch's memory back, once. */
  deallocate(batch: ProducerBatch): void {
    if (batch.isSplit || batch.deallocated) return;
    batch.deallocated = true;
    this.pool.release(batch.capacityBytes);
  }

  #noteUse(queue: PartitionQueue): void {
    queue.everUsed = true;
    this.used.add(queue);
  }

  #insert(batch: ProducerBatch): void {
    const { waiting } = batch.partition;
    this.isReordered = true;
    let position = 0;
    if (this.#idempotence !== undefined) {
      for (const other of waiting) {
        if (!other.hasSequence || other.baseSequence >= batch.baseSequence) break;
        position += 1;
      }
    }
    waiting.splice(position, 0, batch);
  }

  #splitTargetBytes(batch: ProducerBatch): number {
    if (!this.#behaviour.resplitHalves || !batch.isSplit) return this.#settings.batchSizeBytes;
    return Math.max(batch.maxRecordBytes, Math.floor(batch.sizeBytes / 2));
  }

  #split(batch: ProducerBatch, targetBytes: number): ProducerBatch[] {
    const parts: ProducerBatch[] = [];
    let part: ProducerBatch | undefined;
    for (const [index, record] of batch.records.entries()) {
      const payloadBytes = this.#records.payloadBytes(record);
      const timestampMs = this.#records.timestampMs(record);
      if (part?.tryAppend(record, payloadBytes, timestampMs, batch.createdMs) === true) continue;
      const capacityBytes = Math.max(upperBoundBytes(payloadBytes), targetBytes);
      part = new ProducerBatch(batch.partition, capacityBytes, batch.createdMs, true, this.#ratios);
      part.tryAppend(record, payloadBytes, timestampMs, batch.createdMs);
      part.order = batch.order + index / LARGEST_BATCH_RECORDS;
      parts.push(part);
    }
    for (const each of parts) each.closed = true;
    return parts;
  }
}
