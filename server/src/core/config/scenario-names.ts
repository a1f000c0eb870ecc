/** Where the producer and the cluster stand, in the scenarios that need no file. */
const PLACES = {
  "one-rack": "producer and three brokers in one data centre: 0.3 ms round trip, 10 Gbit/s",
  "three-zones": "three brokers in three zones of a cloud region: 1 ms round trip, 10 Gbit/s",
  "across-regions": "a cluster in three zones, the producer in another region: 70 ms round trip, 1 Gbit/s",
  laptop: "one broker on the same machine, one replica",
} as const;

/** What happens there. */
const EVENTS = {
  calm: "nothing goes wrong",
  "leader-crash":
    "broker 0 is killed after 3 s; others lead when its session ends, 7 to 9 s later; it is back after 14 s",
  "rolling-restart": "all brokers are restarted in good order, one every 10 s, each down for 3 s",
  "network-cut": "producer and broker 0 cannot reach each other from 3 s to 8 s",
  "packet-loss": "one packet of a thousand is lost",
  "broker-hang": "broker 0 does nothing from 3 s to 8 s",
  "slow-broker": "every request at broker 0 takes 20 ms longer from 3 s to 8 s",
  "lost-answers": "broker 0 stores what it gets from 3 s to 4 s, but its answers are lost",
  "connection-reset": "all connections to broker 0 break at 3 s, 5 s and 7 s",
} as const;

export type PlaceName = keyof typeof PLACES;
export type EventName = keyof typeof EVENTS;

/** The scenario when none is named. */
export const DEFAULT_SCENARIO_NAME: PlaceName = "one-rack";

/** The names of scenarios that need no file, each with what it is: places, and events that can be added to a place. */
export function builtInNames(): {
  readonly places: Readonly<Record<PlaceName, string>>;
  readonly events: Readonly<Record<EventName, string>>;
} {
  return { places: PLACES, events: EVENTS };
}

/** What a name may look like, for people. */
export function allowedNames(): string {
  return `${Object.keys(PLACES).join(", ")}, each alone or with +${Object.keys(EVENTS).join(", +")}`;
}

/** `three-zones`, `leader-crash` (in the default place) or `three-zones+leader-crash`; undefined for anything else. */
export function parseScenarioName(name: string): { readonly place: PlaceName; readonly event: EventName } | undefined {
  const [first = "", second = "calm", ...more] = name.split("+");
  if (more.length > 0) return undefined;
  if (isPlace(first)) return isEvent(second) ? { place: first, event: second } : undefined;
  return isEvent(first) && first === name ? { place: DEFAULT_SCENARIO_NAME, event: first } : undefined;
}

function isPlace(word: string): word is PlaceName {
  return Object.hasOwn(PLACES, word);
}

function isEvent(word: string): word is EventName {
  return Object.hasOwn(EVENTS, word);
}
