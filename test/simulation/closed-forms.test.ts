// The simulation against formulas: batches of Poisson arrivals, queues at the broker, waiting for replication.
import { describe, expect, it } from "vitest";
import { FREE_COSTS } from "../../server/src/core/simulation/cluster/costs.js";
import { runSimulation } from "../../server/src/core/simulation/full/simulation.js";
import { producerPlan, simulationPlan } from "./plans.js";

const BATCH_RECORDS = 16;

describe("a batch closes after 16 records or 5 ms", () => {
  // The first record opens the batch; then min(15, Poisson(rate · 5 ms)) more get in.
  it.each([
    [1_000, 5.9999, 0.0002],
    [2_000, 10.8965, 0.0835],
    [5_000, 15.9757, 0.9876],
  ])("at %i records/s: %f records, full with probability %f", (perSecond, meanRecords, fullShare) => {
    const records = 400_000;
    const plan = producerPlan("3.9.2", { acks: "1", "enable.idempotence": "false", "linger.ms": "5" }, perSecond, {
      records,
    });
    const { statistics, fates } = runSimulation(simulationPlan([plan], { durationUs: 1e9 }));
    expect(fates.storedOnce).toBe(records);
    expect(Math.abs(statistics.batchRecords.meanUs / meanRecords - 1)).toBeLessThan(0.005);
    const full = statistics.batchRecords.countOf(BATCH_RECORDS) / statistics.batchRecords.count;
    expect(Math.abs(full - fullShare)).toBeLessThan(0.005);
  });
});

describe("the queue of a broker with one thread", () => {
  it.each([0.3, 0.7])("waits like M/D/1 at load %f", (load) => {
    const producers = 40;
    const requestUs = 100;
    const perSecond = (load * 1e6) / requestUs / producers;
    const plan = producerPlan("3.9.2", { acks: "1", "enable.idempotence": "false", "linger.ms": "0" }, perSecond);
    const costs = { ...FREE_COSTS, requestUs };
    const { statistics } = runSimulation(simulationPlan(new Array(producers).fill(plan), { costs, durationUs: 8e6 }));
    const expectedUs = (load / (2 * (1 - load))) * requestUs;
    expect(Math.abs(statistics.stages.brokerQueue.meanUs / expectedUs - 1)).toBeLessThan(0.06);
  });
});

describe("acks=all with one connection", () => {
  it("waits one round trip of the parked follower", () => {
    const topics = [{ name: "t", partitions: 1, replicationFactor: 2, minInsyncReplicas: 2 }];
    const costs = { ...FREE_COSTS, brokerRttUs: 1_000, fetchAppendUs: 200, fetchHandleUs: 100 };
    const plan = producerPlan("3.9.2", { "linger.ms": "0" }, 50);
    const { statistics } = runSimulation(simulationPlan([plan], { topics, costs, brokers: 2, durationUs: 60e6 }));
    // Half a trip to the follower, its append, half a trip back with the next fetch, and the leader handles it.
    expect(statistics.stages.replication.percentileUs(0.5)).toBeCloseTo(500 + 200 + 500 + 100, -1);
  });
});

describe("a synchronous application", () => {
  it.each([
    ["0", 2_000],
    ["5", 7_000],
  ])("with linger.ms=%s pays linger and round trip for every record", (lingerMs, expectedUs) => {
    const plan = producerPlan("3.9.2", { acks: "1", "enable.idempotence": "false", "linger.ms": lingerMs }, 10_000, {
      synchronous: true,
    });
    const costs = { ...FREE_COSTS, clientRttUs: 2_000 };
    const { statistics } = runSimulation(simulationPlan([plan], { costs, durationUs: 2e6 }));
    expect(statistics.latency.meanUs).toBeCloseTo(expectedUs, -2);
    expect(statistics.batchRecords.maxUs).toBe(1);
  });
});
