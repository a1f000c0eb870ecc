import type { Scenario, ScenarioFault } from "../simulation/scenario/scenario.js";

/** The faults of the matrix, in the order in which they are shown. */
export const MATRIX_FAULTS = [
  "leader-crash",
  "lagging-crash",
  "unclean-election",
  "follower-stall",
  "broker-hang",
  "connection-reset",
  "lost-answers",
  "network-cut",
  "flaky-network",
  "too-few-replicas",
  "rolling-restart",
  "cold-start",
] as const;

/** One of {@link MATRIX_FAULTS}. */
export type MatrixFault = (typeof MATRIX_FAULTS)[number];

/** What a row adds to the load and the cluster of a scenario. */
interface Strike {
  readonly durationMs: number;
  readonly faults: readonly ScenarioFault[];
  readonly cluster?: Partial<Scenario["cluster"]>;
  readonly start?: Scenario["workload"]["start"];
}

/** When the first fault strikes: the producer has come into its stride. */
const AT_MS = 3_000;
/** Long enough for followers to leave the ISR: replica.lag.time.max.ms of the row, and half as long again until it is looked at. */
const LAG_MAX_MS = 10_000;

const STRIKES: Readonly<Record<MatrixFault, (scenario: Scenario) => Strike>> = {
  "leader-crash": () => ({
    durationMs: 25_000,
    faults: [{ kind: "crash", atMs: AT_MS, broker: 0, restartMs: 14_000 }],
  }),
  "lagging-crash": () => ({
    durationMs: 25_000,
    faults: [{ kind: "crash", atMs: AT_MS, broker: 0, restartMs: 14_000, replicationStallMs: 100 }],
  }),
  "unclean-election": (scenario) => ({
    durationMs: 40_000,
    cluster: { uncleanLeaderElection: true, replicaLagTimeMaxMs: LAG_MAX_MS },
    faults: [
      ...followers(scenario).map((broker) => ({
        kind: "replication-stall" as const,
        atMs: 1_000,
        broker,
        forMs: 34_000,
      })),
      { kind: "crash", atMs: 20_000, broker: 0 },
    ],
  }),
  "follower-stall": ({ cluster }) => ({
    durationMs: 20_000,
    faults: [{ kind: "replication-stall", atMs: AT_MS, broker: cluster.brokers - 1, forMs: 10_000 }],
  }),
  "broker-hang": () => ({ durationMs: 15_000, faults: [{ kind: "hang", atMs: AT_MS, broker: 0, forMs: 5_000 }] }),
  "connection-reset": () => ({
    durationMs: 10_000,
    faults: [AT_MS, 5_000, 7_000].map((atMs) => ({ kind: "reset", atMs, broker: 0 })),
  }),
  "lost-answers": () => ({
    durationMs: 40_000,
    faults: [{ kind: "lost-answers", atMs: AT_MS, broker: 0, forMs: 1_000 }],
  }),
  "network-cut": (scenario) => ({ durationMs: 40_000, faults: cutOff(scenario, AT_MS, 30_000) }),
  "flaky-network": () => ({
    durationMs: 10_000,
    cluster: { lossRate: 0.002, jitterMs: 2 },
    faults: [AT_MS, 7_000].map((atMs) => ({ kind: "reset", atMs, broker: 0 })),
  }),
  "too-few-replicas": (scenario) => ({
    durationMs: 25_000,
    faults: followers(scenario).map((broker) => ({ kind: "restart", atMs: AT_MS, broker, downMs: 15_000 })),
  }),
  "rolling-restart": () => ({
    durationMs: 40_000,
    faults: [{ kind: "rolling-restart", atMs: AT_MS, downMs: 3_000, everyMs: 10_000 }],
  }),
  "cold-start": (scenario) => ({ durationMs: 20_000, faults: cutOff(scenario, 0, 10_000), start: "cold" }),
};

/** Faults that only other replicas make interesting: with one broker there are none. */
const NEED_FOLLOWERS: ReadonlySet<MatrixFault> = new Set([
  "lagging-crash",
  "unclean-election",
  "follower-stall",
  "too-few-replicas",
]);

/** The scenario of a row: load and cluster are the scenario's, its own faults and its duration give way. */
export function rowScenario(scenario: Scenario, fault: MatrixFault): Scenario {
  const { durationMs, faults, cluster, start } = STRIKES[fault](scenario);
  return {
    ...scenario,
    durationMs,
    faults,
    cluster: { ...scenario.cluster, ...cluster },
    workload: { ...scenario.workload, start: start ?? scenario.workload.start },
  };
}

/** The rows that a scenario can have. */
export function rowsOf({ cluster }: Scenario): readonly MatrixFault[] {
  return MATRIX_FAULTS.filter((fault) => cluster.brokers > 1 || !NEED_FOLLOWERS.has(fault));
}

/** Every broker but the first. */
function followers({ cluster }: Scenario): readonly number[] {
  return Array.from({ length: cluster.brokers - 1 }, (_, index) => index + 1);
}

/** No producer reaches any broker for a while. */
function cutOff({ cluster, workload }: Scenario, atMs: number, forMs: number): readonly ScenarioFault[] {
  return Array.from({ length: workload.producers }, (_, producer) => producer).flatMap((producer) =>
    Array.from({ length: cluster.brokers }, (_, broker) => ({
      kind: "cut" as const,
      atMs,
      between: [`producer ${producer}`, `broker ${broker}`] as const,
      forMs,
    })),
  );
}
