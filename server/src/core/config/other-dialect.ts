import { historyOf } from "../catalog/catalog.js";
import { keyKind } from "../catalog/key-kind.js";
import type { KafkaVersion } from "../catalog/version.js";
import type { ConfigDocument, Setting } from "../dialects/types.js";

/** Settings that something else than the plain client reads and turns into producer settings. */
export interface OtherDialect {
  /** What reads them; undefined for an application's own prefix. */
  readonly framework: string | undefined;
  /** What their keys begin with. */
  readonly prefix: string;
  readonly settings: readonly Setting[];
}

/** Frameworks by what their keys begin with. */
const FRAMEWORKS: readonly (readonly [framework: string, prefix: RegExp])[] = [
  ["Spring Boot", /^spring\.kafka\./],
  ["Spring Cloud Stream", /^spring\.cloud\.stream\./],
  ["Quarkus", /^(?:%[\w,-]+\.)?(?:mp\.messaging\.|quarkus\.kafka|kafka-streams\.)/],
  ["Micronaut", /^kafka\.producers\./],
  ["Apache Camel", /^camel\.(?:component|kamelet|sink|source)\.(?:[\w-]+\.)*?kafka[\w-]*\./],
  ["Debezium Server", /^debezium\.(?:sink|source)\./],
  ["Kafka Connect", /^producer\.override\./],
  ["MirrorMaker 2", /^[\w.-]+->[\w.-]+\.(?:producer\.)?/],
];

/** The settings of a framework, or with a prefix that an application takes off, when a file has some. */
export function otherDialectOf(document: ConfigDocument, version: KafkaVersion): OtherDialect | undefined {
  if (document.worker !== undefined) return undefined;
  const settings = [...document.byKey.values()];
  for (const [framework, pattern] of FRAMEWORKS) {
    const own = settings.filter(({ key }) => pattern.test(key));
    const [first] = own;
    if (first !== undefined) return { framework, prefix: pattern.exec(first.key)?.[0] ?? "", settings: own };
  }
  return streams(settings) ?? prefixed(settings, version);
}

/** Kafka Streams takes `producer.` off for its producers (StreamsConfig.PRODUCER_PREFIX). */
function streams(settings: readonly Setting[]): OtherDialect | undefined {
  const own = settings.filter(({ key }) => key.startsWith("producer."));
  const isStreams = settings.some(({ key }) => key === "application.id");
  return isStreams && own.length > 0 ? { framework: "Kafka Streams", prefix: "producer.", settings: own } : undefined;
}

/** One key may be by chance, as `http.retries`; several are not, nor is one whose prefix speaks of Kafka. */
function prefixed(settings: readonly Setting[], version: KafkaVersion): OtherDialect | undefined {
  const byPrefix = new Map<string, Setting[]>();
  for (const setting of settings) {
    const prefix = prefixOf(setting.key, version);
    if (prefix === undefined) continue;
    const same = byPrefix.get(prefix) ?? [];
    same.push(setting);
    byPrefix.set(prefix, same);
  }
  const [most] = [...byPrefix].sort((one, other) => other[1].length - one[1].length);
  if (most === undefined) return undefined;
  const [prefix, own] = most;
  return own.length > 1 || /kafka/i.test(prefix) ? { framework: undefined, prefix, settings: own } : undefined;
}

/** What stands before the name of a producer setting; `producer.` alone is for the rule `prefixed-key`. */
function prefixOf(key: string, version: KafkaVersion): string | undefined {
  const { kind } = keyKind(key, version);
  if (kind !== "unknown" && kind !== "misspelled") return undefined;
  for (let dot = key.indexOf("."); dot >= 0; dot = key.indexOf(".", dot + 1)) {
    const name = key.slice(dot + 1).replace(/[-_]/g, ".");
    if (historyOf(name) !== undefined) return key.slice(0, dot + 1);
  }
  return undefined;
}
