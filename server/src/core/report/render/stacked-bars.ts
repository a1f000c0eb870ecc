import type { StackedBars } from "../report-model.js";
import {
  emptyDrawing,
  fitLines,
  fitText,
  legendOf,
  mutedAt,
  rectAt,
  textAt,
  textWidth,
  type Canvas,
  type Drawing,
  type LegendItem,
} from "./frame.js";
import { group, type Content, type Markup } from "./markup.js";
import { formatShare, formatValue, withUnit } from "./numbers.js";
import { ON_COLOUR, seriesColour, toneColour } from "./palette.js";
import { definitions, texturedFill, type Fill } from "./textures.js";

/** A part with how it is filled, and its place among the parts of the chart. */
interface DrawnPart extends Fill {
  readonly index: number;
  readonly label: string;
  readonly colour: string;
}

/** A part that is there is seen, however small its share. */
const MIN_SEGMENT = 4;
const GAP = 1.5;
/** Up to so many rows the legend holds their numbers. */
const MAX_LISTED_ROWS = 3;

/** Draws one horizontal bar per row. Parts that are zero in every row are only in the table behind the chart. */
export function drawStackedBars(chart: StackedBars, canvas: Canvas): Drawing {
  const parts = drawnParts(chart, canvas);
  if (parts.length === 0 || chart.rows.length === 0) return emptyDrawing(canvas);
  const bars = drawRows(chart, parts, canvas);
  const items = parts.map((part) => legendItem(chart, part));
  const legend =
    chart.rows.length <= MAX_LISTED_ROWS ? listOf(items, canvas, bars.height) : legendOf(items, canvas, bars.height);
  return { height: bars.height + legend.height + 2, content: [definitions(parts), bars.content, legend.content] };
}

function drawnParts(chart: StackedBars, canvas: Canvas): readonly DrawnPart[] {
  let neutrals = 0;
  const present = chart.parts.flatMap((part, index) => {
    const isPresent = chart.rows.some(({ values }) => valueAt(values, index) > 0);
    return isPresent ? [{ ...part, index }] : [];
  });
  return present.map(({ label, tone, index }, place) => {
    const colour = tone === "neutral" ? seriesColour(neutrals++) : toneColour(tone);
    return { index, label, colour, ...texturedFill(canvas, String(index), place, colour) };
  });
}

function drawRows(chart: StackedBars, parts: readonly DrawnPart[], canvas: Canvas): Drawing {
  const { width, fontSize, size } = canvas;
  const totals = chart.rows.map(({ values }) => totalOf(values));
  const most = Math.max(...totals);
  const written = totals.map((total) => withUnit(formatValue(total), chart.unit));
  const isWide = size === "wide";
  const isLabelled = chart.rows.some(({ label }) => label !== "");
  const widest = Math.max(...chart.rows.map(({ label }) => textWidth(label, fontSize)));
  const left = isWide && isLabelled ? Math.min(190, widest + 14) : 0;
  const right = chart.asShare ? 0 : Math.max(...written.map((text) => textWidth(text, fontSize))) + 10;
  const barHeight = isWide ? 26 : 24;
  const labelHeight = !isWide && isLabelled ? fontSize + 8 : 0;
  const rowHeight = labelHeight + barHeight + (isWide ? 12 : 12);
  const content = chart.rows.map(({ label, values }, row) => {
    const top = row * rowHeight + labelHeight;
    const total = totals[row] ?? 0;
    const full = width - left - right;
    const length = chart.asShare ? (total > 0 ? full : 0) : (full * total) / (most || 1);
    const segments = segmentsOf(values, parts, length);
    const baseline = top + barHeight / 2 + fontSize * 0.36;
    const head = isWide
      ? textAt(0, baseline, fitText(label, left - 10, fontSize))
      : textAt(0, top - 7, fitText(label, width, fontSize));
    const end = chart.asShare ? [] : mutedAt(left + length + 8, baseline, written[row] ?? "");
    return group([isLabelled ? head : [], drawSegments(segments, { left, top, barHeight }, total, canvas), end]);
  });
  return { height: chart.rows.length * rowHeight + 2, content };
}

interface Segment {
  readonly part: DrawnPart;
  readonly value: number;
  readonly width: number;
}

/** Small parts are widened so that they can be seen, at the cost of the others. */
function segmentsOf(values: readonly number[], parts: readonly DrawnPart[], length: number): readonly Segment[] {
  const total = totalOf(values);
  const present = parts.filter(({ index }) => valueAt(values, index) > 0);
  const exact = present.map((part) => {
    const value = valueAt(values, part.index);
    return { part, value, width: (length * value) / total };
  });
  const small = exact.filter(({ width }) => width < MIN_SEGMENT);
  const large = exact.reduce((sum, { width }) => sum + (width < MIN_SEGMENT ? 0 : width), 0);
  const left = length - small.length * MIN_SEGMENT;
  if (small.length === 0 || left <= 0 || large === 0) return exact;
  return exact.map((one) => ({ ...one, width: one.width < MIN_SEGMENT ? MIN_SEGMENT : (one.width * left) / large }));
}

function drawSegments(
  segments: readonly Segment[],
  { left, top, barHeight }: { readonly left: number; readonly top: number; readonly barHeight: number },
  total: number,
  { fontSize }: Canvas,
): Content {
  let x = left;
  return segments.map(({ part, value, width }, place) => {
    const start = x;
    x += width;
    const isLast = place === segments.length - 1;
    const shown = rectAt(start, top, Math.max(width - (isLast ? 0 : GAP), 1.5), barHeight, { fill: part.fill, rx: 2 });
    const text = formatShare(value / total);
    const hasRoom = textWidth(text, fontSize) + 12 <= width;
    return hasRoom ? [shown, onColour(start + width / 2, top + barHeight / 2 + fontSize * 0.36, text, part)] : shown;
  });
}

/** Text on a texture is set off by a rim of the ground's colour. */
function onColour(x: number, y: number, text: string, { colour }: DrawnPart): Markup {
  const rim = { stroke: colour, "stroke-width": 5, "stroke-linejoin": "round", "paint-order": "stroke" };
  return textAt(x, y, text, { fill: ON_COLOUR, "text-anchor": "middle", "font-weight": 600, ...rim });
}

/** An entry says the values of few rows, in their order; of one row also the share. */
function legendItem(chart: StackedBars, part: DrawnPart): LegendItem {
  const swatch = (x: number, y: number): Content => rectAt(x + 6, y - 7, 14, 14, { fill: part.fill, rx: 2 });
  const [row] = chart.rows;
  if (chart.rows.length > MAX_LISTED_ROWS || row === undefined) return { label: part.label, swatch };
  const amounts = chart.rows.map(({ values }) => formatValue(valueAt(values, part.index)));
  const amount = withUnit(amounts.join(amounts.length === 2 ? " → " : " / "), chart.unit);
  const share = formatShare(valueAt(row.values, part.index) / totalOf(row.values));
  return { label: `${part.label}: ${amount}${amounts.length === 1 ? ` (${share})` : ""}`, swatch };
}

/** Entries below each other, in two columns where there is room. */
function listOf(items: readonly LegendItem[], canvas: Canvas, top: number): Drawing {
  const { width, fontSize, size } = canvas;
  const rowHeight = fontSize + 9;
  const widest = Math.max(...items.map(({ label }) => textWidth(label, fontSize)));
  const columns = size === "wide" && items.length > 3 && widest + 40 < width / 2 ? 2 : 1;
  const rows = Math.ceil(items.length / columns);
  const lines = items.map(({ label }) => fitLines(label, width / columns - 26, fontSize));
  const heights = lines.map(({ length }) => rowHeight + (length - 1) * (fontSize + 3));
  const topOf = (place: number): number =>
    heights.slice(place - (place % rows), place).reduce((sum, height) => sum + height, top);
  const content = items.map(({ swatch }, place) => {
    const x = Math.floor(place / rows) * (width / columns) - 6;
    const baseline = topOf(place) + fontSize;
    const words = (lines[place] ?? []).map((line, index) => textAt(x + 28, baseline + index * (fontSize + 3), line));
    return group([swatch(x, baseline - fontSize * 0.36), words]);
  });
  return { height: heights.slice(0, rows).reduce((sum, height) => sum + height, 0), content };
}

/** Values below zero or that are no numbers have no length. */
function valueAt(values: readonly number[], index: number): number {
  const value = values[index] ?? 0;
  return Number.isFinite(value) && value > 0 ? value : 0;
}

function totalOf(values: readonly number[]): number {
  return values.reduce((sum, _, index) => sum + valueAt(values, index), 0);
}
