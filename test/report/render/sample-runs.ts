import type { Report } from "../../../server/src/core/report/report-model.js";
import { ABOUT, cell, latencyDistribution, LIMITS, percentiles, stages } from "./sample-parts.js";

/** A file that is fine as it is. */
export const HEALTHY: Report = {
  format: 1,
  kind: "simulate",
  title: "orders/producer.properties",
  headline: "Every record arrives once and in order, 99 % of them within 12 ms, at 10,000 records a second.",
  tone: "good",
  about: ABOUT,
  sections: [
    {
      id: "summary",
      title: "Summary",
      blocks: [
        {
          kind: "table",
          caption: "60 simulated seconds, mean over 5 seeds",
          columns: [
            { label: "Measure", align: "start" },
            { label: "Value", align: "end" },
            { label: "95 % interval", align: "end" },
          ],
          rows: [
            [cell("Throughput"), cell("9.77 MiB/s"), cell("9.74 to 9.79")],
            [cell("Latency p50"), cell("6.1 ms"), cell("6.0 to 6.2")],
            [cell("Latency p99"), cell("11.8 ms"), cell("11.4 to 12.3")],
            [cell("Records lost"), cell("0"), cell("0 to 0")],
            [cell("Requests"), cell("612 /s"), cell("604 to 619")],
            [cell("Memory, most"), cell("1.4 of 32 MiB"), cell("1.3 to 1.5")],
          ],
        },
      ],
    },
    {
      id: "fates",
      title: "What became of the records",
      blocks: [
        {
          kind: "chart",
          chart: {
            kind: "stacked-bars",
            title: "Fate of 600,000 records",
            description: "All of them are stored once and acknowledged.",
            unit: "records",
            asShare: true,
            parts: [
              { id: "stored-once", label: "stored once, acknowledged", tone: "good" },
              { id: "lost", label: "acknowledged, then lost", tone: "bad" },
              { id: "failed", label: "failed", tone: "warning" },
            ],
            rows: [{ label: "", values: [600_000, 0, 0] }],
          },
        },
      ],
    },
    {
      id: "stages",
      title: "Where the time goes",
      blocks: [
        { kind: "chart", chart: stages({ "mean record": [0, 3.1, 0.2, 1.1, 0.6, 1.4] }) },
        { kind: "chart", chart: latencyDistribution() },
      ],
    },
    {
      id: "why",
      title: "Why",
      blocks: [
        {
          kind: "list",
          items: [
            "Records wait 3.1 ms for their batch: linger.ms is 5, and a batch is sent earlier when another partition of its broker is full.",
            "Batches leave 38 % full because one full partition flushes its broker's other partitions.",
          ],
        },
      ],
    },
    {
      id: "findings",
      title: "Findings in the file",
      blocks: [{ kind: "text", text: "The rules find nothing to say about this file.", tone: "good" }],
    },
    { id: "limits", title: "Assumptions and limits", blocks: [{ kind: "list", items: LIMITS }] },
  ],
  reproduce: "ackwise simulate orders/producer.properties --scenario three-zones --seeds 5",
  complete: true,
};

/** A change that loses records. */
export const LOSSY: Report = {
  format: 1,
  kind: "what-if",
  title: "What if acks were 1",
  headline: "With acks=1 the p99 halves to 5.9 ms, but 2,314 acknowledged records are lost when a leader crashes.",
  tone: "bad",
  about: [...ABOUT.slice(0, 2), { label: "Scenario", value: "three-zones, leader crash" }, ...ABOUT.slice(3)],
  sections: [
    {
      id: "summary",
      title: "Before and after",
      blocks: [
        {
          kind: "table",
          caption: "Means over 5 seeds; what differs by chance only has no tone",
          columns: [
            { label: "Measure", align: "start" },
            { label: "acks=all", align: "end" },
            { label: "acks=1", align: "end" },
            { label: "Change", align: "end" },
          ],
          rows: [
            [cell("Acknowledged, then lost"), cell("0"), cell("2,314"), cell("+2,314", "bad", "2,170 to 2,458")],
            [cell("Duplicates"), cell("0"), cell("418"), cell("+418", "bad", "390 to 446")],
            [cell("Latency p50"), cell("6.1 ms"), cell("3.9 ms"), cell("−36 %", "good", "−38 % to −34 %")],
            [cell("Latency p99"), cell("11.8 ms"), cell("5.9 ms"), cell("−50 %", "good", "−53 % to −47 %")],
            [cell("Throughput"), cell("9.77 MiB/s"), cell("9.77 MiB/s"), cell("0 %", "neutral", "−0.2 % to 0.3 %")],
            [cell("Requests"), cell("612 /s"), cell("598 /s"), cell("−2 %", "neutral", "−5 % to 1 %")],
            [cell("Memory, most"), cell("1.4 MiB"), cell("2.9 MiB"), cell("+107 %", "warning", "91 % to 124 %")],
          ],
        },
        {
          kind: "text",
          text: "Records that were acknowledged are gone: the new leader had not read them yet when the old one crashed.",
          tone: "bad",
        },
      ],
    },
    {
      id: "fates",
      title: "What became of the records",
      blocks: [
        {
          kind: "chart",
          chart: {
            kind: "stacked-bars",
            title: "Fate of 600,000 records",
            description: "Nothing is lost with acks=all; 0.39 % are acknowledged and lost with acks=1.",
            unit: "records",
            asShare: true,
            parts: [
              { id: "stored-once", label: "stored once", tone: "good" },
              { id: "duplicated", label: "stored more than once", tone: "warning" },
              { id: "failed", label: "failed, the application knows", tone: "neutral" },
              { id: "lost", label: "acknowledged, then lost", tone: "bad" },
            ],
            rows: [
              { label: "acks=all (now)", values: [600_000, 0, 0, 0] },
              { label: "acks=1", values: [572_068, 418, 25_200, 2_314] },
            ],
          },
        },
      ],
    },
    {
      id: "latency",
      title: "Latency",
      blocks: [
        {
          kind: "chart",
          chart: percentiles({
            "acks=all (now)": [2, 3.1, 4.4, 6.1, 8, 9.4, 10.3, 11.8, 14, 31, 60, 92],
            "acks=1": [1.1, 2, 2.8, 3.9, 4.5, 5, 5.3, 5.9, 7.2, 19, 41, 2_030],
          }),
        },
        {
          kind: "chart",
          chart: stages({ "acks=all (now)": [0, 3.1, 0.2, 1.1, 0.6, 1.4], "acks=1": [0, 2.6, 0.1, 1, 0.5, 0] }),
        },
      ],
    },
    {
      id: "findings",
      title: "Findings in the file",
      blocks: [
        {
          kind: "text",
          text: "idempotence-default-not-applied: acks=1 turns idempotence off without a word, and retries can reorder.",
          tone: "warning",
        },
        { kind: "code", text: "acks=all\nenable.idempotence=true", language: "properties" },
      ],
    },
    { id: "limits", title: "Assumptions and limits", blocks: [{ kind: "list", items: LIMITS }] },
  ],
  reproduce: "ackwise what-if orders/producer.properties --set acks=1 --scenario three-zones/leader-crash --seeds 5",
  complete: true,
};
