import { expect, test } from "vitest";
import { Recording } from "./recording.js";
import { replay } from "./replay.js";

/** A busy machine may take long; alone it is a matter of seconds. */
const TIME_LIMIT_MS = 300_000;

test(
  "the vectors of the facts agree on every release",
  () => {
    const tally = replay(new Recording("vectors.ndjson.gz", "vectors-meta.json"), new Set(["localhost"]));
    const { pairs, unknown, refused, sameWords, logged } = tally;
    console.log("vectors:", { pairs, unknown, refused, sameWords, logged, rate: sameWords / refused });
    expect([...tally.disagreements].map(([line, releases]) => `[${releases.join(" ")}] ${line}`)).toEqual([]);
    expect(pairs).toBeGreaterThan(19_000);
    expect(sameWords / refused).toBeGreaterThanOrEqual(0.99);
  },
  TIME_LIMIT_MS,
);
