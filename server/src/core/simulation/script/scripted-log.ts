import type { ProduceError } from "../producer/errors.js";

const REMEMBERED_BATCHES = 5;

/** The batch as a broker sees it: header fields and which records. */
export interface WireBatch {
  readonly records: readonly number[];
  readonly epoch: number;
  readonly baseSequence: number;
  readonly lastSequence: number;
}

/** The log of one partition with the broker's memory of one producer (`ProducerStateEntry`, `ProducerAppendInfo`). */
export class ScriptedLog {
  /** Records in stored order. */
  readonly stored: number[] = [];
  #epoch = -1;
  #lastSequence = -1;
  readonly #lastBatches: { readonly first: number; readonly last: number }[] = [];

  /** Stores a batch, or says why not. A repeated batch is a success that stores nothing. */
  append(batch: WireBatch): ProduceError | undefined {
    if (batch.baseSequence >= 0) {
      const refusal = this.#check(batch);
      if (refusal === "repeated") return undefined;
      if (refusal !== undefined) return refusal;
      this.#remember(batch);
    }
    for (const record of batch.records) this.stored.push(record);
    return undefined;
  }

  #check(batch: WireBatch): ProduceError | "repeated" | undefined {
    if (batch.epoch < this.#epoch) return "INVALID_PRODUCER_EPOCH";
    if (batch.epoch > this.#epoch) return batch.baseSequence === 0 ? undefined : "OUT_OF_ORDER_SEQUENCE_NUMBER";
    if (this.#lastBatches.some(({ first, last }) => first === batch.baseSequence && last === batch.lastSequence))
      return "repeated";
    return batch.baseSequence === this.#lastSequence + 1 ? undefined : "OUT_OF_ORDER_SEQUENCE_NUMBER";
  }

  #remember(batch: WireBatch): void {
    if (batch.epoch > this.#epoch) this.#lastBatches.length = 0;
    this.#epoch = batch.epoch;
    this.#lastSequence = batch.lastSequence;
    this.#lastBatches.push({ first: batch.baseSequence, last: batch.lastSequence });
    if (this.#lastBatches.length > REMEMBERED_BATCHES) this.#lastBatches.shift();
  }
}
