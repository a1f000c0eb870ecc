import { readRecording } from "../workload/recorded.js";
import { meanLogNormalBytes, type LogNormalSizes, type UniformSizes } from "../workload/value-sizes.js";
import type { Scenario, ScenarioSizes } from "./scenario.js";
import { topicsOf } from "./topics.js";

/** Bytes of the record values of a scenario on average. */
export function meanValueBytes(scenario: Scenario): number {
  const { arrivals } = scenario.workload;
  const recording = arrivals.kind === "recorded" ? readRecording(arrivals.csv ?? "") : undefined;
  if (recording === undefined || "code" in recording || recording.valueBytes.length === 0) {
    return topicsOf(scenario).reduce((sum, { share, valueBytes }) => sum + share * meanBytesOf(valueBytes), 0);
  }
  return recording.valueBytes.reduce((sum, bytes) => sum + bytes, 0) / recording.valueBytes.length;
}

/** Bytes of values of given sizes on average. */
export function meanBytesOf(valueBytes: ScenarioSizes): number {
  const sizes = valueSizesOf(valueBytes);
  return "medianBytes" in sizes ? meanLogNormalBytes(sizes) : (sizes.minBytes + sizes.maxBytes) / 2;
}

/** How the values of a scenario without a recording are spread: log-normal with a median and a p99, else evenly. */
export function valueSizesOf({ min, max, median, p99 }: ScenarioSizes): UniformSizes | LogNormalSizes {
  if (median === undefined || p99 === undefined || median === 0) return { minBytes: min, maxBytes: max };
  return { medianBytes: median, p99Bytes: p99, leastBytes: min, mostBytes: max };
}
