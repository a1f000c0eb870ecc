import { isAtLeast, type KafkaVersion } from "../catalog/version.js";

const BYTES = "org.apache.kafka.common.serialization.ByteArraySerializer";

/**
 * What a Kafka Connect worker of a release sets for the producers of its connectors before the `producer.` settings of its file
 * (Worker.baseProducerConfigs; recorded from 2.8.2 to 4.4.0).
 * @param worker the worker's own settings
 */
export function workerValues(worker: ReadonlyMap<string, string>, version: KafkaVersion): ReadonlyMap<string, string> {
  // Exactly-once source connectors force idempotence and an id of their own (KIP-618).
  const isExactlyOnce =
    isAtLeast(version, "3.3.0") && worker.get("exactly.once.source.support")?.trim().toLowerCase() === "enabled";
  return new Map([
    // WorkerConfig.BOOTSTRAP_SERVERS_DEFAULT
    ["bootstrap.servers", worker.get("bootstrap.servers") ?? "localhost:9092"],
    ["key.serializer", BYTES],
    ["value.serializer", BYTES],
    ["max.block.ms", "9223372036854775807"],
    ["acks", "all"],
    ["max.in.flight.requests.per.connection", "1"],
    ["delivery.timeout.ms", "2147483647"],
    ...(isExactlyOnce ? [["enable.idempotence", "true"] as const] : idempotence(version)),
    ...(isAtLeast(version, "3.0.0") ? [] : [["request.timeout.ms", "2147483647"] as const]),
    ...(isAtLeast(version, "4.4.0") ? [["bootstrap.resolve.timeout.ms", "0"] as const] : []),
  ]);
}

/** KAFKA-13598: releases without this leave the client's default, which is on from 3.0 on. */
function idempotence(version: KafkaVersion): readonly (readonly [string, string])[] {
  const isOff = isAtLeast(version, "3.1.1") || (isAtLeast(version, "3.0.2") && !isAtLeast(version, "3.1.0"));
  return isOff ? [["enable.idempotence", "false"]] : [];
}
