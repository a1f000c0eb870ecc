// What brokers, controller and network do when something goes wrong, and what a producer makes of it.
import { describe, expect, it } from "vitest";
import type { ClusterSettings } from "../../server/src/core/simulation/cluster/settings.js";
import { LOCAL_COSTS } from "../../server/src/core/simulation/cluster/costs.js";
import type { ClientPlan } from "../../server/src/core/simulation/full/client.js";
import type { Fault } from "../../server/src/core/simulation/full/faults.js";
import { runSimulation, type SimulationResult } from "../../server/src/core/simulation/full/simulation.js";
import { producerPlan, simulationPlan } from "./plans.js";

interface Case {
  readonly config?: Record<string, string>;
  readonly faults?: readonly Fault[];
  readonly cluster?: Partial<ClusterSettings>;
  readonly minInsyncReplicas?: number;
  readonly partitions?: number;
  readonly version?: string;
  readonly seconds?: number;
  readonly perSecond?: number;
  readonly client?: Partial<ClientPlan>;
}

const NOT_IDEMPOTENT = { "enable.idempotence": "false" };
const LEADER_ONLY = { ...NOT_IDEMPOTENT, acks: "1" };
const SECOND_US = 1_000_000;

/** Three brokers, one partition led by broker 0 unless the case says otherwise. */
function run(change: Case): SimulationResult {
  const { config = {}, faults = [], cluster = {}, minInsyncReplicas = 2, partitions = 1 } = change;
  const plan = producerPlan(change.version ?? "3.9.2", config, change.perSecond ?? 1_000, change.client);
  const result = runSimulation(
    simulationPlan([plan], {
      brokers: 3,
      topics: [{ name: "t", partitions, replicationFactor: 3, minInsyncReplicas }],
      costs: LOCAL_COSTS,
      durationUs: (change.seconds ?? 5) * SECOND_US,
      faults,
      cluster,
      sampleUs: 100_000,
      checksInvariants: true,
    }),
  );
  return result;
}

function allStored({ fates, statistics, ended }: SimulationResult): void {
  expect(ended).toBe("done");
  expect(fates.storedOnce).toBe(statistics.recordsSent);
}

describe("three nodes, acks=all (facts/notes.md N19)", () => {
  const oneDown: Fault[] = [{ kind: "crash", atUs: SECOND_US, broker: 1 }];
  const bothDown: Fault[] = [...oneDown, { kind: "crash", atUs: SECOND_US, broker: 2 }];
  const SHORT = { "delivery.timeout.ms": "20000", "request.timeout.ms": "15000" };

  it("min.insync.replicas=2: the leader and one follower are enough", () => {
    const result = run({ faults: oneDown, seconds: 15 });
    allStored(result);
    // Writes wait until the dead follower is fenced: 7 to 9 s.
    expect(result.statistics.latency.maxUs / SECOND_US).toBeGreaterThan(6.9);
    expect(result.statistics.latency.maxUs / SECOND_US).toBeLessThan(9.3);
  });

  it("min.insync.replicas=3: without one follower every write fails", () => {
    const result = run({ config: SHORT, faults: oneDown, minInsyncReplicas: 3, seconds: 14, perSecond: 200 });
    const { failures, recordsSent } = result.statistics;
    const failed = [...failures.values()].reduce((sum, records) => sum + records, 0);
    expect(failed).toBeGreaterThan(0.9 * (recordsSent - 200));
    // The last refusal if it comes after the delivery timeout, else the timeout itself (what N25 asks).
    expect([...failures.keys()].sort()).toEqual(["NotEnoughReplicasException", "TimeoutException"]);
  });

  it("min.insync.replicas=1: the leader alone is enough, and with it everything is lost", () => {
    const faults: Fault[] = [
      ...bothDown,
      { kind: "crash", atUs: 12 * SECOND_US, broker: 0 },
      { kind: "crash", atUs: 1.1 * SECOND_US, broker: 1, restartUs: 25 * SECOND_US },
    ];
    const result = run({
      faults,
      minInsyncReplicas: 1,
      seconds: 30,
      perSecond: 100,
      cluster: { uncleanElection: true },
    });
    expect(result.fates.acknowledgedLost).toBeGreaterThan(300);
    expect(result.outOfOrder).toBe(0);
  });

  it("min.insync.replicas=2 with the leader alone: nothing is acknowledged until a follower is back", () => {
    const faults = bothDown.map((fault): Fault => ({ ...fault, restartUs: 12 * SECOND_US }) as Fault);
    const result = run({ faults, seconds: 11, perSecond: 100 });
    allStored(result);
    // The first request waits at the leader, whose high watermark is frozen, and on the connection all others behind it.
    expect(result.statistics.latency.maxUs / SECOND_US).toBeGreaterThan(11);
    expect(result.statistics.recordsRetried).toBe(0);
  });

  it("before 3.7 brokers answer NOT_ENOUGH_REPLICAS_AFTER_APPEND, and without idempotence records are doubled", () => {
    const faults = bothDown.map((fault): Fault => ({ ...fault, restartUs: 12 * SECOND_US }) as Fault);
    const old = { highWatermarkBelowMinInsync: true };
    const result = run({ config: NOT_IDEMPOTENT, faults, seconds: 11, perSecond: 100, cluster: old });
    expect(result.fates.duplicated).toBeGreaterThan(0);
    expect(run({ config: NOT_IDEMPOTENT, faults, seconds: 11, perSecond: 100 }).fates.duplicated).toBe(0);
  });
});

describe("leaders", () => {
  it("a dead leader is replaced when its session is over", () => {
    const result = run({ faults: [{ kind: "crash", atUs: SECOND_US, broker: 0 }], seconds: 12 });
    allStored(result);
    expect(result.statistics.latency.maxUs / SECOND_US).toBeGreaterThan(6.9);
    expect(result.statistics.latency.maxUs / SECOND_US).toBeLessThan(10.5);
  });

  it("a controller that fails over makes it take longer", () => {
    const faults: Fault[] = [
      { kind: "crash", atUs: SECOND_US, broker: 0 },
      { kind: "controller-failover", atUs: 2 * SECOND_US, forUs: 10 * SECOND_US },
    ];
    expect(run({ faults, seconds: 3 }).statistics.latency.maxUs / SECOND_US).toBeGreaterThan(19);
  });

  it.each(["3.6.2", "3.9.2"])("a rolling restart loses nothing and takes no second (%s)", (version) => {
    const rolling: Fault = { kind: "rolling-restart", atUs: SECOND_US, downUs: SECOND_US, everyUs: 3 * SECOND_US };
    const result = run({ faults: [rolling], seconds: 12, partitions: 6, version });
    allStored(result);
    expect(result.outOfOrder).toBe(0);
    expect(result.statistics.latency.maxUs).toBeLessThan(1.5 * SECOND_US);
  });

  it("a clean election may cut what only acks=1 has seen; an unclean one more", () => {
    const crash: Fault = { kind: "crash", atUs: 2 * SECOND_US, broker: 0, electionUs: 500_000 };
    const stalls = [1, 2].map((broker): Fault => ({ kind: "replication-stall", atUs: SECOND_US, broker, forUs: 60e6 }));
    const lost = (cluster: Partial<ClusterSettings>, config: Record<string, string>) =>
      run({ config, faults: [...stalls, crash], cluster, seconds: 4 }).fates.acknowledgedLost;
    expect(lost({}, LEADER_ONLY)).toBeGreaterThan(900);
    expect(lost({}, {})).toBe(0);
    // The stalled followers leave the in-sync replicas; the leader acknowledges alone, and is lost.
    const config = { "request.timeout.ms": "5000" };
    const quick = { replicaLagUs: 300_000 };
    const unclean = run({
      config,
      faults: [...stalls, crash],
      cluster: { ...quick, uncleanElection: true },
      minInsyncReplicas: 1,
      seconds: 4,
    });
    expect(unclean.fates.acknowledgedLost).toBeGreaterThan(300);
    const clean = run({
      config,
      faults: [...stalls, { ...crash, restartUs: 3e6 }],
      cluster: quick,
      minInsyncReplicas: 1,
      seconds: 4,
    });
    allStored(clean);
  });
});

describe("followers", () => {
  it("one that hangs holds up acks=all until it leaves the in-sync replicas: 30 to 45 s, past the request timeout", () => {
    const stall: Fault = { kind: "replication-stall", atUs: SECOND_US, broker: 1, forUs: 60e6 };
    const result = run({ faults: [stall], seconds: 50, perSecond: 100 });
    allStored(result);
    expect(result.statistics.latency.maxUs / SECOND_US).toBeGreaterThan(29);
    expect(result.statistics.latency.maxUs / SECOND_US).toBeLessThan(47);
    expect(result.statistics.closes).toBeGreaterThan(0);
    const doubled = run({ config: NOT_IDEMPOTENT, faults: [stall], seconds: 50, perSecond: 100 });
    expect(doubled.fates.duplicated).toBeGreaterThan(0);
  });
});

describe("limits of brokers", () => {
  it("message.max.bytes: batches are split, single records fail", () => {
    const config = { "batch.size": "100000", "linger.ms": "50" };
    const result = run({ config, cluster: { maxMessageBytes: 50_000 }, perSecond: 3_000, seconds: 1 });
    expect(result.statistics.splits).toBeGreaterThan(0);
    // The parts are as large as batch.size allows, so a batch between the two limits comes back again and again.
    const fine = run({
      config: { ...config, "batch.size": "40000" },
      cluster: { maxMessageBytes: 50_000 },
      seconds: 1,
    });
    allStored(fine);
    expect(fine.statistics.splits).toBe(0);
    const values = { minBytes: 60_000, maxBytes: 60_000 };
    const large = run({ cluster: { maxMessageBytes: 50_000 }, client: { values }, perSecond: 10, seconds: 1 });
    expect(large.statistics.failures.get("RecordTooLargeException")).toBe(large.statistics.recordsSent);
  });

  it("a quota holds the rate", () => {
    const quota = { producerBytesPerSecond: 200_000 };
    const result = run({ cluster: quota, perSecond: 1_000, seconds: 30, client: { records: 10_000 } });
    allStored(result);
    // Ten megabytes at 0.2 MB/s, less the ten seconds that a client may be ahead of its quota.
    const seconds = result.endUs / SECOND_US;
    expect(seconds).toBeGreaterThan(38);
    expect(seconds).toBeLessThan(56);
  });
});

describe("the network", () => {
  it("jitter and loss make records late, but lose none", () => {
    const quiet = run({ seconds: 5 }).statistics.latency;
    const lossy = run({ seconds: 5, cluster: { jitterUs: 100, lossRate: 0.01 } });
    allStored(lossy);
    expect(lossy.statistics.latency.percentileUs(0.999)).toBeGreaterThan(200_000);
    expect(lossy.statistics.latency.meanUs).toBeGreaterThan(quiet.meanUs);
  });

  it("a short cut between producer and leader is a stall", () => {
    const cut: Fault = { kind: "cut", atUs: SECOND_US, between: ["producer 0", "broker 0"], forUs: SECOND_US };
    const result = run({ faults: [cut], seconds: 4 });
    allStored(result);
    expect(result.statistics.closes).toBe(0);
    expect(result.statistics.latency.maxUs / SECOND_US).toBeGreaterThan(1);
    expect(result.statistics.latency.maxUs / SECOND_US).toBeLessThan(2);
  });

  it("a long one closes the connection, and a new one is tried until it works", () => {
    const cut: Fault = { kind: "cut", atUs: SECOND_US, between: ["producer 0", "broker 0"], forUs: 30 * SECOND_US };
    const config = { "request.timeout.ms": "3000" };
    const result = run({ config, faults: [cut], seconds: 4, perSecond: 100 });
    allStored(result);
    expect(result.statistics.closes).toBe(1);
  });

  it("a leader that the controller does not hear goes on until it learns: acks=1 loses what it takes", () => {
    const parties = ["controller", "broker 1", "broker 2"] as const;
    const faults = parties.map((other): Fault => ({
      kind: "cut",
      atUs: SECOND_US,
      between: ["broker 0", other],
      forUs: 15 * SECOND_US,
    }));
    expect(run({ config: LEADER_ONLY, faults, seconds: 14 }).fates.acknowledgedLost).toBeGreaterThan(1_000);
    const safe = run({ faults, seconds: 14, perSecond: 100 });
    allStored(safe);
    expect(safe.outOfOrder).toBe(0);
  });
});

describe("pauses", () => {
  it.each<[string, Fault]>([
    ["disk of the leader", { kind: "disk-stall", atUs: SECOND_US, broker: 0, forUs: 700_000 }],
    ["whole leader", { kind: "hang", atUs: SECOND_US, broker: 0, forUs: 700_000 }],
    ["producer", { kind: "producer-pause", atUs: SECOND_US, producer: 0, forUs: 700_000 }],
  ])("%s", (_, fault) => {
    const result = run({ faults: [fault], seconds: 3 });
    allStored(result);
    const atLeast = fault.kind === "producer-pause" ? 500 : 650_000;
    expect(result.statistics.latency.maxUs).toBeGreaterThan(atLeast);
    expect(result.statistics.latency.maxUs).toBeLessThan(800_000);
    expect(result.statistics.closes).toBe(0);
  });
});
