import type { SimulationRun } from "../full/simulation.js";
import type { CauseResult, FailureResult } from "./result.js";

/** What is no ApiException: a record that can never fit, and a producer that was closed. */
const THROWN_BY_SEND: ReadonlySet<string> = new Set([
  "IllegalArgumentException",
  "IllegalStateException",
  "KafkaException",
]);

/** Failures of records that were in no batch: those that send() refused. */
export function failedOutside({ statistics }: SimulationRun): readonly (readonly [string, number])[] {
  return [...summed(statistics.refusals)].map(([exception, { records }]) => [exception, records]);
}

/** KafkaProducer.doSend puts an ApiException into the Future and the callback; anything else is thrown. */
export function failuresOf(run: SimulationRun): FailureResult[] {
  const outside = failedOutside(run).map(([exception, records]): FailureResult => {
    const seenIn = THROWN_BY_SEND.has(exception) ? "send()" : "Future and callback";
    return { exception, seenIn, records, stored: 0, neverSent: records };
  });
  const inBatches = [...summed(run.ledger.failures())].map(([exception, sums]): FailureResult => {
    return { exception, seenIn: "Future and callback", ...sums };
  });
  return [...outside, ...inBatches];
}

/** The same by what really was the matter. */
export function causesOf({ statistics, ledger }: SimulationRun): CauseResult[] {
  const outside = statistics.refusals.map((refusal): CauseResult => ({ ...refusal, stored: 0 }));
  const inBatches = ledger
    .failures()
    .filter(({ records }) => records > 0)
    .map(({ cause, exception, records, stored }): CauseResult => ({ cause, exception, records, stored }));
  return [...outside, ...inBatches];
}

interface Counted {
  readonly exception: string;
  readonly records: number;
  readonly stored?: number;
  readonly neverSent?: number;
}

/** Adds up what has the same exception; exceptions without records are left out. */
function summed(failures: readonly Counted[]): Map<string, { records: number; stored: number; neverSent: number }> {
  const sums = new Map<string, { records: number; stored: number; neverSent: number }>();
  for (const { exception, records, stored = 0, neverSent = 0 } of failures) {
    if (records === 0) continue;
    const sum = sums.get(exception) ?? { records: 0, stored: 0, neverSent: 0 };
    sum.records += records;
    sum.stored += stored;
    sum.neverSent += neverSent;
    sums.set(exception, sum);
  }
  return sums;
}
