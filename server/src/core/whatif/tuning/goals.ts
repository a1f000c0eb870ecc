import { difference, estimate } from "../confidence.js";
import { MEASURES, type MeasureId, type MeasureValues } from "../measures.js";
import type { TuningGoal } from "../moves.js";

/**
 * The measure a goal is about. Latency counts from the planned send(): an application that is held up sends late, which is no gain. Memory is what
 * the file allows, not what a run happened to use. For `no-loss` it is what the answer costs.
 */
export const GOAL_MEASURE: Readonly<Record<TuningGoal, MeasureId>> = {
  p99: "lateP99",
  throughput: "throughput",
  requests: "requests",
  memory: "memoryLimit",
  "no-loss": "lateP99",
};

/** A smaller share is not worth a line in a file … */
const LEAST_SHARE = 0.1;
/** … nor is a smaller amount: milliseconds, MiB/s, requests per second, bytes. */
const LEAST_AMOUNT: Readonly<Record<TuningGoal, number>> = {
  p99: 0.5,
  throughput: 0.1,
  requests: 1,
  memory: 1_048_576,
  "no-loss": 0.5,
};

/** By how much a measure gets better; negative when it gets worse. */
export function gainIn(id: MeasureId, before: MeasureValues, after: MeasureValues): number {
  return MEASURES[id].better === "lower" ? before[id] - after[id] : after[id] - before[id];
}

/** Whether a gain in the goal's measure is large enough to be worth a change. */
export function isRelevant(goal: TuningGoal, before: MeasureValues, after: MeasureValues): boolean {
  const gain = gainIn(GOAL_MEASURE[goal], before, after);
  if (gain < LEAST_AMOUNT[goal] || gain < LEAST_SHARE * Math.abs(before[GOAL_MEASURE[goal]])) return false;
  return goal !== "p99" || isFaster(gain, before, after);
}

/**
 * A percentile also falls when fewer records are just beyond it: then neither the mean nor the tail behind it gets better, and nobody
 * waits less.
 */
function isFaster(gain: number, before: MeasureValues, after: MeasureValues): boolean {
  return (
    gainIn("lateMean", before, after) >= (LEAST_SHARE / 2) * before.lateMean ||
    gainIn("lateP999", before, after) >= gain / 2
  );
}

/** Whether a measure clearly gets better or worse: the test that comparisons use. */
export function isClearly(
  way: "better" | "worse",
  id: MeasureId,
  before: readonly MeasureValues[],
  after: readonly MeasureValues[],
): boolean {
  const values = (runs: readonly MeasureValues[]): readonly number[] => runs.map((run) => run[id]);
  const { direction, isCertain } = difference(values(before), values(after));
  if (direction === "same" || direction === "unclear") return false;
  return way === "worse" ? direction !== MEASURES[id].better : direction === MEASURES[id].better && isCertain;
}

/** The means of all measures. */
export function meansOf(runs: readonly MeasureValues[]): MeasureValues {
  const ids = Object.keys(MEASURES) as MeasureId[];
  return Object.fromEntries(ids.map((id) => [id, estimate(runs.map((run) => run[id])).mean])) as Record<
    MeasureId,
    number
  >;
}
