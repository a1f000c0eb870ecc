import type { RequestStages } from "../cluster/broker.js";
import type { Fault } from "../full/faults.js";

/** A batch as a trace shows it; its number stays the same over retries. */
export interface TracedBatch {
  readonly batch: number;
  /** `topic-partition`. */
  readonly partition: string;
  readonly records: number;
  readonly bytes: number;
  readonly createdUs: number;
  /** Failed attempts so far. */
  readonly attempts: number;
  /** First sequence number; -1 without idempotence. */
  readonly sequence: number;
}

/** A request left the producer. */
export interface RequestEvent {
  readonly us: number;
  readonly event: "request";
  readonly producer: number;
  readonly broker: number;
  readonly request: number;
  readonly bytes: number;
  readonly batches: readonly TracedBatch[];
}

/** An answer was handled, with the times at which its request passed the broker. */
export interface AnswerEvent extends RequestStages {
  readonly us: number;
  readonly event: "answer";
  readonly producer: number;
  readonly broker: number;
  readonly request: number;
  readonly sentUs: number;
  /** By partition with an error. */
  readonly errors: Readonly<Record<string, string>>;
}

/** Something became of a batch. */
export interface BatchEvent {
  readonly us: number;
  readonly event: "acknowledged" | "failed" | "retry" | "split";
  readonly producer: number;
  readonly batch: number;
  readonly partition: string;
  readonly records: number;
  readonly createdUs: number;
  readonly exception?: string;
}

/** A connection to a broker closed. */
export interface CloseEvent {
  readonly us: number;
  readonly event: "close";
  readonly producer: number;
  readonly broker: number;
  readonly timedOut: boolean;
}

/** Something that happened, at a virtual time in microseconds. */
export type TraceEvent =
  | RequestEvent
  | AnswerEvent
  | BatchEvent
  | CloseEvent
  | { readonly us: number; readonly event: "fault"; readonly fault: Fault }
  | { readonly us: number; readonly event: "end"; readonly dropped: number };
