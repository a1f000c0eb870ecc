import type { Evaluation } from "../../config/evaluation.js";
import type { ClientPlan } from "../full/client-plan.js";
import type { PartitionerChoice, PartitionerPlan } from "../partitioning/keyless.js";
import type { CompressionPlan } from "../producer/compression.js";
import { isCodec, measureOf } from "./compression-table.js";
import type { Scenario } from "./scenario.js";

/** Kafka's own partitioners by their class names, which may stand with or without the client's white space around. */
const PARTITIONERS: Readonly<Record<string, PartitionerChoice>> = {
  "org.apache.kafka.clients.producer.RoundRobinPartitioner": "round-robin",
  "org.apache.kafka.clients.producer.UniformStickyPartitioner": "uniform-sticky",
  "org.apache.kafka.clients.producer.internals.DefaultPartitioner": "default",
};

/** What partitioner.class names; undefined for a class that is not Kafka's. */
export function partitionerChoice({ values, given }: Evaluation): PartitionerChoice | undefined {
  const name = values.get("partitioner.class")?.text.trim() ?? "";
  if (name === "" || !given.has("partitioner.class")) return "built-in";
  return Object.hasOwn(PARTITIONERS, name) ? PARTITIONERS[name] : undefined;
}

/** partitioner.class and partitioner.ignore.keys; another's class counts as not set. */
export function partitionerOf(evaluation: Evaluation): PartitionerPlan {
  const ignoresKeys = evaluation.values.get("partitioner.ignore.keys")?.value === true;
  return { choice: partitionerChoice(evaluation) ?? "built-in", ignoresKeys };
}

/** What compression.type does to the scenario's values, and what it costs; nothing of both for none. */
export function compressionOf(
  evaluation: Evaluation,
  { workload, cluster: { costs } }: Scenario,
): Pick<ClientPlan, "compressionCosts"> & { readonly compression?: CompressionPlan } {
  const codec = evaluation.values.get("compression.type")?.text.trim().toLowerCase() ?? "none";
  if (!isCodec(codec)) return {};
  const { ratio, compressPerByteUs, decompressPerByteUs } = measureOf(codec, workload.compressibility);
  return {
    compression: { codec, ratio: workload.compressionRatio ?? ratio },
    compressionCosts: {
      sendPerByteUs: costs.compressPerByteUs ?? compressPerByteUs,
      brokerPerByteUs: costs.decompressPerByteUs ?? decompressPerByteUs,
    },
  };
}
