import { recordsInAll } from "../simulation/scenario/arrival-pieces.js";
import { readScenario } from "../simulation/scenario/read-scenario.js";
import { isObject } from "../schema/schema-check.js";

/** So many records are enough for a p99 that hardly moves any more. */
const QUICK_RECORDS = 20_000;
const QUICK_MS = { least: 500, most: 2_000 } as const;

/**
 * The same scenario over a short time, for a first answer. Only when nothing happens in it that needs its time: with faults, or with
 * a load that changes, the scenario stays as it is.
 */
export function quickScenario(input: unknown): unknown {
  const { scenario } = readScenario(input);
  if (scenario === undefined || scenario.faults.length > 0) return input;
  const { arrivals } = scenario.workload;
  if (arrivals.kind !== "constant" && arrivals.kind !== "perf-test") return input;
  const perMs = recordsInAll(scenario) / scenario.durationMs;
  const wanted = Math.min(QUICK_MS.most, Math.max(QUICK_MS.least, Math.round(QUICK_RECORDS / perMs)));
  if (wanted >= scenario.durationMs) return input;
  return isObject(input) ? { ...input, durationMs: wanted } : { extends: scenario.name, durationMs: wanted };
}
