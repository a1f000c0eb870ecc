import type { SimulationResult, SimulationRun } from "../full/simulation.js";
import type { Scenario } from "../scenario/scenario.js";
import { distributionMs, ratio } from "./numbers.js";
import type { ScheduleResult } from "./result.js";

/** A record is called late when its callback comes longer than this after it was to be sent, or never. */
export const LATE_AFTER_MS = 1_000;

/** What is under way at the end may take so long, or this share of the time, and still counts as kept up with. */
const SLACK = { us: 50_000, share: 0.01 } as const;

/** How a run went beside what was planned. */
export interface Schedule {
  readonly result: ScheduleResult;
  /** Time in which the acknowledged records were handled: as long as records arrive, and longer if they came in late. */
  readonly achievedSeconds: number;
}

/** Compares what was acknowledged, and when, with what the workload planned. */
export function scheduleOf(run: SimulationRun, result: SimulationResult, scenario: Scenario): Schedule {
  const { statistics } = result;
  // Whoever closes the producer does not mean to send what would come later.
  const untilUs = Math.min(result.endUs, (scenario.workload.closeAtMs ?? Infinity) * 1_000);
  const unsent = run.clients.reduce((sum, { records }) => sum + records.arrivalsLeft(untilUs), 0);
  const planned = statistics.recordsSent + unsent;
  const spanUs = plannedUs(run, result, scenario);
  const achievedUs = Math.max(spanUs, lastOnTimeUs(result, spanUs));
  const late = statistics.late();
  const acknowledged = statistics.recordsAcknowledged;
  return {
    achievedSeconds: achievedUs / 1_000_000,
    result: {
      planned,
      unsent,
      perSecond: ratio(planned * 1_000_000, spanUs),
      keptUp: ratio(acknowledged * spanUs, planned * achievedUs),
      lateAfterMs: LATE_AFTER_MS,
      lateRecords: planned - acknowledged + late.countAbove(LATE_AFTER_MS * 1_000),
      lateMs: distributionMs(late),
      endToEndMs: distributionMs(statistics.lateEndToEnd()),
    },
  };
}

/** For how long records were planned. */
function plannedUs(run: SimulationRun, { ended, endUs }: SimulationResult, { workload, durationMs }: Scenario): number {
  const { records: most = Infinity, closeAtMs = Infinity } = workload;
  const stoppedUs = ended === "done" || ended === "drain-limit" ? Infinity : endUs;
  const lastUs = most === Infinity ? Infinity : Math.max(...run.clients.map(({ records }) => records.lastPlannedUs));
  return Math.max(1, Math.min(durationMs * 1_000, closeAtMs * 1_000, stoppedUs, lastUs));
}

/** When the last callback would have come without the time that every record takes; 0 while that is within the slack. */
function lastOnTimeUs({ statistics }: SimulationResult, spanUs: number): number {
  const lastUs = statistics.lastAcknowledgedUs - statistics.latency.percentileUs(0);
  return lastUs - spanUs > Math.max(SLACK.us, SLACK.share * spanUs) ? lastUs : 0;
}
