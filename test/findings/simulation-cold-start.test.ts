// Findings about cold starts: metadata and the producer id come over the same network as records, with its faults.
import { describe, expect, it } from "vitest";
import { failuresOf, simulated } from "./simulating.js";

const BROKERS = [0, 1, 2];

/** Every connection of the producer is cut from the beginning. */
function cutOff(forMs: number | string): readonly object[] {
  return BROKERS.map((broker) => ({ kind: "cut", atMs: 0, between: ["producer 0", `broker ${broker}`], forMs }));
}

function everyBroker(fault: object): readonly object[] {
  return BROKERS.map((broker) => ({ atMs: 0, broker, ...fault }));
}

function coldly(perSecond: number, durationMs: number | string, faults: readonly object[]): object {
  const workload = { start: "cold", sending: "sync", arrivals: { kind: "constant", perSecond }, spacing: "even" };
  return { durationMs, workload, faults };
}

describe("K2c metadata over a cut network", () => {
  it("K2c the first send() blocks for max.block.ms and fails", () => {
    const result = simulated("3.9", [], coldly(1, "100 s", cutOff("70 s")));
    expect(failuresOf(result)).toEqual({ TimeoutException: 1 });
    expect(result.records.failedBeforeSending).toBe(1);
    expect(result.blockedMs.max).toBe(60_000);
    expect(result.records.storedOnce).toBe(result.records.sent - 1);
  });

  it("K2c a network that is back in time only delays the first record", () => {
    const result = simulated("3.9", [], coldly(1, "30 s", cutOff("5 s")));
    expect(result.failures).toEqual([]);
    expect(result.blockedMs.max).toBeGreaterThan(5_000);
    expect(result.blockedMs.max).toBeLessThan(12_000);
  });
});

describe("S5 no broker answers for 11 s, max.block.ms=2000", () => {
  it.each<[string, readonly object[]]>([
    ["cut", cutOff("11 s")],
    ["hang", everyBroker({ kind: "hang", forMs: "11 s" })],
    ["crash", everyBroker({ kind: "crash", restartMs: "11 s" })],
  ])("S5 %s: each of five calls blocks for 2 s and fails", (_, faults) => {
    const result = simulated("3.9", ["max.block.ms=2000"], coldly(5, "12 s", faults));
    expect(failuresOf(result)).toEqual({ TimeoutException: 5 });
    expect(result.blockedMs.max).toBe(2_000);
    expect(result.records.failedBeforeSending).toBe(5);
    expect(result.records.storedOnce).toBeGreaterThan(0);
  });

  it("S5 answers that are lost", () => {
    const faults = everyBroker({ kind: "lost-answers", forMs: "10 s" });
    const lines = ["max.block.ms=2000", "request.timeout.ms=3000", "delivery.timeout.ms=20000"];
    const result = simulated("3.9", lines, coldly(5, "20 s", faults));
    expect(failuresOf(result)["TimeoutException"]).toBeGreaterThanOrEqual(5);
    expect(result.requests.connectionsClosed).toBeGreaterThanOrEqual(3);
  });

  it.each(["false", "true"])("S5 one broker that hangs does not matter (enable.idempotence=%s)", (idempotent) => {
    const faults = [{ kind: "hang", atMs: 0, broker: 2, forMs: "60 s" }];
    const scenario = {
      ...coldly(5, "5 s", faults),
      topic: { partitions: 1, replicationFactor: 1, minInsyncReplicas: 1 },
    };
    const seeds = [1, 2, 3, 4, 5, 6].map((seed) => {
      const lines = [`enable.idempotence=${idempotent}`, "request.timeout.ms=1000", "delivery.timeout.ms=5000"];
      return simulated("3.9", lines, scenario, seed);
    });
    for (const { failures, blockedMs } of seeds) {
      expect(failures).toEqual([]);
      // At worst the one that hangs was the first to be asked, and was given up after request.timeout.ms.
      expect(blockedMs.max).toBeLessThan(1_500);
    }
  });

  it("S5 a transactional producer waits as well", () => {
    const lines = ["transactional.id=a", "max.block.ms=60000"];
    const result = simulated("3.9", lines, coldly(5, "11 s", cutOff("10 s")));
    expect(result.records.storedOnce).toBe(result.records.sent);
  });
});

describe("a cold start without faults", () => {
  it("costs a few round trips", () => {
    const scenario = {
      extends: "across-regions",
      durationMs: "5 s",
      workload: { start: "cold", sending: "sync", arrivals: { kind: "constant", perSecond: 1 } },
    };
    const result = simulated("3.9", [], scenario);
    // Connection, metadata and producer id beside each other, or one after the other over a second connection.
    expect(result.blockedMs.max).toBeGreaterThanOrEqual(70);
    expect(result.blockedMs.max).toBeLessThan(3.5 * 70);
    expect(result.latencyMs.max).toBeLessThan(7 * 70);
  });
});
