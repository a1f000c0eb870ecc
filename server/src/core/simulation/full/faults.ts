import type { Cluster } from "../cluster/cluster.js";
import type { EventQueue } from "../engine/event-queue.js";
import type { Client } from "./client.js";

/** What goes wrong, when. */
export type Fault = CrashFault | StallFault | SlowFault | ResetFault;

/** A broker process dies: its connections break at once, its partitions have no leader until the controller notices. */
export interface CrashFault {
  readonly kind: "crash";
  readonly atUs: number;
  readonly broker: number;
  /** Until other replicas lead (broker.session.timeout.ms for a process that is killed). */
  readonly electionUs: number;
  /** Until the process is back; without it, it stays away. */
  readonly restartUs?: number;
}

/** `hang`: a broker does nothing for a while. `lost-answers`: it works, but nothing it says arrives. */
export interface StallFault {
  readonly kind: "hang" | "lost-answers";
  readonly atUs: number;
  readonly broker: number;
  readonly forUs: number;
}

/** Every request at a broker takes `byUs` longer for a while. */
export interface SlowFault {
  readonly kind: "slow";
  readonly atUs: number;
  readonly broker: number;
  readonly forUs: number;
  readonly byUs: number;
}

/** All producers' connections to a broker break; the broker finishes what it had taken up. */
export interface ResetFault {
  readonly kind: "reset";
  readonly atUs: number;
  readonly broker: number;
}

/** Plans the faults of a simulation. */
export function planFaults(
  faults: readonly Fault[],
  queue: EventQueue,
  cluster: Cluster,
  clients: readonly Client[],
): void {
  for (const fault of faults) queue.at(fault.atUs, () => strike(fault, queue, cluster, clients));
}

function strike(fault: Fault, queue: EventQueue, cluster: Cluster, clients: readonly Client[]): void {
  switch (fault.kind) {
    case "crash":
      crash(fault, queue, cluster, clients);
      return;
    case "hang":
      cluster.brokers[fault.broker]?.hang(queue.nowUs + fault.forUs);
      return;
    case "lost-answers":
      cluster.brokers[fault.broker]?.loseAnswers(queue.nowUs + fault.forUs);
      return;
    case "slow":
      cluster.brokers[fault.broker]?.slowDown(fault.byUs, queue.nowUs + fault.forUs);
      return;
    case "reset":
      for (const client of clients) client.close(fault.broker, false);
      return;
  }
}

function crash(fault: CrashFault, queue: EventQueue, cluster: Cluster, clients: readonly Client[]): void {
  cluster.crash(fault.broker);
  for (const client of clients) client.close(fault.broker, false);
  queue.at(queue.nowUs + fault.electionUs, () => {
    if (cluster.brokers[fault.broker]?.alive === false) cluster.electLeaders(fault.broker);
  });
  if (fault.restartUs !== undefined) queue.at(queue.nowUs + fault.restartUs, () => cluster.revive(fault.broker));
}
