// Several topics in one scenario: what they leave out, their fates, and what they share in one producer.
import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { Messages } from "../../server/src/core/messages/messages.js";
import { simulateText } from "../../server/src/core/report/simulate.js";
import type { SimulatedResult, TopicResult } from "../../server/src/core/simulation/result/result.js";
import { toldMistake } from "../../server/src/core/schema/schema-check.js";
import { readScenario } from "../../server/src/core/simulation/scenario/read-scenario.js";
import { topicsOf } from "../../server/src/core/simulation/scenario/topics.js";

const schema = JSON.parse(readFileSync("schemas/result.schema.json", "utf8")) as object;
const validate = new Ajv({ allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true }).compile(
  schema,
);
const SERIALIZER = "org.apache.kafka.common.serialization.StringSerializer";
const TEXT = `bootstrap.servers=127.0.0.1:9092\nkey.serializer=${SERIALIZER}\nvalue.serializer=${SERIALIZER}\n`;

function simulated(scenario: object, more = ""): SimulatedResult {
  const result = simulateText(TEXT + more, scenario, { checksInvariants: true });
  expect(validate(result), JSON.stringify(validate.errors)).toBe(true);
  if (result.outcome !== "simulated") throw new Error(JSON.stringify(result));
  return result;
}

function topic(result: SimulatedResult, name: string): TopicResult {
  const found = result.topics?.find((one) => one.topic === name);
  if (found === undefined) throw new Error(name);
  return found;
}

function steady(perSecond: number, more: object = {}): object {
  return { arrivals: { kind: "constant", perSecond }, ...more };
}

describe("what a topic leaves out", () => {
  it("is as topic and workload have it", () => {
    const { scenario } = readScenario({
      extends: "laptop+clickstream",
      workload: { compressionRatio: 0.5 },
      topics: [
        { name: "a" },
        {
          name: "b",
          share: 3,
          partitions: 2,
          compressibility: "logs",
          maxMessageBytes: "2 kB",
          keys: { kind: "none" },
        },
      ],
    });
    expect(topicsOf(scenario!)).toMatchObject([
      {
        name: "a",
        share: 0.25,
        partitions: 24,
        replicationFactor: 1,
        minInsyncReplicas: 1,
        keys: { kind: "zipf" },
        valueBytes: { min: 300, max: 900 },
        compressionRatio: 0.5,
      },
      {
        name: "b",
        share: 0.75,
        partitions: 2,
        maxMessageBytes: 2_000,
        keys: { kind: "none" },
        compressibility: "logs",
      },
    ]);
    expect(topicsOf(scenario!)[1]).not.toHaveProperty("compressionRatio");
  });

  it("never wants more replicas in sync than there are", () => {
    const { scenario } = readScenario({ topics: [{ name: "a", replicationFactor: 1 }] });
    expect(topicsOf(scenario!)).toMatchObject([{ replicationFactor: 1, minInsyncReplicas: 1 }]);
  });

  it.each<[object, string]>([
    [{ topics: [] }, 'topics: "0 items"; a list of 1 to 100 items'],
    [{ topics: [{ share: 1 }] }, "topics[0].name: undefined; a text of 1 to 249 characters"],
    [{ topics: [{ name: "a" }, { name: "a" }] }, 'topics[1].name: "a"; a name that no other topic has'],
    [{ topics: [{ name: "a", share: 0 }] }, "topics[0].share: 0; a number from 0.000001 to 1000000"],
    [{ topics: [{ name: "a", replicationFactor: 4 }] }, "topics[0].replicationFactor: 4; at most cluster.brokers (3)"],
    [
      { topics: [{ name: "a", valueBytes: { min: 3, max: 2 } }] },
      "topics[0].valueBytes.min: 3; at most topics[0].valueBytes.max (2)",
    ],
    [
      { topics: Array.from({ length: 6 }, (_, name) => ({ name: String(name), partitions: 1_000 })) },
      'topics: "6000 partitions"; at most 5000 partitions of all topics together',
    ],
  ])("%j is a mistake", (scenario, expected) => {
    const found = (readScenario(scenario).mistakes ?? []).map((mistake) => {
      const { path, value, allowed } = toldMistake(mistake, new Messages());
      return `${path}: ${value === undefined ? "undefined" : JSON.stringify(value)}; ${allowed}`;
    });
    expect(found).toEqual([expected]);
  });
});

describe("the records of several topics", () => {
  const SCENARIO = {
    durationMs: 4_000,
    workload: steady(5_000),
    topics: [
      { name: "orders", share: 3, keys: { kind: "uniform", count: 500 }, valueBytes: { min: 200, max: 600 } },
      { name: "audit", replicationFactor: 1, partitions: 1, valueBytes: { min: 4_000, max: 4_000 } },
      { name: "tiny", share: 6, partitions: 12, valueBytes: { min: 50, max: 60 } },
    ],
  };

  it("go to each by its share, have one fate, and add up", () => {
    const result = simulated(SCENARIO);
    const { sent, storedOnce } = result.records;
    expect(sent).toBeGreaterThan(19_000);
    expect(storedOnce).toBe(sent);
    for (const [name, share] of [
      ["orders", 0.3],
      ["audit", 0.1],
      ["tiny", 0.6],
    ] as const) {
      const own = topic(result, name);
      // Five standard deviations of the binomial distribution.
      expect(Math.abs(own.sent - share * sent)).toBeLessThan(5 * Math.sqrt(sent * share * (1 - share)));
      expect(own).toMatchObject({ storedOnce: own.sent, pending: 0, failedBeforeSending: 0 });
      expect(own.latencyMs.count).toBe(own.sent);
    }
    expect(result.topics!.reduce((sum, own) => sum + own.sent, 0)).toBe(sent);
    expect(topic(result, "audit").bytes / topic(result, "audit").sent).toBeGreaterThan(4_000);
    expect(result.partitions.map(({ topic: name, partition }) => `${name}-${partition}`)).toHaveLength(19);
    expect(result.throughput.valueMebibytesPerSecond / result.throughput.recordsPerSecond).toBeCloseTo(
      (0.3 * 400 + 0.1 * 4_000 + 0.6 * 55) / 1_048_576,
      6,
    );
  });

  it("one topic in the list is as topic alone", () => {
    const alone = simulated({ durationMs: 1_000 });
    const listed = simulated({ durationMs: 1_000, topics: [{ name: "topic" }] });
    expect(listed.topics).toBeUndefined();
    expect({ ...listed, scenario: alone.scenario }).toEqual(alone);
  });

  it.each(["leader-crash", "rolling-restart", "flaky-network", "lost-answers", "broker-hang"])(
    "have one fate each through %s",
    (event) => {
      const result = simulated(
        { ...SCENARIO, extends: event, durationMs: 8_000, workload: steady(1_000) },
        "acks=1\nenable.idempotence=false\n",
      );
      for (const {
        sent,
        storedOnce,
        acknowledgedLost,
        duplicated,
        failedAbsent,
        failedStored,
        ...rest
      } of result.topics!) {
        const ended = storedOnce + acknowledgedLost + duplicated + failedAbsent + failedStored;
        expect(ended + rest.failedBeforeSending + rest.pending).toBe(sent);
        expect(rest.pending).toBe(0);
      }
      const sum = (pick: (one: TopicResult) => number): number =>
        result.topics!.reduce((all, one) => all + pick(one), 0);
      expect(sum(({ acknowledgedLost }) => acknowledgedLost)).toBe(result.records.acknowledgedLost);
      expect(sum(({ duplicated }) => duplicated)).toBe(result.records.duplicated);
      expect(sum(({ failedAbsent }) => failedAbsent)).toBe(result.records.failedAbsent);
    },
  );

  it("are committed together in transactions", () => {
    const result = simulated(SCENARIO, "transactional.id=a\n");
    expect(result.transactions!.committed).toBeGreaterThan(20);
    expect(result.records.storedOnce).toBe(result.records.sent);
  });
});

describe("what each topic has for itself", () => {
  it("min.insync.replicas", () => {
    const result = simulated({
      extends: "follower-down-min-isr-1",
      workload: steady(500),
      topics: [{ name: "strict", minInsyncReplicas: 3 }, { name: "lax" }],
    });
    expect(topic(result, "lax")).toMatchObject({ failedAbsent: 0, failedStored: 0 });
    expect(topic(result, "lax").latencyMs.max).toBeLessThan(1_000);
    expect(topic(result, "strict").latencyMs.max).toBeGreaterThan(5_000);
  });

  it("max.message.bytes", () => {
    const large = { valueBytes: { min: 5_000, max: 5_000 } };
    const result = simulated({
      durationMs: 500,
      workload: steady(500),
      topics: [
        { name: "narrow", maxMessageBytes: "4 kB", ...large },
        { name: "wide", ...large },
      ],
    });
    expect(topic(result, "narrow")).toMatchObject({ storedOnce: 0, failedAbsent: topic(result, "narrow").sent });
    expect(topic(result, "wide")).toMatchObject({ storedOnce: topic(result, "wide").sent, failedAbsent: 0 });
    expect(result.failures).toMatchObject([{ exception: "RecordTooLargeException" }]);
  });

  it("a sticky partition and its batches", () => {
    const load = { durationMs: 2_000, workload: steady(4_000, { spacing: "even", valueBytes: { min: 10, max: 10 } }) };
    const one = simulated({ ...load, topic: { partitions: 1 } }, "linger.ms=20\n");
    const two = simulated(
      { ...load, topic: { partitions: 1 }, topics: [{ name: "a" }, { name: "b" }] },
      "linger.ms=20\n",
    );
    expect(one.batches.recordsMean).toBeGreaterThan(70);
    expect(two.batches.recordsMean / one.batches.recordsMean).toBeCloseTo(0.5, 1);
  });

  it("what compression makes of its values", () => {
    const result = simulated(
      {
        durationMs: 2_000,
        workload: steady(5_000),
        topics: [
          { name: "text", compressibility: "json" },
          { name: "noise", compressibility: "random" },
          { name: "own", compressionRatio: 0.1 },
        ],
      },
      "compression.type=zstd\nlinger.ms=50\nbatch.size=65536\n",
    );
    const perRecord = (name: string): number => topic(result, name).bytes / topic(result, name).sent;
    expect(perRecord("noise")).toBeGreaterThan(980);
    expect(perRecord("text")).toBeGreaterThan(200);
    expect(perRecord("text")).toBeLessThan(450);
    expect(perRecord("own")).toBeGreaterThan(95);
    expect(perRecord("own")).toBeLessThan(115);
  });

  it("metadata: with a cold start the first record of each topic waits for it", () => {
    const scenario = {
      durationMs: 4_000,
      workload: steady(5, { start: "cold", spacing: "even" }),
      cluster: { clientRttMs: 50 },
    };
    const blockedMs = ({ stagesMs: { blocked } }: SimulatedResult): number => blocked.mean * blocked.count;
    const one = simulated(scenario);
    const three = simulated({ ...scenario, topics: [{ name: "a" }, { name: "b" }, { name: "c" }] });
    // The brokers are known before the first record arrives; its topic takes a connection to one of them, and every topic a round trip.
    expect(blockedMs(one)).toBeCloseTo(150, 0);
    expect(blockedMs(three)).toBeCloseTo(250, 0);
  });
});

describe("what topics share", () => {
  it("buffer.memory: what one topic cannot send keeps the other's records out", () => {
    const result = simulated(
      {
        durationMs: 3_000,
        workload: steady(2_000),
        topic: { partitions: 1 },
        topics: [
          { name: "stuck", replicationFactor: 1 },
          { name: "fine", replicationFactor: 1 },
        ],
        faults: [{ kind: "crash", atMs: 200, broker: 0, restartMs: 100_000 }],
      },
      "buffer.memory=262144\nmax.block.ms=100\ndelivery.timeout.ms=30500\nretry.backoff.ms=200\n",
    );
    expect(topic(result, "fine").failedBeforeSending).toBeGreaterThan(0);
    expect(topic(result, "fine").failedAbsent).toBe(0);
    expect(topic(result, "stuck").failedAbsent).toBeGreaterThan(0);
    expect(result.failures.map(({ exception }) => exception)).toContain("BufferExhaustedException");
  });

  it("brokers: leaders of topics with one partition are spread", () => {
    const topics = ["a", "b", "c", "d"].map((name) => ({ name, partitions: 1 }));
    const result = simulated({ durationMs: 200, topics });
    expect(result.partitions.map(({ leader }) => leader)).toEqual([0, 1, 2, 0]);
  });
});
