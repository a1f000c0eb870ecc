import type { BuiltInSticky } from "../partitioning/built-in-sticky.js";
import type { KeylessPartitioner, TopicView } from "../partitioning/keyless.js";
import {
  APPENDED,
  APPENDED_FULL,
  NEVER_FITS,
  RECORD_TOO_LARGE,
  type Accumulator,
  type AppendOutcome,
} from "./accumulator.js";
import type { PartitionQueue } from "./partition-queue.js";

/** send() of records to one topic: finds the partition and appends, in the order of steps of the release's `KafkaProducer`. */
export class TopicAppender {
  /** Where the last record went or, after `NO_MEMORY`, would go: a send that waits for memory goes on with it. */
  lastPartition: number = 0;
  readonly #accumulator: Accumulator;
  readonly #queues: readonly PartitionQueue[];
  readonly #partitioner: KeylessPartitioner;
  readonly #load: { lengths: number[]; partitions: number[]; excludedSome: boolean } = {
    lengths: [],
    partitions: [],
    excludedSome: false,
  };
  #allUsed = false;

  /** `queues` are those of the topic, by partition number. */
  constructor(accumulator: Accumulator, queues: readonly PartitionQueue[], partitioner: KeylessPartitioner) {
    this.#accumulator = accumulator;
    this.#queues = queues;
    this.#partitioner = partitioner;
  }

  /** Its name. */
  get topic(): string {
    return this.#queues[0]?.topic ?? "";
  }

  /** The same by its position among all partitions of the producer. */
  get lastIndex(): number {
    return this.#queue(this.lastPartition).index;
  }

  /** Appends to a given partition: the record has a key, or its partition was named. `heldBytes`: memory it waited for. */
  appendTo(partition: number, record: number, nowMs: number, heldBytes: number = 0): AppendOutcome {
    const outcome = this.#tryAppend(partition, record, nowMs);
    if (outcome !== 0) return this.#giveBack(heldBytes, outcome);
    const { kind } = this.#partitioner;
    if ((kind === "by-batch" || kind === "by-call") && heldBytes === 0) this.#partitioner.onNewBatch(partition);
    return this.#openBatch(this.#queue(partition), record, nowMs, heldBytes);
  }

  /** Appends a record without a key. After a wait for memory, `heldBytes` is what it was granted. */
  appendKeyless(record: number, nowMs: number, heldBytes: number = 0): AppendOutcome {
    const partitioner = this.#partitioner;
    switch (partitioner.kind) {
      case "by-record":
        return this.appendTo(heldBytes > 0 ? this.lastPartition : partitioner.next(), record, nowMs, heldBytes);
      case "by-call": {
        if (heldBytes > 0) return this.appendTo(this.lastPartition, record, nowMs, heldBytes);
        const outcome = this.#tryAppend(partitioner.next(), record, nowMs);
        if (outcome !== 0) return outcome;
        if (partitioner.asksAgain) this.lastPartition = partitioner.next();
        return this.#accumulator.append(this.#queue(this.lastPartition), record, nowMs);
      }
      case "by-batch": {
        if (heldBytes > 0) return this.appendTo(this.lastPartition, record, nowMs, heldBytes);
        const outcome = this.#tryAppend(partitioner.peek(), record, nowMs);
        if (outcome !== 0) return outcome;
        partitioner.onNewBatch(partitioner.peek());
        this.lastPartition = partitioner.peek();
        return this.#accumulator.append(this.#queue(this.lastPartition), record, nowMs);
      }
      case "by-bytes":
        return this.#appendByBytes(record, nowMs, heldBytes);
    }
  }

  /** Refuses a record that is too large. By then a partition was asked for if it has none (-1), except of the built-in partitioner. */
  refuse(partition: number): AppendOutcome {
    if (partition >= 0) return RECORD_TOO_LARGE;
    const partitioner = this.#partitioner;
    if (partitioner.kind === "by-batch") partitioner.peek();
    else if (partitioner.kind !== "by-bytes") partitioner.next();
    return RECORD_TOO_LARGE;
  }

  /**
   * Notes the lengths of the queues, as every look of the Sender does with adaptive partitioning. `isStuck`: the node has not
   * been drained for longer than partitioner.availability.timeout.ms; its partitions with batches are left out.
   */
  noteLoad(isStuck?: (node: number) => boolean): void {
    if (this.#partitioner.kind !== "by-bytes") return;
    if (!this.#allUsed) {
      this.#allUsed = this.#queues.every(({ everUsed }) => everUsed);
      if (!this.#allUsed) return;
    }
    const { lengths, partitions } = this.#load;
    let count = 0;
    // The client writes the next partition over one that it leaves out, except that an empty queue keeps the length there.
    let leftOver = 0;
    for (const { waiting, leader, partition } of this.#queues) {
      if (leader < 0) continue;
      const isEmpty = waiting.length === 0;
      partitions[count] = partition;
      lengths[count] = isEmpty ? leftOver : waiting.length;
      leftOver = 0;
      if (!isEmpty && isStuck?.(leader) === true) leftOver = waiting.length;
      else count += 1;
    }
    // Setting a length is slow even if it stays the same.
    if (lengths.length > count) lengths.length = partitions.length = count;
    this.#load.excludedSome = count < this.#queues.length;
    this.#partitioner.setLoad(this.#load);
  }

  /** The metadata changed. */
  setView(view: TopicView): void {
    this.#partitioner.setView(view);
  }

  /** The built-in partitioner may move on before the append, once memory for a new batch is there, and after the append. */
  #appendByBytes(record: number, nowMs: number, memoryBytes: number): AppendOutcome {
    const partitioner = this.#partitioner;
    if (partitioner.kind !== "by-bytes") return NEVER_FITS;
    const outcome = memoryBytes === 0 ? this.#joinOpenBatch(partitioner, record, nowMs) : 0;
    return outcome !== 0 ? outcome : this.#appendAndSwitch(partitioner, record, nowMs, memoryBytes);
  }

  /** The short way of nearly every record: it fits into the open batch of its partition. 0 if it does not; nothing is changed then. */
  #joinOpenBatch(partitioner: BuiltInSticky, record: number, nowMs: number): AppendOutcome {
    const partition = partitioner.peek();
    this.lastPartition = partition;
    const queue = this.#queue(partition);
    const { waiting, last } = queue;
    if (last === undefined || last.isFull) return 0;
    const bytesBefore = last.sizeBytes;
    if (!this.#accumulator.join(last, record, nowMs)) return 0;
    const { allFull } = queue;
    partitioner.update(last.sizeBytes - bytesBefore, allFull);
    return allFull || waiting.length > 1 ? APPENDED + APPENDED_FULL : APPENDED;
  }

  /** The long way: the open batch is full, or there is none. */
  #appendAndSwitch(partitioner: BuiltInSticky, record: number, nowMs: number, memoryBytes: number): AppendOutcome {
    let heldBytes = memoryBytes;
    for (;;) {
      this.lastPartition = partitioner.peek();
      const queue = this.#queue(this.lastPartition);
      if (queue.allFull && partitioner.update(0, true)) continue;
      const bytesBefore = queue.lastBatchBytes;
      const outcome = this.#accumulator.tryAppend(queue, record, nowMs);
      if (outcome !== 0) {
        partitioner.update(queue.lastBatchBytes - bytesBefore, queue.allFull);
        return this.#giveBack(heldBytes, outcome);
      }
      if (heldBytes === 0) {
        heldBytes = this.#accumulator.newBatchBytes(record);
        const refusal = this.#accumulator.takeMemory(heldBytes);
        if (refusal !== 0) return refusal;
      }
      if (queue.allFull && partitioner.update(0, true)) continue;
      const opened = this.#accumulator.openBatch(queue, record, heldBytes, nowMs);
      partitioner.update(queue.lastBatchBytes, queue.allFull);
      return opened;
    }
  }

  #tryAppend(partition: number, record: number, nowMs: number): AppendOutcome {
    this.lastPartition = partition;
    return this.#accumulator.tryAppend(this.#queue(partition), record, nowMs);
  }

  #openBatch(queue: PartitionQueue, record: number, nowMs: number, heldBytes: number): AppendOutcome {
    const sizeBytes = heldBytes === 0 ? this.#accumulator.newBatchBytes(record) : heldBytes;
    const refusal = heldBytes === 0 ? this.#accumulator.takeMemory(sizeBytes) : 0;
    return refusal === 0 ? this.#accumulator.openBatch(queue, record, sizeBytes, nowMs) : refusal;
  }

  #giveBack(heldBytes: number, outcome: AppendOutcome): AppendOutcome {
    if (heldBytes > 0) this.#accumulator.pool.release(heldBytes);
    return outcome;
  }

  #queue(partition: number): PartitionQueue {
    const queue = this.#queues[partition];
    if (queue === undefined) throw new RangeError(`partition ${partition} is not known`);
    return queue;
  }
}
