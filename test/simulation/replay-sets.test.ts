// Replays the recordings of scripts of format 2 (docs/producer-scripts.md), event by event.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { differenceOf, knownDifferences, nameOf } from "./replaying.js";
import { unpackTraces, type RecordedRun } from "./trace-archive.js";

const RECORDED = new URL("../conformance/recorded/producer-traces/", import.meta.url);

const SETS = ["partitioners", "leaders", "lingering", "compression"];

const known = knownDifferences();

function runsOf(set: string): RecordedRun[] {
  return unpackTraces(readFileSync(new URL(`${set}.ndjson.br`, RECORDED)));
}

it("known-differences.json names runs that are there", () => {
  const names = new Set(["seeded", ...SETS].flatMap((set) => runsOf(set).map(nameOf)));
  expect([...known].filter((name) => !names.has(name))).toEqual([]);
});

describe.each(SETS)("runProducerScript plays what releases did with the scripts of %s", (set) => {
  const recorded = runsOf(set);
  const releases = [...new Set(recorded.map(({ script }) => script.kafkaVersion))];

  it.each(releases)("%s", (release) => {
    const runs = recorded.filter((run) => run.script.kafkaVersion === release && !known.has(nameOf(run)));
    expect(runs.map(differenceOf).filter((found) => found !== undefined)).toEqual([]);
  });

  it("differs where it is known to, and nowhere less", () => {
    const equal = recorded.filter((run) => known.has(nameOf(run)) && differenceOf(run) === undefined);
    expect(equal.map(nameOf)).toEqual([]);
  });
});
