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
  calledUs(record: number): number;
  blockedUs(record: number): number;
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
  /** Answered requests: leaving to answer (request-latency-avg, -max). */
  readonly requestLatency: Histogram = new Histogram();
  /** Batches as sent: creation to leaving (record-queue-time-avg, -max). */
  readonly queueTime: Histogram = new Histogram();
  /** Records per batch as sent. */
  readonly batchRecords: Histogram = new Histogram();
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

  /** Latency by topic, where there are several. */
  topics: TopicLatencies | undefined;
  transactionsCommitted: number = 0;
  transactionsAborted: number = 0;
  /** From commitTransaction() to its return. */
  readonly commits: Histogram = new Histogram();

  /** A transaction has ended, so long after the application asked for it. */
  noteTransaction(outcome: "committed" | "aborted", tookUs: number): void {
    if (outcome === "aborted") this.transactionsAborted += 1;
    else {
      this.transactionsCommitted += 1;
      this.commits.add(tookUs);
    }
  }

  /** Counts failed records. */
  fail(exception: string, records: number): void {
    this.failures.set(exception, (this.failures.get(exception) ?? 0) + records);
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
    const { blocked, batch: inBatch, retry, request, brokerQueue, append, replication, response } = this.stages;
    const sentUs = sent.stages?.sentUs ?? nowUs;
    const firstSentUs = sent.firstSentUs ?? sentUs;
    const { latency, endToEnd } = this;
    const { deliveredUs } = sent;
    let neverBlocked = 0;
    for (const record of batch.records) {
      const calledUs = times.calledUs(record);
      const blockedUs = times.blockedUs(record);
      latency.add(nowUs - calledUs);
      if (deliveredUs !== NOT_DELIVERED) endToEnd.add(deliveredUs - calledUs);
      inBatch.add(firstSentUs - calledUs - blockedUs);
      if (blockedUs === 0) neverBlocked += 1;
      else blocked.add(blockedUs);
    }
    if (neverBlocked > 0) blocked.add(0, neverBlocked);
    if (this.topics !== undefined) noteTopic(this.topics, batch, times, nowUs);
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
}

function noteTopic(
  { ofPartition, latency }: TopicLatencies,
  batch: ProducerBatch,
  times: RecordTimes,
  nowUs: number,
): void {
  const histogram = latency[ofPartition[batch.partition.index] ?? 0];
  if (histogram !== undefined) for (const record of batch.records) histogram.add(nowUs - times.calledUs(record));
}
