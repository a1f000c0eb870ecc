import type { TransactionError, ProduceError } from "../producer/errors.js";
import type { TransactionApi } from "../producer/transaction-request.js";
import type { ProducerScript, ProducerTrace, TraceEvent } from "./script.js";

/** A producer script, format 3: an application that works in transactions, step by step. Times in ms. */
export interface TransactionScript extends Pick<
  ProducerScript,
  "id" | "kafkaVersion" | "config" | "topics" | "rtt" | "answers" | "until"
> {
  readonly format: 3;
  /** In order; a step happens at its time, or when the one before has returned. Records are known by their position among the sends. */
  readonly steps: readonly TransactionStep[];
  readonly cluster: ScriptedFeatures;
  readonly coordinator: readonly CoordinatorForm[];
}

/** A call of the producer. */
export type TransactionCall = "init" | "begin" | "commit" | "abort" | "close";

/** What the application does at a time. */
export type TransactionStep = SendStep | CallStep;

/** A record: sizes in bytes, a null key is `null`. */
export interface SendStep {
  readonly at: number;
  readonly do: "send";
  readonly topic: string;
  readonly partition: number;
  readonly key: number | null;
  readonly value: number;
}

/** A call; with `orAbort` a commit that throws is followed by an abort at once. */
export interface CallStep {
  readonly at: number;
  readonly do: TransactionCall;
  readonly orAbort?: true;
}

/** What the client is told of the cluster's versions. */
export interface ScriptedFeatures {
  /** The finalized feature transaction.version. */
  readonly transactionVersion: 1 | 2;
  /** `false`: the coordinator knows InitProducerId up to version 2 only (before 2.5). */
  readonly bumpsEpoch?: boolean;
}

/** How the `request`-th request of a kind (from 0) is answered. */
export interface CoordinatorForm {
  readonly api: TransactionApi;
  readonly request: number;
  readonly after?: number;
  readonly error?: TransactionError | ProduceError;
  /** AddPartitionsToTxn: these have the error, the others are OPERATION_NOT_ATTEMPTED. */
  readonly partitions?: readonly string[];
  readonly disconnect?: number;
  readonly silent?: true;
  /** With `disconnect` and `silent`: whether the coordinator carried the request out. */
  readonly applied?: boolean;
}

/** What the client did with a script of format 3. */
export interface TransactionTrace extends Pick<ProducerTrace, "id" | "log" | "end"> {
  readonly format: 3;
  readonly events: readonly (TraceEvent | TransactionEvent)[];
}

/** An event at time `t` that only transactions have. */
export type TransactionEvent = CallEvent | ReturnEvent | CoordinatorEvent;

/** A step calls the producer. */
export interface CallEvent {
  readonly t: number;
  readonly e: "call";
  readonly step: number;
  readonly do: TransactionCall;
}

/** The call returned, or threw: simple class names. */
export interface ReturnEvent {
  readonly t: number;
  readonly e: "return";
  readonly step: number;
  readonly do: TransactionCall;
  readonly error: string | null;
  readonly cause?: string;
}

/** The `n`-th request of a kind left. */
export interface CoordinatorEvent {
  readonly t: number;
  readonly e: "txn";
  readonly api: TransactionApi;
  readonly n: number;
  readonly partitions?: readonly string[];
  readonly committed?: boolean;
  readonly epoch?: number;
}
