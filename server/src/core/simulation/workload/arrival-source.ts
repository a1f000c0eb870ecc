import type { RandomStream } from "../engine/random.js";
import { Arrivals, type ArrivalPlan } from "./arrivals.js";
import { PerfTestArrivals } from "./perf-test.js";
import { RecordedArrivals, type RecordedArrivalPlan } from "./recorded.js";

/** Arrivals of kafka-producer-perf-test with `--throughput`. */
export interface PerfTestPlan {
  readonly spacing: "perf-test";
  readonly perSecond: number;
}

/** When records arrive: by a rate, as the perf tool makes them, or as recorded. */
export type ArrivalSourcePlan = ArrivalPlan | PerfTestPlan | RecordedArrivalPlan;

/** Gives arrivals: times in microseconds, not rounded; Infinity when there are no more. */
export interface ArrivalSource {
  nextUs(): number;
  /** Puts the next `count` into an array. */
  fill(into: Float64Array, count: number): void;
}

/** The arrivals of a plan. */
export function arrivalSource(plan: ArrivalSourcePlan, random: RandomStream): ArrivalSource {
  switch (plan.spacing) {
    case "perf-test":
      return new PerfTestArrivals(plan.perSecond, random);
    case "recorded":
      return new RecordedArrivals(plan);
    case "even":
    case "poisson":
      return new Arrivals(plan, random);
  }
}
