import type { ScatterChart } from "../report-model.js";
import { emptyDrawing, fitLines, px, textAt, textWidth, type Canvas, type Drawing } from "./frame.js";
import { element, group, type Content, type Markup } from "./markup.js";
import { INK, MUTED, ON_COLOUR, seriesColour, SURFACE, toneColour } from "./palette.js";
import { belowPlot, drawAxes, layOut, type Plot } from "./plot.js";
import { everyNth } from "./thin.js";

type Point = ScatterChart["points"][number];

/** More points than these do not change the picture. */
const MAX_OTHERS = 400;
/** Front points with a letter; a front of more is drawn with the first and last ones and those between thinned. */
const MAX_LETTERS = 12;
const RADIUS = 9;
/** The looks of points that are not on the front. */
const OTHER = { fill: "none", stroke: MUTED, "stroke-width": 1.1, "stroke-opacity": 0.75 };

/** Draws points, the front connected and lettered from left to right; the letters are explained below. */
export function drawScatter(chart: ScatterChart, canvas: Canvas): Drawing {
  const points = chart.points.filter(({ x, y }) => Number.isFinite(x) && Number.isFinite(y));
  if (points.length === 0) return emptyDrawing(canvas);
  const plan = { x: chart.x, y: chart.y, xs: points.map(({ x }) => x), ys: points.map(({ y }) => y) };
  const plot = layOut({ ...plan, above: 0, marks: 0, fitX: false }, canvas);
  const front = frontOf(points);
  const lettered = everyNth(front, MAX_LETTERS);
  const others = everyNth(
    points.filter(({ role }) => role === "other"),
    MAX_OTHERS,
  );
  const current = points.filter(({ role }) => role === "current");
  const picture = [
    drawAxes(plot, chart.x, chart.y, canvas),
    element(
      "g",
      OTHER,
      others.map(({ x, y }) => ring(plot.x.at(x), plot.y.at(y), 3)),
    ),
    frontLine(front, plot),
    front
      .filter((point) => !lettered.includes(point))
      .map((point) => diamondAt(plot.x.at(point.x), plot.y.at(point.y), 4)),
    current.map((point) => currentAt(plot.x.at(point.x), plot.y.at(point.y))),
    lettered.map((point, index) => letterAt(point, index, plot)),
  ];
  const key = keyOf(lettered, current, others.length > 0, plot.bottom + belowPlot(canvas) + 8, canvas);
  return { height: plot.bottom + belowPlot(canvas) + 8 + key.height, content: [picture, key.content] };
}

/** The front from left to right. */
function frontOf(points: readonly Point[]): readonly Point[] {
  return points.filter(({ role }) => role === "front").sort((a, b) => a.x - b.x || a.y - b.y);
}

function frontLine(front: readonly Point[], plot: Plot): Content {
  if (front.length < 2) return [];
  const path = front.map(({ x, y }, index) => `${index === 0 ? "M" : "L"}${px(plot.x.at(x))} ${px(plot.y.at(y))}`);
  const stroke = { fill: "none", stroke: seriesColour(0), "stroke-width": 1.5, "stroke-dasharray": "5 3" };
  return element("path", { d: path.join(""), ...stroke });
}

/** The file as it is: a square with a rim, unlike all other signs. */
function currentAt(x: number, y: number): Markup {
  const square = { x: px(x - 7), y: px(y - 7), width: 14, height: 14, rx: 2 };
  return element("rect", { ...square, fill: toneColour("warning"), stroke: SURFACE, "stroke-width": 2 });
}

function diamondAt(x: number, y: number, radius: number): Markup {
  const path = `M${px(x)} ${px(y - radius)}L${px(x + radius)} ${px(y)}L${px(x)} ${px(y + radius)}L${px(x - radius)} ${px(y)}Z`;
  return element("path", { d: path, fill: seriesColour(0) });
}

function letterAt({ x, y }: Point, index: number, plot: Plot): Markup {
  return letter(plot.x.at(x), plot.y.at(y), index);
}

function letter(x: number, y: number, index: number): Markup {
  const words = { fill: ON_COLOUR, "text-anchor": "middle", "font-weight": 700, "font-size": 11 };
  const disc = ring(x, y, RADIUS, { fill: seriesColour(0), stroke: SURFACE, "stroke-width": 1.5 });
  return group([disc, textAt(x, y + 4, String.fromCharCode(65 + index), words)]);
}

function ring(x: number, y: number, r: number, attributes: Readonly<Record<string, string | number>> = {}): Markup {
  return element("circle", { cx: px(x), cy: px(y), r, ...attributes });
}

interface KeyEntry {
  readonly text: string;
  readonly sign: (x: number, y: number) => Content;
}

/** What letters and signs stand for, in two columns where there is room. */
function keyOf(
  lettered: readonly Point[],
  current: readonly Point[],
  hasOthers: boolean,
  top: number,
  canvas: Canvas,
): Drawing {
  const { width, fontSize, size, texts } = canvas;
  const entries: KeyEntry[] = [
    ...current.map(({ label }) => ({ text: `${texts.current}: ${label}`, sign: currentAt })),
    ...lettered.map(({ label }, index) => ({ text: label, sign: (x: number, y: number) => letter(x, y, index) })),
  ];
  if (hasOthers) {
    const sign = (x: number, y: number): Content => element("g", OTHER, ring(x, y, 3));
    entries.push({ text: texts.other, sign });
  }
  const widest = Math.max(...entries.map(({ text }) => textWidth(text, fontSize)), 0);
  const columns = size === "wide" && widest + 44 < width / 2 ? 2 : 1;
  const rows = Math.ceil(entries.length / columns);
  const lines = entries.map(({ text }) => fitLines(text, width / columns - 34, fontSize));
  const lineHeight = fontSize + 3;
  const rowHeight = fontSize + 13 + (lines.some(({ length }) => length > 1) ? lineHeight : 0);
  const content = entries.map(({ sign }, index) => {
    const x = Math.floor(index / rows) * (width / columns) + RADIUS + 2;
    const y = top + (index % rows) * rowHeight + (fontSize + 13) / 2;
    const words = (lines[index] ?? []).map((line, place) =>
      textAt(x + 20, y + fontSize * 0.36 + place * lineHeight, line, { fill: INK }),
    );
    return group([sign(x, y), words]);
  });
  return { height: rows * rowHeight + 4, content };
}
