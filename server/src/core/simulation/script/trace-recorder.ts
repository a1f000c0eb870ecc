import type { ProducerBatch } from "../producer/batch.js";
import type { PartitionQueue } from "../producer/partition-queue.js";
import type { ProduceRequest } from "../producer/request.js";
import { partitionName } from "./scripted-node.js";
import type { DoneEvent, TraceBatch, TraceEvent } from "./script.js";

/** Gathers the events of a trace in the order the format asks for. */
export class TraceRecorder<More extends { readonly t: number } = never> {
  readonly #events: (TraceEvent | More)[] = [];
  readonly #byNumber: boolean;
  /** Callbacks of one millisecond with nothing between them; across partitions the client's order is that of a hash map. */
  #done: { readonly event: DoneEvent; readonly partition: PartitionQueue }[] = [];

  /** `byNumber`: callbacks of one millisecond are in order of their records too, for an abort ends batches in an order of chance. */
  constructor(byNumber: boolean = false) {
    this.#byNumber = byNumber;
  }

  /** `chosen`: the partition, if the script did not name it. */
  append(t: number, i: number, chosen: number | undefined, newBatch: boolean, full: boolean): void {
    this.#push({ t, e: "append", i, ...(chosen !== undefined && { partition: chosen }), newBatch, full });
  }

  reject(t: number, i: number, error: string): void {
    this.#push({ t, e: "reject", i, error });
  }

  /** `ratioOf`: what is expected of a topic's compression, if it is compressed. */
  request(t: number, n: number, request: ProduceRequest, ratioOf?: (topic: string) => number | undefined): void {
    const batches = [...request.batches].sort((left, right) => comparePartitions(left.partition, right.partition));
    this.#push({
      t,
      e: "request",
      node: request.node,
      n,
      batches: batches.map((batch) => traceBatch(batch, ratioOf?.(batch.partition.topic))),
    });
  }

  /** The callbacks of all records of a batch. */
  done(t: number, batch: ProducerBatch, exception: string | undefined): void {
    const last = this.#done[this.#done.length - 1];
    if (last !== undefined && last.event.t !== t) this.#flush();
    for (const i of batch.records) {
      this.#done.push({ event: { t, e: "done", i, error: exception ?? null }, partition: batch.partition });
    }
  }

  /** All events so far. */
  finish(): readonly (TraceEvent | More)[] {
    this.#flush();
    return this.#events;
  }

  /** An event of another kind. */
  other(event: More): void {
    this.#push(event);
  }

  #push(event: TraceEvent | More): void {
    if (this.#done.length > 0) this.#flush();
    this.#events.push(event);
  }

  #flush(): void {
    const sorted = this.#done.sort(
      (left, right) =>
        comparePartitions(left.partition, right.partition) || (this.#byNumber ? left.event.i - right.event.i : 0),
    );
    for (const { event } of sorted) this.#events.push(event);
    this.#done = [];
  }
}

function traceBatch(batch: ProducerBatch, ratio: number | undefined): TraceBatch {
  return {
    tp: partitionName(batch.partition),
    records: batch.recordCount,
    bytes: batch.sizeBytes,
    first: batch.records[0] ?? -1,
    seq: batch.baseSequence,
    epoch: batch.hasSequence ? batch.epoch : -1,
    ...(ratio !== undefined && { ratio }),
  };
}

function comparePartitions(left: PartitionQueue, right: PartitionQueue): number {
  if (left.topic !== right.topic) return left.topic < right.topic ? -1 : 1;
  return left.partition - right.partition;
}
