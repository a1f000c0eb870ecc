import type { ProducerBatch } from "./batch.js";

/**
 * Batches in the order of `HashMap<TopicPartition, ProducerBatch>.values()`: in which the client completes the batches of a
 * request whose connection closed (`Sender.sendProduceRequest` makes the map with the number of batches as its capacity).
 */
export function inMapOrder(batches: readonly ProducerBatch[]): readonly ProducerBatch[] {
  if (batches.length < 2) return batches;
  const buckets = bucketsFor(batches.length);
  const placed = batches.map((batch) => ({ batch, bucket: bucketOf(batch, buckets) }));
  return placed.sort((left, right) => left.bucket - right.bucket).map(({ batch }) => batch);
}

/** A power of two of at least `size`, doubled when it is more than three quarters full. */
function bucketsFor(size: number): number {
  const least = 2 ** Math.ceil(Math.log2(size));
  return size > Math.floor(0.75 * least) ? 2 * least : least;
}

/** `TopicPartition.hashCode`, spread as `HashMap` does. */
function bucketOf({ partition: { topic, partition } }: ProducerBatch, buckets: number): number {
  let topicHash = 0;
  for (let at = 0; at < topic.length; at += 1) topicHash = (Math.imul(31, topicHash) + topic.charCodeAt(at)) | 0;
  const hash = (Math.imul(31, 31 + partition) + topicHash) | 0;
  return (hash ^ (hash >>> 16)) & (buckets - 1);
}
