import type { SayWhatIf } from "../../messages/what-if-texts.js";
import type { FailureCause } from "../../simulation/cluster/ledger.js";
import type { SimulatedResult } from "../../simulation/result/result.js";
import type { SimulatedVariant } from "./context.js";
import { meanOf } from "./harm.js";
import { short } from "./quantities.js";

/** Below this share of the planned records per second a load is not kept up with. */
const LEAST_KEPT_UP = 0.98;
/** Before a fault the same needs so many samples to be seen, and may be so far below. */
const BEFORE_FAULT = { samples: 5, keptUp: 0.9 } as const;

/** Failures of records for which there was no time or no room; the others say nothing of the load. */
const FROM_OVERLOAD: ReadonlySet<FailureCause> = new Set(["buffer", "unsent", "retried", "unanswered", "retries"]);

/** Most runs of a variant cannot keep up with the load, whatever goes wrong besides. */
export function cannotKeepUp({ results }: SimulatedVariant): boolean {
  return results.filter(isOverloaded).length * 2 > results.length;
}

/** The load is more than can leave: without a fault, or before the first. A fault alone makes records late, and is over some time. */
export function isOverloaded(result: SimulatedResult): boolean {
  const { schedule, causes, scenario } = result;
  const others = causes.reduce((sum, { cause, records }) => (FROM_OVERLOAD.has(cause) ? sum : sum + records), 0);
  if (schedule.keptUp * schedule.planned >= LEAST_KEPT_UP * (schedule.planned - others)) return false;
  const firstMs = Math.min(...scenario.faults.map(({ atMs }) => atMs));
  return firstMs === Infinity || fellBehindBy(result, firstMs);
}

function fellBehindBy({ series, schedule, scenario }: SimulatedResult, untilMs: number): boolean {
  const { kind } = scenario.workload.arrivals;
  if (kind !== "constant" && kind !== "perf-test") return false;
  const samples = Math.floor(untilMs / Math.max(1, series.everyMs));
  if (samples < BEFORE_FAULT.samples) return false;
  const acknowledged = (series.columns["acknowledged"] ?? []).slice(0, samples).reduce((sum, one) => sum + one, 0);
  return acknowledged < (BEFORE_FAULT.keptUp * schedule.perSecond * samples * series.everyMs) / 1_000;
}

/** The application was held up in one call of send() for so long that people notice. */
export const STANDSTILL_MS = 1_000;

/** What is wrong with the pace of a variant, in sentences. */
export function paceSentences(say: SayWhatIf, variant: SimulatedVariant): readonly string[] {
  const sentences: string[] = [];
  const [first] = variant.results;
  if (cannotKeepUp(variant)) {
    const planned = variant.results.reduce((sum, { schedule }) => sum + schedule.perSecond, 0) / variant.results.length;
    sentences.push(
      say("headline/cannot-keep-up", { rate: short(meanOf(variant, "records")), planned: short(planned) }),
    );
  }
  const blockedMs = meanOf(variant, "blockedMax");
  const lateMs = meanOf(variant, "lateMax");
  if (blockedMs >= STANDSTILL_MS) sentences.push(say("headline/standstill", { ms: timeOf(blockedMs) }));
  if (first !== undefined && lateMs >= STANDSTILL_MS && lateMs > 1.2 * meanOf(variant, "max"))
    sentences.push(say("headline/behind", { ms: timeOf(lateMs) }));
  return sentences;
}

function timeOf(ms: number): string {
  return `${(ms / 1_000).toFixed(1)} s`;
}

/** No record late by more than its bound, which is a second unless somebody requires another. */
export function isInTime(variant: SimulatedVariant): boolean {
  return meanOf(variant, "lateP99") <= (variant.results[0]?.schedule.lateAfterMs ?? 0);
}
