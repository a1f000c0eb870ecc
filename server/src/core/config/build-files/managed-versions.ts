import { parseRelease, type KafkaVersion } from "../../catalog/version.js";
import { ownOf } from "../../text/own.js";

/** From which patch of a line on which kafka-clients release comes along. */
type Managed = readonly (readonly [fromPatch: number, kafka: string])[];

/** `kafka.version` of org.springframework.boot:spring-boot-dependencies, read in the POMs of Maven Central (November 2026). */
const SPRING_BOOT: Readonly<Record<string, Managed>> = {
  "2.1": [[0, "2.0.1"]],
  "2.2": [
    [0, "2.3.0"],
    [1, "2.3.1"],
  ],
  "2.3": [
    [0, "2.5.0"],
    [3, "2.5.1"],
  ],
  "2.4": [
    [0, "2.6.0"],
    [6, "2.6.2"],
    [13, "2.6.3"],
  ],
  "2.5": [
    [0, "2.7.1"],
    [7, "2.7.2"],
  ],
  "2.6": [
    [0, "3.0.0"],
    [5, "3.0.1"],
    [12, "3.0.2"],
  ],
  "2.7": [
    [0, "3.1.1"],
    [4, "3.1.2"],
  ],
  "3.0": [
    [0, "3.3.1"],
    [2, "3.3.2"],
  ],
  "3.1": [
    [0, "3.4.0"],
    [1, "3.4.1"],
  ],
  "3.2": [
    [0, "3.6.0"],
    [1, "3.6.1"],
    [5, "3.6.2"],
  ],
  "3.3": [
    [0, "3.7.0"],
    [2, "3.7.1"],
    [7, "3.7.2"],
  ],
  "3.4": [[0, "3.8.1"]],
  "3.5": [
    [0, "3.9.1"],
    [12, "3.9.2"],
  ],
  "4.0": [
    [0, "4.1.1"],
    [4, "4.1.2"],
  ],
  "4.1": [
    [0, "4.2.1"],
    [2, "4.2.2"],
  ],
};

/** The kafka-clients dependency of org.springframework.kafka:spring-kafka, read in the newest POM of each line. */
const SPRING_KAFKA: Readonly<Record<string, Managed>> = {
  "2.2": [[0, "2.0.1"]],
  "2.3": [[0, "2.3.1"]],
  "2.4": [[0, "2.4.1"]],
  "2.5": [[0, "2.5.1"]],
  "2.6": [[0, "2.6.3"]],
  "2.7": [[0, "2.7.2"]],
  "2.8": [[0, "3.0.2"]],
  "2.9": [[0, "3.2.3"]],
  "3.0": [[0, "3.3.2"]],
  "3.1": [[0, "3.6.2"]],
  "3.2": [[0, "3.7.2"]],
  "3.3": [[0, "3.8.1"]],
  "4.0": [[0, "4.1.2"]],
};

/** Confluent Platform and the Apache release it holds (Confluent's table "supported versions and interoperability"). */
const CONFLUENT: Readonly<Record<string, string>> = {
  "5.1": "2.1",
  "5.2": "2.2",
  "5.3": "2.3",
  "5.4": "2.4",
  "5.5": "2.5",
  "6.0": "2.6",
  "6.1": "2.7",
  "6.2": "2.8",
  "7.0": "3.0",
  "7.1": "3.1",
  "7.2": "3.2",
  "7.3": "3.3",
  "7.4": "3.4",
  "7.5": "3.5",
  "7.6": "3.6",
  "7.7": "3.7",
  "7.8": "3.8",
  "7.9": "3.9",
  "8.0": "4.0",
  "8.1": "4.1",
};

/** The client that a Spring Boot release brings along; undefined for lines outside the table. */
export function managedBySpringBoot(version: string): KafkaVersion | undefined {
  return managed(SPRING_BOOT, version);
}

/** The client that a Spring for Apache Kafka release brings along; undefined for lines outside the table. */
export function managedBySpringKafka(version: string): KafkaVersion | undefined {
  return managed(SPRING_KAFKA, version);
}

/** The Apache release inside a Confluent build such as `7.6.0-ccs` or `7.6.0-ce`. */
export function managedByConfluent(version: string): KafkaVersion | undefined {
  const match = /^(\d+\.\d+)\.\d+-(ccs|ce)$/.exec(version);
  const line = match?.[1];
  const kafka = line !== undefined && Object.hasOwn(CONFLUENT, line) ? ownOf(CONFLUENT, line) : undefined;
  return kafka === undefined ? undefined : parseRelease(kafka);
}

function managed(table: Readonly<Record<string, Managed>>, version: string): KafkaVersion | undefined {
  const match = /^(\d+\.\d+)\.(\d+)/.exec(version);
  const line = match?.[1];
  if (line === undefined || !Object.hasOwn(table, line)) return undefined;
  const patch = Number(match?.[2]);
  const kafka = ownOf(table, line)
    ?.filter(([from]) => patch >= from)
    .at(-1)?.[1];
  return kafka === undefined ? undefined : parseRelease(kafka);
}
