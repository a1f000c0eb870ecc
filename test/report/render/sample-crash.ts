import type { Report } from "../../../server/src/core/report/report-model.js";
import { ABOUT, noise, overTime } from "./sample-parts.js";

/** A leader crash that the file survives; the simulation was stopped. */
export const LEADER_CRASH: Report = {
  format: 1,
  kind: "simulate",
  title: "payments.properties under a leader crash",
  headline:
    "No record is lost, but for 2.4 seconds after the crash records wait, and 1.8 % of them take longer than a second.",
  tone: "warning",
  about: [
    { label: "File", value: "payments.properties" },
    ...ABOUT.slice(1, 2),
    { label: "Scenario", value: "payments, leader crash" },
  ],
  sections: [
    {
      id: "fates",
      title: "What became of the records",
      blocks: [
        {
          kind: "chart",
          chart: {
            kind: "stacked-bars",
            title: "Fate of 118,397 records",
            description: "99.2 % are stored once; the others fail and the application is told.",
            unit: "records",
            asShare: true,
            parts: [
              { id: "stored-once", label: "stored once, acknowledged", tone: "good" },
              { id: "retried", label: "stored once after a retry", tone: "neutral" },
              { id: "failed", label: "failed, not stored: TimeoutException", tone: "warning" },
              { id: "lost", label: "acknowledged, then lost", tone: "bad" },
            ],
            rows: [{ label: "", values: [114_400, 3_053, 944, 0] }],
          },
        },
      ],
    },
    {
      id: "time",
      title: "Over time",
      blocks: [
        {
          kind: "chart",
          chart: overTime(
            "Latency p99",
            "Quiet but for the crash: the p99 rises to 2.4 s and is back after 9 s.",
            "ms",
            (second) =>
              second < 20 || second > 29
                ? 14 + noise(second * 4) * 4 + (second > 45 && second < 48 ? 160 : 0)
                : Math.max(14, 2_400 * Math.exp(-(second - 20) / 2.2)),
          ),
        },
        {
          kind: "chart",
          chart: overTime(
            "Memory in use",
            "The accumulator fills to 21 MiB while there is no leader.",
            "MiB",
            (second) =>
              second < 20 || second > 30
                ? 1.4 + noise(second * 4) * 0.3
                : 1.4 + 20 * Math.exp(-(((second - 22) / 2) ** 2)),
          ),
        },
      ],
    },
    {
      id: "why",
      title: "Why",
      blocks: [
        {
          kind: "list",
          items: [
            "The client learns of the new leader from the answer NOT_LEADER_OR_FOLLOWER and asks for metadata at once; it does not wait for metadata.max.age.ms.",
            "944 records expire: delivery.timeout.ms is 2000, shorter than the 2.4 s without a leader.",
          ],
        },
        { kind: "code", text: "delivery.timeout.ms=30000", language: "properties" },
      ],
    },
  ],
  reproduce: "ackwise simulate payments.properties --scenario payments/leader-crash",
  complete: false,
};
