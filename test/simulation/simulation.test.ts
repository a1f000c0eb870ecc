// The whole model: what must always hold, and what known configurations do.
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FREE_COSTS, LOCAL_COSTS } from "../../server/src/core/simulation/cluster/costs.js";
import { runSimulation, type SimulationResult } from "../../server/src/core/simulation/full/simulation.js";
import { burstRate } from "../../server/src/core/simulation/workload/arrivals.js";
import { producerPlan, simulationPlan } from "./plans.js";

const THREE_BROKERS = {
  brokers: 3,
  topics: [{ name: "t", partitions: 6, replicationFactor: 3, minInsyncReplicas: 2 }],
  costs: LOCAL_COSTS,
};

function sumOfFates({ fates, statistics }: SimulationResult): number {
  const neverSent = ["BufferExhaustedException", "RecordTooLargeException", "IllegalArgumentException"];
  const refused = neverSent.reduce((sum, name) => sum + (statistics.failures.get(name) ?? 0), 0);
  return Object.values({ ...fates }).reduce((sum, count) => sum + count, 0) + refused;
}

describe("without faults", () => {
  it("stores every record once and in order, and stages add up to the latency", () => {
    const config = fc.record({
      "linger.ms": fc.constantFrom("0", "2", "20"),
      "batch.size": fc.constantFrom("200", "4000", "16384", "100000"),
      acks: fc.constantFrom("all", "1", "0"),
      "buffer.memory": fc.constantFrom("200000", "33554432"),
      "max.in.flight.requests.per.connection": fc.constantFrom("1", "5"),
    });
    const version = fc.constantFrom("2.3.1", "2.8.2", "3.9.2", "4.1.2");
    const keys = fc.constantFrom(
      { kind: "none" as const },
      { kind: "uniform" as const, count: 50 },
      { kind: "hot" as const, count: 9, hotShare: 0.5 },
    );
    fc.assert(
      fc.property(version, config, keys, fc.constantFrom(100, 5_000, 40_000), (release, chosen, keyPlan, perSecond) => {
        const plan = producerPlan(release, chosen, perSecond, {
          keys: keyPlan,
          values: { minBytes: 0, maxBytes: 2_000 },
        });
        const result = runSimulation(simulationPlan([plan], { ...THREE_BROKERS, durationUs: 200_000 }));
        const { statistics, fates } = result;
        expect(result.ended).toBe("done");
        expect(fates.storedOnce).toBe(statistics.recordsSent);
        expect(sumOfFates(result)).toBe(statistics.recordsSent);
        expect([result.outOfOrder, result.stored]).toEqual([0, statistics.recordsSent]);
        const stages = Object.values(statistics.stages).reduce((sum, stage) => sum + stage.meanUs, 0);
        expect(stages).toBeCloseTo(statistics.latency.meanUs, 3);
      }),
      { numRuns: 20 },
    );
  });

  it("gives the same result for the same seed, and another for another", () => {
    const plan = producerPlan("3.9.2", {}, 5_000);
    const mean = (seed: number) =>
      runSimulation(simulationPlan([plan], { ...THREE_BROKERS, seed, durationUs: 500_000 })).statistics.latency.meanUs;
    expect(mean(1)).toBe(mean(1));
    expect(mean(1)).not.toBe(mean(2));
  });
});

describe("a buffer that is too small", () => {
  const slow = { ...FREE_COSTS, clientRttUs: 50_000 };

  it("blocks send() and then refuses", () => {
    const arrivals = { pieces: burstRate(100_000, 20_000, 10_000_000), spacing: "even" as const };
    const config = { "buffer.memory": "65536", "max.block.ms": "60", acks: "1", "enable.idempotence": "false" };
    const result = runSimulation(
      simulationPlan([producerPlan("3.9.2", config, 0, { arrivals })], { costs: slow, durationUs: 5e6 }),
    );
    expect(result.statistics.failures.get("BufferExhaustedException")).toBe(undefined);
    expect(result.statistics.stages.blocked.maxUs).toBeGreaterThan(40_000);
    expect(sumOfFates(result)).toBe(result.statistics.recordsSent);

    const hasty = { ...config, "max.block.ms": "10" };
    const refused = runSimulation(
      simulationPlan([producerPlan("3.9.2", hasty, 0, { arrivals })], { costs: slow, durationUs: 5e6 }),
    );
    expect(refused.statistics.failures.get("BufferExhaustedException")).toBeGreaterThan(0);
    expect(sumOfFates(refused)).toBe(refused.statistics.recordsSent);
  });
});

describe("linger", () => {
  it("makes fewer, fuller requests", () => {
    const run = (lingerMs: string) => {
      const plan = producerPlan("3.9.2", { "linger.ms": lingerMs }, 3_000);
      return runSimulation(simulationPlan([plan], { ...THREE_BROKERS, durationUs: 3e6 })).statistics;
    };
    const [hasty, patient] = [run("0"), run("10")];
    expect(patient.requests).toBeLessThan(hasty.requests / 4);
    expect(patient.batchRecords.meanUs).toBeGreaterThan(4 * hasty.batchRecords.meanUs);
  });
});
