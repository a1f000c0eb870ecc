/** A mean of some runs, and between what the true mean lies with 95 % confidence. */
export interface Estimate {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** Quantiles 0.975 of Student's t by degrees of freedom from 1; beyond the list the normal distribution's. */
const STUDENT_T = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131, 2.12, 2.11,
  2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045, 2.042,
];
const NORMAL = 1.96;

/** The mean of independent runs with its confidence interval; of one run the interval is the value itself. */
export function estimate(values: readonly number[]): Estimate {
  const count = values.length;
  if (count === 0) return { mean: 0, low: 0, high: 0 };
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  if (count === 1) return { mean, low: mean, high: mean };
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (count - 1);
  const half = (STUDENT_T[count - 2] ?? NORMAL) * Math.sqrt(variance / count);
  return { mean, low: mean - half, high: mean + half };
}

/** How a variant differs from the baseline in one measure. */
export interface Difference {
  /** Variant less baseline, run by run with the same random numbers. */
  readonly absolute: Estimate;
  /** Of the baseline's mean; undefined when that is 0. */
  readonly relative: number | undefined;
  /** `unclear`: the interval holds 0, or there is one run only and the change is below 10 %. */
  readonly direction: "lower" | "higher" | "same" | "unclear";
  /** It is no chance: the interval does not hold 0, or it happens in every run of one side and in none of the other. */
  readonly isCertain: boolean;
}

/** Below this share of the baseline a single run says nothing. */
const ONE_RUN_SHARE = 0.1;

/** Compares runs in pairs: the same seeds in the same order. */
export function difference(baseline: readonly number[], variant: readonly number[]): Difference {
  const differences = variant.map((value, index) => value - (baseline[index] ?? 0));
  const absolute = estimate(differences);
  const base = estimate(baseline).mean;
  const relative = base === 0 ? undefined : absolute.mean / base;
  const isOutsideOfZero = absolute.high < 0 || absolute.low > 0;
  // What never happens on one side and does on the other is clear, however much it varies.
  if (isZero(baseline) !== isZero(variant)) {
    const isCertain = isOutsideOfZero || differences.every((one) => one !== 0);
    return { absolute, relative, direction: absolute.mean < 0 ? "lower" : "higher", isCertain };
  }
  const direction = directionOf(absolute, differences, relative);
  return { absolute, relative, direction, isCertain: isOutsideOfZero };
}

function isZero(values: readonly number[]): boolean {
  return values.every((value) => value === 0);
}

function directionOf(
  { mean, low, high }: Estimate,
  differences: readonly number[],
  relative: number | undefined,
): Difference["direction"] {
  if (differences.every((one) => one === 0)) return "same";
  if (differences.length === 1)
    return relative !== undefined && Math.abs(relative) < ONE_RUN_SHARE ? "unclear" : mean < 0 ? "lower" : "higher";
  if (high < 0) return "lower";
  return low > 0 ? "higher" : "unclear";
}
