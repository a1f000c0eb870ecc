import type { WhatIfField } from "../protocol/what-if.js";

/** A setting that the form offers, and which values its slider stops at. */
export interface FieldPlan {
  readonly key: string;
  readonly group: WhatIfField["group"];
  /** Stops of a number; nothing for a choice. */
  readonly stops?: readonly number[];
  /** What one chooses from, where the client itself knows no list or a longer one. */
  readonly choices?: readonly string[];
}

const KIBIBYTE = 1_024;
const MEBIBYTE = 1_048_576;
const SECOND = 1_000;
const MINUTE = 60_000;

/** The settings that decide what a simulation shows, in the order of the form. Stops span what people use in production. */
export const FIELD_PLANS: readonly FieldPlan[] = [
  { key: "linger.ms", group: "batching", stops: [0, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000] },
  {
    key: "batch.size",
    group: "batching",
    stops: [0, 4, 8, 16, 32, 64, 128, 256, 512, 1_024].map((size) => size * KIBIBYTE),
  },
  { key: "compression.type", group: "batching" },
  { key: "acks", group: "safety", choices: ["all", "1", "0"] },
  { key: "enable.idempotence", group: "safety" },
  { key: "max.in.flight.requests.per.connection", group: "safety", stops: [1, 2, 3, 4, 5, 10, 20] },
  {
    key: "delivery.timeout.ms",
    group: "time",
    stops: [5 * SECOND, 15 * SECOND, 30 * SECOND, MINUTE, 2 * MINUTE, 5 * MINUTE, 10 * MINUTE],
  },
  {
    key: "request.timeout.ms",
    group: "time",
    stops: [1, 2, 5, 10, 20, 30, 60].map((seconds) => seconds * SECOND),
  },
  { key: "max.block.ms", group: "time", stops: [0, 1, 5, 15, 30, 60, 120].map((seconds) => seconds * SECOND) },
  { key: "retries", group: "time", stops: [0, 1, 3, 5, 10, 2_147_483_647] },
  { key: "retry.backoff.ms", group: "time", stops: [0, 10, 50, 100, 500, 1_000] },
  { key: "buffer.memory", group: "memory", stops: [1, 2, 4, 8, 16, 32, 64, 128, 256].map((size) => size * MEBIBYTE) },
  { key: "max.request.size", group: "memory", stops: [0.25, 0.5, 1, 2, 4, 8, 16].map((size) => size * MEBIBYTE) },
];
