// Faults, as a table of what is lost, doubled and reordered (facts/producer-runtime.md 3.4).
import { describe, expect, it } from "vitest";
import { LOCAL_COSTS } from "../../server/src/core/simulation/cluster/costs.js";
import type { Fault } from "../../server/src/core/simulation/full/faults.js";
import { runSimulation, type SimulationResult } from "../../server/src/core/simulation/full/simulation.js";
import { producerPlan, simulationPlan } from "./plans.js";

const TOPICS = [{ name: "t", partitions: 3, replicationFactor: 3, minInsyncReplicas: 2 }];
const CRASH_FOR_GOOD: Fault = { kind: "crash", atUs: 300_000, broker: 0, electionUs: 500_000 };
const CRASH: Fault = { ...CRASH_FOR_GOOD, restartUs: 2_000_000 };
const LOST: Fault = { kind: "lost-answers", atUs: 300_000, broker: 0, forUs: 50_000 };
/** Ten resets, so that some of them find requests on their way. */
const RESETS = Array.from({ length: 10 }, (_, number): Fault => ({
  kind: "reset",
  atUs: 300_000 + number * 73_313,
  broker: 0,
}));
const HANG: Fault = { kind: "hang", atUs: 300_000, broker: 0, forUs: 2_200_000 };

const IDEMPOTENT = { acks: "all", "enable.idempotence": "true" };
const LEADER_ONLY = { acks: "1", "enable.idempotence": "false" };
const NOT_IDEMPOTENT = { acks: "all", "enable.idempotence": "false" };
const NO_ACKS = { acks: "0", "enable.idempotence": "false" };
const SHORT = { "request.timeout.ms": "500", "delivery.timeout.ms": "1500" };

function run(config: Record<string, string>, faults: readonly Fault[], version = "3.9.2"): SimulationResult {
  const keys = { kind: "uniform" as const, count: 300 };
  const plan = producerPlan(version, { "linger.ms": "1", "request.timeout.ms": "1000", ...config }, 6_000, { keys });
  // Replication takes a while, so that a crash finds something that is not yet copied.
  const costs = { ...LOCAL_COSTS, brokerRttUs: 4_000, clientRttUs: 2_000 };
  const result = runSimulation(
    simulationPlan([plan], { brokers: 3, topics: TOPICS, costs, faults, durationUs: 1_500_000 }),
  );
  expect(result.ended).toBe("done");
  expect(Object.values({ ...result.fates }).reduce((sum, count) => sum + count, 0)).toBe(result.statistics.recordsSent);
  return result;
}

/** Which of the bad things happened. */
function harm({ fates, outOfOrder }: SimulationResult): string {
  const names = [
    fates.acknowledgedLost > 0 ? "lost" : "",
    fates.duplicated > 0 ? "doubled" : "",
    outOfOrder > 0 ? "reordered" : "",
    fates.failedAbsent > 0 ? "failed" : "",
    fates.failedStored > 0 ? "failed but stored" : "",
  ];
  return names.filter((name) => name !== "").join(", ");
}

describe("what faults do to records", () => {
  it.each<[string, Record<string, string>, Fault[], string]>([
    ["idempotent producer, leader crash", IDEMPOTENT, [CRASH], ""],
    ["idempotent producer, answers lost", IDEMPOTENT, [LOST], ""],
    ["idempotent producer, connection reset", IDEMPOTENT, RESETS, ""],
    ["acks=all without idempotence, answers lost", NOT_IDEMPOTENT, [LOST], "doubled"],
    ["acks=1, leader crash", LEADER_ONLY, [CRASH], "lost"],
    ["acks=0, leader crash", NO_ACKS, [CRASH], "lost"],
    ["acks=0, connection reset", NO_ACKS, RESETS, "lost"],
    ["retries=0, connection reset", { ...LEADER_ONLY, retries: "0" }, RESETS, "failed but stored"],
  ])("%s", (_, config, faults, expected) => {
    const found = harm(run(config, faults));
    if (expected === "") expect(found).toBe("");
    else expect(found).toContain(expected);
  });

  it("one request in flight keeps the order without idempotence, five do not", () => {
    const inFlight = (count: string) =>
      run({ ...LEADER_ONLY, "max.in.flight.requests.per.connection": count, "linger.ms": "0" }, RESETS);
    expect(inFlight("1").outOfOrder).toBe(0);
    expect(inFlight("5").outOfOrder).toBeGreaterThan(0);
  });

  it("a broker that hangs longer than the request timeout makes records fail that are stored", () => {
    const result = run({ ...NOT_IDEMPOTENT, ...SHORT, retries: "0" }, [HANG]);
    expect(result.statistics.failures.get("TimeoutException")).toBeGreaterThan(0);
    expect(harm(result)).toContain("failed but stored");
  });

  it("a new leader is found, and nothing waits for the old one to come back", () => {
    const result = run(IDEMPOTENT, [CRASH_FOR_GOOD]);
    expect(result.fates.storedOnce).toBe(result.statistics.recordsSent);
    // Half a second until the election; meanwhile the client has asked for news in vain, and each time waits longer to ask again.
    expect(result.statistics.latency.maxUs).toBeLessThan(1_600_000);
  });
});
