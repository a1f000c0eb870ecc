import { scaleLinear, scaleLog } from "d3-scale";
import type { Axis } from "../report-model.js";
import { formatCompact, formatShare } from "./numbers.js";

/** Where values lie on an axis, and which of them are written. */
export interface PlotScale {
  /** The place of a value; values outside lie on the edge. */
  readonly at: (value: number) => number;
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
}

/** Where an axis begins and ends in the picture, and about how many values may be written on it. */
export interface ScaleRange {
  readonly from: number;
  readonly to: number;
  readonly ticks: number;
}

/**
 * The scale of an axis over values. `fit` begins and ends with them; else ends are round, and linear axes of positive values
 * begin at zero.
 */
export function scaleOf(axis: Axis, values: readonly number[], range: ScaleRange, fit = false): PlotScale {
  const finite = values.filter((value) => Number.isFinite(value));
  switch (axis.scale) {
    case "linear":
      return linearScale(finite, range, fit);
    case "log":
      return logScale(finite, range, fit);
    case "nines":
      return ninesScale(finite, range);
  }
}

function linearScale(values: readonly number[], { from, to, ticks }: ScaleRange, fit: boolean): PlotScale {
  const [least, most] = extentOf(values);
  const low = fit ? least : Math.min(0, least);
  const high = most > low ? most : low + (Math.abs(low) || 1);
  const scale = scaleLinear([low, high], [from, to]).clamp(true);
  if (!fit) scale.nice(ticks);
  const isLarge = Math.max(Math.abs(low), Math.abs(high)) >= 10_000;
  const format = scale.tickFormat(ticks);
  const write = (value: number): string => (isLarge ? formatCompact(value) : format(value));
  return {
    at: (value) => scale(value),
    ticks: scale.ticks(ticks).map((value) => ({ at: scale(value), label: write(value) })),
  };
}

/** Zero has no place on a logarithmic axis: it lies on the edge, like everything below the least value. */
function logScale(values: readonly number[], { from, to, ticks }: ScaleRange, fit: boolean): PlotScale {
  const [least, most] = extentOf(values.filter((value) => value > 0));
  const isExact = fit && least > 0 && most > least * 3;
  const low = isExact ? least : niceBelow(least > 0 ? least : 1);
  const high = isExact ? most : Math.max(niceAbove(most), low * 5);
  const scale = scaleLog([low, high], [from, to]).clamp(true);
  const at = (value: number): number => scale(Math.max(value, low));
  return { at, ticks: logTicks(low, high, ticks).map((value) => ({ at: scale(value), label: formatCompact(value) })) };
}

/** The next of 1, 2, 5 in its decade that is not more. */
function niceBelow(value: number): number {
  const decade = 10 ** Math.floor(Math.log10(value) + 1e-9);
  return decade * ([5, 2].find((step) => value / decade >= step * 0.999999) ?? 1);
}

/** The next of 1, 2, 5 in its decade that is not less. */
function niceAbove(value: number): number {
  const decade = 10 ** Math.floor(Math.log10(value) + 1e-9);
  return decade * ([1, 2, 5].find((step) => value / decade <= step * 1.000001) ?? 10);
}

/** 1, 2, 5 of each decade where there is room, else the decades, else every n-th decade. */
function logTicks(low: number, high: number, count: number): readonly number[] {
  const first = Math.floor(Math.log10(low));
  const decades = Array.from({ length: Math.ceil(Math.log10(high)) - first + 1 }, (_, index) => 10 ** (first + index));
  const within = (candidates: readonly number[]): readonly number[] =>
    candidates
      .map((value) => Number(value.toPrecision(6)))
      .filter((value) => value >= low * 0.999 && value <= high * 1.001);
  for (const steps of [[1, 2, 5], [1, 3], [1]]) {
    const found = within(decades.flatMap((decade) => steps.map((step) => decade * step)));
    if (found.length >= 2 && found.length <= count + 1) return found;
  }
  const every = Math.max(1, Math.ceil(decades.length / Math.max(1, count)));
  const sparse = within(decades.filter((_, index) => index % every === 0));
  return sparse.length > 0 ? sparse : [Number(low.toPrecision(3))];
}

/**
 * 0, 0.5, 0.9, 0.99, 0.999 … at even distances. 1, where no number of nines is enough, lies one step behind the last one
 * below it.
 */
function ninesScale(values: readonly number[], { from, to, ticks }: ScaleRange): PlotScale {
  const below = values.filter((value) => value < 1).map(stretch);
  const [least, most] = extentOf(below);
  const hasWhole = values.some((value) => value >= 1);
  const low = Math.max(0, Math.floor(least + 1e-9));
  const last = Math.max(low + 1, Math.ceil(most - 1e-9));
  const high = hasWhole ? last + 1 : last;
  const scale = scaleLinear([low, high], [from, to]).clamp(true);
  const at = (value: number): number => scale(value >= 1 ? high : stretch(value));
  const shares = Array.from({ length: last - low + 1 }, (_, index) => unstretch(low + index));
  const all = hasWhole ? [...shares, 1] : shares;
  const every = Math.max(1, Math.ceil(all.length / Math.max(2, ticks)));
  const shown = all.filter((_, index) => (all.length - 1 - index) % every === 0);
  return { at, ticks: shown.map((share) => ({ at: at(share), label: formatShare(share) })) };
}

/** 0 → 0, 0.5 → 1, 0.9 → 2, 0.99 → 3; between them along the logarithm of what is missing to 1. */
function stretch(share: number): number {
  const missing = 1 - Math.min(Math.max(share, 0), 1 - 1e-12);
  if (missing >= 0.5) return (1 - missing) * 2;
  return missing >= 0.1 ? 1 + Math.log(0.5 / missing) / Math.log(5) : 1 - Math.log10(missing);
}

function unstretch(place: number): number {
  return place <= 1 ? place / 2 : 1 - 10 ** (1 - place);
}

/** The least and the most value; 0 and 1 when there is none. */
export function extentOf(values: readonly number[]): readonly [number, number] {
  if (values.length === 0) return [0, 1];
  let least = Infinity;
  let most = -Infinity;
  for (const value of values) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return [least, most];
}
