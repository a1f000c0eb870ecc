import { numberRows } from "./recorded.js";

/** A stretch of time with one rate. */
export interface RateStep {
  readonly forMs: number;
  readonly perSecond: number;
}

/** A recorded rate may have so many lines. */
export const MOST_RATE_LINES = 100_000;

/** No rate is higher, in records per second. */
export const MOST_PER_SECOND = 10_000_000;

/** A mistake in a recorded rate: line numbers count from 1. */
export interface RatesError {
  readonly code: "no-rate" | "rate-too-high" | "time-not-later" | "too-few" | "too-many";
  readonly line: number;
}

/**
 * Reads a recorded rate as monitoring exports it: one time per line, `milliseconds,records per second`, each later than the one
 * before; the first line may be a heading. A rate holds until the next time, the last one as long as the one before it. Times count from the first.
 */
export function readRates(csv: string): readonly RateStep[] | RatesError {
  const steps: RateStep[] = [];
  let before: { readonly time: number; readonly perSecond: number } | undefined;
  for (const [line, time, perSecond] of numberRows(csv)) {
    if (Number.isNaN(time) || perSecond === undefined || Number.isNaN(perSecond)) return { code: "no-rate", line };
    if (perSecond > MOST_PER_SECOND) return { code: "rate-too-high", line };
    if (before !== undefined) {
      if (time <= before.time) return { code: "time-not-later", line };
      steps.push({ forMs: time - before.time, perSecond: before.perSecond });
    }
    if (steps.length >= MOST_RATE_LINES) return { code: "too-many", line };
    before = { time, perSecond };
  }
  const last = steps.at(-1);
  if (before === undefined || last === undefined) return { code: "too-few", line: 1 };
  return [...steps, { forMs: last.forMs, perSecond: before.perSecond }];
}
