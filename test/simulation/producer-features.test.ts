// What a producer does besides sending: starting, compressing, flushing, closing; several threads; brokers that are slow to drain.
import { describe, expect, it } from "vitest";
import { FREE_COSTS, LOCAL_COSTS } from "../../server/src/core/simulation/cluster/costs.js";
import type { ClientPlan } from "../../server/src/core/simulation/full/client.js";
import { runSimulation, type SimulationPlan } from "../../server/src/core/simulation/full/simulation.js";
import { CompressionRatios } from "../../server/src/core/simulation/producer/compression.js";
import { producerPlan, simulationPlan } from "./plans.js";

const SECOND_US = 1_000_000;
const TOPICS = [{ name: "t", partitions: 6, replicationFactor: 3, minInsyncReplicas: 2 }];

function run(plan: ClientPlan, change: Partial<SimulationPlan> = {}) {
  const all = { brokers: 3, topics: TOPICS, costs: LOCAL_COSTS, durationUs: 2 * SECOND_US, sampleUs: 50_000 };
  return runSimulation(simulationPlan([plan], { ...all, checksInvariants: true, ...change }));
}

describe("the first record", () => {
  const costs = { ...FREE_COSTS, clientRttUs: 10_000 };
  const first = (config: Record<string, string>) => {
    const plan = producerPlan("3.9.2", config, 1_000, { records: 1, start: "cold" });
    return run(plan, { costs, brokers: 1, topics: [{ ...TOPICS[0]!, replicationFactor: 1, minInsyncReplicas: 1 }] });
  };

  it("pays for bootstrap, metadata, the connection to the leader, and itself", () => {
    // Two round trips to connect, one for Metadata (InitProducerId at the same time), two to connect to the leader, one to produce.
    const { latency, stages } = first({}).statistics;
    expect(latency.maxUs / 10_000).toBeGreaterThan(5.8);
    expect(latency.maxUs / 10_000).toBeLessThan(6.3);
    expect(stages.blocked.maxUs / 10_000).toBeGreaterThan(2.8);
  });

  it("fails in send() when no broker can be reached within max.block.ms", () => {
    const plan = producerPlan("3.9.2", { "max.block.ms": "500" }, 10, { start: "cold" });
    const faults = [0, 1, 2].map((broker) => ({ kind: "crash" as const, atUs: 0, broker }));
    const { statistics } = run(plan, { faults });
    expect(statistics.failures.get("TimeoutException")).toBe(statistics.recordsSent);
  });
});

describe("compression", () => {
  it("is learned in small steps, and unlearned at once", () => {
    const ratios = new CompressionRatios({ codec: "gzip", ratio: 0.4 });
    const batch = { partition: { topic: "t", partition: 0 }, records: [], rawBytes: 1 };
    let batches = 0;
    for (; ratios.estimate("t") > 0.4 + 1e-6; batches += 1) ratios.observe("t", ratios.actual(batch));
    expect(batches).toBeGreaterThanOrEqual(119);
    expect(batches).toBeLessThanOrEqual(121);
    ratios.reset("t", ratios.actual(batch));
    expect(ratios.estimate("t")).toBe(1);
  });

  it("puts more records into a batch once it is known", () => {
    const { settings, ...rest } = producerPlan("3.9.2", { "linger.ms": "200" }, 20_000);
    const compressed = { ...rest, settings: { ...settings, compression: { codec: "zstd", ratio: 0.25 } } };
    const plain = run({ ...rest, settings }).statistics;
    const { statistics } = run(compressed);
    expect(statistics.batchRecords.maxUs).toBeGreaterThan(3 * plain.batchRecords.maxUs);
    // 16,384 / (0.25 · 1.05 · 1,010): 61 records or so, less while the estimate is above the truth.
    expect(statistics.batchRecords.maxUs).toBeLessThanOrEqual(64);
    const batches = statistics.batchRecords.count;
    expect((statistics.batchBytes - 61 * batches) / (plain.batchBytes - 61 * plain.batchRecords.count)).toBeCloseTo(
      0.25,
      2,
    );
  });

  it("costs the application time", () => {
    const costly = { compressionCosts: { sendPerByteUs: 0.02, brokerPerByteUs: 0.002 } };
    const slow = producerPlan("3.9.2", {}, 100_000, costly);
    // A record takes at least 20 µs, so no more than 50,000 are sent in a second, and two seconds of records take four.
    expect(run(slow).endUs).toBeGreaterThan(4e6);
    expect(run(producerPlan("3.9.2", {}, 100_000)).endUs).toBeLessThan(2.1e6);
  });
});

describe("flush and close", () => {
  it("flush() sends what lingers and waits for it", () => {
    const config = { "linger.ms": "1000", "batch.size": "1000000" };
    const flushing = run(producerPlan("3.9.2", config, 1_000, { flushEvery: 10 })).statistics;
    // All but the last few, after which nobody calls flush().
    expect(flushing.latency.percentileUs(0.99)).toBeLessThan(100_000);
    expect(flushing.batchRecords.maxUs).toBeLessThanOrEqual(10);
    expect(run(producerPlan("3.9.2", config, 1_000)).statistics.latency.maxUs).toBeGreaterThan(900_000);
  });

  it("close() sends the rest; what is not done in time fails", () => {
    const config = { "linger.ms": "1000", "batch.size": "1000000" };
    const patient = run(producerPlan("3.9.2", config, 1_000, { close: { atUs: 500_000, timeoutMs: 10_000 } }));
    expect(patient.ended).toBe("done");
    expect(patient.fates.storedOnce).toBe(patient.statistics.recordsSent);
    expect(patient.statistics.latency.maxUs).toBeLessThan(600_000);
    const hang = [0, 1, 2].map((broker) => ({ kind: "hang" as const, atUs: 100_000, broker, forUs: 5e6 }));
    const hasty = run(producerPlan("3.9.2", {}, 1_000, { close: { atUs: 500_000, timeoutMs: 300 } }), { faults: hang });
    expect(hasty.statistics.failures.get("KafkaException")).toBeGreaterThan(300);
    expect(hasty.endUs).toBeLessThan(900_000);
  });
});

describe("application threads", () => {
  it("share a producer: synchronous sends go as many at a time", () => {
    const rate = (threads: number) => {
      const plan = producerPlan("3.9.2", { "linger.ms": "0" }, 100_000, { synchronous: true, threads, records: 5_000 });
      return 5_000 / (run(plan).endUs / SECOND_US);
    };
    expect(rate(8) / rate(1)).toBeGreaterThan(3);
  });

  it("all wait for memory, and all go on", () => {
    const config = { "buffer.memory": "100000", "linger.ms": "0" };
    const keys = { kind: "uniform" as const, count: 40 };
    const result = run(producerPlan("3.9.2", config, 200_000, { threads: 4, records: 20_000, keys }));
    expect(result.ended).toBe("done");
    expect(result.fates.storedOnce).toBe(20_000);
    expect(result.statistics.stages.blocked.maxUs).toBeGreaterThan(0);
  });
});

describe("partitioner.availability.timeout.ms", () => {
  it("leaves out the partitions of a broker that takes nothing", () => {
    const hang = { kind: "hang" as const, atUs: 500_000, broker: 0, forUs: 3e6 };
    const toHung = (availabilityTimeoutMs: number) => {
      const { settings, ...rest } = producerPlan("3.9.2", { "linger.ms": "5", acks: "1" }, 5_000);
      const plan = { ...rest, settings: { ...settings, availabilityTimeoutMs } };
      const { statistics } = run(plan, { faults: [hang], durationUs: 4e6 });
      return statistics.latency;
    };
    const slow = (latency: ReturnType<typeof toHung>) => latency.meanUs * latency.count;
    expect(slow(toHung(50))).toBeLessThan(0.5 * slow(toHung(0)));
  });
});

describe("a broker that is gone", () => {
  it("is tried again after 50, 100, 200 … 1,000 ms, and records wait without losing attempts", () => {
    const crash = { kind: "crash" as const, atUs: 200_000, broker: 0, restartUs: 4_000_000, electionUs: 60e6 };
    const result = run(producerPlan("3.9.2", { retries: "3" }, 500), { faults: [crash], durationUs: 5e6 });
    expect(result.fates.storedOnce).toBe(result.statistics.recordsSent);
    expect(result.statistics.latency.maxUs).toBeLessThan(5_300_000);
  });
});
