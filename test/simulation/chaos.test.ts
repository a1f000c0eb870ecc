// Any configuration under any faults: the invariants hold, the simulation ends, and what may not be lost is not.
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LOCAL_COSTS } from "../../server/src/core/simulation/cluster/costs.js";
import type { ClusterSettings } from "../../server/src/core/simulation/cluster/settings.js";
import type { Party } from "../../server/src/core/simulation/cluster/network.js";
import type { ClientPlan } from "../../server/src/core/simulation/full/client.js";
import type { Fault } from "../../server/src/core/simulation/full/faults.js";
import { runSimulation } from "../../server/src/core/simulation/full/simulation.js";
import { producerPlan, simulationPlan } from "./plans.js";
import { NEWEST } from "../support/newest.js";

/** More runs, each time others: `CHAOS_RUNS=1000 npx vitest run test/simulation/chaos.test.ts`. */
const CHOSEN_RUNS = process.env["CHAOS_RUNS"];
const OPTIONS = CHOSEN_RUNS === undefined ? { numRuns: 30, seed: 4 } : { numRuns: Number(CHOSEN_RUNS) };

const config = fc.record(
  {
    acks: fc.constantFrom("all", "1", "0"),
    "enable.idempotence": fc.constant("false"),
    "linger.ms": fc.constantFrom("0", "5", "50"),
    "batch.size": fc.constantFrom("500", "16384", "100000"),
    "buffer.memory": fc.constantFrom("150000", "1000000"),
    "max.in.flight.requests.per.connection": fc.constantFrom("1", "2", "5"),
    "max.block.ms": fc.constantFrom("0", "200", "60000"),
    retries: fc.constantFrom("0", "1", "2147483647"),
    "request.timeout.ms": fc.constantFrom("300", "1000", "5000"),
    "delivery.timeout.ms": fc.constantFrom("6000", "20000"),
  },
  { requiredKeys: ["request.timeout.ms", "delivery.timeout.ms"] },
);

const atUs = fc.integer({ min: 0, max: 2_000_000 });
const forUs = fc.integer({ min: 1_000, max: 6_000_000 });
const broker = fc.integer({ min: 0, max: 2 });
const party = fc.constantFrom<Party>("producer 0", "broker 0", "broker 1", "broker 2", "controller");
const fault: fc.Arbitrary<Fault> = fc.oneof(
  fc.record({ kind: fc.constant("crash" as const), atUs, broker, restartUs: forUs }),
  fc.record({ kind: fc.constant("restart" as const), atUs, broker, downUs: forUs }),
  fc.record({
    kind: fc.constantFrom(
      "hang" as const,
      "lost-answers" as const,
      "disk-stall" as const,
      "replication-stall" as const,
    ),
    atUs,
    broker,
    forUs,
  }),
  fc.record({ kind: fc.constant("slow" as const), atUs, broker, forUs, byUs: fc.integer({ min: 0, max: 100_000 }) }),
  fc.record({ kind: fc.constant("reset" as const), atUs, broker }),
  fc.record({ kind: fc.constant("cut" as const), atUs, between: fc.tuple(party, party), forUs }),
  fc.record({ kind: fc.constant("controller-failover" as const), atUs, forUs }),
  fc.record({ kind: fc.constant("producer-pause" as const), atUs, producer: fc.constant(0), forUs }),
  fc.record({ kind: fc.constantFrom("move-leaders" as const, "preferred-leaders" as const), atUs }),
);

const client = fc.record<Partial<ClientPlan>>({
  threads: fc.constantFrom(1, 3),
  start: fc.constantFrom("warm", "cold"),
  flushEvery: fc.constantFrom(Infinity, 7),
  synchronous: fc.constantFrom(false, false, true),
  keys: fc.constantFrom({ kind: "none" }, { kind: "uniform", count: 40 }),
  values: fc.constantFrom({ minBytes: 0, maxBytes: 3_000 }, { minBytes: 100, maxBytes: 100 }),
});

const cluster = fc.record({
  uncleanElection: fc.constantFrom(false, false, true),
  maxMessageBytes: fc.constantFrom(1_048_588, 20_000),
  replicaLagUs: fc.constantFrom(30_000_000, 1_000_000),
  lossRate: fc.constantFrom(0, 0, 0.01),
  jitterUs: fc.constantFrom(0, 500),
  producerBytesPerSecond: fc.constantFrom(Infinity, Infinity, 500_000),
  sessionTimeoutUs: fc.constantFrom(9_000_000, 3_000_000),
});

type Chaos = readonly [
  release: string,
  config: Record<string, string>,
  client: Partial<ClientPlan>,
  cluster: Partial<ClusterSettings>,
  faults: Fault[],
  minInsync: number,
];

const chaos: fc.Arbitrary<Chaos> = fc.tuple(
  fc.constantFrom("2.3.1", "2.8.2", "3.3.2", "3.6.2", "3.9.2", "4.1.2", NEWEST),
  config,
  client,
  cluster,
  fc.array(fault, { maxLength: 5 }),
  fc.constantFrom(1, 2),
);

/** Simulates, and looks at what must hold whatever happens. */
function check([release, chosen, parts, brokers, faults, minInsyncReplicas]: Chaos, names: readonly string[]): void {
  const conflicting = chosen["enable.idempotence"] === "false" ? chosen : withoutConflicts(chosen);
  const plan = producerPlan(release, conflicting, 1_500, parts);
  const result = runSimulation(
    simulationPlan([plan], {
      brokers: 3,
      topics: names.map((name, number) => ({
        name,
        partitions: 4 - 3 * number,
        replicationFactor: 3,
        minInsyncReplicas,
      })),
      costs: LOCAL_COSTS,
      durationUs: 2_000_000,
      drainUs: 5_000_000_000,
      faults,
      // A batch.size above what the broker takes makes clients before 4.2 split and send the same batch again and again.
      cluster: chosen["batch.size"] === "100000" ? { ...brokers, maxMessageBytes: 1_048_588 } : brokers,
      sampleUs: 50_000,
      checksInvariants: true,
    }),
  );
  expect(result.ended).toBe("done");
  expect(result.fates.pending).toBe(0);
  if (plan.settings.acks === -1 && brokers.uncleanElection !== true) expect(result.fates.acknowledgedLost).toBe(0);
}

describe("chaos", () => {
  it("breaks no invariant", () => {
    fc.assert(
      fc.property(chaos, (one) => check(one, ["t"])),
      OPTIONS,
    );
  }, 600_000);

  it("breaks none with two topics either", () => {
    const two = fc.tuple(chaos, fc.double({ min: 0.1, max: 0.9, noNaN: true }));
    fc.assert(
      fc.property(two, ([[release, chosen, parts, ...others], share]) => {
        const { keys = { kind: "none" }, values = { minBytes: 0, maxBytes: 3_000 } } = parts;
        const topics = [
          { topic: "t", share, keys, values },
          { topic: "u", share: 1 - share, keys: { kind: "none" } as const, values: { minBytes: 50, maxBytes: 9_000 } },
        ];
        check([release, chosen, { ...parts, topics }, ...others], ["t", "u"]);
      }),
      OPTIONS,
    );
  }, 600_000);
});

/** Leaves idempotence to its default. */
function withoutConflicts(chosen: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(chosen).filter(([key]) => !["acks", "retries"].includes(key)));
}
