import type { Cluster } from "../cluster/cluster.js";
import type { IdleDrop, Party } from "../cluster/network.js";
import type { EventQueue } from "../engine/event-queue.js";
import type { Client } from "./client.js";

/** What goes wrong, when. */
export type Fault =
  | CrashFault
  | RestartFault
  | RollingRestartFault
  | StallFault
  | SlowFault
  | ResetFault
  | CutFault
  | ControllerFault
  | PauseFault
  | SecondInstanceFault
  | IdleDropFault
  | MoveFault;

/** A broker process dies: its connections break at once, its partitions have no leader until the controller notices. */
export interface CrashFault {
  readonly kind: "crash";
  readonly atUs: number;
  readonly broker: number;
  /** Until it is fenced and other replicas lead; without it, as the session of a process that is killed says: 7 to 9 s. */
  readonly electionUs?: number;
  /** Until the process is back; without it, it stays away. */
  readonly restartUs?: number;
  /** So long before, the other brokers stop copying, and go on right after it has died. */
  readonly replicationStallUs?: number;
}

/** A broker is stopped in good order (controlled shutdown) and started again. */
export interface RestartFault {
  readonly kind: "restart";
  readonly atUs: number;
  readonly broker: number;
  /** From the end of the process to its return. */
  readonly downUs: number;
}

/** All brokers are restarted in good order, one after the other. */
export interface RollingRestartFault {
  readonly kind: "rolling-restart";
  readonly atUs: number;
  readonly downUs: number;
  /** From one broker's stop to the next. */
  readonly everyUs: number;
}

/**
 * `hang`: a broker does nothing for a while. `lost-answers`: it works, but nothing it says to producers arrives.
 * `disk-stall`: nothing is written. `replication-stall`: it copies nothing from other leaders, though it is alive.
 */
export interface StallFault {
  readonly kind: "hang" | "lost-answers" | "disk-stall" | "replication-stall";
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

/** Nothing gets from one party to the other, either way, for a while. */
export interface CutFault {
  readonly kind: "cut";
  readonly atUs: number;
  readonly between: readonly [Party, Party];
  readonly forUs: number;
}

/** There is no active controller for a while. */
export interface ControllerFault {
  readonly kind: "controller-failover";
  readonly atUs: number;
  readonly forUs: number;
}

/** A producer's process stands still (garbage collection). */
export interface PauseFault {
  readonly kind: "producer-pause";
  readonly atUs: number;
  readonly producer: number;
  readonly forUs: number;
}

/** From now on something between producers and brokers forgets connections that were idle for so long. */
export interface IdleDropFault extends IdleDrop {
  readonly kind: "idle-drop";
  readonly atUs: number;
}

/** Another instance begins with the producer's transactional.id, and fences it. */
export interface SecondInstanceFault {
  readonly kind: "second-instance";
  readonly atUs: number;
  readonly producer: number;
}

/** Every partition gets another leader: the next replica in sync, or the preferred one. */
export interface MoveFault {
  readonly kind: "move-leaders" | "preferred-leaders";
  readonly atUs: number;
}

/** After its leaderships were moved a broker goes on for so long before it stops: until its next heartbeat has been answered. */
const SHUTDOWN_US = 100_000;

/** Plans the faults of a simulation. */
export function planFaults(
  faults: readonly Fault[],
  queue: EventQueue,
  cluster: Cluster,
  clients: readonly Client[],
): void {
  for (const fault of faults) {
    if (fault.kind === "crash") planReplicationStall(fault, queue, cluster);
    queue.at(fault.atUs, () => strike(fault, queue, cluster, clients));
  }
}

/** Just after the crash: what a fetch at the same instant could still bring would be left to the order of events. */
const STALL_BEYOND_US = 1_000;

function planReplicationStall(
  { atUs, broker, replicationStallUs }: CrashFault,
  queue: EventQueue,
  cluster: Cluster,
): void {
  if (replicationStallUs === undefined) return;
  queue.at(Math.max(0, atUs - replicationStallUs), () => {
    for (const { id } of cluster.brokers) if (id !== broker) cluster.stallReplication(id, atUs + STALL_BEYOND_US);
  });
}

function strike(fault: Fault, queue: EventQueue, cluster: Cluster, clients: readonly Client[]): void {
  switch (fault.kind) {
    case "crash":
    case "restart":
    case "rolling-restart":
      stop(fault, queue, cluster, clients);
      return;
    case "hang":
    case "lost-answers":
    case "disk-stall":
    case "replication-stall":
      stall(fault, queue.nowUs + fault.forUs, cluster);
      return;
    case "slow":
      cluster.brokers[fault.broker]?.slowDown(fault.byUs, queue.nowUs + fault.forUs);
      return;
    case "reset":
      for (const client of clients) client.close(fault.broker, false);
      return;
    case "cut":
      cluster.cut(...fault.between, queue.nowUs + fault.forUs);
      return;
    case "controller-failover":
      cluster.controller.failOver(queue.nowUs + fault.forUs);
      return;
    case "producer-pause":
      clients[fault.producer]?.pause(queue.nowUs + fault.forUs);
      return;
    case "idle-drop":
      cluster.network.idleDrop = fault;
      return;
    case "second-instance":
      clients[fault.producer]?.fence();
      return;
    case "move-leaders":
    case "preferred-leaders":
      cluster.controller.moveLeaders(fault.kind === "preferred-leaders");
      return;
  }
}

function stall({ kind, broker }: StallFault, untilUs: number, cluster: Cluster): void {
  switch (kind) {
    case "hang":
      cluster.hang(broker, untilUs);
      return;
    case "lost-answers":
      cluster.brokers[broker]?.loseAnswers(untilUs);
      return;
    case "disk-stall":
      cluster.brokers[broker]?.stallDisk(untilUs);
      return;
    case "replication-stall":
      cluster.stallReplication(broker, untilUs);
      return;
  }
}

function stop(
  fault: CrashFault | RestartFault | RollingRestartFault,
  queue: EventQueue,
  cluster: Cluster,
  clients: readonly Client[],
): void {
  switch (fault.kind) {
    case "crash":
      cluster.crash(fault.broker, fault.electionUs);
      for (const client of clients) client.close(fault.broker, false);
      if (fault.restartUs !== undefined) queue.at(queue.nowUs + fault.restartUs, () => cluster.revive(fault.broker));
      return;
    case "restart":
      restart(fault.broker, fault.downUs, queue, cluster, clients);
      return;
    case "rolling-restart":
      for (const { id } of cluster.brokers) {
        const atUs = queue.nowUs + id * fault.everyUs;
        queue.at(atUs, () => restart(id, fault.downUs, queue, cluster, clients));
      }
      return;
  }
}

function restart(
  broker: number,
  downUs: number,
  queue: EventQueue,
  cluster: Cluster,
  clients: readonly Client[],
): void {
  cluster.controller.retire(broker);
  queue.at(queue.nowUs + SHUTDOWN_US, () => {
    cluster.stop(broker);
    for (const client of clients) client.close(broker, false);
  });
  queue.at(queue.nowUs + SHUTDOWN_US + downUs, () => cluster.revive(broker));
}
