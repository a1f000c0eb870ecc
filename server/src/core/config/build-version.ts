import { parseRelease, type KafkaVersion } from "../catalog/version.js";
import { gradleFacts, gradleProperties } from "./build-files/gradle.js";
import { managedByConfluent, managedBySpringBoot, managedBySpringKafka } from "./build-files/managed-versions.js";
import { pomFacts, pomProperties } from "./build-files/pom.js";
import { propertyFileFacts, propertyFileProperties } from "./build-files/property-file.js";
import type { BuildFacts, ResolveName } from "./build-files/types.js";
import { catalogFacts, catalogProperties } from "./build-files/version-catalog.js";

export type { ResolveName } from "./build-files/types.js";

/** Build files that may say which client is in use, relative to a project's directory, strongest first. */
export const BUILD_FILE_NAMES: readonly string[] = [
  "pom.xml",
  "build.gradle",
  "build.gradle.kts",
  "gradle/libs.versions.toml",
  "gradle.properties",
];

interface BuildFileReader {
  readonly facts: (text: string) => BuildFacts;
  readonly properties: (text: string) => ReadonlyMap<string, string>;
}

/** How a build file is read, by its name. */
function readerOf(fileName: string): BuildFileReader | undefined {
  if (/(^|[\\/])pom\.xml$|\.pom$/i.test(fileName)) return { facts: pomFacts, properties: pomProperties };
  if (/\.gradle(\.kts)?$/i.test(fileName)) return { facts: gradleFacts, properties: gradleProperties };
  if (/\.versions\.toml$/i.test(fileName)) return { facts: catalogFacts, properties: catalogProperties };
  if (/(^|[\\/])gradle\.properties$/i.test(fileName)) {
    return { facts: propertyFileFacts, properties: propertyFileProperties };
  }
  return undefined;
}

/**
 * The kafka-clients release that a Maven or Gradle build file asks for: the client's own version, else what Spring Kafka or
 * Spring Boot bring along. `resolve` supplies properties that stand in other files, such as a parent POM.
 * Returns undefined when the file does not say. Never throws for any text.
 */
export function kafkaVersionOfBuildFile(
  fileName: string,
  text: string,
  resolve?: ResolveName,
): KafkaVersion | undefined {
  const reader = readerOf(fileName);
  if (reader === undefined || text.length > MAX_TEXT_LENGTH) return undefined;
  const own = reader.properties(text);
  const facts = reader.facts(text);
  const fill = (value: string): string | undefined => fillPlaces(value, (name) => own.get(name) ?? resolve?.(name));
  return (
    first(facts.kafkaClients, fill, clientVersion) ??
    first(facts.springKafka, fill, managedBySpringKafka) ??
    first(facts.springBoot, fill, managedBySpringBoot)
  );
}

/** The properties a build file defines, for the places `${name}` of other files. Never throws for any text. */
export function buildProperties(fileName: string, text: string): ReadonlyMap<string, string> {
  const reader = readerOf(fileName);
  return reader === undefined || text.length > MAX_TEXT_LENGTH ? new Map() : reader.properties(text);
}

/** Longer files were written by a machine. */
const MAX_TEXT_LENGTH = 2_000_000;

/** A property may name another one; a circle ends here. */
const MAX_DEPTH = 8;

function first(
  versions: readonly string[],
  fill: (value: string) => string | undefined,
  read: (version: string) => KafkaVersion | undefined,
): KafkaVersion | undefined {
  for (const version of versions) {
    const filled = fill(version);
    const found = filled === undefined ? undefined : read(filled);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Confluent builds count by the Apache release they hold: 7.6.0-ccs is 3.6. */
function clientVersion(text: string): KafkaVersion | undefined {
  return managedByConfluent(text) ?? parseRelease(text.replace(/\.\+$/, ""));
}

/** Fills `${name}`, `$name` and the like; undefined when a place has no value. */
function fillPlaces(value: string, resolve: ResolveName, depth = 0): string | undefined {
  if (depth > MAX_DEPTH) return undefined;
  const missing = new Set<string>();
  const filled = value.replace(PLACE, (_place, braced?: string, bare?: string) => {
    const name = (braced ?? bare ?? "").trim();
    const found = resolve(name);
    if (found === undefined) missing.add(name);
    return found ?? "";
  });
  if (missing.size > 0) return undefined;
  return filled === value ? value.trim() : fillPlaces(filled, resolve, depth + 1);
}

const PLACE = /\$\{([^{}]+)\}|\$([A-Za-z_][A-Za-z0-9_.]*)/g;
