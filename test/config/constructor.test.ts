import { expect, test } from "vitest";
import { RECORDER_HOSTS } from "./recorder-machine.js";
import { Recording } from "./recording.js";
import { replay } from "./replay.js";

/** A busy machine may take long; alone it is a matter of seconds. */
const TIME_LIMIT_MS = 300_000;

test(
  "generated texts agree on every release",
  () => {
    const tally = replay(new Recording("constructor.ndjson.gz", "meta.json"), RECORDER_HOSTS);
    const { pairs, unknown, refused, sameWords, logged } = tally;
    console.log("generated texts:", { pairs, unknown, refused, sameWords, logged, rate: sameWords / refused });
    expect([...tally.disagreements].map(([line, releases]) => `[${releases.join(" ")}] ${line}`)).toEqual([]);
    expect(pairs).toBeGreaterThan(400_000);
    expect(sameWords / refused).toBeGreaterThanOrEqual(0.99);
  },
  TIME_LIMIT_MS,
);
