import type { EventQueue } from "../engine/event-queue.js";
import type { ProducerBatch } from "../producer/batch.js";
import type { Producer } from "../producer/producer.js";

/** Calls of flush() under way: each waits for the batches there were when it was called (`IncompleteBatches.copyAll`). */
export class Flushes {
  readonly #queue: EventQueue;
  readonly #producer: Producer;
  readonly #open = new Map<Set<ProducerBatch>, () => void>();

  constructor(queue: EventQueue, producer: Producer) {
    this.#queue = queue;
    this.#producer = producer;
  }

  /** flush() is called; false if there is nothing to wait for. */
  begin(onFlushed: () => void): boolean {
    const batches = this.#producer.beginFlush();
    if (batches.size === 0) this.#producer.endFlush();
    else this.#open.set(batches, onFlushed);
    return batches.size > 0;
  }

  /** A batch is done, or was split: the parts of a split are not waited for. */
  noteDone(batch: ProducerBatch): void {
    if (this.#open.size === 0) return;
    for (const [batches, onFlushed] of this.#open) {
      if (!batches.delete(batch) || batches.size > 0) continue;
      this.#open.delete(batches);
      this.#producer.endFlush();
      this.#queue.at(this.#queue.nowUs, onFlushed);
    }
  }
}
