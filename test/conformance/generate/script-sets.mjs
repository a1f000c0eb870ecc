// The sets of scripts whose traces are kept, each in a file of its own (recorded/producer-traces/<set>.ndjson.br).
import { configFor } from "./scripts-config.mjs";
import { compressionScripts, recordedCompressionScripts } from "./scripts-compression.mjs";
import { leaderScripts, recordedLeaderScripts } from "./scripts-leaders.mjs";
import { lingeringScripts, recordedLingeringScripts } from "./scripts-lingering.mjs";
import { partitionerConfigFor, partitionerScripts, recordedPartitionerScripts } from "./scripts-partitioners.mjs";
import { TRACE_RELEASES, recordedScripts, scripts } from "./scripts.mjs";

/** Where partitioners, metadata or compression changed, and the first and last releases. */
const FORMAT_2_RELEASES = [
  "2.8.2",
  "3.0.1",
  "3.2.3",
  "3.3.2",
  "3.4.1",
  "3.5.2",
  "3.6.2",
  "3.7.2",
  "3.8.1",
  "3.9.1",
  "3.9.2",
  "4.0.2",
  "4.1.2",
  "4.2.2",
  "4.3.1",
  "4.4.0",
];

/** Each has codecs of its own, so nearly no trace is shared. */
const COMPRESSION_RELEASES = ["2.8.2", "3.3.2", "3.7.2", "3.9.2", "4.0.2", "4.3.1"];

/** Each: its releases, the scripts that are kept, more of them by number, and what a release takes of a configuration. */
export const SCRIPT_SETS = {
  seeded: { releases: TRACE_RELEASES, recorded: recordedScripts, scripts, configFor },
  partitioners: {
    releases: FORMAT_2_RELEASES,
    recorded: recordedPartitionerScripts,
    scripts: partitionerScripts,
    configFor: partitionerConfigFor,
  },
  leaders: {
    releases: [...FORMAT_2_RELEASES, "3.6.0", "3.6.1"],
    recorded: recordedLeaderScripts,
    scripts: leaderScripts,
    configFor,
  },
  lingering: { releases: FORMAT_2_RELEASES, recorded: recordedLingeringScripts, scripts: lingeringScripts, configFor },
  compression: {
    releases: COMPRESSION_RELEASES,
    recorded: recordedCompressionScripts,
    scripts: compressionScripts,
    configFor,
  },
};
