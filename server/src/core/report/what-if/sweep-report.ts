import type { SayWhatIf } from "../../messages/what-if-texts.js";
import type { SimulatedResult } from "../../simulation/result/result.js";
import { MEASURES, type Measure, type MeasureId } from "../../whatif/measures.js";
import { cellEstimate, type SweepAxis, type SweepCell } from "../../whatif/sweep.js";
import {
  REPORT_FORMAT,
  type Axis,
  type Chart,
  type Report,
  type ReportCell,
  type ReportTable,
} from "../report-model.js";
import { aboutFacts } from "./about.js";
import { changeName, type ReportContext } from "./context.js";
import { quantity } from "./quantities.js";
import { findingsSections, limitsSection } from "./sections.js";

/** What a sweep came to. */
export interface SweepData {
  readonly axes: readonly SweepAxis[];
  readonly cells: readonly SweepCell[];
  /** Index by axis of the value in the file; undefined when the sweep does not hold it. */
  readonly current: readonly number[] | undefined;
  /** What the headline is about. */
  readonly goal: MeasureId;
  /** Some result, for what all have in common. */
  readonly sample: SimulatedResult | undefined;
}

/** Measures that are drawn. */
const DRAWN: readonly MeasureId[] = ["p99", "throughput", "requests", "memory"];
/** Measures of which a table is made. */
const TABLED: readonly MeasureId[] = ["mean", "p99", "throughput", "requests", "fill", "memory"];
const HARMS: readonly MeasureId[] = ["lost", "duplicates", "unordered", "failed"];

/** Lines for one setting, heat maps for two, and every number in a table. */
export function sweepReport(data: SweepData, context: ReportContext): Report {
  const { say, complete, reproduce } = context;
  const { axes, sample } = data;
  const { headline, tone } = headlineOf(say, data);
  const charts = [...DRAWN, ...HARMS.filter((id) => data.cells.some((cell) => (cellEstimate(cell, id)?.mean ?? 0) > 0))]
    .map((id) => chartOf(say, data, MEASURES[id]))
    .filter((chart) => chart !== undefined);
  return {
    format: REPORT_FORMAT,
    kind: "sweep",
    title: say("title/sweep", { keys: axes.map(({ key }) => key).join(" × ") }),
    headline: complete ? headline : `${say("headline/incomplete")} ${headline}`,
    tone: complete ? tone : "warning",
    about: aboutFacts(context, sample),
    sections: [
      {
        id: "summary",
        title: say("section/summary"),
        blocks: [...charts.map((chart) => ({ kind: "chart", chart }) as const), cellsTable(say, data)],
      },
      ...findingsSections(context),
      limitsSection(context, sample === undefined ? [] : [sample]),
    ],
    reproduce,
    complete,
  };
}

/** Cells whose shares of the load differ by less keep up equally well. */
const SAME_PACE = 0.99;

/** The cell that is best in a measure, among those that harm records least and, of these, keep up with the load best. */
export function bestCell({ cells, goal }: Pick<SweepData, "cells" | "goal">): SweepCell | undefined {
  const harmOf = (cell: SweepCell): number => HARMS.reduce((sum, id) => sum + (cellEstimate(cell, id)?.mean ?? 0), 0);
  const simulated = cells.filter(({ measures }) => measures.length > 0);
  const least = Math.min(...simulated.map(harmOf));
  const sign = MEASURES[goal].better === "lower" ? 1 : -1;
  const paceOf = (cell: SweepCell): number => cellEstimate(cell, "keptUp")?.mean ?? 0;
  const harmless = simulated.filter((cell) => harmOf(cell) === least);
  const pace = Math.max(...harmless.map(paceOf));
  return harmless
    .filter((cell) => paceOf(cell) >= pace * SAME_PACE)
    .sort((a, b) => sign * ((cellEstimate(a, goal)?.mean ?? 0) - (cellEstimate(b, goal)?.mean ?? 0)))[0];
}

function headlineOf(say: SayWhatIf, data: SweepData): Pick<Report, "headline" | "tone"> {
  const best = bestCell(data);
  if (best === undefined) return { headline: say("headline/sweep-none"), tone: "bad" };
  const { unit } = MEASURES[data.goal];
  const at = data.current;
  const now =
    at === undefined ? undefined : data.cells.find((cell) => cell.at.every((index, axis) => index === at[axis]));
  const baseline = now === undefined ? undefined : cellEstimate(now, data.goal);
  return {
    headline: say("headline/best", {
      goal: say(`measure/${data.goal}`),
      changes: best.changes.map((change) => changeName(say, change)).join(", "),
      value: quantity(cellEstimate(best, data.goal)?.mean ?? 0, unit),
      baseline: baseline === undefined ? "–" : quantity(baseline.mean, unit),
    }),
    tone: "neutral",
  };
}

function chartOf(say: SayWhatIf, data: SweepData, measure: Measure): Chart | undefined {
  return data.axes.length === 1 ? lineOf(say, data, measure) : heatOf(say, data, measure);
}

/** In the unit in which the measure is drawn. */
function drawn({ unit }: Measure, value: number): number {
  const scaled = unit === "bytes" ? value / 1_048_576 : unit === "share" ? value * 100 : value;
  return Number(scaled.toPrecision(5));
}

function drawnUnit({ unit }: Measure): string {
  return unit === "bytes" ? "MiB" : unit === "share" ? "%" : unit === "count" ? "" : unit;
}

/** A line over the values, when they are numbers. */
function lineOf(say: SayWhatIf, data: SweepData, measure: Measure): Chart | undefined {
  const [axis] = data.axes;
  if (axis === undefined || axis.values.length < 2 || !axis.values.every((value) => /^-?\d+$/.test(value)))
    return undefined;
  const numbers = axis.values.map(Number);
  const points = data.cells
    .flatMap((cell) => {
      const value = cellEstimate(cell, measure.id);
      const x = numbers[cell.at[0] ?? 0] ?? 0;
      return value === undefined ? [] : [{ x, value }];
    })
    .sort((a, b) => a.x - b.x);
  const label = say(`measure/${measure.id}`);
  const current = data.current?.[0];
  const mark = current === undefined ? undefined : numbers[current];
  return {
    kind: "lines",
    title: say("chart/sweep", { measure: label, key: axis.key }),
    description: say("chart/sweep-description"),
    x: { label: axis.key, unit: axis.key.endsWith(".ms") ? "ms" : "", scale: scaleOf(numbers) },
    y: { label, unit: drawnUnit(measure), scale: "linear" },
    shape: "points",
    series: [
      {
        label,
        points: points.map(({ x, value }) => [x, drawn(measure, value.mean)]),
        band: points.map(({ value }) => [drawn(measure, Math.max(0, value.low)), drawn(measure, value.high)]),
      },
    ],
    marks: mark === undefined ? [] : [{ fromX: mark, label: say("mark/current") }],
  };
}

/** Values that grow by factors are drawn at even distances. */
function scaleOf(values: readonly number[]): Axis["scale"] {
  const least = Math.min(...values);
  return least > 0 && Math.max(...values) / least > 16 ? "log" : "linear";
}

function heatOf(say: SayWhatIf, data: SweepData, measure: Measure): Chart | undefined {
  const [x, y] = data.axes;
  if (x === undefined || y === undefined) return undefined;
  const [currentX, currentY] = data.current ?? [];
  const label = say(`measure/${measure.id}`);
  const chart: Chart = {
    kind: "heat-map",
    title: say("chart/heat", { measure: label, x: x.key, y: y.key }),
    description: say("chart/heat-description"),
    x: { label: x.key, values: x.values },
    y: { label: y.key, values: y.values },
    unit: drawnUnit(measure),
    better: measure.better,
    cells: y.values.map((_, row) =>
      x.values.map((__, column) => {
        const cell = data.cells.find(({ at }) => at[0] === column && at[1] === row);
        const value = cell === undefined ? undefined : cellEstimate(cell, measure.id);
        return value === undefined ? null : drawn(measure, value.mean);
      }),
    ),
  };
  return currentX === undefined || currentY === undefined ? chart : { ...chart, current: [currentX, currentY] };
}

function cellsTable(say: SayWhatIf, { axes, cells }: SweepData): ReportTable {
  return {
    kind: "table",
    caption: say("table/cells"),
    columns: [
      ...axes.map(({ key }) => ({ label: key, align: "end" as const })),
      ...TABLED.map((id) => ({ label: say(`measure/${id}`), align: "end" as const })),
      { label: say("table/harm"), align: "end" as const },
    ],
    rows: cells.map((cell) => [
      ...cell.changes.map(({ value }): ReportCell => ({ text: value ?? "" })),
      ...TABLED.map((id) => numberCell(say, cell, id)),
      harmCell(cell),
    ]),
  };
}

function numberCell(say: SayWhatIf, cell: SweepCell, id: MeasureId): ReportCell {
  const value = cellEstimate(cell, id);
  if (value === undefined) return { text: say("table/refused"), tone: "bad", detail: cell.refused ?? "" };
  const { unit } = MEASURES[id];
  const detail =
    cell.measures.length < 2
      ? say("detail/one-run")
      : say("detail/interval", { low: quantity(Math.max(0, value.low), unit), high: quantity(value.high, unit) });
  return { text: quantity(value.mean, unit), detail };
}

function harmCell(cell: SweepCell): ReportCell {
  if (cell.measures.length === 0) return { text: "" };
  const harm = HARMS.reduce((sum, id) => sum + (cellEstimate(cell, id)?.mean ?? 0), 0);
  return harm > 0 ? { text: quantity(harm, "count"), tone: "bad" } : { text: "0" };
}
