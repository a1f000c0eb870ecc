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

/** Values worth trying, those that are tried first first; each list spans what people use in production. */
const LADDERS: Readonly<Record<string, readonly (number | string)[]>> = {
  "linger.ms": [0, 1, 2, 5, 10, 20, 50, 100],
  "batch.size": [16_384, 32_768, 65_536, 131_072, 262_144, 524_288],
  "compression.type": ["none", "lz4", "zstd"],
  "max.in.flight.requests.per.connection": [2, 3, 5],
  "buffer.memory": [4 * MEBIBYTE, 8 * MEBIBYTE, 16 * MEBIBYTE, 32 * MEBIBYTE, 64 * MEBIBYTE, 128 * MEBIBYTE],
  "request.timeout.ms": [30_000],
  "delivery.timeout.ms": [120_000, 300_000],
  "max.block.ms": [60_000, 120_000],
};

/** Settings that matter for a goal. None of them weakens what is promised about records: that is never proposed. */
const KEYS: Readonly<Record<TuningGoal, readonly string[]>> = {
  p99: ["linger.ms", "batch.size", "compression.type", "max.in.flight.requests.per.connection", "buffer.memory"],
  throughput: ["linger.ms", "batch.size", "compression.type", "max.in.flight.requests.per.connection", "buffer.memory"],
  requests: ["linger.ms", "batch.size", "compression.type"],
  memory: ["buffer.memory"],
  "no-loss": ["delivery.timeout.ms", "request.timeout.ms", "max.block.ms", "buffer.memory"],
};

/** Less of these makes the application stop or give up sooner: it is never an improvement. */
const NEVER_LOWERED: ReadonlySet<string> = new Set([
  "max.in.flight.requests.per.connection",
  "buffer.memory",
  "request.timeout.ms",
  "delivery.timeout.ms",
  "max.block.ms",
]);

/** Every move of a goal that would change something: `textOf` gives the value in effect. */
export function movesFor(goal: TuningGoal, textOf: (key: string) => string | undefined): readonly Move[] {
  return KEYS[goal].flatMap((key) =>
    (ownOf(LADDERS, key) ?? [])
      .filter((value) => makesSense(goal, key, value, textOf(key)))
      .map((value): Move => ({ changes: [{ key, value: String(value) }] })),
  );
}

function makesSense(goal: TuningGoal, key: string, value: number | string, present: string | undefined): boolean {
  if (String(value) === present) return false;
  if (present === undefined || !NEVER_LOWERED.has(key)) return true;
  return goal === "memory" ? Number(value) < Number(present) : Number(value) > Number(present);
}
