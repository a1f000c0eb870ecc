import type { Report } from "../../../server/src/core/report/report-model.js";
import { ABOUT, cell, noise } from "./sample-parts.js";

const LINGERS = ["0", "1", "2", "5", "10", "20", "50", "100", "200", "500"];
const BATCHES = ["1024", "4096", "8192", "16384", "32768", "65536", "131072", "262144", "524288", "1048576"];

/** Two settings swept, and one of them alone. */
export const SWEEP: Report = {
  format: 1,
  kind: "sweep",
  title: "linger.ms and batch.size",
  headline: "The lowest p99 is 7.4 ms, at linger.ms=1 and batch.size=65536; the file's own pair is at 11.8 ms.",
  tone: "neutral",
  about: ABOUT,
  sections: [
    {
      id: "map",
      title: "Both settings",
      blocks: [
        {
          kind: "chart",
          chart: {
            kind: "heat-map",
            title: "Latency p99 by linger.ms and batch.size",
            description: "Low everywhere but for tiny batches, where requests pile up, and for long lingers.",
            x: { label: "batch.size", values: BATCHES },
            y: { label: "linger.ms", values: LINGERS },
            unit: "ms",
            better: "lower",
            cells: LINGERS.map((linger, row) =>
              BATCHES.map((_, column) => {
                if (row > 8 && column > 7) return null;
                const queue = 900 / (1 + column ** 3.2) / (1 + row * 0.25);
                const wait = Number(linger) * Math.min(1, 0.1 + column * 0.11);
                return Number((6.4 + queue + wait + noise(row * 10 + column) * 0.4).toFixed(1));
              }),
            ),
            current: [3, 3],
          },
        },
      ],
    },
    {
      id: "lines",
      title: "One setting",
      blocks: [
        {
          kind: "chart",
          chart: {
            kind: "lines",
            title: "Latency and requests by linger.ms",
            description: "Beyond 10 ms a longer linger costs latency and saves hardly any request.",
            x: { label: "linger.ms", unit: "", scale: "linear" },
            y: { label: "Latency", unit: "ms", scale: "linear" },
            shape: "points",
            series: ["p50", "p95", "p99", "p99.9"].map((label, index) => ({
              label,
              points: [0, 5, 10, 20, 40, 60, 80, 100].map(
                (x) => [x, Number(((4 + x * 0.55) * (1 + index * 0.32)).toFixed(1))] as const,
              ),
              band: [0, 5, 10, 20, 40, 60, 80, 100].map(
                (x) => [(3.6 + x * 0.52) * (1 + index * 0.32), (4.5 + x * 0.58) * (1 + index * 0.32)] as const,
              ),
            })),
            marks: [{ fromX: 5, label: "now" }],
          },
        },
      ],
    },
  ],
  reproduce: "ackwise sweep orders/producer.properties --vary linger.ms=0,1,2,5,10 --vary batch.size=1024,4096,8192",
  complete: true,
};

const FRONT: readonly (readonly [number, number, string])[] = [
  [182, 41.2, "linger.ms=50, batch.size=262144, compression.type=zstd"],
  [240, 24.6, "linger.ms=20, batch.size=131072, compression.type=zstd"],
  [331, 15.8, "linger.ms=10, batch.size=65536, compression.type=lz4"],
  [452, 9.9, "linger.ms=2, batch.size=65536"],
  [710, 7.6, "linger.ms=1"],
  [1_340, 6.9, "linger.ms=0"],
];

/** A search for the best trade-offs. */
export const TUNE: Report = {
  format: 1,
  kind: "tune",
  title: "Lowest p99 with few requests",
  headline:
    "linger.ms=2 with batch.size=65536 is better in both: p99 from 11.8 to 9.9 ms with a quarter fewer requests.",
  tone: "good",
  about: ABOUT,
  sections: [
    {
      id: "front",
      title: "Best trade-offs",
      blocks: [
        {
          kind: "chart",
          chart: {
            kind: "scatter",
            title: "Latency against requests",
            description:
              "Six of 120 candidates are better than all others in one of the two measures. The file as it is lies above them.",
            x: { label: "Requests", unit: "per second", scale: "log" },
            y: { label: "Latency p99", unit: "ms", scale: "linear" },
            points: [
              ...Array.from({ length: 113 }, (_, index) => {
                const x = 200 + ((index * 37) % 113) * 10.5;
                const floor = 6.5 + 5_200 / x;
                return {
                  x: Number(x.toFixed(0)),
                  y: Number((floor + 6 + Math.abs(noise(index)) * 26).toFixed(1)),
                  label: `candidate ${index + 1}`,
                  role: "other" as const,
                };
              }),
              ...FRONT.map(([x, y, label]) => ({ x, y, label, role: "front" as const })),
              { x: 612, y: 11.8, label: "the file as it is", role: "current" },
            ],
          },
        },
        { kind: "code", text: "linger.ms=2\nbatch.size=65536", language: "properties" },
      ],
    },
    {
      id: "summary",
      title: "What the change brings",
      blocks: [
        {
          kind: "table",
          caption: "The proposal against the file as it is",
          columns: [
            { label: "Measure", align: "start" },
            { label: "Now", align: "end" },
            { label: "Proposal", align: "end" },
            { label: "Change", align: "end" },
          ],
          rows: [
            [cell("Latency p99"), cell("11.8 ms"), cell("9.9 ms"), cell("−16 %", "good", "−19 % to −13 %")],
            [cell("Requests"), cell("612 /s"), cell("452 /s"), cell("−26 %", "good", "−28 % to −25 %")],
            [cell("Memory, most"), cell("1.4 MiB"), cell("2.2 MiB"), cell("+57 %", "neutral")],
          ],
        },
      ],
    },
  ],
  reproduce: "ackwise tune orders/producer.properties --goal lowest-p99 --scenario three-zones",
  complete: true,
};
