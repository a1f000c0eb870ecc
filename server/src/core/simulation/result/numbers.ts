import type { Histogram } from "../engine/histogram.js";
import type { Distribution, SimulatedResult } from "./result.js";

/** A number with 6 significant digits, so that results are short and the same everywhere. */
export function rounded(value: number): number {
  return Number.isFinite(value) ? Number(value.toPrecision(6)) : 0;
}

/** A share or a mean; 0 when there is nothing to divide by. */
export function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : rounded(part / whole);
}

/** A histogram of microseconds in milliseconds. */
export function distributionMs(histogram: Histogram): Distribution {
  const at = (share: number): number => rounded(histogram.percentileUs(share) / 1_000);
  const empty = { count: 0, mean: 0, p50: 0, p90: 0, p95: 0, p99: 0, p999: 0, max: 0 };
  if (histogram.count === 0) return empty;
  return {
    count: histogram.count,
    mean: rounded(histogram.meanUs / 1_000),
    p50: at(0.5),
    p90: at(0.9),
    p95: at(0.95),
    p99: at(0.99),
    p999: at(0.999),
    max: rounded(histogram.maxUs / 1_000),
  };
}

/** The shape of a histogram of microseconds in milliseconds. */
export function bucketsMs(histogram: Histogram): SimulatedResult["latencyBuckets"] {
  const { upToUs, counts } = histogram.coarse();
  return { upToMs: upToUs.map((us) => rounded(us / 1_000)), records: counts };
}
