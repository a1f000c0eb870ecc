import type { Axis } from "../report-model.js";
import { fitText, lineFrom, mutedAt, textWidth, type Canvas } from "./frame.js";
import { group, type Content, type Markup } from "./markup.js";
import { GRID, MUTED } from "./palette.js";
import { scaleOf, type PlotScale } from "./scales.js";

/** The area of a plot in its picture, with its two scales. */
export interface Plot {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** The baseline of the y axis's name. */
  readonly nameY: number;
  readonly x: PlotScale;
  readonly y: PlotScale;
}

/** What a plot shows, before it is laid out. */
export interface PlotPlan {
  readonly x: Axis;
  readonly y: Axis;
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  /** Where the name of the y axis begins: below a legend. */
  readonly above: number;
  /** Room between that name and the area, for the words of marks. */
  readonly marks: number;
  /** Whether the axes begin at the least value. */
  readonly fitX: boolean;
}

const MIN_TICK_DISTANCE_EMS = 5.5;

/** Lays a plot out: the left margin fits the ticks of the y axis. */
export function layOut({ x, y, xs, ys, above, marks, fitX }: PlotPlan, { size, width, fontSize }: Canvas): Plot {
  const isWide = size === "wide";
  const height = isWide ? 250 : 190;
  const top = above + fontSize + 12 + marks;
  const bottom = top + height;
  const yScale = scaleOf(y, ys, { from: bottom, to: top, ticks: isWide ? 5 : 4 });
  const left = Math.ceil(Math.max(...yScale.ticks.map(({ label }) => textWidth(label, fontSize)), 12)) + 8;
  const right = width - (isWide ? 16 : 12);
  const ticks = Math.max(2, Math.floor((right - left) / (fontSize * MIN_TICK_DISTANCE_EMS)));
  return {
    left,
    right,
    top,
    bottom,
    nameY: above + fontSize,
    x: scaleOf(x, xs, { from: left, to: right, ticks }, fitX),
    y: yScale,
  };
}

/** How much the axis of x takes below the area. */
export function belowPlot({ fontSize }: Canvas): number {
  return fontSize * 2 + 18;
}

/** Grid, ticks and the names of both axes; the name of y stands above its axis, where it is read without turning the head. */
export function drawAxes(plot: Plot, x: Axis, y: Axis, { width, fontSize }: Canvas): Content {
  const { left, right, bottom, nameY } = plot;
  const rows = plot.y.ticks.map(({ at, label }) =>
    group([
      lineFrom(left, at, right, at, { stroke: GRID, "stroke-width": 1 }),
      mutedAt(left - 8, at + fontSize * 0.35, label, { "text-anchor": "end" }),
    ]),
  );
  const titles = [
    mutedAt(0, nameY, fitText(titleOf(y), width, fontSize)),
    mutedAt(right, bottom + fontSize * 2 + 12, fitText(titleOf(x), width - 10, fontSize), { "text-anchor": "end" }),
  ];
  const base = lineFrom(left, bottom, right, bottom, { stroke: MUTED, "stroke-width": 1 });
  return [rows, base, columnsOf(plot, fontSize), titles];
}

/** Ticks of x whose words would meet those before them are left without words. */
function columnsOf({ x, left, right, bottom }: Plot, fontSize: number): readonly Markup[] {
  let free = -Infinity;
  return x.ticks.map(({ at, label }) => {
    const half = textWidth(label, fontSize) / 2;
    const middle = Math.min(Math.max(at, left + half - fontSize), right + 12 - half);
    const isFree = middle - half >= free + 4;
    if (isFree) free = middle + half;
    const tick = lineFrom(at, bottom, at, bottom + 5, { stroke: MUTED, "stroke-width": 1 });
    const words = mutedAt(middle, bottom + fontSize + 9, label, { "text-anchor": "middle" });
    return group(isFree ? [tick, words] : tick);
  });
}

/** The name of an axis with its unit. */
export function titleOf({ label, unit }: Axis): string {
  return unit === "" ? label : `${label}, ${unit}`;
}
