import type { SimulatedResult } from "../simulation/result/result.js";

/** What is read off a simulation to compare it with others. */
export type MeasureId =
  | "mean"
  | "p50"
  | "p99"
  | "p999"
  | "max"
  | "lateMean"
  | "lateP50"
  | "lateP99"
  | "lateP999"
  | "lateMax"
  | "late"
  | "endToEnd"
  | "lateEndToEnd"
  | "invisible"
  | "blocked"
  | "blockedP99"
  | "blockedMax"
  | "commit"
  | "keptUp"
  | "undelivered"
  | "throughput"
  | "records"
  | "requests"
  | "wire"
  | "requestsPerRecord"
  | "bytesPerRecord"
  | "fill"
  | "recordsPerRequest"
  | "memory"
  | "memoryLimit"
  | "lost"
  | "unreplicated"
  | "unreplicatedMost"
  | "duplicates"
  | "unordered"
  | "failed"
  | "storedFailed"
  | "pending"
  | "retried"
  | "aborted";

/** Of what a measure is an amount; it decides how it is written. */
export type MeasureUnit = "ms" | "MiB/s" | "1/s" | "share" | "count" | "bytes";

/** A number that stands for a simulation. docs/simulation.md defines each. */
export interface Measure {
  readonly id: MeasureId;
  readonly unit: MeasureUnit;
  /** Which way is an improvement, other things being equal. */
  readonly better: "lower" | "higher";
  /** The measure that says whether a change of this one is for the better; `none`: it is a means, no end. Without it, itself. */
  readonly judgedBy?: MeasureId | "none";
  readonly read: (result: SimulatedResult) => number;
}

const MEASURE_LIST: readonly Measure[] = [
  { id: "mean", unit: "ms", better: "lower", read: ({ latencyMs }) => latencyMs.mean },
  { id: "p50", unit: "ms", better: "lower", read: ({ latencyMs }) => latencyMs.p50 },
  { id: "p99", unit: "ms", better: "lower", read: ({ latencyMs }) => latencyMs.p99 },
  { id: "p999", unit: "ms", better: "lower", read: ({ latencyMs }) => latencyMs.p999 },
  { id: "max", unit: "ms", better: "lower", read: ({ latencyMs }) => latencyMs.max },
  { id: "lateMean", unit: "ms", better: "lower", read: ({ schedule }) => schedule.lateMs.mean },
  { id: "lateP50", unit: "ms", better: "lower", read: ({ schedule }) => schedule.lateMs.p50 },
  { id: "lateP99", unit: "ms", better: "lower", read: ({ schedule }) => schedule.lateMs.p99 },
  { id: "lateP999", unit: "ms", better: "lower", read: ({ schedule }) => schedule.lateMs.p999 },
  { id: "lateMax", unit: "ms", better: "lower", read: ({ schedule }) => schedule.lateMs.max },
  {
    id: "late",
    unit: "share",
    better: "lower",
    read: ({ schedule }) => shareOf(schedule.lateRecords, schedule.planned),
  },
  { id: "endToEnd", unit: "ms", better: "lower", read: ({ endToEndMs }) => endToEndMs.p99 },
  { id: "lateEndToEnd", unit: "ms", better: "lower", read: ({ schedule }) => schedule.endToEndMs.p99 },
  { id: "invisible", unit: "count", better: "lower", read: ({ neverVisible }) => neverVisible },
  { id: "blocked", unit: "ms", better: "lower", read: ({ blockedMs }) => blockedMs.mean },
  { id: "blockedP99", unit: "ms", better: "lower", read: ({ blockedMs }) => blockedMs.p99 },
  { id: "blockedMax", unit: "ms", better: "lower", read: ({ blockedMs }) => blockedMs.max },
  { id: "commit", unit: "ms", better: "lower", read: ({ transactions }) => transactions?.commitMs.p99 ?? 0 },
  { id: "keptUp", unit: "share", better: "higher", read: ({ schedule }) => schedule.keptUp },
  {
    id: "undelivered",
    unit: "share",
    better: "lower",
    read: (result) => shareOf(result.schedule.planned - result.latencyMs.count, result.schedule.planned),
  },
  { id: "throughput", unit: "MiB/s", better: "higher", read: ({ throughput }) => throughput.valueMebibytesPerSecond },
  { id: "records", unit: "1/s", better: "higher", read: ({ throughput }) => throughput.recordsPerSecond },
  {
    id: "requests",
    unit: "1/s",
    better: "lower",
    judgedBy: "requestsPerRecord",
    read: ({ requests }) => requests.perSecond,
  },
  {
    id: "wire",
    unit: "MiB/s",
    better: "lower",
    judgedBy: "bytesPerRecord",
    read: ({ requests }) => (shareOf(requests.bytes, requests.count) * requests.perSecond) / 1_048_576,
  },
  {
    id: "requestsPerRecord",
    unit: "count",
    better: "lower",
    read: ({ requests, latencyMs }) => 1_000 * shareOf(requests.count, latencyMs.count),
  },
  {
    id: "bytesPerRecord",
    unit: "bytes",
    better: "lower",
    read: ({ requests, latencyMs }) => shareOf(requests.bytes, latencyMs.count),
  },
  { id: "fill", unit: "share", better: "higher", judgedBy: "none", read: ({ batches }) => batches.fill },
  {
    id: "recordsPerRequest",
    unit: "count",
    better: "higher",
    judgedBy: "none",
    read: ({ requests }) => requests.recordsMean,
  },
  { id: "memory", unit: "bytes", better: "lower", read: ({ buffer }) => buffer.mostBytes },
  {
    id: "memoryLimit",
    unit: "bytes",
    better: "lower",
    judgedBy: "none",
    read: ({ buffer, scenario }) => shareOf(buffer.totalBytes, scenario.workload.producers),
  },
  { id: "lost", unit: "count", better: "lower", read: ({ records }) => records.acknowledgedLost },
  { id: "unreplicated", unit: "count", better: "lower", read: ({ unreplicated }) => unreplicated.mean },
  { id: "unreplicatedMost", unit: "count", better: "lower", read: ({ unreplicated }) => unreplicated.most },
  {
    id: "duplicates",
    unit: "count",
    better: "lower",
    read: ({ records }) => records.duplicated,
  },
  { id: "unordered", unit: "count", better: "lower", read: ({ records }) => records.outOfOrder },
  {
    id: "failed",
    unit: "count",
    better: "lower",
    read: ({ records }) => records.failedAbsent + records.failedStored + records.failedBeforeSending,
  },
  { id: "storedFailed", unit: "count", better: "lower", read: ({ records }) => records.failedStored },
  { id: "pending", unit: "count", better: "lower", read: ({ records }) => records.pending },
  { id: "retried", unit: "count", better: "lower", read: ({ retriedRecords }) => retriedRecords },
  { id: "aborted", unit: "count", better: "lower", read: ({ transactions }) => transactions?.aborted ?? 0 },
];

function shareOf(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

/** Every measure by its id. */
export const MEASURES: Readonly<Record<MeasureId, Measure>> = Object.fromEntries(
  MEASURE_LIST.map((measure) => [measure.id, measure]),
) as Record<MeasureId, Measure>;

/** Every measure in the order in which reports show them. */
export const MEASURE_IDS: readonly MeasureId[] = MEASURE_LIST.map(({ id }) => id);

/** The measures of a simulation. */
export type MeasureValues = Readonly<Record<MeasureId, number>>;

/** Reads every measure off a simulation. */
export function measure(result: SimulatedResult): MeasureValues {
  return Object.fromEntries(MEASURE_LIST.map(({ id, read }) => [id, read(result)])) as Record<MeasureId, number>;
}
