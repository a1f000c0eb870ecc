import { NOT_DELIVERED } from "../full/consumers.js";
import { Histogram } from "../engine/histogram.js";
import type { SimulationRun, SimulationResult } from "../full/simulation.js";
import type { Sample, TimeSeries } from "../full/sampler.js";
import type { Statistics } from "../full/statistics.js";
import type { Approximation } from "../scenario/approximations.js";
import { meanValueBytes } from "../scenario/value-bytes.js";
import type { Scenario } from "../scenario/scenario.js";
import { causesOf, failedOutside, failuresOf } from "./failures.js";
import { javaMetrics } from "./java-metrics.js";
import { bucketsMs, distributionMs, ratio, rounded } from "./numbers.js";
import { RESULT_FORMAT, type PartitionResult, type SimulatedResult, type TransactionsResult } from "./result.js";
import { scheduleOf } from "./schedule.js";
import { settingsShown } from "./settings-shown.js";
import { topicResults } from "./topic-results.js";

/** What is known of a simulation besides the run itself. */
export interface ResultContext {
  readonly kafkaVersion: string;
  readonly seed: number;
  readonly scenario: Scenario;
  /** What of the partitioner was set, by the client's own names. */
  readonly partitioner: Readonly<Record<string, string | boolean>>;
  readonly dependsOn: SimulatedResult["dependsOn"];
  readonly approximations: readonly Approximation[];
}

const BYTES_PER_MEBIBYTE = 1_048_576;

/** The result of a run that is over. */
export function buildResult(run: SimulationRun, context: ResultContext): SimulatedResult {
  const result = run.result();
  const { statistics } = result;
  const [first] = run.clients;
  if (first === undefined) throw new RangeError("a simulation has a producer");
  const { result: schedule, achievedSeconds: seconds } = scheduleOf(run, result, context.scenario);
  const valueBytes = statistics.recordsAcknowledged * meanValueBytes(context.scenario);
  const partitions = partitionsOf(run, result);
  const topics = topicResults(run, partitions);
  const bufferBytes = first.settings.bufferMemoryBytes * run.clients.length;
  return {
    outcome: "simulated",
    format: RESULT_FORMAT,
    kafkaVersion: context.kafkaVersion,
    seed: context.seed,
    scenario: context.scenario,
    complete: result.ended === "done",
    ended: result.ended,
    simulatedMs: rounded(result.endUs / 1_000),
    events: result.events,
    settings: settingsShown(first.settings, context.partitioner),
    records: recordsOf(run, result),
    partitions,
    ...(topics === undefined ? {} : { topics }),
    failures: failuresOf(run),
    causes: causesOf(run),
    schedule,
    neverVisible: neverVisible(run),
    unreplicated: unreplicated(run, result),
    throughput: {
      recordsPerSecond: ratio(statistics.recordsAcknowledged, seconds),
      valueMebibytesPerSecond: ratio(valueBytes / BYTES_PER_MEBIBYTE, seconds),
    },
    latencyMs: distributionMs(statistics.latency),
    blockedMs: distributionMs(blockedOf(statistics)),
    endToEndMs: distributionMs(statistics.endToEnd),
    latencyBuckets: bucketsMs(statistics.latency),
    stagesMs: stagesOf(statistics.stages),
    requests: requestsOf(result, seconds),
    batches: batchesOf(result, first.settings.batchSizeBytes),
    buffer: { mostBytes: statistics.mostBufferBytes, totalBytes: bufferBytes },
    retriedRecords: statistics.recordsRetried,
    ...(first.settings.transactional === true ? { transactions: transactionsOf(run, statistics) } : {}),
    metrics: javaMetrics(statistics, bufferBytes, seconds),
    series: seriesOf(result.series),
    dependsOn: context.dependsOn,
    approximations: context.approximations,
  };
}

/** What was acknowledged and is stored, but is behind the high watermark; what belongs to aborted transactions is meant to be unread. */
function neverVisible(run: SimulationRun): number {
  const { ledger, consumers } = run;
  const unread = ledger.acknowledgedWithout((row) => consumers.deliveredUs(row) !== NOT_DELIVERED);
  return unread === 0 ? 0 : Math.max(0, unread - abortedRecordsOf(run));
}

function unreplicated(run: SimulationRun, { endUs }: SimulationResult): SimulatedResult["unreplicated"] {
  const { mean, most } = run.exposure.until(endUs);
  return { mean: rounded(mean), most };
}

function abortedRecordsOf({ cluster }: SimulationRun): number {
  let abortedRecords = 0;
  for (const { log } of cluster.partitions) {
    for (const { transaction, isMarker, records } of log)
      if (transaction?.outcome === "aborted" && isMarker !== true) abortedRecords += records;
  }
  return abortedRecords;
}

function transactionsOf(run: SimulationRun, statistics: Statistics): TransactionsResult {
  const abortedRecords = abortedRecordsOf(run);
  const { transactionsCommitted: committed, transactionsAborted: aborted, commits } = statistics;
  const { transactionsTimedOut: timedOut } = statistics;
  const failedCalls = Array.from(statistics.failedCalls, ([exception, calls]) => ({ exception, calls }));
  return {
    committed,
    aborted,
    abortedRecords,
    ...(timedOut > 0 ? { timedOut } : {}),
    ...(failedCalls.length > 0 ? { failedCalls } : {}),
    commitMs: distributionMs(commits),
  };
}

/** Most calls of send() never wait; one that waits at the end is not counted. */
function blockedOf({ blockedCalls, recordsSent, callsBlocked }: Statistics): Histogram {
  const calls = new Histogram();
  calls.addAll(blockedCalls);
  calls.add(0, recordsSent - callsBlocked);
  return calls;
}

function recordsOf(
  run: SimulationRun,
  { fates, outOfOrder, statistics }: SimulationResult,
): SimulatedResult["records"] {
  const inBatches = Object.values({ ...fates }).reduce((sum, records) => sum + records, 0);
  const failedBeforeSending = failedOutside(run).reduce((sum, [, records]) => sum + records, 0);
  // Records whose send() has not returned, or that are in a batch that never left, are not in the ledger yet.
  const pending = fates.pending + statistics.recordsSent - inBatches - failedBeforeSending;
  return { sent: statistics.recordsSent, ...fates, pending, failedBeforeSending, outOfOrder };
}

function partitionsOf(run: SimulationRun, result: SimulationResult): PartitionResult[] {
  const fates = run.ledger.fatesByPartition(run.cluster.partitions.length);
  return run.cluster.partitions.map((partition, index) => ({
    topic: partition.topic,
    partition: partition.number,
    leader: partition.leader,
    ...(fates[index] ?? run.ledger.fates()),
    outOfOrder: result.outOfOrderByPartition[index] ?? 0,
    stored: partition.stored,
    bytes: partition.appendedBytes,
  }));
}

function stagesOf(stages: SimulationResult["statistics"]["stages"]): SimulatedResult["stagesMs"] {
  return {
    blocked: distributionMs(stages.blocked),
    batch: distributionMs(stages.batch),
    retry: distributionMs(stages.retry),
    request: distributionMs(stages.request),
    brokerQueue: distributionMs(stages.brokerQueue),
    append: distributionMs(stages.append),
    replication: distributionMs(stages.replication),
    response: distributionMs(stages.response),
  };
}

function requestsOf({ statistics }: SimulationResult, seconds: number): SimulatedResult["requests"] {
  const { requests, requestBytes, batchRecords, requestLatency, closes } = statistics;
  return {
    count: requests,
    perSecond: ratio(requests, seconds),
    bytes: Math.round(requestBytes),
    recordsMean: ratio(batchRecords.meanUs * batchRecords.count, requests),
    batchesMean: ratio(batchRecords.count, requests),
    latencyMs: distributionMs(requestLatency),
    connectionsClosed: closes,
  };
}

function batchesOf({ statistics }: SimulationResult, batchSizeBytes: number): SimulatedResult["batches"] {
  const { batchRecords, batchBytes, splits, queueTime } = statistics;
  const bytesMean = ratio(batchBytes, batchRecords.count);
  return {
    count: batchRecords.count,
    recordsMean: rounded(batchRecords.meanUs),
    bytesMean,
    fill: ratio(bytesMean, Math.max(1, batchSizeBytes)),
    splits,
    queueMs: distributionMs(queueTime),
  };
}

function seriesOf(series: TimeSeries | undefined): SimulatedResult["series"] {
  const samples = series?.samples ?? [];
  const column = (pick: (sample: Sample) => number): number[] => samples.map((sample) => rounded(pick(sample)));
  return {
    everyMs: (series?.everyUs ?? 0) / 1_000,
    columns: {
      sent: column(({ sent }) => sent),
      acknowledged: column(({ acknowledged }) => acknowledged),
      failed: column(({ failed }) => failed),
      retried: column(({ retried }) => retried),
      requests: column(({ requests }) => requests),
      requestBytes: column(({ requestBytes }) => requestBytes),
      latencyMeanMs: column(({ latencyMeanUs }) => latencyMeanUs / 1_000),
      latencyP99Ms: column(({ latencyP99Us }) => latencyP99Us / 1_000),
      bufferBytes: column(({ bufferBytes }) => bufferBytes),
      inFlightRequests: column(({ inFlightRequests }) => inFlightRequests),
      waitingBatches: column(({ waitingBatches }) => waitingBatches),
    },
  };
}
