import type { Evaluation } from "../../config/evaluation.js";
import type { ClientPlan } from "../full/client-plan.js";
import { partitionerByClass, type PartitionerChoice, type PartitionerPlan } from "../partitioning/keyless.js";
import { isAtLeast, type ReleaseNumber } from "../producer/settings.js";
import type { TransactionPlan } from "../full/transaction-plan.js";
import type { CompressionPlan } from "../producer/compression.js";
import { brokerReleaseOf } from "./broker-release.js";
import { isCodec, measureOf, type CodecMeasure } from "./compression-table.js";
import type { Scenario } from "./scenario.js";
import { isTransactional } from "./settings.js";
import { topicsOf } from "./topics.js";
import { meanBytesOf } from "./value-bytes.js";

/** What Kafka Streams does with exactly_once_v2 (commit.interval.ms). */
const USUAL_COMMIT_MS = 100;

/** Partitions of __transaction_state (transaction.state.log.num.partitions); partition p is led by broker p modulo their number. */
const TRANSACTION_PARTITIONS = 50;

/** How the application works in transactions; undefined without transactional.id. Every producer has an id of its own. */
export function transactionOf(
  evaluation: Evaluation,
  release: ReleaseNumber,
  scenario: Scenario,
): (Omit<TransactionPlan, "coordinator"> & { readonly coordinatorOf: (producer: number) => number }) | undefined {
  if (!isTransactional(evaluation)) return undefined;
  const { workload, cluster } = scenario;
  const brokers = brokerReleaseOf(scenario);
  const timeoutMs = evaluation.values.get("transaction.timeout.ms")?.value;
  const { records, everyMs, offsets = false } = workload.transaction ?? {};
  const usualMs = records === undefined ? USUAL_COMMIT_MS : Infinity;
  const isNew = isAtLeast(release, 4, 0) && brokers.transactionVersion === 2;
  const first = javaHash(evaluation.values.get("transactional.id")?.text ?? "") % TRANSACTION_PARTITIONS;
  return {
    records: records ?? Infinity,
    everyUs: (everyMs ?? usualMs) * 1_000,
    version: isNew ? 2 : 1,
    sendsOffsets: offsets,
    ...(typeof timeoutMs === "number" ? { timeoutUs: timeoutMs * 1_000 } : {}),
    bumpsEpoch: isAtLeast(brokers.release, 2, 5),
    coordinatorOf: (producer) => ((first + producer) % TRANSACTION_PARTITIONS) % cluster.brokers,
  };
}

/** `Utils.abs(text.hashCode())`. */
function javaHash(text: string): number {
  let hash = 0;
  for (let index = 0; index < text.length; index += 1) hash = (Math.imul(31, hash) + text.charCodeAt(index)) | 0;
  return hash === -2_147_483_648 ? 0 : Math.abs(hash);
}

/** What partitioner.class names; undefined for a class that is not Kafka's. */
export function partitionerChoice({ values, given }: Evaluation): PartitionerChoice | undefined {
  const name = values.get("partitioner.class")?.text ?? "";
  return given.has("partitioner.class") ? partitionerByClass(name) : "built-in";
}

/** partitioner.class and partitioner.ignore.keys; another's class counts as not set. */
export function partitionerOf(evaluation: Evaluation): PartitionerPlan {
  const ignoresKeys = evaluation.values.get("partitioner.ignore.keys")?.value === true;
  return { choice: partitionerChoice(evaluation) ?? "built-in", ignoresKeys };
}

/** What results show of the partitioner, by the client's own names: what the release knows, and what was chosen. */
export function partitionerShown(evaluation: Evaluation): Record<string, string | boolean> {
  const { choice, ignoresKeys } = partitionerOf(evaluation);
  const name = evaluation.values.get("partitioner.class")?.text.trim() ?? "";
  return {
    ...(choice === "built-in" ? {} : { "partitioner.class": name }),
    ...(evaluation.catalog.keys.has("partitioner.ignore.keys") ? { "partitioner.ignore.keys": ignoresKeys } : {}),
  };
}

/** compression.gzip.level and its like; undefined where the codec or the release (before 3.8) has none. */
export function levelOf({ values }: Evaluation, codec: string): number | undefined {
  const level = values.get(`compression.${codec}.level`)?.value;
  return typeof level === "number" ? level : undefined;
}

/** What compression.type does to the scenario's values, and what it costs; nothing of both for none. */
export function compressionOf(
  evaluation: Evaluation,
  scenario: Scenario,
): Pick<ClientPlan, "compressionCosts"> & { readonly compression?: CompressionPlan } {
  const codec = evaluation.values.get("compression.type")?.text.trim().toLowerCase() ?? "none";
  if (!isCodec(codec)) return {};
  const { costs } = scenario.cluster;
  const level = levelOf(evaluation, codec);
  const topics = topicsOf(scenario).map((topic) => ({
    ...topic,
    bytes: topic.share * meanBytesOf(topic.valueBytes),
    measure: measureOf(codec, topic.compressibility, level),
  }));
  const ratios = topics.map(
    ({ name, compressionRatio, measure }) => [name, compressionRatio ?? measure.ratio] as const,
  );
  // The cost of a byte is that of the bytes of all topics on average: a thread does not look at the topic for it.
  const bytes = topics.reduce((sum, topic) => sum + topic.bytes, 0);
  const mean = (cost: (measure: CodecMeasure) => number): number =>
    topics.reduce((sum, topic) => sum + (bytes === 0 ? topic.share : topic.bytes / bytes) * cost(topic.measure), 0);
  return {
    compression: {
      codec,
      ...(level === undefined ? {} : { level }),
      ratio: ratios[0]?.[1] ?? 1,
      ...(ratios.length === 1 ? {} : { ratioByTopic: new Map(ratios) }),
    },
    compressionCosts: {
      sendPerByteUs: costs.compressPerByteUs ?? mean(({ compressPerByteUs }) => compressPerByteUs),
      brokerPerByteUs: costs.decompressPerByteUs ?? mean(({ decompressPerByteUs }) => decompressPerByteUs),
    },
  };
}
