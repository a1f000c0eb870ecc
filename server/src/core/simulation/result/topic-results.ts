import type { SimulationRun } from "../full/simulation.js";
import { distributionMs } from "./numbers.js";
import type { PartitionResult, TopicResult } from "./result.js";

/** What became of the records by topic; undefined with one topic. `partitions`: of all topics, in their order. */
export function topicResults(
  { statistics, clients }: SimulationRun,
  partitions: readonly PartitionResult[],
): readonly TopicResult[] | undefined {
  return statistics.topics?.latency.map((latency, topic): TopicResult => {
    const own = partitions.filter((_, index) => statistics.topics?.ofPartition[index] === topic);
    const sum = (pick: (partition: PartitionResult) => number): number =>
      own.reduce((total, partition) => total + pick(partition), 0);
    const count = (of: "sent" | "refused"): number =>
      clients.reduce((total, client) => total + (client.topics.mix?.[of][topic] ?? 0), 0);
    const sent = count("sent");
    const failedBeforeSending = count("refused");
    const fates = {
      storedOnce: sum(({ storedOnce }) => storedOnce),
      acknowledgedLost: sum(({ acknowledgedLost }) => acknowledgedLost),
      duplicated: sum(({ duplicated }) => duplicated),
      failedAbsent: sum(({ failedAbsent }) => failedAbsent),
      failedStored: sum(({ failedStored }) => failedStored),
    };
    const ended = Object.values(fates).reduce((total, records) => total + records, failedBeforeSending);
    return {
      topic: own[0]?.topic ?? "",
      sent,
      ...fates,
      // What is in a batch that never left is in no ledger, and in no partition's result.
      pending: sent - ended,
      failedBeforeSending,
      outOfOrder: sum(({ outOfOrder }) => outOfOrder),
      stored: sum(({ stored }) => stored),
      bytes: sum(({ bytes }) => bytes),
      latencyMs: distributionMs(latency),
    };
  });
}
