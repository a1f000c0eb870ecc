import type { ArrivingBatch } from "../cluster/broker-partition.js";
import type { ArrivingRequest, ProduceReply, RequestStages } from "../cluster/broker.js";
import type { ProduceRequest } from "../producer/request.js";

/** Stages of a request on its way, with its ends at the client. */
export interface SentStages extends RequestStages {
  sentUs: number;
}

/** A request with its answer. */
export interface AnsweredRequest {
  readonly request: ProduceRequest;
  readonly reply: ProduceReply;
  readonly stages: SentStages;
}

/** Who sent a request, and hears of it. */
interface TransmissionPort {
  noteRead(transmission: Transmission): void;
  noteReply(transmission: Transmission): void;
}

const NO_REPLY: ProduceReply = { errors: [], throttleUs: 0, hints: [] };

/** A produce request on its way to the broker, and its answer on the way back. */
export class Transmission implements ArrivingRequest, AnsweredRequest {
  readonly request: ProduceRequest;
  readonly acks: -1 | 0 | 1;
  readonly bytes: number;
  readonly extraUs: number;
  readonly batches: readonly ArrivingBatch[];
  readonly stages: SentStages;
  /** Life of the connection in which it was sent: what a later one hears of it does not count. */
  readonly generation: number;
  /** Once there is one. */
  reply: ProduceReply = NO_REPLY;
  readonly #port: TransmissionPort;
  readonly #admission: ((batches: readonly ArrivingBatch[]) => number) | undefined;

  constructor(
    request: ProduceRequest,
    header: { readonly acks: -1 | 0 | 1; readonly bytes: number; readonly extraUs: number },
    batches: readonly ArrivingBatch[],
    stages: SentStages,
    generation: number,
    port: TransmissionPort,
    admission: ((batches: readonly ArrivingBatch[]) => number) | undefined,
  ) {
    this.#admission = admission;
    this.request = request;
    this.acks = header.acks;
    this.bytes = header.bytes;
    this.extraUs = header.extraUs;
    this.batches = batches;
    this.stages = stages;
    this.generation = generation;
    this.#port = port;
  }

  admissionUs(): number {
    return this.#admission === undefined ? 0 : this.#admission(this.batches);
  }

  onRead(): void {
    this.#port.noteRead(this);
  }

  answer(reply: ProduceReply): void {
    this.reply = reply;
    this.#port.noteReply(this);
  }
}
