import type { FailureCause } from "../cluster/ledger.js";
import { Histogram } from "../engine/histogram.js";
import type { ProducerBatch } from "../producer/batch.js";
import type { ProduceRequest } from "../producer/request.js";
import { NOT_DELIVERED } from "./consumers.js";
import type { SentStages } from "./transmission.js";

/** Where a record's time goes, from the call of send() to its callback. */
export type LatencyStage =
  "blocked" | "batch" | "retry" | "request" | "brokerQueue" | "append" | "replication" | "response";

/** What is known of when records were sent. */
export interface RecordTimes {
  callsUs(records: readonly number[], into: Float64Array): void;
  /** Some record had to wait in send(). */
  readonly anyBlocked: boolean;
  blockedUs(record: number): number;
  /** When the calls were planned; false, and nothing written, if all were on time. */
  plansUs(records: readonly number[], into: Float64Array): boolean;
}

/** Latency of acknowledged records by topic. */
export interface TopicLatencies {
  /** The topic of a partition, by its index. */
  readonly ofPartition: readonly number[];
  readonly latency: readonly Histogram[];
}

/** Sums and distributions of one simulation; times in microseconds. */
export class Statistics {
  /** Acknowledged records: call of send() to callback (what kafka-producer-perf-test measures). */
  readonly latency: Histogram = new Histogram();
  /** Of the records in {@link latency}, those of batches with records sent later than planned … */
  readonly laggingLatency: Histogram = new Histogram();
  /** … and how long the same took from when they were planned. */
  readonly laggingLate: Histogram = new Histogram();
  /** When the last record was acknowledged. */
  lastAcknowledgedUs: number = 0;
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
  /** Records that consumers can read: call of send() to the consumer that has it. */
  readonly endToEnd: Histogram = new Histogram();
  /** Of these, those of batches with records sent later than planned, from the call and from the plan. */
  readonly laggingEndToEnd: Histogram = new Histogram();
  readonly laggingEndToEndLate: Histogram = new Histogram();
  /** Answered requests: leaving to answer (request-latency-avg, -max). */
  readonly requestLatency: Histogram = new Histogram();
  /** Batches as sent: creation to leaving (record-queue-time-avg, -max). */
  readonly queueTime: Histogram = new Histogram();
  /** Records per batch as sent. */
  readonly batchRecords: Histogram = new Histogram();
  /** Calls of send() that had to wait and are over, whatever became of their records: from the call until it went on or failed. */
  readonly blockedCalls: Histogram = new Histogram();
  /** Calls of send() that had to wait. */
  callsBlocked: number = 0;
  recordsSent: number = 0;
  recordsAcknowledged: number = 0;
  recordsRetried: number = 0;
  requests: number = 0;
  requestBytes: number = 0;
  batchBytes: number = 0;
  /** Largest batch sent, in bytes. */
  mostBatchBytes: number = 0;
  splits: number = 0;
  closes: number = 0;
  /** Largest use of buffer.memory, in bytes. */
  mostBufferBytes: number = 0;
  /** Failed records by simple name of the exception. */
  readonly failures: Map<string, number> = new Map();
  /** Those that send() refused, by exception and cause. */
  readonly refusals: { readonly exception: string; readonly cause: FailureCause; records: number }[] = [];
  /** Brokers that have answered a produce request, by their number. */
  readonly hasAnswered: boolean[] = [];

  /** Latency by topic, where there are several. */
  topics: TopicLatencies | undefined;
  transactionsCommitted: number = 0;
  transactionsAborted: number = 0;
  transactionsTimedOut: number = 0;
  /** Calls of initTransactions(), commitTransaction() and abortTransaction() that failed, by exception. */
  readonly failedCalls: Map<string, number> = new Map();
  /** From commitTransaction() to its return. */
  readonly commits: Histogram = new Histogram();
  /** When the records of one batch were sent. */
  #callsUs = new Float64Array(64);
  #plansUs = new Float64Array(64);

  /** A transaction has ended, so long after the application asked for it. */
  noteTransaction(outcome: "committed" | "aborted", tookUs: number): void {
    if (outcome === "aborted") this.transactionsAborted += 1;
    else {
      this.transactionsCommitted += 1;
      this.commits.add(tookUs);
    }
  }

  /** The coordinator has aborted a transaction that was older than transaction.timeout.ms. */
  noteTimedOutTransaction(): void {
    this.transactionsAborted += 1;
    this.transactionsTimedOut += 1;
  }

  /** A call that ends a transaction, or begins the first one, has failed. */
  noteFailedCall(exception: string): void {
    this.failedCalls.set(exception, (this.failedCalls.get(exception) ?? 0) + 1);
  }

  /** Counts failed records. */
  fail(exception: string, records: number): void {
    this.failures.set(exception, (this.failures.get(exception) ?? 0) + records);
  }

  /** send() refuses a record. */
  refuse(exception: string, cause: FailureCause): void {
    this.fail(exception, 1);
    const known = this.refusals.find((one) => one.exception === exception && one.cause === cause);
    if (known === undefined) this.refusals.push({ exception, cause, records: 1 });
    else known.records += 1;
  }

  /** Records reach their consumer; `plansUs` only where some were sent later than planned. */
  noteDelivered(callsUs: Float64Array, plansUs: Float64Array | undefined, count: number, deliveredUs: number): void {
    this.endToEnd.addSince(callsUs, count, deliveredUs);
    if (plansUs === undefined) return;
    this.laggingEndToEnd.addSince(callsUs, count, deliveredUs);
    this.laggingEndToEndLate.addSince(plansUs, count, deliveredUs);
  }

  /** Acknowledged records: from when send() was planned to the callback, however late the application called it. */
  late(): Histogram {
    return replaced(this.latency, this.laggingLatency, this.laggingLate);
  }

  /** The same up to the consumer. */
  lateEndToEnd(): Histogram {
    return replaced(this.endToEnd, this.laggingEndToEnd, this.laggingEndToEndLate);
  }

  /** A request leaves. */
  noteRequest(request: ProduceRequest, bytes: number, nowUs: number): void {
    this.requests += 1;
    this.requestBytes += bytes;
    for (const batch of request.batches) {
      this.batchRecords.add(batch.recordCount);
      this.batchBytes += batch.sizeBytes;
      if (batch.sizeBytes > this.mostBatchBytes) this.mostBatchBytes = batch.sizeBytes;
      this.queueTime.add(nowUs - batch.createdMs * 1_000);
    }
  }

  /** A broker has answered a request after so long; undefined when it was not asked for an answer. */
  noteAnswer(broker: number, tookUs: number | undefined): void {
    this.hasAnswered[broker] = true;
    if (tookUs !== undefined) this.requestLatency.add(tookUs);
  }

  /** The records of a batch are acknowledged now. Without an answer (acks=0, given up) everything after leaving is `response`. */
  noteSuccess(
    batch: ProducerBatch,
    times: RecordTimes,
    withoutAnswer: boolean,
    sent: {
      readonly stages: SentStages | undefined;
      readonly firstSentUs: number | undefined;
      readonly deliveredUs: number;
    },
    nowUs: number,
  ): void {
    const { retry, request, brokerQueue, append, replication, response } = this.stages;
    const sentUs = sent.stages?.sentUs ?? nowUs;
    const firstSentUs = sent.firstSentUs ?? sentUs;
    const { deliveredUs } = sent;
    const { records } = batch;
    this.lastAcknowledgedUs = nowUs;
    if (records.length > this.#callsUs.length) {
      this.#callsUs = new Float64Array(records.length * 2);
      this.#plansUs = new Float64Array(records.length * 2);
    }
    const callsUs = this.#callsUs;
    times.callsUs(records, callsUs);
    this.latency.addSince(callsUs, records.length, nowUs);
    const plansUs = times.plansUs(records, this.#plansUs) ? this.#plansUs : undefined;
    if (plansUs !== undefined) {
      this.laggingLatency.addSince(callsUs, records.length, nowUs);
      this.laggingLate.addSince(plansUs, records.length, nowUs);
    }
    if (deliveredUs !== NOT_DELIVERED) this.noteDelivered(callsUs, plansUs, records.length, deliveredUs);
    this.#noteSend(records, callsUs, firstSentUs, times);
    if (this.topics !== undefined) noteTopic(this.topics, batch, callsUs, nowUs);
    const weight = batch.recordCount;
    this.recordsAcknowledged += weight;
    retry.add(sentUs - firstSentUs, weight);
    const stages = withoutAnswer ? undefined : sent.stages;
    request.add(stages === undefined ? 0 : stages.arrivedUs - sentUs, weight);
    brokerQueue.add(stages === undefined ? 0 : stages.startedUs - stages.arrivedUs, weight);
    append.add(stages === undefined ? 0 : stages.appendedUs - stages.startedUs, weight);
    replication.add(stages === undefined ? 0 : stages.answeredUs - stages.appendedUs, weight);
    response.add(nowUs - (stages === undefined ? sentUs : stages.answeredUs), weight);
  }

  /** How long the records of a batch were blocked, and then in the batch. */
  #noteSend(records: readonly number[], callsUs: Float64Array, firstSentUs: number, times: RecordTimes): void {
    const { blocked, batch: inBatch } = this.stages;
    let neverBlocked = records.length;
    if (times.anyBlocked) {
      for (let at = 0; at < records.length; at += 1) {
        const blockedUs = times.blockedUs(records[at] ?? 0);
        inBatch.add(firstSentUs - (callsUs[at] ?? 0) - blockedUs);
        if (blockedUs === 0) continue;
        neverBlocked -= 1;
        blocked.add(blockedUs);
      }
    } else inBatch.addSince(callsUs, records.length, firstSentUs);
    if (neverBlocked > 0) blocked.add(0, neverBlocked);
  }
}

/** A histogram with other values in place of some of its own. */
function replaced(all: Histogram, some: Histogram, others: Histogram): Histogram {
  const result = new Histogram();
  result.addAll(all);
  result.takeAway(some);
  result.addAll(others);
  return result;
}

function noteTopic(
  { ofPartition, latency }: TopicLatencies,
  batch: ProducerBatch,
  callsUs: Float64Array,
  nowUs: number,
): void {
  const histogram = latency[ofPartition[batch.partition.index] ?? 0];
  histogram?.addSince(callsUs, batch.recordCount, nowUs);
}
