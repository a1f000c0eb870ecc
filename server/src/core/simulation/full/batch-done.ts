import type { FailureCause } from "../cluster/ledger.js";
import type { ProducerBatch } from "../producer/batch.js";
import { isRetriableException } from "../producer/errors.js";
import type { ProducerSettings } from "../producer/settings.js";
import type { World } from "./client-plan.js";
import { NOT_DELIVERED } from "./consumers.js";
import type { Statistics } from "./statistics.js";
import type { SentStages } from "./transmission.js";
import type { WorkloadRecords } from "./workload-records.js";

/** Books the end of a batch: what the application was told, and when. */
export function bookBatch(
  batch: ProducerBatch,
  exception: string | undefined,
  { ledger, statistics, consumers, queue }: World,
  records: WorkloadRecords,
  settings: ProducerSettings,
  stages: SentStages | undefined,
): void {
  if (batch.tag < 0) batch.tag = ledger.open(batch.recordCount, batch.partition.index, false);
  if (exception === undefined) ledger.tell(batch.tag, undefined);
  else ledger.tell(batch.tag, exception, causeOf(batch, exception, settings, statistics, queue.nowUs / 1_000));
  const deliveredUs = consumers.deliveredUs(batch.tag);
  if (exception !== undefined) statistics.fail(exception, batch.recordCount);
  else {
    const sent = { stages, firstSentUs: batch.firstSentUs, deliveredUs };
    statistics.noteSuccess(batch, records, settings.acks === 0, sent, queue.nowUs);
  }
  const isUncounted = deliveredUs === NOT_DELIVERED || exception !== undefined;
  if (batch.firstSentUs !== undefined && isUncounted) consumers.noteDone(batch.tag, batch.records, records);
}

/** What really was the matter, whatever the exception says. */
function causeOf(
  batch: ProducerBatch,
  exception: string,
  { retries, deliveryTimeoutMs }: ProducerSettings,
  { hasAnswered }: Statistics,
  nowMs: number,
): FailureCause {
  // A request that timed out has the exception of a batch that expired (REQUEST_TIMED_OUT).
  if (exception === "TimeoutException" && batch.attempts >= retries && nowMs - batch.createdMs < deliveryTimeoutMs)
    return "retries";
  switch (exception) {
    case "TimeoutException":
      return whyExpired(batch, hasAnswered);
    case "RecordTooLargeException":
    case "RecordBatchTooLargeException":
      return "too-large-broker";
    case "KafkaException":
      return "closed";
    default:
      if (!isRetriableException(exception)) return "other";
      return batch.attempts >= retries ? "retries" : "retried";
  }
}

function whyExpired(
  { isSplit, partition, firstSentUs, retried }: ProducerBatch,
  hasAnswered: readonly boolean[],
): FailureCause {
  if (isSplit) return "split";
  if (partition.leader >= 0 && hasAnswered[partition.leader] !== true) return "unreachable";
  if (firstSentUs === undefined) return "unsent";
  return retried ? "retried" : "unanswered";
}
