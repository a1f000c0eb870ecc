/** Ways to configure a producer for one purpose or one managed service. Apart from what they want, so that small programs can name them. */
export const PRESET_IDS = [
  "durable",
  "low-latency",
  "one-at-a-time",
  "high-throughput",
  "exactly-once",
  "bounded-blocking",
  "diskless",
  "event-hubs",
  "msk-iam",
  "confluent-cloud",
  "aiven",
  "oci-streaming",
  "redpanda-cloud",
] as const;

export type PresetId = (typeof PRESET_IDS)[number];

/** Presets for a managed service: the service says what they are for. */
export type PlatformPresetId =
  "event-hubs" | "msk-iam" | "confluent-cloud" | "aiven" | "oci-streaming" | "redpanda-cloud";
