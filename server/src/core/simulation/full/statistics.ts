import { Histogram } from "../engine/histogram.js";

/** Where a record's time goes, from the call of send() to its callback. */
export type LatencyStage =
  "blocked" | "batch" | "retry" | "request" | "brokerQueue" | "append" | "replication" | "response";

/** Sums and distributions of one simulation; times in microseconds. */
export class Statistics {
  /** Acknowledged records: call of send() to callback (what kafka-producer-perf-test measures). */
  readonly latency: Histogram = new Histogram();
  /** Acknowledged records, by stage; the stages of a record add up to its latency. */
  readonly stages: Readonly<Record<LatencyStage, Histogram>> = {
    blocked: new Histogram(),
    batch: new Histogram(),
    retry: new Histogram(),
    request: new Histogram(),
    brokerQueue: new Histogram(),
    append: new Histogram(),
    replication: new Histogram(),
    response: new Histogram(),
  };
  /** Answered requests: leaving to answer (request-latency-avg, -max). */
  readonly requestLatency: Histogram = new Histogram();
  /** Records per batch as sent. */
  readonly batchRecords: Histogram = new Histogram();
  recordsSent: number = 0;
  recordsAcknowledged: number = 0;
  recordsRetried: number = 0;
  requests: number = 0;
  requestBytes: number = 0;
  batchBytes: number = 0;
  splits: number = 0;
  closes: number = 0;
  /** Largest use of buffer.memory, in bytes. */
  mostBufferBytes: number = 0;
  /** Failed records by simple name of the exception, and whether the batch ever left. */
  readonly failures: Map<string, number> = new Map();

  /** Counts failed records. */
  fail(exception: string, records: number): void {
    this.failures.set(exception, (this.failures.get(exception) ?? 0) + records);
  }
}
