import { parseScenarioName, type EventName, type PlaceName } from "../../config/scenario-names.js";
import { isObject } from "./schema-check.js";

const PLACES: Readonly<Record<PlaceName, object>> = {
  "one-rack": { cluster: { clientRttMs: 0.3, brokerRttMs: 0.3, bandwidthMbitPerSecond: 10_000 } },
  "three-zones": { cluster: { clientRttMs: 1, brokerRttMs: 1, bandwidthMbitPerSecond: 10_000 } },
  "across-regions": { cluster: { clientRttMs: 70, brokerRttMs: 1, bandwidthMbitPerSecond: 1_000 } },
  laptop: {
    cluster: { brokers: 1, clientRttMs: 0.05, brokerRttMs: 0.05, bandwidthMbitPerSecond: 20_000 },
    topic: { replicationFactor: 1, minInsyncReplicas: 1 },
  },
};

const EVENTS: Readonly<Record<EventName, object>> = {
  calm: {},
  "leader-crash": {
    durationMs: 20_000,
    faults: [{ kind: "crash", atMs: 3_000, broker: 0, restartMs: 14_000 }],
  },
  "rolling-restart": {
    durationMs: 40_000,
    faults: [{ kind: "rolling-restart", atMs: 3_000, downMs: 3_000, everyMs: 10_000 }],
  },
  "network-cut": { faults: [{ kind: "cut", atMs: 3_000, between: ["producer 0", "broker 0"], forMs: 5_000 }] },
  "packet-loss": { cluster: { lossRate: 0.001 } },
  "broker-hang": { faults: [{ kind: "hang", atMs: 3_000, broker: 0, forMs: 5_000 }] },
  "slow-broker": { faults: [{ kind: "slow", atMs: 3_000, broker: 0, forMs: 5_000, byMs: 20 }] },
  "lost-answers": { faults: [{ kind: "lost-answers", atMs: 3_000, broker: 0, forMs: 1_000 }] },
  "connection-reset": { faults: [3_000, 5_000, 7_000].map((atMs) => ({ kind: "reset", atMs, broker: 0 })) },
};

/** What a name of config/scenario-names.ts stands for; undefined for anything else. */
export function builtInScenario(name: string): Readonly<Record<string, unknown>> | undefined {
  const parts = parseScenarioName(name);
  return parts === undefined ? undefined : { ...mergeScenarios(PLACES[parts.place], EVENTS[parts.event]), name };
}

/** One written over the other: object by object, lists and alternatives as a whole. */
export function mergeScenarios(base: object, over: object): Record<string, unknown> {
  const merged: Record<string, unknown> = { ...base };
  for (const [name, value] of Object.entries(over) as [string, unknown][]) {
    const below = merged[name];
    const goesDeeper = isObject(value) && isObject(below) && value["kind"] === undefined;
    merged[name] = goesDeeper ? mergeScenarios(below, value) : value;
  }
  return merged;
}
