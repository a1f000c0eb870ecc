import { MEASURES, type MeasureId, type MeasureValues } from "../measures.js";
import { isClearly, meansOf } from "./goals.js";
import type { Price } from "./types.js";

/**
 * What may get worse for a goal, and how much a factor matters beside the same factor of the goal. Costs are per record: whoever keeps up
 * with more of the load sends more requests.
 */
const WEIGHTS: Readonly<Partial<Record<MeasureId, number>>> = {
  records: 3,
  lateP99: 0.5,
  lateP50: 0.35,
  requestsPerRecord: 0.25,
  bytesPerRecord: 0.25,
  memoryLimit: 0.1,
};
/** Two looks at one thing: the worse one counts. */
const LATENCIES: readonly MeasureId[] = ["lateP99", "lateP50"];
const PRICED = Object.keys(WEIGHTS) as MeasureId[];

/** A smaller share is no price … */
const LEAST_SHARE = 0.05;
/** … nor a smaller amount. */
const LEAST_AMOUNT: Readonly<Partial<Record<MeasureId, number>>> = {
  records: 1,
  lateP99: 0.5,
  lateP50: 0.5,
  requestsPerRecord: 1,
  bytesPerRecord: 1,
  memoryLimit: 1_048_576,
};
const MOST_TOLD = 2;

/** How much a measure gets worse, as a factor from 1 up; 1 when it hardly does. */
function factorOf(id: MeasureId, before: number, after: number): number {
  const { better } = MEASURES[id];
  const least = LEAST_AMOUNT[id] ?? 0;
  const worse = better === "lower" ? after - before : before - after;
  if (worse < least || worse < LEAST_SHARE * Math.abs(before)) return 1;
  const [small, large] = [Math.min(before, after), Math.max(before, after)];
  return large / Math.max(small, least);
}

/** What a change costs, besides the goal's own measure: 0 for nothing, by the factors that others get worse by. */
export function costOf(goal: MeasureId, before: MeasureValues, after: MeasureValues): number {
  return sumOver(goal, before, after, (factor) => factor - 1);
}

/** The same by the logarithms of factors: to be compared with the logarithm of the gain. */
export function burdenOf(goal: MeasureId, before: MeasureValues, after: MeasureValues): number {
  return sumOver(goal, before, after, Math.log);
}

function sumOver(goal: MeasureId, before: MeasureValues, after: MeasureValues, of: (factor: number) => number): number {
  const part = (id: MeasureId): number =>
    isAbout(goal, id) ? 0 : (WEIGHTS[id] ?? 0) * of(factorOf(id, before[id], after[id]));
  const others = PRICED.filter((id) => !LATENCIES.includes(id));
  return others.reduce((sum, id) => sum + part(id), Math.max(...LATENCIES.map(part)));
}

/** The goal's own measure is no price of it. */
function isAbout(goal: MeasureId | undefined, id: MeasureId): boolean {
  return id === goal || (goal !== undefined && id === MEASURES[goal].judgedBy);
}

/** What clearly gets worse besides the goal's measure, the worst first. */
export function pricesOf(
  goal: MeasureId | undefined,
  before: readonly MeasureValues[],
  after: readonly MeasureValues[],
): readonly Price[] {
  const [from, to] = [meansOf(before), meansOf(after)];
  return PRICED.filter((id) => !isAbout(goal, id) && isClearly("worse", id, before, after))
    .map((id) => ({ id, weight: (WEIGHTS[id] ?? 0) * Math.log(factorOf(id, from[id], to[id])) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_TOLD)
    .map(({ id }) => ({ measure: id, before: from[id], after: to[id] }));
}
