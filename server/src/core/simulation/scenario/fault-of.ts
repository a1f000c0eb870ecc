import type { Fault } from "../full/faults.js";
import type { ScenarioFault } from "./scenario.js";

/** A fault in the microseconds of the model. */
export function faultOf(fault: ScenarioFault): Fault {
  const atUs = fault.atMs * 1_000;
  switch (fault.kind) {
    case "crash":
      return {
        kind: fault.kind,
        atUs,
        broker: fault.broker,
        ...(fault.electionMs === undefined ? {} : { electionUs: fault.electionMs * 1_000 }),
        ...(fault.restartMs === undefined ? {} : { restartUs: fault.restartMs * 1_000 }),
        ...(fault.replicationStallMs === undefined ? {} : { replicationStallUs: fault.replicationStallMs * 1_000 }),
      };
    case "restart":
      return { kind: fault.kind, atUs, broker: fault.broker, downUs: fault.downMs * 1_000 };
    case "rolling-restart":
      return { kind: fault.kind, atUs, downUs: fault.downMs * 1_000, everyUs: fault.everyMs * 1_000 };
    case "hang":
    case "lost-answers":
    case "disk-stall":
    case "replication-stall":
      return { kind: fault.kind, atUs, broker: fault.broker, forUs: fault.forMs * 1_000 };
    case "slow":
      return { kind: fault.kind, atUs, broker: fault.broker, forUs: fault.forMs * 1_000, byUs: fault.byMs * 1_000 };
    case "reset":
      return { kind: fault.kind, atUs, broker: fault.broker };
    case "cut":
      return { kind: fault.kind, atUs, between: fault.between, forUs: fault.forMs * 1_000 };
    case "controller-failover":
      return { kind: fault.kind, atUs, forUs: fault.forMs * 1_000 };
    case "producer-pause":
      return { kind: fault.kind, atUs, producer: fault.producer, forUs: fault.forMs * 1_000 };
    case "idle-drop":
      return { kind: fault.kind, atUs, afterUs: fault.afterMs * 1_000, answer: fault.answer };
    case "second-instance":
      return { kind: fault.kind, atUs, producer: fault.producer };
    case "move-leaders":
    case "preferred-leaders":
      return { kind: fault.kind, atUs };
  }
}
