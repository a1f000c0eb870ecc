// Scenarios: names, defaults, every mistake with its place; the reader and JSON Schema agree.
import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Messages } from "../../server/src/core/messages/messages.js";
import { builtInNames } from "../../server/src/core/config/scenario-names.js";
import { catalogFor } from "../../server/src/core/catalog/catalog.js";
import { parseVersion } from "../../server/src/core/catalog/version.js";
import { evaluate } from "../../server/src/core/config/evaluate.js";
import { planOf } from "../../server/src/core/simulation/scenario/plan.js";
import { toldMistake } from "../../server/src/core/schema/schema-check.js";
import { UNIT_KINDS } from "../../server/src/core/schema/units.js";
import { readScenario } from "../../server/src/core/simulation/scenario/read-scenario.js";

const EVALUATION = evaluate(new Map([["bootstrap.servers", "127.0.0.1:9092"]]), catalogFor(parseVersion("4.0")!));

const schema: unknown = JSON.parse(readFileSync("schemas/scenario.schema.json", "utf8"));
const validate = new Ajv({ allErrors: true, strict: true, strictTypes: false, strictRequired: false }).compile(
  schema as object,
);

function mistakes(input: unknown): string[] {
  return (readScenario(input).mistakes ?? []).map((mistake) => {
    const { path, value, allowed } = toldMistake(mistake, new Messages());
    return `${path}: ${value === undefined ? "missing" : JSON.stringify(value)}; ${allowed}`;
  });
}

describe("names", () => {
  const { places, workloads, events } = builtInNames();
  const all = Object.keys(places).flatMap((place) =>
    ["", ...Object.keys(workloads)].flatMap((workload) =>
      ["", ...Object.keys(events)].map((event) => [place, workload, event].filter((word) => word !== "").join("+")),
    ),
  );

  it.each(all)("%s is a scenario that can be planned", (name) => {
    const { scenario } = readScenario(name);
    expect(scenario).toMatchObject({ name });
    expect(validate(scenario)).toBe(true);
    expect(planOf(EVALUATION, scenario!, 1).topics).toHaveLength(1);
  });

  it("words may be in any order", () => {
    const { scenario } = readScenario("leader-crash+three-zones+payments");
    const name = "three-zones+payments+leader-crash";
    expect({ ...scenario, name }).toEqual(readScenario(name).scenario);
    expect(readScenario("payments").scenario).toMatchObject({ workload: { sending: "sync" }, cluster: { brokers: 3 } });
  });

  it("says which word is wrong", () => {
    expect(mistakes("one-rack+nothing")[0]).toMatch(/; a place \(one-rack, .*; not "nothing"$/);
    expect(mistakes("laptop+one-rack")).toEqual(
      ['"laptop+one-rack"; at most one place, not both laptop and one-rack'].map((text) => `: ${text}`),
    );
  });

  it("an event alone happens in the default place", () => {
    expect(readScenario("leader-crash").scenario).toMatchObject({
      faults: [{ kind: "crash" }],
      cluster: { brokers: 3 },
    });
  });

  it.each([
    "",
    "nowhere",
    "one-rack+nothing",
    "one-rack+calm+calm",
    "cdc+payments",
    "calm+",
    "__proto__",
    "constructor",
  ])("refuses %j", (name) => {
    expect(readScenario(name).mistakes).toMatchObject([{ path: "", value: name }]);
  });
});

describe("defaults", () => {
  it("are those of the first built-in scenario", () => {
    const { scenario } = readScenario({});
    expect({ ...scenario, name: "one-rack" }).toEqual(readScenario().scenario);
    expect(scenario).toMatchObject({
      durationMs: 10_000,
      workload: { arrivals: { kind: "constant", perSecond: 10_000 }, valueBytes: { min: 1_000, max: 1_000 } },
      topic: { partitions: 6, replicationFactor: 3, minInsyncReplicas: 2 },
      cluster: { brokers: 3 },
    });
  });

  it("extends takes a built-in scenario and changes parts of it", () => {
    const { scenario } = readScenario({ extends: "laptop+leader-crash", durationMs: 5, workload: { producers: 2 } });
    expect(scenario).toMatchObject({ durationMs: 5, cluster: { brokers: 1 }, workload: { producers: 2 } });
    expect(scenario!.faults).toHaveLength(1);
  });
});

const KRAFT = "kraft with a cluster.brokerVersion from 2.8 on, zookeeper with an older one";
const ZOOKEEPER = "zookeeper with a cluster.brokerVersion up to 3.9, kraft with a newer one";

describe("mistakes", () => {
  it("are all told, with path, value and what is allowed", () => {
    const input = {
      durationMs: -1,
      speed: 3,
      workload: { keys: { kind: "zopf" }, valueBytes: { min: 1 }, spacing: "odd" },
      faults: [{ kind: "crash", atMs: "soon" }, 7],
      topic: [],
    };
    expect(mistakes(input)).toEqual([
      expect.stringMatching(/^speed: 3; nothing of this name; known are .*durationMs/),
      "durationMs: -1; a number from 1 to 3600000",
      'workload.spacing: "odd"; one of poisson, even',
      "workload.valueBytes.max: missing; a whole number from 0 to 104857600",
      'workload.keys.kind: "zopf"; one of none, uniform, zipf, hot',
      "topic: []; an object with name, partitions, replicationFactor, minInsyncReplicas, maxMessageBytes",
      'faults[0].atMs: "soon"; a number from 0 to 3600000, or with a unit as in 5ms, 2 s, 1 min',
      "faults[0].broker: missing; a whole number from 0 to 99",
      expect.stringMatching(/^faults\[1\]: 7; an object whose kind is crash/),
    ]);
  });

  it.each<[object, string]>([
    [{ topic: { replicationFactor: 4 } }, "topic.replicationFactor: 4; at most cluster.brokers (3)"],
    [{ cluster: { brokerVersion: "2.4", controller: "kraft" } }, `cluster.controller: "kraft"; ${KRAFT}`],
    [{ cluster: { brokerVersion: "4.0", controller: "zookeeper" } }, `cluster.controller: "zookeeper"; ${ZOOKEEPER}`],
    [
      { cluster: { brokerVersion: "3.9", transactionVersion: 2 } },
      "cluster.transactionVersion: 2; 1: version 2 needs brokers of release 4.0 or later",
    ],
    [
      { cluster: { brokerVersion: "new" } },
      'cluster.brokerVersion: "new"; Kafka release of the brokers. Default: the newest, or 3.9 with ZooKeeper.',
    ],
    [{ faults: [{ kind: "reset", atMs: 0, broker: 3 }] }, "faults[0].broker: 3; a broker from 0 to 2"],
    [
      { workload: { valueBytes: { min: 2, max: 1 } } },
      "workload.valueBytes.min: 2; at most workload.valueBytes.max (1)",
    ],
    [
      { workload: { valueBytes: { min: 2, median: 5, max: 9 } } },
      "workload.valueBytes.p99: missing; with median, a size from median to max (5 to 9)",
    ],
    [
      { workload: { valueBytes: { min: 2, median: 50, p99: 60, max: 9 } } },
      "workload.valueBytes.median: 50; with p99, a size from min to max (2 to 9)",
    ],
    [
      { limits: { records: 1_000 } },
      'workload: "100000 records"; at most limits.records (1000) in all; limits.records may be up to 50000000',
    ],
    [
      { workload: { arrivals: { kind: "burst", perSecond: 1, burstMs: 2, everyMs: 1 } } },
      "workload.arrivals.burstMs: 2; at most workload.arrivals.everyMs (1)",
    ],
  ])("%j", (input, expected) => {
    expect(mistakes(input)).toEqual([expected]);
  });

  it("numbers that JSON cannot hold are mistakes", () => {
    expect(mistakes({ durationMs: NaN })).toHaveLength(1);
    expect(mistakes({ durationMs: Infinity })).toHaveLength(1);
    expect(mistakes({ name: null })).toHaveLength(1);
  });
});

describe("units", () => {
  it.each<[object, object]>([
    [{ durationMs: "5 s" }, { durationMs: 5_000 }],
    [{ durationMs: "1.1s" }, { durationMs: 1_100 }],
    [{ durationMs: "1 min" }, { durationMs: 60_000 }],
    [{ sampleMs: "0.5 s" }, { sampleMs: 500 }],
    [{ cluster: { clientRttMs: "250us" } }, { cluster: { clientRttMs: 0.25 } }],
    [{ cluster: { costs: { wakeUs: "0.05 ms" } } }, { cluster: { costs: { wakeUs: 50 } } }],
    [{ cluster: { costs: { compressPerByteUs: "20 ns" } } }, { cluster: { costs: { compressPerByteUs: 0.02 } } }],
    [{ cluster: { bandwidthMbitPerSecond: "1 Gbit/s" } }, { cluster: { bandwidthMbitPerSecond: 1_000 } }],
    [{ cluster: { producerBytesPerSecond: "2 MiB/s" } }, { cluster: { producerBytesPerSecond: 2_097_152 } }],
    [{ cluster: { messageMaxBytes: "16 KiB" } }, { cluster: { messageMaxBytes: 16_384 } }],
    [
      { workload: { valueBytes: { min: "1 kB", max: "1.5 KiB" } } },
      { workload: { valueBytes: { min: 1_000, max: 1_536 } } },
    ],
    [
      { workload: { arrivals: { kind: "constant", perSecond: "10k/s" } } },
      { workload: { arrivals: { perSecond: 10_000 } } },
    ],
    [{ faults: [{ kind: "reset", broker: 0, atMs: "3 s" }] }, { faults: [{ atMs: 3_000 }] }],
  ])("%j", (written, expected) => {
    expect(readScenario(written).scenario).toMatchObject(expected);
    expect(validate(written)).toBe(true);
  });

  it.each<[object, string]>([
    [{ durationMs: "5 KiB" }, 'durationMs: "5 KiB"; a number from 1 to 3600000, or with a unit as in 5ms, 2 s, 1 min'],
    [{ durationMs: "2 h" }, 'durationMs: "2 h"; a number from 1 to 3600000, or with a unit as in 5ms, 2 s, 1 min'],
    [
      { faults: [{ kind: "reset", broker: 0, atMs: "3" }] },
      'faults[0].atMs: "3"; a number from 0 to 3600000, or with a unit as in 5ms, 2 s, 1 min',
    ],
    [
      { cluster: { messageMaxBytes: "0.3 B" } },
      'cluster.messageMaxBytes: "0.3 B"; a whole number from 1 to 1073741824, or with a unit as in 200 B, 16 KiB, 1 MiB',
    ],
    [
      { workload: { arrivals: { kind: "constant", perSecond: "10 MiB/s" } } },
      'workload.arrivals.perSecond: "10 MiB/s"; a number from 0 to 10000000, or with a unit as in 500/s, 10k/s',
    ],
    [{ topic: { partitions: "6 B" } }, 'topic.partitions: "6 B"; a whole number from 1 to 1000'],
  ])("%j is a mistake", (written, expected) => {
    expect(mistakes(written)).toEqual([expected]);
  });

  it("are those of the schema", () => {
    const patterns = [...JSON.stringify(schema).matchAll(/"pattern":("\^\[0-9](?:[^"\\]|\\.)*"),"examples"/g)];
    const used = new Set(patterns.map(([, pattern = ""]) => JSON.parse(pattern) as string));
    expect([...used].sort()).toEqual(UNIT_KINDS.map(({ pattern }) => pattern).sort());
    for (const { pattern, examples, factors } of UNIT_KINDS) {
      for (const text of [...examples, ...Object.keys(factors).map((unit) => `7${unit}`)])
        expect(text).toMatch(new RegExp(pattern, "u"));
    }
  });
});

describe("the schema", () => {
  it("says the same as the reader about anything a person may write", () => {
    const number = fc.constantFrom<unknown>(0, 1, 2, 0.5, -1, 1e9, "1", "2 ms", "3 KiB", null, {});
    const record = (model: Record<string, fc.Arbitrary<unknown>>) => fc.record(model, { requiredKeys: [] });
    const kinds = (...names: string[]) => fc.constantFrom<unknown>(...names, "other", 1);
    const input = record({
      name: fc.constantFrom<unknown>("x", 1),
      durationMs: number,
      sampleMs: number,
      workload: record({
        producers: number,
        arrivals: record({
          kind: kinds("constant", "ramp"),
          perSecond: number,
          fromPerSecond: number,
          toPerSecond: number,
        }),
        spacing: kinds("even"),
        keys: record({ kind: kinds("none", "uniform", "hot"), count: number, hotShare: number }),
        valueBytes: fc.oneof(number, record({ min: number, max: number })),
      }),
      topic: fc.oneof(number, record({ name: fc.constantFrom("", "t"), partitions: number })),
      faults: fc.array(record({ kind: kinds("reset", "hang"), atMs: number, broker: number, forMs: number }), {
        maxLength: 2,
      }),
      cluster: record({ brokers: number, costs: record({ wakeUs: number, ioThreads: number }) }),
      unknown: number,
    });
    fc.assert(
      fc.property(input, (written) => {
        const found = readScenario(written).mistakes ?? [];
        const together = /^at most|^a broker from/;
        expect(found.every(({ allowed }) => together.test(new Messages().say(allowed)))).toBe(validate(written));
      }),
      { numRuns: 1_000 },
    );
  });

  it("never throws", () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => void readScenario(value)));
  });
});
