import type { ProducerBatch } from "./batch.js";

/**
 * Batches in the order of `HashMap<TopicPartition, ProducerBatch>.values()`: in which the client completes the batches of a
 * request whose connection closed (`Sender.sendProduceRequest` makes the map with the number of batches as its capacity).
 */
export function inMapOrder(batches: readonly ProducerBatch[]): readonly ProducerBatch[] {
  if (batches.length < 2) return batches;
  const buckets = bucketsFor(batches.length);
  const placed = batches.map((batch) => ({ batch, bucket: hashBucket(partitionHash(batch.partition), buckets) }));
  return placed.sort((left, right) => left.bucket - right.bucket).map(({ batch }) => batch);
}

/** A power of two of at least `size`, doubled when it is more than three quarters full. */
function bucketsFor(size: number): number {
  const least = 2 ** Math.ceil(Math.log2(size));
  return size > Math.floor(0.75 * least) ? 2 * least : least;
}

/** `TopicPartition.hashCode`. */
export function partitionHash({ topic, partition }: { readonly topic: string; readonly partition: number }): number {
  return (Math.imul(31, 31 + partition) + textHash(topic)) | 0;
}

/** `String.hashCode`. */
export function textHash(text: string): number {
  let hash = 0;
  for (let at = 0; at < text.length; at += 1) hash = (Math.imul(31, hash) + text.charCodeAt(at)) | 0;
  return hash;
}

/** The bucket of a hash, spread as `HashMap` does. */
export function hashBucket(hash: number, buckets: number): number {
  return (hash ^ (hash >>> 16)) & (buckets - 1);
}
