import type { ProducerBatch } from "../producer/batch.js";
import type { ProduceError } from "../producer/errors.js";
import type { ProduceRequest } from "../producer/request.js";
import type { SentStages } from "./transmission.js";

/** Hears what happens in a simulation, at the time it happens. It must not change anything it is shown. */
export interface SimulationObserver {
  /** A request left; its batches have a row in the ledger as their `tag`. */
  onRequest(producer: number, request: ProduceRequest, bytes: number): void;
  /** The Sender handles an answer; with acks=0, it takes note that the request was written. */
  onAnswer(
    producer: number,
    request: ProduceRequest,
    errors: readonly (ProduceError | undefined)[],
    stages: SentStages,
  ): void;
  /** The callbacks of a batch run. */
  onBatchDone(producer: number, batch: ProducerBatch, exception: string | undefined): void;
  /** A batch was put back to be sent again. */
  onBatchRetry(producer: number, batch: ProducerBatch): void;
  /** A batch was replaced by smaller ones. */
  onBatchSplit(producer: number, batch: ProducerBatch): void;
  /** A connection to a broker closes. */
  onClose(producer: number, node: number, timedOut: boolean): void;
}
