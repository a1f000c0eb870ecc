// Replays our own recordings of more releases (test/conformance/README.md), event by event.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { differenceOf, knownDifferences, nameOf } from "./replaying.js";
import { unpackTraces } from "./trace-archive.js";

const RECORDED = new URL("../conformance/recorded/producer-traces/seeded.ndjson.br", import.meta.url);
const recorded = unpackTraces(readFileSync(RECORDED));
const known = knownDifferences();
const releases = [...new Set(recorded.map(({ script }) => script.kafkaVersion))];

describe("runProducerScript plays what further releases did with seeded scripts", () => {
  it.each(releases)("%s", (release) => {
    const runs = recorded.filter((run) => run.script.kafkaVersion === release && !known.has(nameOf(run)));
    expect(runs.map(differenceOf).filter((found) => found !== undefined)).toEqual([]);
  });

  it("differs where it is known to, and nowhere less: what has become equal leaves known-differences.json", () => {
    const equal = recorded.filter((run) => known.has(nameOf(run)) && differenceOf(run) === undefined);
    expect(equal.map(nameOf)).toEqual([]);
  });
});
