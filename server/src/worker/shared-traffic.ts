import { isObject } from "../core/schema/schema-check.js";
import type { SimulateResult } from "../core/simulation/result/result.js";

/** A result without the recorded traffic in its scenario, which who asked has already: it may be many megabytes. */
export function withoutTraffic(result: SimulateResult): SimulateResult {
  if (result.outcome !== "simulated" || !("csv" in result.scenario.workload.arrivals)) return result;
  const { csv, ...arrivals } = result.scenario.workload.arrivals;
  return csv === "" ? result : withArrivals(result, arrivals);
}

/** The result as it was, with the traffic of the scenario that was asked for: the same text, not another copy. */
export function withTrafficOf(scenario: unknown, result: SimulateResult): SimulateResult {
  const workload = isObject(scenario) ? scenario["workload"] : undefined;
  const asked = isObject(workload) ? workload["arrivals"] : undefined;
  const csv = isObject(asked) ? asked["csv"] : undefined;
  if (result.outcome !== "simulated" || typeof csv !== "string") return result;
  const { arrivals } = result.scenario.workload;
  const isRecorded = arrivals.kind === "recorded" || arrivals.kind === "steps";
  return isRecorded ? withArrivals(result, { ...arrivals, csv }) : result;
}

type Simulated = Extract<SimulateResult, { readonly outcome: "simulated" }>;

function withArrivals(result: Simulated, arrivals: Simulated["scenario"]["workload"]["arrivals"]): Simulated {
  const { scenario } = result;
  return { ...result, scenario: { ...scenario, workload: { ...scenario.workload, arrivals } } };
}
