import type { ProducerBatch } from "./batch.js";

/** A produce request: at most one batch of each partition. */
export interface ProduceRequest {
  readonly node: number;
  readonly sentMs: number;
  /** As drained, grouped by topic in order of first appearance: the order in which an answer lists the partitions. */
  readonly batches: readonly ProducerBatch[];
}

/** Groups drained batches by topic, topics by first appearance, as the request's collection of topics does. */
export function groupByTopic(drained: readonly ProducerBatch[]): readonly ProducerBatch[] {
  if (isOfOneTopic(drained)) return drained;
  const topics = new Map<string, ProducerBatch[]>();
  for (const batch of drained) {
    const group = topics.get(batch.partition.topic);
    if (group === undefined) topics.set(batch.partition.topic, [batch]);
    else group.push(batch);
  }
  return [...topics.values()].flat();
}

function isOfOneTopic(batches: readonly ProducerBatch[]): boolean {
  const topic = batches[0]?.partition.topic;
  for (let at = 1; at < batches.length; at += 1) if (batches[at]?.partition.topic !== topic) return false;
  return true;
}
