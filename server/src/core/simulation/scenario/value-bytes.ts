import { readRecording } from "../workload/recorded.js";
import { meanLogNormalBytes, type LogNormalSizes, type UniformSizes } from "../workload/value-sizes.js";
import type { Scenario } from "./scenario.js";

/** Bytes of the record values of a scenario on average. */
export function meanValueBytes({ workload: { arrivals, valueBytes } }: Scenario): number {
  const recording = arrivals.kind === "recorded" ? readRecording(arrivals.csv ?? "") : undefined;
  if (recording === undefined || "code" in recording || recording.valueBytes.length === 0) {
    const sizes = valueSizesOf(valueBytes);
    return "medianBytes" in sizes ? meanLogNormalBytes(sizes) : (sizes.minBytes + sizes.maxBytes) / 2;
  }
  return recording.valueBytes.reduce((sum, bytes) => sum + bytes, 0) / recording.valueBytes.length;
}

/** How the values of a scenario without a recording are spread: log-normal with a median and a p99, else evenly. */
export function valueSizesOf({
  min,
  max,
  median,
  p99,
}: Scenario["workload"]["valueBytes"]): UniformSizes | LogNormalSizes {
  if (median === undefined || p99 === undefined || median === 0) return { minBytes: min, maxBytes: max };
  return { medianBytes: median, p99Bytes: p99, leastBytes: min, mostBytes: max };
}
