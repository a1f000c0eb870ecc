import { ownOf } from "../../text/own.js";
import type { CauseResult, FailureResult, SimulatedResult } from "../../simulation/result/result.js";

/** What is a mean over the seeds; all else is taken from the first. */
const AVERAGED = [
  "records",
  "topics",
  "schedule",
  "neverVisible",
  "throughput",
  "latencyMs",
  "blockedMs",
  "endToEndMs",
  "stagesMs",
  "requests",
  "batches",
  "buffer",
  "retriedRecords",
  "transactions",
  "simulatedMs",
] as const satisfies readonly (keyof SimulatedResult)[];

/**
 * One result that stands for the runs of all seeds, so that a report has one number for one thing: every number is the mean over the seeds,
 * series and distributions are those of the first. Undefined without results.
 */
export function averaged(results: readonly SimulatedResult[]): SimulatedResult | undefined {
  const [first] = results;
  if (first === undefined || results.length === 1) return first;
  const means = Object.fromEntries(AVERAGED.map((key) => [key, meanOf(results.map((result) => result[key]))]));
  return {
    ...first,
    ...(means as Pick<SimulatedResult, (typeof AVERAGED)[number]>),
    failures: merged<FailureResult>(
      results.map(({ failures }) => failures),
      ({ exception, seenIn }) => `${exception} ${seenIn}`,
    ),
    causes: merged<CauseResult>(
      results.map(({ causes }) => causes),
      ({ cause, exception }) => `${cause} ${exception}`,
    ),
  };
}

/** The mean of numbers; of objects and lists of one shape, part by part. */
function meanOf(values: readonly unknown[]): unknown {
  const [first] = values;
  if (typeof first === "number") return values.reduce<number>((sum, value) => sum + Number(value), 0) / values.length;
  if (Array.isArray(first))
    return Array.from(first, (_, index): unknown =>
      meanOf(values.map((value) => (value as readonly unknown[])[index])),
    );
  if (typeof first !== "object" || first === null) return first;
  const partOf = (value: unknown, key: string): unknown => ownOf(value as Record<string, unknown>, key);
  return Object.fromEntries(Object.keys(first).map((key) => [key, meanOf(values.map((value) => partOf(value, key)))]));
}

/** Rows of all runs by what they are about; a run without such a row had none of its records. */
function merged<Row extends FailureResult | CauseResult>(
  runs: readonly (readonly Row[])[],
  nameOf: (row: Row) => string,
): Row[] {
  const rows = new Map<string, Row[]>();
  for (const row of runs.flat()) rows.set(nameOf(row), [...(rows.get(nameOf(row)) ?? []), row]);
  const empty = (row: Row): Row => ({ ...row, records: 0, stored: 0, ...("neverSent" in row ? { neverSent: 0 } : {}) });
  return [...rows.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const missing = Array.from({ length: runs.length - same.length }, () => empty(first));
    return [meanOf([...same, ...missing]) as Row];
  });
}
