// The sets of scripts whose traces are kept, each in a file of its own (recorded/producer-traces/<set>.ndjson.br).
import { configFor } from "./scripts-config.mjs";
import { compressionScripts, recordedCompressionScripts } from "./scripts-compression.mjs";
import { leaderScripts, recordedLeaderScripts } from "./scripts-leaders.mjs";
import { lingeringScripts, recordedLingeringScripts } from "./scripts-lingering.mjs";
import { partitionerConfigFor, partitionerScripts, recordedPartitionerScripts } from "./scripts-partitioners.mjs";
import { recordedScripts, scripts } from "./scripts.mjs";
import { RECORDED_RELEASES } from "../releases.mjs";

/** Each: its releases, the scripts that are kept, more of them by number, and what a release takes of a configuration. */
export const SCRIPT_SETS = {
  seeded: { releases: RECORDED_RELEASES.seeded, recorded: recordedScripts, scripts, configFor },
  partitioners: {
    releases: RECORDED_RELEASES.partitioners,
    recorded: recordedPartitionerScripts,
    scripts: partitionerScripts,
    configFor: partitionerConfigFor,
  },
  leaders: {
    releases: RECORDED_RELEASES.leaders,
    recorded: recordedLeaderScripts,
    scripts: leaderScripts,
    configFor,
  },
  lingering: {
    releases: RECORDED_RELEASES.lingering,
    recorded: recordedLingeringScripts,
    scripts: lingeringScripts,
    configFor,
  },
  compression: {
    releases: RECORDED_RELEASES.compression,
    recorded: recordedCompressionScripts,
    scripts: compressionScripts,
    configFor,
  },
};
