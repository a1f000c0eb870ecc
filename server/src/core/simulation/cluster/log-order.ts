import type { ArrivingBatch } from "./broker-partition.js";

/** Records of a log stored for the first time behind a later record of the same producer. */
export function recordsOutOfOrder(log: readonly ArrivingBatch[]): number {
  const latest: number[] = [];
  const repeats = repeatedRows(log);
  let count = 0;
  for (const { producer, order, records, row, isMarker } of log) {
    if (isMarker === true) continue;
    if (repeats !== undefined) {
      if (repeats.has(row)) continue;
      repeats.add(row);
    }
    const last = latest[producer] ?? -1;
    if (order < last) count += records;
    else latest[producer] = order;
  }
  return count;
}

/** An empty set of rows to be filled if rows may come twice. In a log whose rows rise, as nearly always, none does. */
function repeatedRows(log: readonly ArrivingBatch[]): Set<number> | undefined {
  let last = -1;
  for (const { row, isMarker } of log) {
    if (isMarker === true) continue;
    if (row <= last) return new Set();
    last = row;
  }
  return undefined;
}
