import type { ArrivingBatch } from "./broker-partition.js";

/** Records of a log stored for the first time behind a later record of the same producer. */
export function recordsOutOfOrder(log: readonly ArrivingBatch[]): number {
  const latest = new Map<number, number>();
  const seen = new Set<number>();
  let count = 0;
  for (const { producer, order, records, row, isMarker } of log) {
    if (isMarker === true || seen.has(row)) continue;
    seen.add(row);
    const last = latest.get(producer) ?? -1;
    if (order < last) count += records;
    else latest.set(producer, order);
  }
  return count;
}
