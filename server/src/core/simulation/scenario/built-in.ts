import {
  parseScenarioName,
  type EventName,
  type PlaceName,
  type ScenarioNameProblem,
  type WorkloadName,
} from "../../config/scenario-names.js";
import { isObject } from "../../schema/schema-check.js";

const PLACES: Readonly<Record<PlaceName, object>> = {
  "one-rack": { cluster: { clientRttMs: 0.3, brokerRttMs: 0.3, bandwidthMbitPerSecond: 10_000 } },
  "three-zones": { cluster: { clientRttMs: 1, brokerRttMs: 1, bandwidthMbitPerSecond: 10_000 } },
  "across-regions": { cluster: { clientRttMs: 70, brokerRttMs: 1, bandwidthMbitPerSecond: 1_000 } },
  "metered-cloud": {
    cluster: {
      clientRttMs: 3,
      brokerRttMs: 1,
      jitterMs: 0.2,
      bandwidthMbitPerSecond: 1_000,
      producerBytesPerSecond: 5_242_880,
    },
  },
  laptop: {
    cluster: { brokers: 1, clientRttMs: 0.05, brokerRttMs: 0.05, bandwidthMbitPerSecond: 20_000 },
    topic: { replicationFactor: 1, minInsyncReplicas: 1 },
  },
};

const WORKLOADS: Readonly<Record<WorkloadName, object>> = {
  payments: {
    workload: {
      arrivals: { kind: "constant", perSecond: 200 },
      valueBytes: { min: 200, max: 600 },
      keys: { kind: "uniform", count: 10_000 },
      sending: "sync",
      threads: 8,
    },
  },
  clickstream: {
    workload: {
      producers: 2,
      arrivals: { kind: "constant", perSecond: 10_000 },
      valueBytes: { min: 300, max: 900 },
      keys: { kind: "zipf", count: 100_000 },
    },
    topic: { partitions: 24 },
  },
  cdc: {
    workload: {
      arrivals: { kind: "burst", perSecond: 8_000, betweenPerSecond: 500, burstMs: 500, everyMs: 2_000 },
      valueBytes: { min: 500, max: 4_000 },
      keys: { kind: "zipf", count: 50_000 },
    },
  },
  "iot-bursts": {
    workload: {
      producers: 20,
      arrivals: { kind: "burst", perSecond: 2_000, betweenPerSecond: 20, burstMs: 200, everyMs: 2_000 },
      valueBytes: { min: 60, max: 140 },
      keys: { kind: "uniform", count: 5_000 },
    },
  },
  "request-response": {
    workload: {
      arrivals: { kind: "constant", perSecond: 100 },
      valueBytes: { min: 1_000, max: 2_000 },
      sending: "sync",
      threads: 4,
    },
  },
  "log-shipping": {
    workload: {
      arrivals: { kind: "constant", perSecond: 30_000 },
      valueBytes: { min: 150, max: 400 },
      compressibility: "logs",
    },
    topic: { partitions: 12 },
  },
};

const EVENTS: Readonly<Record<EventName, object>> = {
  calm: {},
  "leader-crash": {
    durationMs: 20_000,
    faults: [{ kind: "crash", atMs: 3_000, broker: 0, restartMs: 14_000, replicationStallMs: 100 }],
  },
  "rolling-restart": {
    durationMs: 40_000,
    faults: [{ kind: "rolling-restart", atMs: 3_000, downMs: 3_000, everyMs: 10_000 }],
  },
  "slow-broker": { faults: [{ kind: "slow", atMs: 3_000, broker: 0, forMs: 5_000, byMs: 20 }] },
  "flaky-network": {
    cluster: { lossRate: 0.002, jitterMs: 2 },
    faults: [3_000, 7_000].map((atMs) => ({ kind: "reset", atMs, broker: 0 })),
  },
  "follower-down-min-isr-1": followerDown(1),
  "follower-down-min-isr-2": followerDown(2),
  "follower-down-min-isr-3": followerDown(3),
  "network-cut": { faults: [{ kind: "cut", atMs: 3_000, between: ["producer 0", "broker 0"], forMs: 5_000 }] },
  "packet-loss": { cluster: { lossRate: 0.001 } },
  "broker-hang": { faults: [{ kind: "hang", atMs: 3_000, broker: 0, forMs: 5_000 }] },
  "lost-answers": { faults: [{ kind: "lost-answers", atMs: 3_000, broker: 0, forMs: 1_000 }] },
  "connection-reset": { faults: [3_000, 5_000, 7_000].map((atMs) => ({ kind: "reset", atMs, broker: 0 })) },
};

/** It brings three brokers with it, for one broker has no follower. */
function followerDown(minInsyncReplicas: number): object {
  return {
    durationMs: 20_000,
    cluster: { brokers: 3 },
    topic: { replicationFactor: 3, minInsyncReplicas },
    faults: [{ kind: "restart", atMs: 3_000, broker: 2, downMs: 10_000 }],
  };
}

/**
 * What a name of config/scenario-names.ts stands for, or why it is none. What an event sets is stronger than what a workload
 * sets, and that is stronger than the place.
 */
export function builtInScenario(name: string): { readonly scenario: object } | ScenarioNameProblem {
  const parts = parseScenarioName(name);
  if ("problem" in parts) return parts;
  const { place, workload, event } = parts;
  const calm = mergeScenarios(PLACES[place], workload === undefined ? {} : WORKLOADS[workload]);
  return { scenario: { ...mergeScenarios(calm, EVENTS[event]), name } };
}

/** One written over the other: object by object, lists and alternatives as a whole. */
export function mergeScenarios(base: object, over: object): Record<string, unknown> {
  const merged = new Map<string, unknown>(Object.entries(base));
  for (const [name, value] of Object.entries(over) as [string, unknown][]) {
    const below = merged.get(name);
    const goesDeeper = isObject(value) && isObject(below) && value["kind"] === undefined;
    merged.set(name, goesDeeper ? mergeScenarios(below, value) : value);
  }
  return Object.fromEntries(merged);
}
