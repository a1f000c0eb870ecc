import { formatMessage } from "../../messages/format.js";
import type { RenderTexts } from "../../messages/render-texts.js";
import type { Chart, HeatMap, LineChart, ScatterChart, StackedBars, Tone } from "../report-model.js";
import { axisValue, chartTables, rangeText } from "./chart-data.js";
import { columnsOf, cutTo, padTo, wrapped } from "./columns.js";
import { withoutOthers } from "./markdown-charts.js";
import { formatCompact, formatShare, formatValue, withUnit } from "./numbers.js";
import { titleOf } from "./plot.js";
import { extentOf, scaleOf } from "./scales.js";
import { bar, sparkline } from "./sparkline.js";
import { tableText } from "./text-table.js";
import { toneLook, type TextLook, type TextStyle } from "./text-style.js";

/** What drawing for a terminal needs. */
export interface TextCanvas {
  readonly width: number;
  readonly texts: RenderTexts;
  readonly style: TextStyle;
}

/** How much of a line the names of bars and lines may take. */
const LABEL_SHARE = 0.32;
const SHADES: readonly TextLook[] = ["cyan", "blue", "yellow", "green", "gray", "red"];

/** A chart for a terminal: bars and sparklines from blocks, the other kinds as tables. */
export function chartText(chart: Chart, canvas: TextCanvas): readonly string[] {
  switch (chart.kind) {
    case "stacked-bars":
      return barsText(chart, canvas);
    case "lines":
      return linesText(chart, canvas);
    case "heat-map":
      return heatText(chart, canvas);
    case "scatter":
      return scatterText(chart, canvas);
  }
}

/** A bar per part below the row's name: lengths that begin at the same place can be compared. */
function barsText(chart: StackedBars, { width, style }: TextCanvas): readonly string[] {
  const parts = chart.parts.flatMap((part, index) =>
    chart.rows.some(({ values }) => (values[index] ?? 0) > 0) ? [{ ...part, index }] : [],
  );
  const labelWidth = Math.min(
    Math.floor(width * LABEL_SHARE),
    Math.max(0, ...parts.map(({ label }) => columnsOf(label))),
  );
  const totals = chart.rows.map(({ values }) => values.reduce((sum, value) => sum + value, 0));
  const most = Math.max(...totals, 0);
  const amounts = chart.rows.flatMap(({ values }) => parts.map(({ index }) => formatValue(values[index] ?? 0)));
  const amountWidth = Math.max(0, ...amounts.map(columnsOf));
  const room = Math.max(6, Math.min(40, width - labelWidth - amountWidth - 16));
  return chart.rows.flatMap(({ label, values }, row) => {
    const total = totals[row] ?? 0;
    const head = [label, withUnit(formatValue(total), chart.unit)].filter((text) => text !== "").join(": ");
    const lines = parts.map(({ label: name, tone, index }, place) => {
      const value = values[index] ?? 0;
      const share = total > 0 ? value / total : 0;
      const drawn = padTo(bar((room * value) / ((chart.asShare ? total : most) || 1)), room);
      const amount = padTo(formatValue(value), amountWidth, "end");
      return `  ${padTo(cutTo(name, labelWidth), labelWidth)}  ${style(partLook(tone, place), drawn)}  ${amount}  ${formatShare(share)}`;
    });
    return [`  ${style("bold", head)}`, ...lines];
  });
}

function partLook(tone: Tone, place: number): TextLook {
  return tone === "neutral" ? (SHADES[place % SHADES.length] ?? "cyan") : toneLook(tone);
}

/** A sparkline per line, with its range; what happens on the x axis is listed below. */
function linesText(chart: LineChart, { width, texts, style }: TextCanvas): readonly string[] {
  const labelWidth = Math.min(
    Math.floor(width * LABEL_SHARE),
    Math.max(0, ...chart.series.map(({ label }) => columnsOf(label))),
  );
  const ranges = chart.series.map(({ points }) => {
    const [low, high] = extentOf(points.map(([, y]) => y));
    return points.length === 0 ? texts.noData : withUnit(rangeText(texts, chart.y, low, high), chart.y.unit);
  });
  const room = Math.max(8, Math.min(60, width - labelWidth - Math.max(0, ...ranges.map(columnsOf)) - 6));
  const lines = chart.series.map(({ label, points }, place) => {
    const ys = points.map(([, y]) => y);
    const scale = scaleOf(chart.y, ys, { from: 0, to: 1, ticks: 2 });
    const drawn = padTo(sparkline(ys.map(scale.at), room), room);
    const name = padTo(cutTo(label, labelWidth), labelWidth);
    return `  ${name}  ${style(SHADES[place % SHADES.length] ?? "cyan", drawn)}  ${ranges[place] ?? ""}`;
  });
  const xs = chart.series.flatMap(({ points }) => points.map(([x]) => x));
  const [low, high] = extentOf(xs);
  const axis = `${titleOf(chart.x)}: ${rangeText(texts, chart.x, low, high)}`;
  const below = xs.length === 0 ? [] : wrapped(axis, width - labelWidth - 4);
  const axisLines = below.map((text) => `  ${" ".repeat(labelWidth)}  ${style("gray", text)}`);
  const marks = chart.marks.map(({ fromX, toX, label }) => {
    const when = toX === undefined ? axisValue(chart.x, fromX) : rangeText(texts, chart.x, fromX, toX);
    return style("yellow", `  ▾ ${label}: ${withUnit(when, chart.x.unit)}`);
  });
  return [...lines, ...axisLines, ...marks];
}

/** Numbers in a grid: the best ones with a star, the file's own in brackets. */
function heatText(chart: HeatMap, { width, texts, style }: TextCanvas): readonly string[] {
  const values = chart.cells.flat().filter((value): value is number => value !== null && Number.isFinite(value));
  const [least, most] = extentOf(values);
  const best = chart.better === "lower" ? least : most;
  const written = chart.y.values.map((_, row) =>
    chart.x.values.map((__, column) => {
      const value = chart.cells[row]?.[column] ?? null;
      const text = value === null ? "×" : formatCompact(value);
      const marked = chart.current?.[0] === column && chart.current[1] === row ? `[${text}]` : text;
      return value === best ? `★${marked}` : marked;
    }),
  );
  const left = Math.max(...chart.y.values.map(columnsOf), columnsOf(chart.y.label));
  const widths = chart.x.values.map(
    (value, column) => 2 + Math.max(columnsOf(value), ...written.map((row) => columnsOf(row[column] ?? ""))),
  );
  const shown = countThatFits(widths, width - left - 2);
  const line = (head: string, cells: readonly string[]): string =>
    `  ${padTo(head, left)}${cells
      .slice(0, shown)
      .map((cell, column) => padTo(cell, widths[column] ?? 0, "end"))
      .join("")}`;
  const hidden = chart.x.values.length - shown;
  const more = hidden === 0 ? [] : [`${chart.x.label}: ${formatMessage(texts.more, { count: hidden })}`];
  const order = chart.better === "lower" ? texts.lower : texts.higher;
  const signs = [
    `★ ${texts.best}`,
    `[ ] ${texts.current}`,
    ...(chart.cells.flat().includes(null) ? [`× ${texts.refused}`] : []),
  ];
  return [
    style("gray", `  ${padTo("", left)}  ${chart.x.label} →`),
    style("gray", line(chart.y.label, chart.x.values)),
    ...written.map((cells, row) => line(chart.y.values[row] ?? "", cells)),
    ...wrapped([chart.unit, order, ...signs, ...more].filter((text) => text !== "").join(" · "), width - 2).map(
      (text) => style("gray", `  ${text}`),
    ),
  ];
}

function countThatFits(widths: readonly number[], room: number): number {
  let taken = 0;
  const first = widths.findIndex((width) => (taken += width) > room);
  return first === -1 ? widths.length : Math.max(1, first);
}

function scatterText(chart: ScatterChart, { width, texts, style }: TextCanvas): readonly string[] {
  const [table] = chartTables(withoutOthers(chart), texts);
  if (table === undefined) return [];
  return tableText(table, width - 2, texts, style).map((line) => `  ${line}`);
}
