// Issue 12, item 5: what the model leaves out stands in the result whenever the file or the scenario uses it.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { coverageOf } from "../../server/src/core/simulation/scenario/setting-coverage.js";
import { simulated } from "./simulating.js";

const SHORT = { durationMs: 200 };

function named(lines: readonly string[], scenario: object = SHORT, version = "4.1"): readonly string[] {
  return simulated(version, lines, scenario).approximations.flatMap(({ key }) => (key === undefined ? [] : [key]));
}

describe("every setting of the producer", () => {
  it("is simulated, irrelevant, or named as left out", () => {
    const catalog = JSON.parse(readFileSync("schemas/producer-catalog.json", "utf8")) as {
      keys: Record<string, unknown>;
    };
    const keys = Object.keys(catalog.keys);
    expect(keys.length).toBeGreaterThan(100);
    expect(keys.filter((key) => coverageOf(key) === undefined)).toEqual([]);
  });
});

describe("left out, and said so", () => {
  it.each([
    ["send.buffer.bytes=65536", "send.buffer.bytes"],
    ["metadata.recovery.strategy=none", "metadata.recovery.strategy"],
    ["metadata.max.idle.ms=60000", "metadata.max.idle.ms"],
    ["sasl.login.retry.backoff.ms=1", "sasl.login.retry.backoff.ms"],
  ])("%s", (line, key) => {
    expect(named([line])).toEqual([key]);
  });

  it.each(["linger.ms=20", "client.id=a", "connections.max.idle.ms=1000", "send.buffer.bytes=131072"])(
    "not %s",
    (line) => {
      expect(named([line])).toEqual([]);
    },
  );

  it("the refresh of metadata, where the scenario lasts longer than its age", () => {
    const workload = { arrivals: { kind: "constant", perSecond: 1 } };
    expect(named([], { durationMs: "6 min", workload })).toEqual(["metadata.max.age.ms"]);
    expect(named([], { durationMs: "4 min", workload })).toEqual([]);
    expect(named(["metadata.max.age.ms=100"])).toEqual(["metadata.max.age.ms"]);
  });

  it("a second instance that has no transactional.id to take", () => {
    const faults = [{ kind: "second-instance", atMs: 50, producer: 0 }];
    expect(named([], { ...SHORT, faults })).toEqual(["transactional.id"]);
    expect(named(["transactional.id=a"], { ...SHORT, faults })).toEqual([]);
  });
});
