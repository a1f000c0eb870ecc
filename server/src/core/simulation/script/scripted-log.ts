import { ProducerState, type SequencedBatch } from "../cluster/producer-state.js";
import type { ProduceError } from "../producer/errors.js";

/** The log of one partition in the scripted cluster. */
export class ScriptedLog {
  /** Records in stored order. */
  readonly stored: number[] = [];
  readonly #state = new ProducerState();

  /** Stores a batch, or says why not. A repeated batch is a success that stores nothing. */
  append(batch: SequencedBatch & { readonly records: readonly number[] }): ProduceError | undefined {
    if (batch.baseSequence >= 0) {
      const refusal = this.#state.check(batch);
      if (refusal === "repeated") return undefined;
      if (refusal !== undefined) return refusal;
      this.#state.remember(batch);
    }
    for (const record of batch.records) this.stored.push(record);
    return undefined;
  }
}
