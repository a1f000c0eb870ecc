import type { RenderTexts } from "../../messages/render-texts.js";
import type { Chart, HeatMap, LineChart, ReportTable, ScatterChart } from "../report-model.js";
import { axisValue, chartTables } from "./chart-data.js";
import { inMarkdown } from "../../text/shown.js";
import { titleOf } from "./plot.js";
import { scaleOf } from "./scales.js";
import { sparkline } from "./sparkline.js";

const SPARKLINE_WIDTH = 40;
/** A comment is read on a screen: longer tables are thinned. */
const MAX_ROWS = 24;

/** A chart in a comment: its name, what it says, and its data as a table or, for lines, as sparklines before the table. */
export function chartMarkdown(chart: Chart, texts: RenderTexts, tableText: (table: ReportTable) => string): string {
  const head = `**${inMarkdown(chart.title)}**${chart.description === "" ? "" : ` — ${inMarkdown(chart.description)}`}`;
  const tables = chartTables(chart, texts, MAX_ROWS).map(tableText);
  switch (chart.kind) {
    case "stacked-bars":
    case "heat-map":
      return [head, ...(chart.kind === "heat-map" ? [unitOf(chart, texts)] : []), ...tables].join("\n\n");
    case "lines":
      return [head, tableText(linesTable(chart, texts)), ...folded(tables, texts)].join("\n\n");
    case "scatter":
      return [head, ...chartTables(withoutOthers(chart), texts, MAX_ROWS).map(tableText)].join("\n\n");
  }
}

function unitOf({ unit, better }: HeatMap, texts: RenderTexts): string {
  const order = better === "lower" ? texts.lower : texts.higher;
  return inMarkdown(unit === "" ? order : `${unit}, ${order}`);
}

/** One row per line: its shape, its least and its highest value. */
function linesTable(chart: LineChart, texts: RenderTexts): ReportTable {
  const columns = [
    { label: titleOf(chart.y), align: "start" as const },
    { label: titleOf(chart.x), align: "start" as const },
    { label: texts.least, align: "end" as const },
    { label: texts.most, align: "end" as const },
    { label: texts.last, align: "end" as const },
  ];
  const rows = chart.series.map(({ label, points }) => {
    const ys = points.map(([, y]) => y);
    const write = (value: number): string => (ys.length === 0 ? "–" : axisValue(chart.y, value));
    const numbers = [least(ys), most(ys), ys.at(-1) ?? 0].map(write);
    return [
      label,
      sparkline(ys.map(scaleOf(chart.y, ys, { from: 0, to: 1, ticks: 2 }).at), SPARKLINE_WIDTH),
      ...numbers,
    ].map((text) => ({ text }));
  });
  return { kind: "table", caption: "", columns, rows };
}

/** GitHub shows Markdown in `details` when an empty line is around it. */
function folded(tables: readonly string[], { data }: RenderTexts): readonly string[] {
  return [`<details><summary>${data.replace(/[<>&]/g, "")}</summary>`, ...tables, "</details>"];
}

/** Of a cloud of points a comment shows those that a person would choose from. */
export function withoutOthers(chart: ScatterChart): ScatterChart {
  return { ...chart, points: chart.points.filter(({ role }) => role !== "other") };
}

function least(values: readonly number[]): number {
  return values.reduce((low, value) => Math.min(low, value), Infinity);
}

function most(values: readonly number[]): number {
  return values.reduce((high, value) => Math.max(high, value), -Infinity);
}
