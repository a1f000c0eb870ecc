import { formatMessage } from "../../messages/format.js";
import type { RenderTexts } from "../../messages/render-texts.js";
import type {
  Axis,
  Chart,
  HeatMap,
  LineChart,
  ReportCell,
  ReportTable,
  ScatterChart,
  StackedBars,
} from "../report-model.js";
import { formatShare, formatValue, withUnit } from "./numbers.js";
import { titleOf } from "./plot.js";
import { everyNth } from "./thin.js";

type Column = ReportTable["columns"][number];

/** Rows of a table behind a chart; a longer one is thinned, and says so. */
export const MAX_DATA_ROWS = 80;

/** The data of a chart as tables: its values, and for lines also what happens on the x axis. */
export function chartTables(chart: Chart, texts: RenderTexts, limit: number = MAX_DATA_ROWS): readonly ReportTable[] {
  const caption = formatMessage(texts.dataOf, { title: chart.title });
  switch (chart.kind) {
    case "stacked-bars":
      return [barsTable(chart, caption, texts)];
    case "lines":
      return linesTables(chart, caption, texts, limit);
    case "heat-map":
      return [heatTable(chart, caption, texts)];
    case "scatter":
      return [scatterTable(chart, caption, texts, limit)];
  }
}

function barsTable(chart: StackedBars, caption: string, texts: RenderTexts): ReportTable {
  const columns = [start(""), ...chart.parts.map(({ label }) => end(label)), end(texts.total)];
  const rows = chart.rows.map(({ label, values }) => {
    const total = values.reduce((sum, value) => sum + value, 0);
    const parts = chart.parts.map((_, index) => {
      const value = values[index] ?? 0;
      const share = chart.asShare && total > 0 ? ` (${formatShare(value / total)})` : "";
      return cell(`${formatValue(value)}${share}`);
    });
    return [cell(label), ...parts, cell(withUnit(formatValue(total), chart.unit))];
  });
  return { kind: "table", caption, columns, rows };
}

function linesTables(chart: LineChart, caption: string, texts: RenderTexts, limit: number): readonly ReportTable[] {
  const xs = [...new Set(chart.series.flatMap(({ points }) => points.map(([x]) => x)))].sort((a, b) => a - b);
  const shown = everyNth(xs, limit);
  const values = chart.series.map(
    ({ points, band }) => new Map(points.map(([x, y], index) => [x, { y, band: band?.[index] }])),
  );
  const rows = shown.map((x) => [
    cell(axisValue(chart.x, x)),
    ...values.map((byX) => {
      const found = byX.get(x);
      if (found === undefined) return cell("");
      const [low, high] = found.band ?? [];
      const span = low === undefined || high === undefined ? "" : ` (${rangeText(texts, chart.y, low, high)})`;
      return cell(`${axisValue(chart.y, found.y)}${span}`);
    }),
  ]);
  const columns = [start(titleOf(chart.x)), ...chart.series.map(({ label }) => end(label))];
  const thinned = formatMessage(texts.thinned, { shown: shown.length, all: xs.length });
  const main: ReportTable = {
    kind: "table",
    caption: shown.length < xs.length ? `${caption} (${thinned})` : caption,
    columns,
    rows,
  };
  return chart.marks.length === 0 ? [main] : [main, marksTable(chart, texts)];
}

function marksTable({ title, x, marks }: LineChart, texts: RenderTexts): ReportTable {
  const rows = marks.map(({ fromX, toX, label }) => [
    cell(label),
    cell(axisValue(x, fromX)),
    cell(toX === undefined ? "" : axisValue(x, toX)),
  ]);
  const columns = [start(texts.event), end(titled(texts.from, x)), end(titled(texts.to, x))];
  return { kind: "table", caption: `${texts.event}: ${title}`, columns, rows };
}

function heatTable(chart: HeatMap, caption: string, texts: RenderTexts): ReportTable {
  const corner = `${chart.y.label} ↓  ${chart.x.label} →`;
  const rows = chart.y.values.map((value, row) => [
    cell(value),
    ...chart.x.values.map((_, column) => {
      const number = chart.cells[row]?.[column] ?? null;
      const text = number === null ? texts.refused : formatValue(number);
      const isCurrent = chart.current?.[0] === column && chart.current[1] === row;
      return cell(isCurrent ? `${text} (${texts.current})` : text);
    }),
  ]);
  const unit = chart.unit === "" ? "" : `, ${chart.unit}`;
  const order = chart.better === "lower" ? texts.lower : texts.higher;
  const columns = [start(corner), ...chart.x.values.map(end)];
  return { kind: "table", caption: `${caption}${unit} (${order})`, columns, rows };
}

function scatterTable(chart: ScatterChart, caption: string, texts: RenderTexts, limit: number): ReportTable {
  const roles = { current: texts.current, front: texts.front, other: texts.other } as const;
  const order = { current: 0, front: 1, other: 2 } as const;
  const sorted = [...chart.points].sort((a, b) => order[a.role] - order[b.role] || a.x - b.x);
  const shown = sorted.slice(0, limit);
  const thinned = formatMessage(texts.thinned, { shown: shown.length, all: sorted.length });
  const rows = shown.map(({ label, role, x, y }) => [
    cell(label),
    cell(roles[role]),
    cell(axisValue(chart.x, x)),
    cell(axisValue(chart.y, y)),
  ]);
  const columns = [start(""), start(texts.role), end(titleOf(chart.x)), end(titleOf(chart.y))];
  return { kind: "table", caption: shown.length < sorted.length ? `${caption} (${thinned})` : caption, columns, rows };
}

/** A value of an axis in a table. */
export function axisValue(axis: Axis, value: number): string {
  return axis.scale === "nines" ? formatShare(value) : formatValue(value);
}

/** From the least to the most, in words. */
export function rangeText(texts: RenderTexts, axis: Axis, low: number, high: number): string {
  return formatMessage(texts.range, { low: axisValue(axis, low), high: axisValue(axis, high) });
}

function titled(word: string, { unit }: Axis): string {
  return unit === "" ? word : `${word}, ${unit}`;
}

function cell(text: string): ReportCell {
  return { text };
}

function start(label: string): Column {
  return { label, align: "start" };
}

function end(label: string): Column {
  return { label, align: "end" };
}
