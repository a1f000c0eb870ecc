import type { Phrase } from "./format.js";
import type { TextTable } from "./messages.js";
import { ownOf } from "../text/own.js";

/** Where the producer and the cluster stand, in the scenarios that need no file. */
export const PLACE_TEXTS = {
  "one-rack": "producer and three brokers in one data centre: 0.3 ms round trip, 10 Gbit/s",
  "three-zones": "three brokers in three zones of a cloud region: 1 ms round trip, 10 Gbit/s",
  "across-regions": "a cluster in three zones, the producer in another region: 70 ms round trip, 1 Gbit/s",
  "metered-cloud":
    "a rented cluster in three zones: 3 ms round trip, 1 Gbit/s, a quota of 5 MiB/s for every client at every broker",
  laptop: "one broker on the same machine, one replica",
} as const;

/** What is sent. */
export const WORKLOAD_TEXTS = {
  payments: "200 records a second of 200 to 600 bytes with keys; 8 threads wait for every answer",
  clickstream: "20,000 records a second of 300 to 900 bytes from two producers, some keys far more often than others",
  cdc: "changes of a database: bursts of 8,000 records a second, 500 to 4,000 bytes, with keys",
  "iot-bursts": "20 gateways that send 400 records of 100 bytes every 2 s, with the keys of 5,000 devices",
  "request-response": "100 records a second of 1 to 2 kB; 4 threads wait for every answer",
  "log-shipping": "30,000 lines of a log a second, 150 to 400 bytes, without keys",
} as const;

/** What happens there. */
export const EVENT_TEXTS = {
  calm: "nothing goes wrong",
  "leader-crash":
    "replication stalls at 2.9 s and broker 0 is killed at 3 s; others lead when its session ends, 7 to 9 s later; it is back after 14 s",
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

/** English of the words of which names of scenarios are made; a translation is looked up as `scenario/<word>`. */
export const SCENARIO_TEXTS: TextTable = { ...PLACE_TEXTS, ...WORKLOAD_TEXTS, ...EVENT_TEXTS };

/** What a word of a scenario's name stands for. */
export function scenarioPhrase(word: string): Phrase {
  return { id: `scenario/${word}`, english: ownOf(SCENARIO_TEXTS, word) ?? word };
}
