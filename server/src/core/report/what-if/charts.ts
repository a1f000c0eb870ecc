import type { SayWhatIf } from "../../messages/what-if-texts.js";
import type { LatencyStage } from "../../simulation/full/statistics.js";
import type { Distribution, SimulatedResult } from "../../simulation/result/result.js";
import type { Chart, LineChart, LineSeries, StackedBars, Tone } from "../report-model.js";
import { variantName, type SimulatedVariant } from "./context.js";

type Fate =
  | "storedOnce"
  | "acknowledgedLost"
  | "duplicated"
  | "failedStored"
  | "failedAbsent"
  | "failedBeforeSending"
  | "pending";

const FATES: readonly (readonly [Fate, Tone])[] = [
  ["storedOnce", "good"],
  ["duplicated", "warning"],
  ["failedStored", "warning"],
  ["acknowledgedLost", "bad"],
  ["failedAbsent", "bad"],
  ["failedBeforeSending", "bad"],
  ["pending", "neutral"],
];

const STAGES: readonly LatencyStage[] = [
  "blocked",
  "batch",
  "retry",
  "request",
  "brokerQueue",
  "append",
  "replication",
  "response",
];

/** What becomes of the records, as means over the seeds like every other number of a report; fates that nobody has are left out. */
export function fatesChart(say: SayWhatIf, variants: readonly SimulatedVariant[]): Chart {
  const sum = ({ results }: SimulatedVariant, fate: Fate): number =>
    results.reduce((total, { records }) => total + records[fate], 0);
  const shown = FATES.filter(([fate]) => fate === "storedOnce" || variants.some((one) => sum(one, fate) > 0));
  return {
    kind: "stacked-bars",
    title: say("chart/fates"),
    description: say("chart/fates-description"),
    unit: "",
    asShare: true,
    parts: shown.map(([id, tone]) => ({ id, label: say(`fate/${id}`), tone })),
    rows: rowsOf(say, variants, (variant) =>
      shown.map(([fate]) => meanCount(sum(variant, fate), variant.results.length)),
    ),
  };
}

/** A mean number of records: whole, unless that would say that there is none. */
function meanCount(sum: number, runs: number): number {
  const mean = sum / Math.max(1, runs);
  return mean > 0 && mean < 0.95 ? Number(mean.toPrecision(2)) : Math.round(mean);
}

/** Where the mean latency comes from; stages without time are left out. */
export function stagesChart(say: SayWhatIf, variants: readonly SimulatedVariant[]): StackedBars {
  const mean = ({ results }: SimulatedVariant, stage: LatencyStage): number =>
    results.reduce((total, { stagesMs }) => total + stagesMs[stage].mean, 0) / Math.max(1, results.length);
  const shown = STAGES.filter((stage) => variants.some((one) => mean(one, stage) > 0));
  return {
    kind: "stacked-bars",
    title: say("chart/stages"),
    description: say("chart/stages-description"),
    unit: "ms",
    asShare: false,
    parts: shown.map((id) => ({ id, label: say(`stage/${id}`), tone: "neutral" })),
    rows: rowsOf(say, variants, (variant) => shown.map((stage) => Number(mean(variant, stage).toPrecision(4)))),
  };
}

const PERCENTILES: readonly (readonly [keyof Distribution, number])[] = [
  ["p50", 0.5],
  ["p90", 0.9],
  ["p95", 0.95],
  ["p99", 0.99],
  ["p999", 0.999],
];

/** Latency by percentile, mean of the seeds. */
export function percentilesChart(say: SayWhatIf, variants: readonly SimulatedVariant[]): LineChart {
  const mean = ({ results }: SimulatedVariant, name: keyof Distribution): number =>
    results.reduce((total, { latencyMs }) => total + latencyMs[name], 0) / Math.max(1, results.length);
  return {
    kind: "lines",
    title: say("chart/percentiles"),
    description: say("chart/percentiles-description"),
    x: { label: say("axis/share"), unit: "", scale: "nines" },
    y: { label: say("axis/latency"), unit: "ms", scale: wideApart(variants) ? "log" : "linear" },
    shape: "points",
    series: variants.map((one) => ({
      label: variantName(say, one.variant.changes),
      points: PERCENTILES.map(([name, share]) => [share, Number(mean(one, name).toPrecision(4))] as const),
    })),
    marks: [],
  };
}

/** Latencies that differ by more than 50 times are read better on a logarithmic axis. */
function wideApart(variants: readonly SimulatedVariant[]): boolean {
  const all = variants.flatMap(({ results }) => results.map(({ latencyMs }) => latencyMs));
  const least = Math.min(...all.map(({ p50 }) => p50));
  return least > 0 && Math.max(...all.map(({ p999 }) => p999)) / least > 50;
}

/** The shape of the latency of the first seed. */
export function distributionChart(say: SayWhatIf, variants: readonly SimulatedVariant[]): LineChart {
  return {
    kind: "lines",
    title: say("chart/distribution"),
    description: say("chart/distribution-description"),
    x: { label: say("axis/latency"), unit: "ms", scale: "log" },
    y: { label: say("axis/records-share"), unit: "%", scale: "linear" },
    shape: "steps",
    series: variants.map((one) => ({
      label: variantName(say, one.variant.changes),
      points: distributionPoints(one.results[0]),
    })),
    marks: [],
  };
}

/** Steps: each point is the lower end of a bucket with its share; the last one closes at zero. */
function distributionPoints(result: SimulatedResult | undefined): LineSeries["points"] {
  const { upToMs, records } = result?.latencyBuckets ?? { upToMs: [], records: [] };
  const total = records.reduce((sum, count) => sum + count, 0);
  const first = (upToMs[0] ?? 0) * 0.917;
  const points = records.map((count, index): readonly [number, number] => [
    Math.max(0.001, index === 0 ? first : (upToMs[index - 1] ?? 0)),
    total === 0 ? 0 : Number(((100 * count) / total).toPrecision(4)),
  ]);
  const last = upToMs.at(-1);
  return last === undefined ? [] : [...points, [Math.max(0.001, last), 0]];
}

function rowsOf(
  say: SayWhatIf,
  variants: readonly SimulatedVariant[],
  values: (variant: SimulatedVariant) => readonly number[],
): StackedBars["rows"] {
  return variants.map((one) => ({ label: variantName(say, one.variant.changes), values: values(one) }));
}
