// Findings about the release of client and brokers: what each of them really does, by its sources.
import { describe, expect, it } from "vitest";
import { brokerReleaseOf } from "../../server/src/core/simulation/scenario/broker-release.js";
import { readScenario } from "../../server/src/core/simulation/scenario/read-scenario.js";
import { failuresOf, simulated } from "./simulating.js";

const STEADY = { arrivals: { kind: "constant", perSecond: 200 }, spacing: "even" } as const;

describe("K2e the exception of a full buffer", () => {
  const lines = ["buffer.memory=1048576", "max.block.ms=100", "linger.ms=50"];
  const flood = {
    extends: "metered-cloud",
    durationMs: "3 s",
    workload: { arrivals: { kind: "constant", perSecond: 30_000 } },
    cluster: { producerBytesPerSecond: "500 kB/s" },
  };

  it.each(["2.1", "2.3", "2.5"])("K2e %s: a TimeoutException that no metric counts", (version) => {
    const result = simulated(version, lines, flood);
    expect(failuresOf(result)["TimeoutException"]).toBeGreaterThan(0);
    expect(failuresOf(result)["BufferExhaustedException"]).toBeUndefined();
    expect(result.metrics["buffer-exhausted-total"]).toBe(0);
  });

  it.each(["2.6", "3.9", "4.1"])("K2e %s: a BufferExhaustedException, counted", (version) => {
    const result = simulated(version, lines, flood);
    const failed = failuresOf(result)["BufferExhaustedException"];
    expect(failed).toBeGreaterThan(0);
    expect(result.metrics["buffer-exhausted-total"]).toBe(failed);
  });
});

describe("V5 min.insync.replicas by the brokers' release", () => {
  const tooMany = (brokerVersion: string): object => ({
    durationMs: "2 s",
    workload: STEADY,
    topic: { partitions: 1, replicationFactor: 2, minInsyncReplicas: 3 },
    cluster: { brokerVersion },
  });

  it.each(["2.4", "3.6"])("V5 brokers %s refuse acks=all when it is above the replicas", (brokerVersion) => {
    const result = simulated("3.9", ["delivery.timeout.ms=1000", "request.timeout.ms=900"], tooMany(brokerVersion));
    expect(result.records.storedOnce).toBe(0);
    expect(failuresOf(result)["TimeoutException"]).toBe(result.records.sent);
    const simple = simulated("3.9", ["acks=1"], tooMany(brokerVersion));
    expect(simple.records.storedOnce).toBe(simple.records.sent);
  });

  it.each(["3.7", "4.1"])("V5 brokers %s lower it to the number of replicas", (brokerVersion) => {
    const result = simulated("3.9", [], tooMany(brokerVersion));
    expect(result.records.storedOnce).toBe(result.records.sent);
  });

  const oneDown = (brokerVersion: string): object => ({
    extends: "follower-down-min-isr-3",
    durationMs: "10 s",
    workload: STEADY,
    topic: { partitions: 3 },
    // The follower stays away until the end.
    faults: [{ kind: "restart", atMs: 3_000, broker: 2, downMs: 3_600_000 }],
    cluster: { brokerVersion },
    drainMs: 0,
  });

  it("V5 acks=1 below min.insync.replicas: stored and readable before 3.7, stored and invisible from then on", () => {
    const before = simulated("3.9", ["acks=1"], oneDown("3.6"));
    expect(before.records.storedOnce).toBeGreaterThan(0.99 * before.records.sent);
    expect(before.endToEndMs.count).toBeGreaterThan(0.99 * before.records.sent);
    const after = simulated("3.9", ["acks=1"], oneDown("3.7"));
    expect(after.records.storedOnce).toBeGreaterThan(0.99 * after.records.sent);
    expect(after.endToEndMs.count).toBeLessThan(0.35 * after.records.sent);
  });
});

describe("V2 V3 sessions and lag by release and controller", () => {
  it.each<[object, object]>([
    [{}, { controller: "kraft", sessionTimeoutMs: 9_000, heartbeatMs: 2_000, replicaLagTimeMaxMs: 30_000 }],
    [{ brokerVersion: "4.1" }, { controller: "kraft", transactionVersion: 2 }],
    [{ brokerVersion: "3.9" }, { controller: "kraft", transactionVersion: 1 }],
    [{ controller: "zookeeper" }, { sessionTimeoutMs: 18_000, heartbeatMs: 6_000, replicaLagTimeMaxMs: 30_000 }],
    [{ brokerVersion: "2.8" }, { controller: "zookeeper", sessionTimeoutMs: 18_000 }],
    [{ brokerVersion: "2.8", controller: "kraft" }, { sessionTimeoutMs: 9_000 }],
    [{ brokerVersion: "2.4" }, { controller: "zookeeper", sessionTimeoutMs: 6_000, replicaLagTimeMaxMs: 10_000 }],
    [
      { brokerVersion: "2.4", sessionTimeoutMs: "30 s" },
      { sessionTimeoutMs: 30_000, heartbeatMs: 10_000 },
    ],
  ])("V2 V3 %j", (cluster, expected) => {
    const { scenario } = readScenario({ cluster });
    expect(scenario).toBeDefined();
    if (scenario !== undefined) expect(brokerReleaseOf(scenario)).toMatchObject(expected);
  });

  it("V2 a crashed leader is missed for 7 to 9 s with KRaft, for 12 to 18 s with ZooKeeper, for 4 to 6 s before 2.5", () => {
    const outageMs = (cluster: object): number => {
      const faults = [{ kind: "crash", atMs: 1_000, broker: 0 }];
      const topic = { partitions: 1 };
      const workload = { arrivals: { kind: "constant", perSecond: 50 }, spacing: "even" };
      return simulated("3.9", [], { durationMs: 25_000, workload, topic, faults, cluster }).latencyMs.max;
    };
    const within = (valueMs: number, leastMs: number, mostMs: number): void => {
      expect(valueMs).toBeGreaterThan(leastMs);
      // What comes on top: the news, a backoff and a connection.
      expect(valueMs).toBeLessThan(mostMs + 1_500);
    };
    within(outageMs({}), 6_900, 9_000);
    within(outageMs({ controller: "zookeeper" }), 11_900, 18_000);
    within(outageMs({ brokerVersion: "2.4" }), 3_900, 6_000);
  });
});
