// Reports as whatif-report.ts makes them, with numbers that are made up but plausible: what renderings are looked at with.
import type { Report } from "../../../server/src/core/report/report-model.js";
import { LEADER_CRASH } from "./sample-crash.js";
import { HEALTHY, LOSSY } from "./sample-runs.js";
import { SWEEP, TUNE } from "./sample-searches.js";

/** The samples by name. */
export const SAMPLE_REPORTS: Readonly<Record<string, Report>> = {
  healthy: HEALTHY,
  lossy: LOSSY,
  "leader-crash": LEADER_CRASH,
  sweep: SWEEP,
  tune: TUNE,
};
