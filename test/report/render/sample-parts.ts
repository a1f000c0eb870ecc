import type { Chart, ReportCell, Tone } from "../../../server/src/core/report/report-model.js";

/** What most samples were made from. */
export const ABOUT = [
  { label: "File", value: "orders/producer.properties" },
  { label: "Client", value: "Kafka 4.1" },
  { label: "Scenario", value: "three-zones" },
  { label: "Load", value: "10,000 records/s of 1 KiB" },
  { label: "Simulated", value: "60 s, 5 seeds" },
];
/** What the simulation leaves out. */
export const LIMITS = [
  "Latency is from send() to the callback, in the producer; consumers are not simulated.",
  "Compression ratios are those of the scenario, not of your data.",
  "The broker's page cache is taken to hold all that is read back.",
];

/** A cell of a table. */
export function cell(text: string, tone?: Tone, detail?: string): ReportCell {
  return { text, ...(tone === undefined ? {} : { tone }), ...(detail === undefined ? {} : { detail }) };
}

/** A wave that looks like chance and is the same every time. */
export function noise(index: number): number {
  return Math.sin(index * 12.9898) * 0.5 + Math.sin(index * 78.233) * 0.3 + Math.sin(index * 3.7) * 0.2;
}

const SHARES = [0, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.995, 0.999, 0.9999, 1];

/** Latency by percentile, with confidence bands. */
export function percentiles(series: Readonly<Record<string, readonly number[]>>): Chart {
  return {
    kind: "lines",
    title: "Latency by percentile",
    description: "Half of the records are acknowledged within 6.1 ms now and within 3.9 ms with the change.",
    x: { label: "Share of records that are at least as fast", unit: "", scale: "nines" },
    y: { label: "Latency", unit: "ms", scale: "log" },
    shape: "line",
    series: Object.entries(series).map(([label, values]) => ({
      label,
      points: values.map((value, index) => [SHARES[index]!, value] as const),
      band: values.map((value, index) => [value * (0.97 - index * 0.008), value * (1.03 + index * 0.012)] as const),
    })),
    marks: [],
  };
}

const STAGES = [
  "waiting for memory",
  "filling the batch",
  "waiting for a connection",
  "on the network",
  "in the broker",
  "replication",
];

/** Latency by stage. */
export function stages(rows: Readonly<Record<string, readonly number[]>>): Chart {
  return {
    kind: "stacked-bars",
    title: "Mean latency by stage",
    description: "Most of it is waiting in a batch that fills.",
    unit: "ms",
    asShare: false,
    parts: STAGES.map((label, index) => ({ id: `stage-${index}`, label, tone: "neutral" })),
    rows: Object.entries(rows).map(([label, values]) => ({ label, values })),
  };
}

/** How many records took how long. */
export function latencyDistribution(): Chart {
  const points = Array.from({ length: 48 }, (_, index) => {
    const ms = 1.2 * 1.07 ** index;
    const spread = Math.log(ms / 6) / 0.45;
    return [Number(ms.toFixed(3)), Math.round(38_000 * Math.exp(-spread * spread * 0.5))] as const;
  });
  return {
    kind: "lines",
    title: "Distribution of the latency",
    description: "One hump around 6 ms and no second one: nothing waits for retries.",
    x: { label: "Latency", unit: "ms", scale: "log" },
    y: { label: "Records", unit: "", scale: "linear" },
    shape: "steps",
    series: [{ label: "records", points }],
    marks: [],
  };
}

/** Something over time, with faults. */
export function overTime(title: string, description: string, unit: string, value: (second: number) => number): Chart {
  const points = Array.from({ length: 241 }, (_, index) => {
    const second = index / 4;
    return [second, Number(Math.max(0, value(second)).toFixed(2))] as const;
  });
  return {
    kind: "lines",
    title,
    description,
    x: { label: "Time", unit: "s", scale: "linear" },
    y: { label: title, unit, scale: "linear" },
    shape: "line",
    series: [{ label: title, points }],
    marks: [
      { fromX: 20, toX: 32, label: "broker 1 is down" },
      { fromX: 20.4, label: "new leaders" },
      { fromX: 45, toX: 47, label: "leaders move back" },
    ],
  };
}
