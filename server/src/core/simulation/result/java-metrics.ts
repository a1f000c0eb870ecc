import type { Statistics } from "../full/statistics.js";
import { ratio, rounded } from "./numbers.js";

/**
 * What the run comes to under the names of the Java client's metrics (group producer-metrics), over the whole run instead of
 * the client's sliding windows of 30 s. Times in ms, sizes in bytes, rates per second.
 */
export function javaMetrics(statistics: Statistics, bufferBytes: number, seconds: number): Record<string, number> {
  const { batchRecords, requestLatency, queueTime, requests, requestBytes, batchBytes, stages } = statistics;
  const batches = batchRecords.count;
  const records = batchRecords.meanUs * batches;
  let errors = 0;
  for (const failed of statistics.failures.values()) errors += failed;
  return {
    "batch-size-avg": ratio(batchBytes, batches),
    "batch-size-max": statistics.mostBatchBytes,
    "batch-split-total": statistics.splits,
    "buffer-exhausted-total": statistics.failures.get("BufferExhaustedException") ?? 0,
    "buffer-total-bytes": bufferBytes,
    "bufferpool-wait-time-ns-total": Math.round(stages.blocked.meanUs * stages.blocked.count * 1_000),
    "connection-close-total": statistics.closes,
    "outgoing-byte-total": Math.round(requestBytes),
    "outgoing-byte-rate": ratio(requestBytes, seconds),
    "record-error-total": errors,
    "record-queue-time-avg": rounded(queueTime.meanUs / 1_000),
    "record-queue-time-max": rounded(queueTime.maxUs / 1_000),
    "record-retry-total": statistics.recordsRetried,
    "record-send-total": Math.round(records),
    "record-send-rate": ratio(records, seconds),
    "record-size-avg": ratio(batchBytes, records),
    "records-per-request-avg": ratio(records, requests),
    "request-latency-avg": rounded(requestLatency.meanUs / 1_000),
    "request-latency-max": rounded(requestLatency.maxUs / 1_000),
    "request-rate": ratio(requests, seconds),
    "request-total": requests,
  };
}
