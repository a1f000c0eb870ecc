import { readRecording } from "../workload/recorded.js";
import type { Scenario } from "./scenario.js";

/** Bytes of the record values of a scenario on average. */
export function meanValueBytes({ workload: { arrivals, valueBytes } }: Scenario): number {
  const recording = arrivals.kind === "recorded" ? readRecording(arrivals.csv) : undefined;
  if (recording === undefined || "code" in recording || recording.valueBytes.length === 0)
    return (valueBytes.min + valueBytes.max) / 2;
  return recording.valueBytes.reduce((sum, bytes) => sum + bytes, 0) / recording.valueBytes.length;
}
