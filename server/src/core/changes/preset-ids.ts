/** Ways to configure a producer for one purpose. Apart from what they want, so that small programs can name them. */
export const PRESET_IDS = ["durable", "low-latency", "high-throughput", "exactly-once"] as const;

export type PresetId = (typeof PRESET_IDS)[number];
