// Replays our own recordings of more releases (test/conformance/README.md), event by event.
import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { describe, expect, it } from "vitest";
import { runProducerScript } from "../../server/src/core/simulation/script/run-producer-script.js";
import { unpackTraces, type RecordedRun } from "./trace-archive.js";

const RECORDED = new URL("../conformance/recorded/producer-traces/seeded.ndjson.br", import.meta.url);
const KNOWN = new URL("../conformance/recorded/producer-traces/known-differences.json", import.meta.url);

/** Runs in which the model is known to differ, by reason. */
type KnownDifferences = readonly { readonly why: string; readonly runs: Readonly<Record<string, readonly string[]>> }[];

const recorded = unpackTraces(readFileSync(RECORDED));
const known = new Set(
  (JSON.parse(readFileSync(KNOWN, "utf8")) as KnownDifferences).flatMap(({ runs }) =>
    Object.entries(runs).flatMap(([release, ids]) => ids.map((id) => `${release} ${id}`)),
  ),
);
const releases = [...new Set(recorded.map(({ script }) => script.kafkaVersion))];

function nameOf({ script }: RecordedRun): string {
  return `${script.kafkaVersion} ${script.id}`;
}

/** Where the model leaves the recording, or nothing if it does not. */
function difference(run: RecordedRun): string | undefined {
  const result = runProducerScript(run.script);
  if (isDeepStrictEqual(result, run.trace)) return undefined;
  if ("errors" in result) return `${nameOf(run)} refused: ${JSON.stringify(result.errors)}`;
  const at = run.trace.events.findIndex((event, index) => !isDeepStrictEqual(event, result.events[index]));
  const shown = (value: unknown): string => (value === undefined ? "nothing" : JSON.stringify(value));
  return at === -1
    ? `${nameOf(run)}: more events, log or end`
    : `${nameOf(run)} event ${at}: expected ${shown(run.trace.events[at])}, got ${shown(result.events[at])}`;
}

describe("runProducerScript plays what further releases did with seeded scripts", () => {
  it.each(releases)("%s", (release) => {
    const runs = recorded.filter((run) => run.script.kafkaVersion === release && !known.has(nameOf(run)));
    expect(runs.map(difference).filter((found) => found !== undefined)).toEqual([]);
  });

  it("differs where it is known to, and nowhere less: what has become equal leaves known-differences.json", () => {
    const names = new Set(recorded.map(nameOf));
    expect([...known].filter((name) => !names.has(name))).toEqual([]);
    const equal = recorded.filter((run) => known.has(nameOf(run)) && difference(run) === undefined);
    expect(equal.map(nameOf)).toEqual([]);
  });
});
