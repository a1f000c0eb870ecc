import type { SimulatedResult } from "../../core/simulation/result/result.js";

/** What became of records, worst first, with whether it is bad; only what happened. */
export function fateLines({
  records,
}: SimulatedResult): readonly { readonly bad: boolean; readonly count: number; readonly text: string }[] {
  return [
    { bad: true, count: records.acknowledgedLost, text: "acknowledged but lost" },
    {
      bad: true,
      count: records.failedStored,
      text: "reported as failed but stored: sending them again makes duplicates",
    },
    { bad: true, count: records.failedAbsent, text: "reported as failed, and not stored" },
    { bad: true, count: records.failedBeforeSending, text: "refused before they were in a batch" },
    { bad: true, count: records.duplicated, text: "stored twice or more" },
    { bad: true, count: records.outOfOrder, text: "stored out of order (they also have one of the other fates)" },
    { bad: true, count: records.pending, text: "still without an answer at the end" },
    { bad: false, count: records.storedOnce, text: "acknowledged and stored once" },
  ].filter(({ count }) => count > 0);
}

/** The stages of the latency with their mean and share of the whole. */
export function stageRows({ stagesMs, latencyMs }: SimulatedResult): readonly {
  readonly name: string;
  readonly mean: number;
  readonly p99: number;
  readonly share: number;
}[] {
  const names = {
    blocked: "blocked in send()",
    batch: "waiting in the batch",
    retry: "failed attempts",
    request: "to the broker",
    brokerQueue: "broker queue",
    append: "append",
    replication: "replication",
    response: "answer and callback",
  } as const;
  return (Object.keys(names) as (keyof typeof names)[]).map((stage) => {
    const { mean, p99 } = stagesMs[stage];
    return { name: names[stage], mean, p99, share: latencyMs.mean === 0 ? 0 : mean / latencyMs.mean };
  });
}

/** How a simulation ended, if not by itself. */
export function unfinished({ ended }: SimulatedResult): string | undefined {
  switch (ended) {
    case "done":
      return undefined;
    case "drain-limit":
      return "stopped at drainMs: records were still under way";
    case "event-limit":
      return "stopped at limits.events: the numbers are of a part";
    case "record-limit":
      return "stopped at limits.records: the numbers are of a part";
    case "cancelled":
      return "cancelled: the numbers are of a part";
  }
}

/** A failure in a line. */
export function failureLine({
  exception,
  records,
  seenIn,
  stored,
  neverSent,
}: SimulatedResult["failures"][number]): string {
  const details = [
    seenIn === "send()" ? "thrown by send()" : "in the Future and the callback",
    stored > 0 ? `${whole(stored)} stored nevertheless` : "",
    neverSent > 0 ? `${whole(neverSent)} never sent` : "",
  ].filter((detail) => detail !== "");
  return `${exception}: ${whole(records)} records (${details.join("; ")})`;
}

/** 1,234,567. */
export function whole(value: number): string {
  return Math.round(value)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, ",");
}

/** Three significant digits, and thousands apart. */
export function short(value: number): string {
  if (value >= 1_000) return whole(value);
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

/** Bytes as people read them. */
export function bytesText(bytes: number): string {
  if (bytes >= 1_048_576) return `${short(bytes / 1_048_576)} MiB`;
  return bytes >= 1_024 ? `${short(bytes / 1_024)} KiB` : `${short(bytes)} B`;
}

/** A share as percent. */
export function percent(share: number): string {
  return `${(share * 100).toFixed(share < 0.1 ? 1 : 0)} %`;
}
