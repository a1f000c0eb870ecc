import type { ProduceError } from "../producer/errors.js";

const REMEMBERED_BATCHES = 5;

/** The header fields of a batch that a broker checks. */
export interface SequencedBatch {
  readonly epoch: number;
  readonly baseSequence: number;
  readonly lastSequence: number;
}

/** What a partition knows of one idempotent producer (`ProducerStateEntry`, checked as in `ProducerAppendInfo`). */
export class ProducerState {
  #epoch = -1;
  #lastSequence = -1;
  readonly #lastBatches: { readonly first: number; readonly last: number }[] = [];

  /** Whether a batch may be stored: `undefined`; it was stored before: `repeated`; else the error. */
  check(batch: SequencedBatch): ProduceError | "repeated" | undefined {
    if (batch.epoch < this.#epoch) return "INVALID_PRODUCER_EPOCH";
    if (batch.epoch > this.#epoch) return batch.baseSequence === 0 ? undefined : "OUT_OF_ORDER_SEQUENCE_NUMBER";
    if (this.#lastBatches.some(({ first, last }) => first === batch.baseSequence && last === batch.lastSequence))
      return "repeated";
    return batch.baseSequence === this.#lastSequence + 1 ? undefined : "OUT_OF_ORDER_SEQUENCE_NUMBER";
  }

  /** Notes a stored batch. */
  remember(batch: SequencedBatch): void {
    if (batch.epoch > this.#epoch) this.#lastBatches.length = 0;
    this.#epoch = batch.epoch;
    this.#lastSequence = batch.lastSequence;
    this.#lastBatches.push({ first: batch.baseSequence, last: batch.lastSequence });
    if (this.#lastBatches.length > REMEMBERED_BATCHES) this.#lastBatches.shift();
  }
}
