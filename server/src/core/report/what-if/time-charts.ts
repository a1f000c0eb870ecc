import type { SayWhatIf, WhatIfTextId } from "../../messages/what-if-texts.js";
import type { SimulatedResult } from "../../simulation/result/result.js";
import type { ScenarioFault } from "../../simulation/scenario/scenario.js";
import type { LineChart } from "../report-model.js";
import { faultText } from "./about.js";
import { variantName, type SimulatedVariant } from "./context.js";
import { ownOf } from "../../text/own.js";

interface TimeMeasure {
  readonly title: WhatIfTextId;
  readonly label: WhatIfTextId;
  readonly unit: string;
  readonly column: string;
  /** From the value of a sample that lasts so many seconds. */
  readonly scaled: (value: number, seconds: number) => number;
  readonly always: boolean;
}

const MEBIBYTE = 1_048_576;
const TIME_MEASURES: readonly TimeMeasure[] = [
  {
    title: "chart/time-latency",
    label: "axis/latency",
    unit: "ms",
    column: "latencyP99Ms",
    scaled: (value) => value,
    always: true,
  },
  {
    title: "chart/time-rate",
    label: "axis/rate",
    unit: "1/s",
    column: "acknowledged",
    scaled: (value, seconds) => value / seconds,
    always: true,
  },
  {
    title: "chart/time-buffer",
    label: "axis/memory",
    unit: "MiB",
    column: "bufferBytes",
    scaled: (value) => value / MEBIBYTE,
    always: true,
  },
  {
    title: "chart/time-inflight",
    label: "axis/requests",
    unit: "",
    column: "inFlightRequests",
    scaled: (value) => value,
    always: true,
  },
  {
    title: "chart/time-retries",
    label: "axis/records",
    unit: "",
    column: "retried",
    scaled: (value) => value,
    always: false,
  },
];

/** Points of a line: enough for a wide screen, few enough for a small file. */
const MOST_POINTS = 160;

/** Latency, throughput, buffer, requests in flight and retries over time, with the faults marked; of the first seed. */
export function timeCharts(say: SayWhatIf, variants: readonly SimulatedVariant[]): readonly LineChart[] {
  const [first] = variants[0]?.results ?? [];
  if (first === undefined || first.series.everyMs === 0) return [];
  const marks = first.scenario.faults.map((fault) => markOf(say, fault));
  return TIME_MEASURES.filter(({ always, column }) => always || variants.some((one) => hasAny(one, column))).map(
    (measure): LineChart => ({
      kind: "lines",
      title: say(measure.title),
      description: say("chart/time-description", { seed: first.seed }),
      x: { label: say("axis/time"), unit: "s", scale: "linear" },
      y: { label: say(measure.label), unit: measure.unit, scale: "linear" },
      shape: "line",
      series: variants.map((one) => ({
        label: variantName(say, one.variant.changes),
        points: pointsOf(one.results[0], measure),
      })),
      marks,
    }),
  );
}

function hasAny({ results }: SimulatedVariant, column: string): boolean {
  return ownOf(results[0]?.series.columns, column)?.some((value) => value > 0) === true;
}

/** Samples put together so that there are no more than {@link MOST_POINTS}: the largest of each group, so that no peak is lost. */
function pointsOf(
  result: SimulatedResult | undefined,
  { column, scaled }: TimeMeasure,
): LineChart["series"][number]["points"] {
  const values = ownOf(result?.series.columns, column) ?? [];
  const everyMs = result?.series.everyMs ?? 1;
  const group = Math.max(1, Math.ceil(values.length / MOST_POINTS));
  const points: (readonly [number, number])[] = [];
  for (let start = 0; start < values.length; start += group) {
    const most = Math.max(...values.slice(start, start + group));
    points.push([((start + group) * everyMs) / 1_000, Number(scaled(most, everyMs / 1_000).toPrecision(4))]);
  }
  return points;
}

function markOf(say: SayWhatIf, fault: ScenarioFault): LineChart["marks"][number] {
  const fromX = fault.atMs / 1_000;
  const label = faultText(say, fault);
  const toMs = endOf(fault);
  return toMs === undefined ? { fromX, label } : { fromX, toX: toMs / 1_000, label };
}

function endOf(fault: ScenarioFault): number | undefined {
  if ("forMs" in fault) return fault.atMs + fault.forMs;
  if (fault.kind === "restart") return fault.atMs + fault.downMs;
  return fault.kind === "crash" && fault.restartMs !== undefined ? fault.atMs + fault.restartMs : undefined;
}
