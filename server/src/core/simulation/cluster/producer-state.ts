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
  /** First and last sequences of the last batches, in a ring; -1 where none was. */
  readonly #firsts = new Float64Array(REMEMBERED_BATCHES).fill(-1);
  readonly #lasts = new Float64Array(REMEMBERED_BATCHES).fill(-1);
  #next = 0;

  /** Whether a batch may be stored: `undefined`; it was stored before: `repeated`; else the error. */
  check(batch: SequencedBatch): ProduceError | "repeated" | undefined {
    if (batch.epoch < this.#epoch) return "INVALID_PRODUCER_EPOCH";
    if (batch.epoch > this.#epoch) return batch.baseSequence === 0 ? undefined : "OUT_OF_ORDER_SEQUENCE_NUMBER";
    if (this.#remembers(batch)) return "repeated";
    return batch.baseSequence === this.#lastSequence + 1 ? undefined : "OUT_OF_ORDER_SEQUENCE_NUMBER";
  }

  /** Notes a stored batch. */
  remember(batch: SequencedBatch): void {
    if (batch.epoch > this.#epoch) this.#firsts.fill(-1);
    this.#epoch = batch.epoch;
    this.#lastSequence = batch.lastSequence;
    this.#firsts[this.#next] = batch.baseSequence;
    this.#lasts[this.#next] = batch.lastSequence;
    this.#next = (this.#next + 1) % REMEMBERED_BATCHES;
  }

  #remembers({ baseSequence, lastSequence }: SequencedBatch): boolean {
    for (let at = 0; at < REMEMBERED_BATCHES; at += 1)
      if (this.#firsts[at] === baseSequence && this.#lasts[at] === lastSequence) return true;
    return false;
  }
}
