import { isAtLeast, type ReleaseNumber } from "../producer/settings.js";
import { BuiltInSticky } from "./built-in-sticky.js";
import { OldSticky } from "./old-sticky.js";
import { RoundRobin } from "./round-robin.js";
import { RoundRobinByClass, type NewBatchPlace } from "./round-robin-by-class.js";
import { ownOf } from "../../text/own.js";

/** The partitions of a topic that have a leader, by their number within the topic, and how many there are in all. */
export interface TopicView {
  readonly partitionCount: number;
  readonly available: readonly number[];
}

/** Draws a whole number in [0, bound). */
export type Draw = (bound: number) => number;

/** How records without key and partition are spread in a release. */
export type KeylessPartitioner = BuiltInSticky | OldSticky | RoundRobin | RoundRobinByClass;

/** What partitioner.class may name of Kafka's own; `default` is also what stands for its absence. */
export type PartitionerChoice = "built-in" | "default" | "uniform-sticky" | "round-robin";

/** Kafka's own partitioners by their class names, which may stand with or without the client's white space around. */
const PARTITIONERS: Readonly<Record<string, PartitionerChoice>> = {
  "org.apache.kafka.clients.producer.RoundRobinPartitioner": "round-robin",
  "org.apache.kafka.clients.producer.UniformStickyPartitioner": "uniform-sticky",
  "org.apache.kafka.clients.producer.internals.DefaultPartitioner": "default",
};

/** What partitioner.class names, which may have white space around it as in the client; undefined for a class that is not Kafka's. */
export function partitionerByClass(name: string): PartitionerChoice | undefined {
  const trimmed = name.trim();
  if (trimmed === "") return "built-in";
  return ownOf(PARTITIONERS, trimmed);
}

/** What a choice of partitioner.class does in a release: how records spread, and whether a key decides first. */
export interface PartitionerPlan {
  readonly choice: PartitionerChoice;
  /** partitioner.ignore.keys (3.3+); with partitioner.class it has no effect. */
  readonly ignoresKeys: boolean;
}

/** The partitioner when nothing is set. */
export const USUAL_PARTITIONER: PartitionerPlan = { choice: "built-in", ignoresKeys: false };

/** Whether the key of a record decides its partition. */
export function keysDecide({ choice, ignoresKeys }: PartitionerPlan): boolean {
  return choice === "default" || (choice === "built-in" && !ignoresKeys);
}

/**
 * The partitioner for records without a key. When partitioner.class is not set: round robin to 2.3, sticky by batch from 2.4
 * (KIP-480), sticky by bytes and adaptive from 3.3 (KIP-794). DefaultPartitioner and UniformStickyPartitioner stay sticky by
 * batch until they are gone in 4.0. `newBatch` is shared by the topics of a producer.
 */
export function keylessPartitioner(
  release: ReleaseNumber,
  batchSizeBytes: number,
  view: TopicView,
  draw: Draw,
  choice: PartitionerChoice = "built-in",
  newBatch: NewBatchPlace = {},
): KeylessPartitioner {
  if (choice === "round-robin") {
    const hearsOfBatches = isAtLeast(release, 3, 9, 2) && !isAtLeast(release, 4, 0);
    return new RoundRobinByClass(view, asksAgain(release), hearsOfBatches ? newBatch : undefined);
  }
  if (choice === "built-in" && isAtLeast(release, 3, 3)) return new BuiltInSticky(batchSizeBytes, view, draw);
  if (isAtLeast(release, 2, 4)) return new OldSticky(view, draw);
  return new RoundRobin(view, draw);
}

/** KAFKA-9965: a record that needs a new batch is given to the partitioner twice; not with KAFKA-17632 (3.9.2, 4.0). */
function asksAgain(release: ReleaseNumber): boolean {
  return !isAtLeast(release, 3, 9, 2);
}
