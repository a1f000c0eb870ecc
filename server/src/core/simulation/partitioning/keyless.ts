import { isAtLeast, type ReleaseNumber } from "../producer/settings.js";
import { BuiltInSticky } from "./built-in-sticky.js";
import { OldSticky } from "./old-sticky.js";
import { RoundRobin } from "./round-robin.js";

/** The partitions of a topic that have a leader, by their number within the topic, and how many there are in all. */
export interface TopicView {
  readonly partitionCount: number;
  readonly available: readonly number[];
}

/** Draws a whole number in [0, bound). */
export type Draw = (bound: number) => number;

/** How records without key and partition are spread in a release. */
export type KeylessPartitioner = BuiltInSticky | OldSticky | RoundRobin;

/**
 * The partitioner for records without a key when partitioner.class is not set: round robin to 2.3, sticky by batch from 2.4
 * (KIP-480), sticky by bytes and adaptive from 3.3 (KIP-794).
 */
export function keylessPartitioner(
  release: ReleaseNumber,
  batchSizeBytes: number,
  view: TopicView,
  draw: Draw,
): KeylessPartitioner {
  if (isAtLeast(release, 3, 3)) return new BuiltInSticky(batchSizeBytes, view, draw);
  if (isAtLeast(release, 2, 4)) return new OldSticky(view, draw);
  return new RoundRobin(view, draw);
}
