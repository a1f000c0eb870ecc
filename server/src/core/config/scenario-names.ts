/** Where the producer and the cluster stand, in the scenarios that need no file. */
const PLACES = {
  "one-rack": "producer and three brokers in one data centre: 0.3 ms round trip, 10 Gbit/s",
  "three-zones": "three brokers in three zones of a cloud region: 1 ms round trip, 10 Gbit/s",
  "across-regions": "a cluster in three zones, the producer in another region: 70 ms round trip, 1 Gbit/s",
  "metered-cloud":
    "a rented cluster in three zones: 3 ms round trip, 1 Gbit/s, a quota of 5 MiB/s for every client at every broker",
  laptop: "one broker on the same machine, one replica",
} as const;

/** What is sent. */
const WORKLOADS = {
  payments: "200 records a second of 200 to 600 bytes with keys; 8 threads wait for every answer",
  clickstream: "20,000 records a second of 300 to 900 bytes from two producers, some keys far more often than others",
  cdc: "changes of a database: bursts of 8,000 records a second, 500 to 4,000 bytes, with keys",
  "iot-bursts": "20 gateways that send 400 records of 100 bytes every 2 s, with the keys of 5,000 devices",
  "request-response": "100 records a second of 1 to 2 kB; 4 threads wait for every answer",
  "log-shipping": "30,000 lines of a log a second, 150 to 400 bytes, without keys",
} as const;

/** What happens there. */
const EVENTS = {
  calm: "nothing goes wrong",
  "leader-crash":
    "broker 0 is killed after 3 s; others lead when its session ends, 7 to 9 s later; it is back after 14 s",
  "rolling-restart": "all brokers are restarted in good order, one every 10 s, each down for 3 s",
  "slow-broker": "every request at broker 0 takes 20 ms longer from 3 s to 8 s",
  "flaky-network":
    "two packets of a thousand are lost, messages take 2 ms longer on average, connections to broker 0 break at 3 s and 7 s",
  "follower-down-min-isr-1":
    "three replicas, min.insync.replicas=1; broker 2 is stopped in good order at 3 s and follows nothing until 13 s",
  "follower-down-min-isr-2":
    "three replicas, min.insync.replicas=2; broker 2 is stopped in good order at 3 s and follows nothing until 13 s",
  "follower-down-min-isr-3":
    "three replicas, min.insync.replicas=3; broker 2 is stopped in good order at 3 s and follows nothing until 13 s",
  "network-cut": "producer and broker 0 cannot reach each other from 3 s to 8 s",
  "packet-loss": "one packet of a thousand is lost",
  "broker-hang": "broker 0 does nothing from 3 s to 8 s",
  "lost-answers": "broker 0 stores what it gets from 3 s to 4 s, but its answers are lost",
  "connection-reset": "all connections to broker 0 break at 3 s, 5 s and 7 s",
} as const;

export type PlaceName = keyof typeof PLACES;
export type WorkloadName = keyof typeof WORKLOADS;
export type EventName = keyof typeof EVENTS;

/** The scenario when none is named. */
export const DEFAULT_SCENARIO_NAME: PlaceName = "one-rack";

/** The words that name scenarios without a file, each with what it is: of each group at most one is in a name. */
export function builtInNames(): {
  readonly places: Readonly<Record<PlaceName, string>>;
  readonly workloads: Readonly<Record<WorkloadName, string>>;
  readonly events: Readonly<Record<EventName, string>>;
} {
  return { places: PLACES, workloads: WORKLOADS, events: EVENTS };
}

/** What a name may look like, for people. */
export function allowedNames(): string {
  const [places, workloads, events] = [PLACES, WORKLOADS, EVENTS].map((words) => Object.keys(words).join(", "));
  return `a place (${places}), a workload (${workloads}) and an event (${events}): one, two or all three, joined by +`;
}

/** What a name says; without a workload it is the usual one of scenarios. */
export interface ScenarioName {
  readonly place: PlaceName;
  readonly workload: WorkloadName | undefined;
  readonly event: EventName;
}

/** Why a name is none. */
export interface ScenarioNameProblem {
  readonly problem: string;
}

/** `three-zones+payments+leader-crash`: words in any order, of each group at most one; the rest is as usual. */
export function parseScenarioName(name: string): ScenarioName | ScenarioNameProblem {
  let place: PlaceName | undefined;
  let workload: WorkloadName | undefined;
  let event: EventName | undefined;
  for (const word of name.split("+")) {
    if (isPlace(word)) {
      if (place !== undefined) return twice("place", place, word);
      place = word;
    } else if (isWorkload(word)) {
      if (workload !== undefined) return twice("workload", workload, word);
      workload = word;
    } else if (isEvent(word)) {
      if (event !== undefined) return twice("event", event, word);
      event = word;
    } else return { problem: name.includes("+") ? `${allowedNames()}; not ${JSON.stringify(word)}` : allowedNames() };
  }
  return { place: place ?? DEFAULT_SCENARIO_NAME, workload, event: event ?? "calm" };
}

function twice(group: string, first: string, second: string): ScenarioNameProblem {
  return { problem: `at most one ${group}, not both ${first} and ${second}` };
}

/** A word of which names are made. */
export interface ScenarioWord {
  readonly word: string;
  readonly group: "place" | "workload" | "event";
  readonly what: string;
}

/** Every word, places first. */
export function scenarioWords(): readonly ScenarioWord[] {
  const wordsOf = (group: ScenarioWord["group"], words: Readonly<Record<string, string>>): ScenarioWord[] =>
    Object.entries(words).map(([word, what]) => ({ word, group, what }));
  return [...wordsOf("place", PLACES), ...wordsOf("workload", WORKLOADS), ...wordsOf("event", EVENTS)];
}

/** The names that begin as far as one is written: the last word is open, the ones before it take their groups. */
export function scenarioNamesAfter(written: string): readonly { readonly name: string; readonly what: string }[] {
  const before = written.slice(0, written.lastIndexOf("+") + 1);
  const open = scenarioWords().filter(({ word }) => !("problem" in parseScenarioName(before + word)));
  return open.map(({ word, what }) => ({ name: before + word, what }));
}

/** What a name stands for, in words; undefined for anything that is no name. */
export function scenarioNameDocs(name: string): string | undefined {
  const parts = parseScenarioName(name);
  if ("problem" in parts) return undefined;
  const { place, workload, event } = parts;
  const what = [
    PLACES[place],
    workload === undefined ? "" : WORKLOADS[workload],
    event === "calm" ? "" : EVENTS[event],
  ];
  return `${what.filter((part) => part !== "").join("; ")}.`;
}

function isPlace(word: string): word is PlaceName {
  return Object.hasOwn(PLACES, word);
}

function isWorkload(word: string): word is WorkloadName {
  return Object.hasOwn(WORKLOADS, word);
}

function isEvent(word: string): word is EventName {
  return Object.hasOwn(EVENTS, word);
}
