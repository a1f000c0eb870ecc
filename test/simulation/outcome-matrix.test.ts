// The outcome matrix of facts/producer-runtime.md 3.4: which configuration loses, doubles or reorders records under which fault.
import { describe, expect, it } from "vitest";
import { LOCAL_COSTS } from "../../server/src/core/simulation/cluster/costs.js";
import type { Fault } from "../../server/src/core/simulation/full/faults.js";
import { runSimulation } from "../../server/src/core/simulation/full/simulation.js";
import { producerPlan, simulationPlan } from "./plans.js";

const TIMES_US = Array.from({ length: 10 }, (_, number) => 300_000 + number * 73_313);
const STALLED = [1, 2].map((broker): Fault => ({ kind: "replication-stall", atUs: 250_000, broker, forUs: 60e6 }));
const FAULTS = {
  "leader crash": [{ kind: "crash", atUs: 300_000, broker: 0, electionUs: 500_000, restartUs: 1_500_000 }],
  "unclean election": [...STALLED, { kind: "crash", atUs: 900_000, broker: 0, electionUs: 200_000 }],
  "lost answers": [{ kind: "lost-answers", atUs: 300_000, broker: 0, forUs: 50_000 }],
  "connection resets": TIMES_US.map((atUs) => ({ kind: "reset", atUs, broker: 0 }) as const),
  "leader moves": [
    { kind: "move-leaders", atUs: 300_000 },
    { kind: "move-leaders", atUs: 600_000 },
    { kind: "preferred-leaders", atUs: 900_000 },
  ],
} as const satisfies Record<string, readonly Fault[]>;

type Harm = "lost" | "doubled" | "reordered" | "failed";
type Cell = Record<Harm, boolean>;

const CONFIGS = {
  "acks=0": { acks: "0" },
  "acks=1": { acks: "1", "enable.idempotence": "false" },
  "acks=1, one in flight": {
    acks: "1",
    "enable.idempotence": "false",
    "max.in.flight.requests.per.connection": "1",
  },
  "acks=all, no idempotence": { "enable.idempotence": "false" },
  idempotent: {},
  "retries=0": { "enable.idempotence": "false", retries: "0" },
} as const;

function run(config: Record<string, string>, faults: readonly Fault[]): Cell {
  const plan = producerPlan(
    "3.9.2",
    { "linger.ms": "0", "request.timeout.ms": "1000", "delivery.timeout.ms": "60000", ...config },
    6_000,
    { keys: { kind: "uniform", count: 300 } },
  );
  const { fates, outOfOrder, statistics, ended } = runSimulation(
    simulationPlan([plan], {
      brokers: 3,
      topics: [{ name: "t", partitions: 3, replicationFactor: 3, minInsyncReplicas: 1 }],
      // Replication takes a while, so that a fault finds something that is not yet copied.
      costs: { ...LOCAL_COSTS, brokerRttUs: 4_000, clientRttUs: 2_000 },
      cluster: { uncleanElection: true, replicaLagUs: 200_000 },
      faults,
      durationUs: 1_500_000,
      sampleUs: 100_000,
      checksInvariants: true,
    }),
  );
  expect(ended).toBe("done");
  expect(Object.values({ ...fates }).reduce((sum, count) => sum + count, 0)).toBe(statistics.recordsSent);
  return {
    lost: fates.acknowledgedLost > 0,
    doubled: fates.duplicated > 0,
    reordered: outOfOrder > 0,
    failed: fates.failedAbsent + fates.failedStored > 0,
  };
}

/** What happens, in words. */
function words(cell: Cell): string {
  const happened = (Object.keys(cell) as Harm[]).filter((harm) => cell[harm]);
  return happened.length === 0 ? "-" : happened.join(", ");
}

// Never doubled: acks=0, retries=0, idempotence. Never reordered: one in flight, idempotence. Never lost: acks=all without an
// unclean election. (retries=0 has acks=all.)
describe("outcome matrix", () => {
  it.each<[keyof typeof CONFIGS, keyof typeof FAULTS, string]>([
    ["acks=0", "leader crash", "lost"],
    ["acks=0", "unclean election", "lost"],
    ["acks=0", "lost answers", "-"],
    ["acks=0", "connection resets", "lost"],
    ["acks=0", "leader moves", "lost"],
    ["acks=1", "leader crash", "lost"],
    ["acks=1", "unclean election", "lost, reordered"],
    ["acks=1", "lost answers", "doubled"],
    ["acks=1", "connection resets", "doubled, reordered"],
    ["acks=1", "leader moves", "lost, reordered"],
    ["acks=1, one in flight", "leader crash", "lost"],
    ["acks=1, one in flight", "unclean election", "lost"],
    ["acks=1, one in flight", "lost answers", "doubled"],
    ["acks=1, one in flight", "connection resets", "doubled"],
    ["acks=1, one in flight", "leader moves", "lost"],
    ["acks=all, no idempotence", "leader crash", "doubled, reordered"],
    ["acks=all, no idempotence", "unclean election", "lost, reordered"],
    ["acks=all, no idempotence", "lost answers", "doubled"],
    ["acks=all, no idempotence", "connection resets", "doubled"],
    ["acks=all, no idempotence", "leader moves", "doubled, reordered"],
    ["idempotent", "leader crash", "-"],
    ["idempotent", "unclean election", "lost"],
    ["idempotent", "lost answers", "-"],
    ["idempotent", "connection resets", "-"],
    ["idempotent", "leader moves", "-"],
    ["retries=0", "leader crash", "failed"],
    ["retries=0", "unclean election", "lost, failed"],
    ["retries=0", "lost answers", "failed"],
    ["retries=0", "connection resets", "failed"],
    ["retries=0", "leader moves", "failed"],
  ])("%s, %s: %s", (config, fault, expected) => {
    expect(words(run(CONFIGS[config], FAULTS[fault]))).toBe(expected);
  });
});
