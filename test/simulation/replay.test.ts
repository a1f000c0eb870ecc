// Replays what the real client did, event by event (docs/simulation.md). The first difference is shown with what led up to it.
import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { describe, expect, it } from "vitest";
import { runProducerScript } from "../../server/src/core/simulation/script/run-producer-script.js";
import type { ProducerTrace } from "../../server/src/core/simulation/script/script.js";
import { packTraces, unpackTraces, type RecordedRun } from "./trace-archive.js";

const ARCHIVE = new URL("../conformance/recorded/producer-traces/traces.ndjson.br", import.meta.url);
const EVENTS_BEFORE = 6;
const EVENTS_AFTER = 2;

const recorded = unpackTraces(readFileSync(ARCHIVE));

/** Says where two traces part, or nothing if they do not. */
function difference(run: RecordedRun): string | undefined {
  const result = runProducerScript(run.script);
  if (isDeepStrictEqual(result, run.trace)) return undefined;
  if ("errors" in result) return `refused: ${JSON.stringify(result.errors)}`;
  return (
    eventDifference(run.trace, result) ??
    `log or end: expected ${JSON.stringify(run.trace.log)} end ${run.trace.end}
                got ${JSON.stringify(result.log)} end ${result.end}`
  );
}

function eventDifference(expected: ProducerTrace, actual: ProducerTrace): string | undefined {
  const count = Math.max(expected.events.length, actual.events.length);
  for (let at = 0; at < count; at += 1) {
    if (isDeepStrictEqual(expected.events[at], actual.events[at])) continue;
    const before = expected.events
      .slice(Math.max(0, at - EVENTS_BEFORE), at)
      .map((event) => `           ${JSON.stringify(event)}`);
    const lines = (trace: ProducerTrace, label: string) =>
      trace.events.slice(at, at + EVENTS_AFTER).map((event) => `${label} ${JSON.stringify(event)}`);
    return [`event ${at}`, ...before, ...lines(expected, "  expected"), ...lines(actual, "       got")].join("\n");
  }
  return undefined;
}

describe("runProducerScript plays what the real client did", () => {
  const releases = [...new Set(recorded.map(({ script }) => script.kafkaVersion))].sort();
  it("has the recordings of four releases", () => {
    expect(releases).toEqual(["2.8.2", "3.9.2", "4.1.2", "4.3.1"]);
    expect(recorded).toHaveLength(1_945);
  });

  it.each(releases)("%s", (release) => {
    for (const run of recorded.filter(({ script }) => script.kafkaVersion === release)) {
      const found = difference(run);
      if (found !== undefined)
        expect.fail(`${run.script.id} (${release}) ${JSON.stringify(run.script.config)}\n${found}`);
    }
  });

  it("gives the same bytes when run again", () => {
    for (const { script } of recorded.filter((_, index) => index % 50 === 0)) {
      expect(JSON.stringify(runProducerScript(script))).toBe(
        JSON.stringify(runProducerScript(structuredClone(script))),
      );
    }
  });
});

describe("the archive of traces", () => {
  it("gives back what was packed", () => {
    const sample = recorded.filter(({ script }) => /-000$/.test(script.id));
    expect(unpackTraces(packTraces(sample, 1))).toEqual(sample);
  });
});
