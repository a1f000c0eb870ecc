import { parseProperties } from "../../syntax/parse-properties.js";
import type { BuildFacts } from "./types.js";
import { ownOf } from "../../text/own.js";

/** What people call these versions in `gradle.properties`; case and separators do not count. */
const NAMES: Readonly<Record<string, keyof BuildFacts>> = {
  kafkaversion: "kafkaClients",
  kafkaclientsversion: "kafkaClients",
  kafkaclientversion: "kafkaClients",
  apachekafkaversion: "kafkaClients",
  springkafkaversion: "springKafka",
  springbootversion: "springBoot",
};

/** The versions that a `gradle.properties` states under a telling name. */
export function propertyFileFacts(text: string): BuildFacts {
  const facts = { kafkaClients: [] as string[], springKafka: [] as string[], springBoot: [] as string[] };
  for (const { key, value } of parseProperties(text).entries) {
    const name = key
      .toLowerCase()
      .replace(/^systemprop\./, "")
      .replace(/[._-]/g, "");
    const fact = ownOf(NAMES, name);
    if (fact !== undefined) facts[fact].push(value.trim());
  }
  return facts;
}

/** Every property of the file. */
export function propertyFileProperties(text: string): ReadonlyMap<string, string> {
  return new Map(parseProperties(text).entries.map(({ key, value }) => [key, value.trim()]));
}
