import type { ProducerBatch } from "../producer/batch.js";
import type { World } from "./client-plan.js";
import { NOT_DELIVERED } from "./consumers.js";
import type { SentStages } from "./transmission.js";
import type { WorkloadRecords } from "./workload-records.js";

/** Books the end of a batch: what the application was told, and when. */
export function bookBatch(
  batch: ProducerBatch,
  exception: string | undefined,
  { ledger, statistics, consumers, queue }: World,
  records: WorkloadRecords,
  withoutAnswer: boolean,
  stages: SentStages | undefined,
): void {
  if (batch.tag < 0) batch.tag = ledger.open(batch.recordCount, batch.partition.index, false);
  ledger.tell(batch.tag, exception);
  const deliveredUs = consumers.deliveredUs(batch.tag);
  if (exception !== undefined) statistics.fail(exception, batch.recordCount);
  else {
    const sent = { stages, firstSentUs: batch.firstSentUs, deliveredUs };
    statistics.noteSuccess(batch, records, withoutAnswer, sent, queue.nowUs);
  }
  const isUncounted = deliveredUs === NOT_DELIVERED || exception !== undefined;
  if (batch.firstSentUs !== undefined && isUncounted) consumers.noteDone(batch.tag, batch.records, records);
}
