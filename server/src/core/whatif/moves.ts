import type { Change } from "../changes/changes.js";
import { ownOf } from "../text/own.js";

/** What a tuning is for. */
export type TuningGoal = "p99" | "throughput" | "requests" | "memory" | "no-loss";

/** Every goal, for people and checks. */
export const TUNING_GOALS: readonly TuningGoal[] = ["p99", "throughput", "requests", "memory", "no-loss"];

/** One step that tuning may take: settings that are written together. */
export interface Move {
  readonly changes: readonly Change[];
}

const MEBIBYTE = 1_048_576;

/** Values worth trying; each list spans what people use in production. */
const LADDERS: Readonly<Record<string, readonly (number | string)[]>> = {
  "linger.ms": [0, 1, 2, 5, 10, 20, 50, 100],
  "batch.size": [16_384, 32_768, 65_536, 131_072, 262_144, 524_288],
  "compression.type": ["none", "lz4", "zstd"],
  "max.in.flight.requests.per.connection": [1, 2, 3, 5],
  "buffer.memory": [4 * MEBIBYTE, 8 * MEBIBYTE, 16 * MEBIBYTE, 32 * MEBIBYTE, 64 * MEBIBYTE, 128 * MEBIBYTE],
  "request.timeout.ms": [5_000, 10_000, 30_000],
  "delivery.timeout.ms": [30_000, 60_000, 120_000, 300_000],
  "max.block.ms": [60_000, 120_000],
  "max.request.size": [1_048_576, 2_097_152],
};

/** Settings that matter for a goal. None of them weakens what is promised about records: that is never proposed. */
const KEYS: Readonly<Record<TuningGoal, readonly string[]>> = {
  p99: ["linger.ms", "batch.size", "compression.type", "max.in.flight.requests.per.connection", "buffer.memory"],
  throughput: ["linger.ms", "batch.size", "compression.type", "max.in.flight.requests.per.connection", "buffer.memory"],
  requests: ["linger.ms", "batch.size", "compression.type"],
  memory: ["buffer.memory", "batch.size", "linger.ms", "compression.type"],
  "no-loss": ["delivery.timeout.ms", "request.timeout.ms", "max.block.ms", "buffer.memory"],
};

/** What makes the producer safe: acknowledged by all, idempotent, retried until the delivery timeout, in order. */
const SAFE: readonly Move[] = [
  {
    changes: [
      { key: "acks", value: "all" },
      { key: "enable.idempotence", value: "true" },
      { key: "retries", value: undefined },
      { key: "max.in.flight.requests.per.connection", value: undefined },
    ],
  },
  { changes: [{ key: "acks", value: "all" }] },
  { changes: [{ key: "retries", value: undefined }] },
];

/** Every move of a goal that would change something: `textOf` gives the value in effect. */
export function movesFor(goal: TuningGoal, textOf: (key: string) => string | undefined): readonly Move[] {
  const ladders = KEYS[goal].flatMap((key) =>
    (ownOf(LADDERS, key) ?? []).map((value): Move => ({ changes: [{ key, value: String(value) }] })),
  );
  const moves = goal === "no-loss" ? [...SAFE, ...ladders] : ladders;
  return moves.filter(({ changes }) => changes.some(({ key, value }) => value === undefined || textOf(key) !== value));
}
