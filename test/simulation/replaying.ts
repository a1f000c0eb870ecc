// What the replays of recorded traces have in common.
import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { withCompressedSizes } from "../conformance/generate/compressed-sizes.mjs";
import { runProducerScript } from "../../server/src/core/simulation/script/run-producer-script.js";
import type { RecordedRun } from "./trace-archive.js";

const KNOWN = new URL("../conformance/recorded/producer-traces/known-differences.json", import.meta.url);

/** Runs in which the model is known to differ, by reason. */
type KnownDifferences = readonly { readonly why: string; readonly runs: Readonly<Record<string, readonly string[]>> }[];

/** The names of the runs in which the model is known to differ. */
export function knownDifferences(): ReadonlySet<string> {
  const known = JSON.parse(readFileSync(KNOWN, "utf8")) as KnownDifferences;
  return new Set(
    known.flatMap(({ runs }) => Object.entries(runs).flatMap(([release, ids]) => ids.map((id) => `${release} ${id}`))),
  );
}

export function nameOf({ script }: RecordedRun): string {
  return `${script.kafkaVersion} ${script.id}`;
}

/** Where the model leaves the recording, or nothing if it does not. */
export function differenceOf(run: RecordedRun): string | undefined {
  const result = runProducerScript(withCompressedSizes(run.script, run.trace));
  if (isDeepStrictEqual(result, run.trace)) return undefined;
  if ("errors" in result) return `${nameOf(run)} refused: ${JSON.stringify(result.errors)}`;
  const at = run.trace.events.findIndex((event, index) => !isDeepStrictEqual(event, result.events[index]));
  const shown = (value: unknown): string => (value === undefined ? "nothing" : JSON.stringify(value));
  return at === -1
    ? `${nameOf(run)}: more events, log or end`
    : `${nameOf(run)} event ${at}: expected ${shown(run.trace.events[at])}, got ${shown(result.events[at])}`;
}
