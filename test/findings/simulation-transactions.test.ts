// Findings about transactions: what the coordinator does by itself. Expected exceptions were recorded with real clients and
// brokers (docs/simulation.md, "Transactions").
import { describe, expect, it } from "vitest";
import type { SimulatedResult } from "../../server/src/core/simulation/result/result.js";
import { failuresOf, simulated } from "./simulating.js";

const LINES = ["transactional.id=tx-orders", "transaction.timeout.ms=5000"];

function scenario(perSecond: number, everyMs: string, change: object = {}): object {
  const workload = { arrivals: { kind: "constant", perSecond }, transaction: { everyMs } };
  return { durationMs: "60 s", workload, topic: { partitions: 3 }, ...change };
}

function called({ transactions }: SimulatedResult): Record<string, number> {
  return Object.fromEntries((transactions?.failedCalls ?? []).map(({ exception, calls }) => [exception, calls]));
}

describe("K2d transaction.timeout.ms", () => {
  it.each([
    ["2.8", "3.9"],
    ["3.9", "3.9"],
    ["3.9", "4.1"],
    ["4.1", "3.9"],
  ])(
    "K2d client %s, brokers %s: the transaction is aborted, the producer fenced for good",
    (version, brokerVersion) => {
      const result = simulated(version, LINES, scenario(100, "30 s", { cluster: { brokerVersion } }));
      expect(result.transactions).toMatchObject({ committed: 0, aborted: 1, timedOut: 1 });
      // The records that come next are told first: that is abortable; the abort is not.
      expect(failuresOf(result)["InvalidProducerEpochException"]).toBeGreaterThan(0);
      expect(called(result)).toEqual({ ProducerFencedException: 1 });
      // What was acknowledged in the first 10 s is never read.
      expect(result.transactions?.abortedRecords).toBeGreaterThan(800);
      expect(result.endToEndMs.count).toBe(0);
      expect(result.records.sent).toBeLessThan(0.3 * 6_000);
    },
  );

  it("K2d client 4.1, brokers 4.1 (KIP-890): the abort succeeds, and it goes on", () => {
    const result = simulated("4.1", LINES, scenario(100, "30 s", { durationMs: "58 s" }));
    expect(result.transactions?.timedOut).toBeGreaterThanOrEqual(3);
    expect(result.transactions?.timedOut).toBe(result.transactions?.aborted);
    expect(failuresOf(result)["InvalidProducerEpochException"]).toBeGreaterThan(0);
    expect(called(result)).toEqual({});
    expect(result.records.sent).toBeGreaterThan(0.95 * 5_800);
  });

  it.each([
    ["3.9", "4.1", "ProducerFencedException"],
    ["4.1", "3.9", "ProducerFencedException"],
    ["4.1", "4.1", "InvalidTxnStateException"],
  ])("K2d client %s, brokers %s, a commit without another record: %s, fatal", (version, brokerVersion, exception) => {
    const steps = [
      { forMs: 1_000, perSecond: 10 },
      { forMs: 49_000, perSecond: 0 },
      { forMs: 10_000, perSecond: 10 },
    ];
    const workload = { arrivals: { kind: "steps", steps }, transaction: { everyMs: "30 s" } };
    const result = simulated(version, LINES, { ...scenario(1, "30 s", { cluster: { brokerVersion } }), workload });
    expect(called(result)).toEqual({ [exception]: 1 });
    expect(result.failures).toEqual([]);
    expect(result.transactions).toMatchObject({ committed: 0, timedOut: 1 });
  });

  it("K2d nothing happens to transactions that are short enough", () => {
    const result = simulated("3.9", LINES, scenario(100, "4 s"));
    expect(result.transactions).toMatchObject({ aborted: 0, abortedRecords: 0 });
    expect(result.transactions?.committed).toBeGreaterThan(10);
    expect(result.transactions).not.toHaveProperty("timedOut");
  });
});

it("K2d clients up to 2.6 are fenced by the first record already", () => {
  const result = simulated("2.6", LINES, scenario(100, "30 s", { cluster: { brokerVersion: "2.6" } }));
  expect(failuresOf(result)["ProducerFencedException"]).toBeGreaterThan(0);
  expect(failuresOf(result)["InvalidProducerEpochException"]).toBeUndefined();
  expect(result.transactions).toMatchObject({ committed: 0, timedOut: 1 });
});

describe("K2d a second instance with the same transactional.id", () => {
  it.each([
    ["2.8", "3.9"],
    ["3.9", "4.1"],
    ["4.1", "4.1"],
  ])("K2d client %s, brokers %s: fenced, whatever it does", (version, brokerVersion) => {
    const faults = [{ kind: "second-instance", atMs: 5_500, producer: 0 }];
    const change = { durationMs: "20 s", faults, cluster: { brokerVersion } };
    const result = simulated(version, ["transactional.id=tx-orders"], scenario(100, "1 s", change));
    expect(result.transactions?.committed).toBeGreaterThanOrEqual(4);
    expect(called(result)).toEqual({ ProducerFencedException: 1 });
    expect(failuresOf(result)["InvalidProducerEpochException"]).toBeGreaterThan(0);
    expect(result.records.sent).toBeLessThan(0.3 * 2_000);
  });
});

describe("sendOffsetsToTransaction()", () => {
  it.each(["3.9", "4.1"])("costs two more requests before every commit (client %s)", (version) => {
    const cluster = { clientRttMs: 10, brokerRttMs: 1 };
    const workload = { arrivals: { kind: "constant", perSecond: 100 } };
    const meanMs = (offsets: boolean): number => {
      const transaction = { everyMs: "100 ms", offsets };
      const result = simulated(version, ["transactional.id=a"], {
        durationMs: "5 s",
        cluster,
        workload: { ...workload, transaction },
      });
      return result.transactions?.commitMs.mean ?? 0;
    };
    const more = meanMs(true) - meanMs(false);
    // In part the batches are on their way meanwhile.
    expect(more).toBeGreaterThan(version === "3.9" ? 14 : 6);
    expect(more).toBeLessThan(version === "3.9" ? 24 : 14);
  });
});
