import type { ClusterSettings } from "../cluster/settings.js";
import { isAtLeast, parseRelease, type ReleaseNumber } from "../producer/settings.js";
import type { Scenario } from "./scenario.js";

/** The last release that runs with ZooKeeper (KIP-833). */
const LAST_WITH_ZOOKEEPER: ReleaseNumber = { major: 3, minor: 9, patch: 0 };

/** Stands for the newest release: nothing that the model knows was changed after it. */
const NEWEST: ReleaseNumber = { major: 4, minor: 3, patch: 0 };

/** What a cluster is, once what the scenario leaves out is filled in by its release. */
export interface BrokerRelease {
  readonly release: ReleaseNumber;
  readonly controller: "kraft" | "zookeeper";
  /** zookeeper.session.timeout.ms or broker.session.timeout.ms. */
  readonly sessionTimeoutMs: number;
  /** Until a broker that is alive is heard of again. */
  readonly heartbeatMs: number;
  readonly replicaLagTimeMaxMs: number;
  readonly transactionVersion: 1 | 2;
}

/** What the brokers' release decides: ZooKeeper or KRaft, and defaults (KIP-537 and KIP-500; `KafkaConfig`, `KRaftConfigs`). */
export function brokerReleaseOf({ cluster }: Scenario): BrokerRelease {
  const given = parseRelease(cluster.brokerVersion ?? "");
  const release = given ?? (cluster.controller === "zookeeper" ? LAST_WITH_ZOOKEEPER : NEWEST);
  // KRaft is for production from 3.3 on (KIP-833).
  const controller = cluster.controller ?? (isAtLeast(release, 3, 3) ? "kraft" : "zookeeper");
  const isNew = isAtLeast(release, 2, 5);
  const usualMs = isNew ? 18_000 : 6_000;
  const sessionTimeoutMs = cluster.sessionTimeoutMs ?? (controller === "kraft" ? 9_000 : usualMs);
  return {
    release,
    controller,
    sessionTimeoutMs,
    // ZooKeeper's client sends a ping after a third of its session (`ClientCnxn`).
    heartbeatMs: controller === "kraft" ? 2_000 : sessionTimeoutMs / 3,
    replicaLagTimeMaxMs: cluster.replicaLagTimeMaxMs ?? (isNew ? 30_000 : 10_000),
    transactionVersion: cluster.transactionVersion ?? (isAtLeast(release, 4, 0) ? 2 : 1),
  };
}

/** How the brokers of a scenario behave, as the model has it. */
export function brokerSettingsOf(scenario: Scenario): Partial<ClusterSettings> {
  const { release, sessionTimeoutMs, heartbeatMs, replicaLagTimeMaxMs } = brokerReleaseOf(scenario);
  const isNew = isAtLeast(release, 3, 7);
  return {
    sessionTimeoutUs: sessionTimeoutMs * 1_000,
    heartbeatUs: heartbeatMs * 1_000,
    replicaLagUs: replicaLagTimeMaxMs * 1_000,
    highWatermarkBelowMinInsync: !isNew,
    minInsyncAboveReplicas: !isNew,
    namesLeaders: isNew,
    verifiesTransactions: isAtLeast(release, 3, 6),
  };
}

/** What cannot be: a controller that the release does not have, or version 2 of transactions before 4.0. */
export function brokerReleaseMistake(scenario: Scenario): "kraft" | "zookeeper" | "transactions" | undefined {
  const { release, controller, transactionVersion } = brokerReleaseOf(scenario);
  if (controller === "kraft" && !isAtLeast(release, 2, 8)) return "kraft";
  if (controller === "zookeeper" && isAtLeast(release, 4, 0)) return "zookeeper";
  return transactionVersion === 2 && !isAtLeast(release, 4, 0) ? "transactions" : undefined;
}
