import { isObject } from "./schema-check.js";

/** Where the producer and the cluster stand. */
const PLACES: Readonly<Record<string, { readonly what: string; readonly scenario: object }>> = {
  "one-rack": {
    what: "producer and three brokers in one data centre: 0.3 ms round trip, 10 Gbit/s",
    scenario: { cluster: { clientRttMs: 0.3, brokerRttMs: 0.3, bandwidthMbitPerSecond: 10_000 } },
  },
  "three-zones": {
    what: "three brokers in three zones of a cloud region: 1 ms round trip, 10 Gbit/s",
    scenario: { cluster: { clientRttMs: 1, brokerRttMs: 1, bandwidthMbitPerSecond: 10_000 } },
  },
  "across-regions": {
    what: "a cluster in three zones, the producer in another region: 70 ms round trip, 1 Gbit/s",
    scenario: { cluster: { clientRttMs: 70, brokerRttMs: 1, bandwidthMbitPerSecond: 1_000 } },
  },
  laptop: {
    what: "one broker on the same machine, one replica",
    scenario: {
      cluster: { brokers: 1, clientRttMs: 0.05, brokerRttMs: 0.05, bandwidthMbitPerSecond: 20_000 },
      topic: { replicationFactor: 1, minInsyncReplicas: 1 },
    },
  },
};

/** What happens there. */
const EVENTS: Readonly<Record<string, { readonly what: string; readonly scenario: object }>> = {
  calm: { what: "nothing goes wrong", scenario: {} },
  "leader-crash": {
    what: "broker 0 is killed after 3 s; others lead when its session ends, 7 to 9 s later; it is back after 14 s",
    scenario: { durationMs: 20_000, faults: [{ kind: "crash", atMs: 3_000, broker: 0, restartMs: 14_000 }] },
  },
  "rolling-restart": {
    what: "all brokers are restarted in good order, one every 10 s, each down for 3 s",
    scenario: {
      durationMs: 40_000,
      faults: [{ kind: "rolling-restart", atMs: 3_000, downMs: 3_000, everyMs: 10_000 }],
    },
  },
  "network-cut": {
    what: "producer and broker 0 cannot reach each other from 3 s to 8 s",
    scenario: { faults: [{ kind: "cut", atMs: 3_000, between: ["producer 0", "broker 0"], forMs: 5_000 }] },
  },
  "packet-loss": { what: "one packet of a thousand is lost", scenario: { cluster: { lossRate: 0.001 } } },
  "broker-hang": {
    what: "broker 0 does nothing from 3 s to 8 s",
    scenario: { faults: [{ kind: "hang", atMs: 3_000, broker: 0, forMs: 5_000 }] },
  },
  "slow-broker": {
    what: "every request at broker 0 takes 20 ms longer from 3 s to 8 s",
    scenario: { faults: [{ kind: "slow", atMs: 3_000, broker: 0, forMs: 5_000, byMs: 20 }] },
  },
  "lost-answers": {
    what: "broker 0 stores what it gets from 3 s to 4 s, but its answers are lost",
    scenario: { faults: [{ kind: "lost-answers", atMs: 3_000, broker: 0, forMs: 1_000 }] },
  },
  "connection-reset": {
    what: "all connections to broker 0 break at 3 s, 5 s and 7 s",
    scenario: {
      faults: [3_000, 5_000, 7_000].map((atMs) => ({ kind: "reset", atMs, broker: 0 })),
    },
  },
};

/** The scenario when none is named. */
export const DEFAULT_SCENARIO_NAME = "one-rack";

/** The names of scenarios that need no file, each with what it is: places, and events that can be added to a place. */
export function builtInNames(): {
  readonly places: Readonly<Record<string, string>>;
  readonly events: Readonly<Record<string, string>>;
} {
  const whats = (group: typeof PLACES): Record<string, string> =>
    Object.fromEntries(Object.entries(group).map(([name, { what }]) => [name, what]));
  return { places: whats(PLACES), events: whats(EVENTS) };
}

/** What a name may look like, for people. */
export function allowedNames(): string {
  return `${Object.keys(PLACES).join(", ")}, each alone or with +${Object.keys(EVENTS).join(", +")}`;
}

/** `three-zones`, `leader-crash` (in the default place) or `three-zones+leader-crash`; undefined for anything else. */
export function builtInScenario(name: string): Readonly<Record<string, unknown>> | undefined {
  const words = name.split("+");
  const [first = "", second] = words;
  const place = own(PLACES, first) ?? (second === undefined ? own(PLACES, DEFAULT_SCENARIO_NAME) : undefined);
  const event = own(EVENTS, second ?? (Object.hasOwn(PLACES, first) ? "calm" : first));
  if (place === undefined || event === undefined || words.length > 2) return undefined;
  return { ...mergeScenarios(place.scenario, event.scenario), name };
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

function own<T>(group: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(group, name) ? group[name] : undefined;
}
