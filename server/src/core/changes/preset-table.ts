import { platformById, type SettingWish } from "../catalog/platforms.js";
import type { PresetId } from "./preset-ids.js";

/** A preset. Its version rises whenever it wants something else. */
export interface Preset {
  readonly id: PresetId;
  readonly version: number;
  /** The platform whose listener the client is to get in by, and the port of it that counts. */
  readonly platform?: { readonly id: string; readonly port?: number };
  readonly wishes: readonly SettingWish[];
}

const IN_FLIGHT = "max.in.flight.requests.per.connection";
const MAX_INT = 2_147_483_647;
const KIBIBYTE = 1_024;
const MEBIBYTE = KIBIBYTE * KIBIBYTE;
/** Default of connections.max.idle.ms: below the ten minutes of brokers, so that the client closes first. */
const IDLE_MS = 540_000;
const HOUR_MS = 3_600_000;

/** `explicit`: the client then refuses what contradicts it. */
const IDEMPOTENT: readonly SettingWish[] = [
  { key: "acks", oneOf: ["all", "-1"], explicit: true },
  { key: "enable.idempotence", oneOf: ["true"], explicit: true },
  { key: "retries", atLeast: MAX_INT, leaveOut: true },
  { key: IN_FLIGHT, atMost: 5 },
];

/** From 4.0 on the default; 3.8 and 3.9 have it switched off (KIP-899, KIP-1102). */
const REBOOTSTRAP: SettingWish = { key: "metadata.recovery.strategy", oneOf: ["rebootstrap"] };

/** What makes a record leave at once once it is there. Connections and metadata are kept for records that come rarely. */
const SWIFT: readonly SettingWish[] = [
  { key: "compression.type", oneOf: ["lz4", "none", "snappy"] },
  { key: IN_FLIGHT, atLeast: 2, leaveOut: true, ifIdempotent: true },
  { key: "connections.max.idle.ms", atLeast: IDLE_MS, leaveOut: true },
  { key: "metadata.max.idle.ms", atLeast: HOUR_MS },
];

/** docs/presets.md explains each of them; a test compares. */
export const PRESETS: Readonly<Record<PresetId, Preset>> = {
  durable: {
    id: "durable",
    version: 2,
    wishes: [...IDEMPOTENT, { key: "delivery.timeout.ms", atLeast: 120_000 }, REBOOTSTRAP],
  },
  "low-latency": {
    id: "low-latency",
    version: 2,
    wishes: [{ key: "linger.ms", atLeast: 1, atMost: 5, advised: 5 }, ...SWIFT],
  },
  "one-at-a-time": {
    id: "one-at-a-time",
    version: 1,
    wishes: [{ key: "linger.ms", oneOf: ["0"] }, ...SWIFT],
  },
  "high-throughput": {
    id: "high-throughput",
    version: 2,
    wishes: [
      { key: "linger.ms", atLeast: 20 },
      { key: "batch.size", atLeast: 128 * KIBIBYTE },
      { key: "compression.type", oneOf: ["lz4", "snappy", "zstd"] },
      { key: "buffer.memory", atLeast: 64 * MEBIBYTE },
    ],
  },
  "exactly-once": { id: "exactly-once", version: 2, wishes: [...IDEMPOTENT, REBOOTSTRAP] },
  "bounded-blocking": {
    id: "bounded-blocking",
    version: 1,
    wishes: [
      { key: "max.block.ms", atLeast: 1, atMost: 1_000, advised: 1_000 },
      { key: "buffer.memory", atLeast: 64 * MEBIBYTE },
    ],
  },
  diskless: {
    id: "diskless",
    version: 1,
    wishes: [
      { key: "linger.ms", atLeast: 25, advised: 50 },
      { key: "batch.size", atLeast: 1_000_000 },
      { key: "buffer.memory", atLeast: 128 * MEBIBYTE },
      { key: "compression.type", oneOf: ["lz4", "snappy", "zstd"] },
      { key: "request.timeout.ms", atLeast: 30_000, leaveOut: true },
    ],
  },
  "event-hubs": forPlatform("event-hubs", { id: "event-hubs" }),
  "msk-iam": forPlatform("msk-iam", { id: "msk", port: 9098 }),
  "confluent-cloud": forPlatform("confluent-cloud", { id: "confluent-cloud" }),
  aiven: forPlatform("aiven", { id: "aiven" }),
  "oci-streaming": forPlatform("oci-streaming", { id: "oci-streaming" }),
  "redpanda-cloud": forPlatform("redpanda-cloud", { id: "redpanda-cloud" }),
};

function forPlatform(id: PresetId, platform: NonNullable<Preset["platform"]>): Preset {
  return { id, version: 1, platform, wishes: platformById(platform.id).settings };
}
