import {
  area,
  curveLinear,
  curveStepAfter,
  line,
  symbol,
  symbolCircle,
  symbolDiamond,
  symbolSquare,
  symbolTriangle,
} from "d3-shape";
import type { LineChart, LineSeries } from "../report-model.js";
import { emptyDrawing, legendOf, px, type Canvas, type Drawing } from "./frame.js";
import { drawMarks, layMarks, marksHeight } from "./line-marks.js";
import { element, group, type Content, type Markup } from "./markup.js";
import { AREA_OPACITY, seriesColour, SURFACE } from "./palette.js";
import { belowPlot, drawAxes, layOut, type Plot } from "./plot.js";
import { thinnedPlaces } from "./thin.js";

const DASHES: readonly (string | undefined)[] = [undefined, "7 4", "2 3", "9 3 2 3", "12 4", "4 2"];
const SYMBOLS = [symbolCircle, symbolSquare, symbolTriangle, symbolDiamond];
/** More symbols than these on a line would hide it. */
const MAX_SYMBOLS = 24;
const SPARSE_SYMBOLS = 4;
/** More points than these cannot be told apart, and make the page large. */
const POINTS_PER_PIXEL = 0.4;

interface DrawnSeries {
  readonly label: string;
  readonly points: readonly (readonly [x: number, y: number])[];
  readonly band: readonly (readonly [low: number, high: number])[] | undefined;
  readonly index: number;
}

/** Draws lines with grid, legend, confidence bands, and what happens on the x axis. */
export function drawLineChart(chart: LineChart, canvas: Canvas): Drawing {
  const series = chart.series
    .map((one, index) => drawnSeries(one, index, chart.series.length, canvas.width))
    .filter(({ points }) => points.length > 0);
  if (series.length === 0) return emptyDrawing(canvas);
  const legend = series.length > 1 ? legendOf(series.map(legendItem), canvas, 0) : { height: 0, content: [] };
  const marks = chart.marks.filter(({ fromX }) => Number.isFinite(fromX));
  const xs = [...series.flatMap(({ points }) => points.map(([x]) => x)), ...marks.map(({ fromX }) => fromX)];
  const ys = series.flatMap(({ points, band }) => [...points.map(([, y]) => y), ...(band ?? []).flat()]);
  const plan = { x: chart.x, y: chart.y, xs, ys, above: legend.height + 2, fitX: true };
  const first = layOut({ ...plan, marks: 0 }, canvas);
  const laid = layMarks(marks, first, canvas);
  const plot = laid.length === 0 ? first : layOut({ ...plan, marks: marksHeight(laid, canvas) }, canvas);
  const content = [
    legend.content,
    drawMarks(laid, plot, canvas),
    drawAxes(plot, chart.x, chart.y, canvas),
    series.map((one) => drawSeries(one, chart.shape, plot, series.length === 1)),
  ];
  return { height: plot.bottom + belowPlot(canvas), content };
}

/** Points that are no numbers are left out; so many others that a picture of this width stays the same. */
function drawnSeries({ label, points, band }: LineSeries, index: number, series: number, width: number): DrawnSeries {
  const finite = points.flatMap((point, place) =>
    point.every((value) => Number.isFinite(value))
      ? [{ point, band: band?.[place] ?? ([point[1], point[1]] as const) }]
      : [],
  );
  const places = thinnedPlaces(
    finite.map(({ point }) => point[1]),
    (width * POINTS_PER_PIXEL) / Math.sqrt(series),
  );
  const kept = places.flatMap((place) => finite[place] ?? []);
  return {
    label,
    index,
    points: kept.map(({ point }) => point),
    band: band === undefined ? undefined : kept.map((one) => one.band),
  };
}

function legendItem({ label, index }: DrawnSeries): {
  readonly label: string;
  readonly swatch: (x: number, y: number) => Content;
} {
  const swatch = (x: number, y: number): Content => [
    element("path", { d: `M${px(x)} ${px(y)}h24`, ...strokeOf(index) }),
    symbolsAt(index, [[x + 12, y]]),
  ];
  return { label, swatch };
}

function strokeOf(index: number): Readonly<Record<string, string | number | undefined>> {
  const dash = DASHES[index % DASHES.length];
  return {
    fill: "none",
    stroke: seriesColour(index),
    "stroke-width": 2,
    "stroke-dasharray": dash,
    "stroke-linejoin": "round",
  };
}

/** The signs of a line, with what they have in common said once. */
function symbolsAt(index: number, places: readonly (readonly [x: number, y: number])[]): Markup {
  const shape = SYMBOLS[index % SYMBOLS.length] ?? symbolCircle;
  const path = symbol().type(shape).size(42).digits(1)() ?? "";
  const signs = places.map(([x, y]) => element("path", { d: path, transform: `translate(${px(x)} ${px(y)})` }));
  return element("g", { fill: seriesColour(index), stroke: SURFACE, "stroke-width": 1 }, signs);
}

function drawSeries(
  { points, band, index }: DrawnSeries,
  shape: LineChart["shape"],
  plot: Plot,
  isAlone: boolean,
): Markup {
  const colour = seriesColour(index);
  const curve = shape === "steps" ? curveStepAfter : curveLinear;
  const x = (place: number): number => plot.x.at(points[place]?.[0] ?? 0);
  const places = points.map((_, place) => place);
  const filled = area<number>().x(x).curve(curve).digits(1);
  const fill = { fill: colour, "fill-opacity": AREA_OPACITY };
  const between = filled
    .y0((place) => plot.y.at(band?.[place]?.[0] ?? 0))
    .y1((place) => plot.y.at(band?.[place]?.[1] ?? 0));
  const edge = { stroke: colour, "stroke-width": 0.8, "stroke-opacity": 0.6 };
  const bandPath = band === undefined ? [] : element("path", { d: between(places) ?? "", ...fill, ...edge });
  const below = filled.y0(plot.bottom).y1((place) => plot.y.at(points[place]?.[1] ?? 0));
  const ground = isAlone && band === undefined ? element("path", { d: below(places) ?? "", ...fill }) : [];
  const path = line<number>()
    .x(x)
    .y((place) => plot.y.at(points[place]?.[1] ?? 0))
    .curve(curve)
    .digits(1);
  const signed = symbolPlaces(points.length, shape, isAlone, index);
  const symbols = symbolsAt(
    index,
    signed.map((place) => [x(place), plot.y.at(points[place]?.[1] ?? 0)]),
  );
  return group([
    ground,
    bandPath,
    element("path", { d: path(places) ?? "", ...strokeOf(index) }),
    signed.length === 0 ? [] : symbols,
  ]);
}

/** A lone line needs none, unless its points are measured ones; several get a few each, at different places. */
function symbolPlaces(count: number, shape: LineChart["shape"], isAlone: boolean, index: number): readonly number[] {
  const all = Array.from({ length: count }, (_, place) => place);
  if (count === 1 || (shape === "points" && count <= MAX_SYMBOLS)) return all;
  if (isAlone && shape !== "points") return [];
  const distance = count / SPARSE_SYMBOLS;
  const shift = distance * (0.5 + (index % 3) * 0.2 - 0.2);
  return Array.from({ length: SPARSE_SYMBOLS }, (_, place) =>
    Math.min(count - 1, Math.floor(place * distance + shift)),
  );
}
