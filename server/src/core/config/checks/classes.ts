import { catalogData, existsIn } from "../../catalog/catalog.js";
import type { KafkaVersion } from "../../catalog/version.js";

/**
 * Whether a class can be loaded: `exists` for classes of kafka-clients and the JDK that Ackwise knows, `missing` for names that no
 * class path can hold or that a release has dropped, `unknown` for everything that may be on the application's class path.
 */
export type ClassSearch = "exists" | "missing" | "unknown";

/** Classes that exist but can fill no producer role; enough to name the usual mix-ups. */
const OTHER_KAFKA_CLASSES: ReadonlySet<string> = new Set([
  "org.apache.kafka.common.serialization.Serializer",
  "org.apache.kafka.common.serialization.Deserializer",
  "org.apache.kafka.common.serialization.Serde",
  "org.apache.kafka.clients.producer.Partitioner",
  "org.apache.kafka.clients.producer.ProducerInterceptor",
  "org.apache.kafka.common.metrics.MetricsReporter",
  "org.apache.kafka.common.serialization.ListDeserializer",
  "org.apache.kafka.clients.producer.KafkaProducer",
  "org.apache.kafka.clients.consumer.RangeAssignor",
  "org.apache.kafka.clients.consumer.RoundRobinAssignor",
  "org.apache.kafka.clients.consumer.StickyAssignor",
  "org.apache.kafka.clients.consumer.CooperativeStickyAssignor",
]);

const KAFKA_PACKAGE = "org.apache.kafka.";
const JAVA_NAME = /^[\p{L}\p{Nl}\p{Sc}\p{Pc}][\p{L}\p{Nl}\p{Nd}\p{Sc}\p{Pc}\p{Mn}\p{Mc}]*(?:\.[\p{L}\p{Nl}\p{Sc}\p{Pc}][\p{L}\p{Nl}\p{Nd}\p{Sc}\p{Pc}\p{Mn}\p{Mc}]*)*$/u;

/** Looks a class name up the way a class loader would, as far as that can be known without a class path. */
export function findClass(name: string, version: KafkaVersion): ClassSearch {
  if (!JAVA_NAME.test(name)) return "missing";
  if (isJdkClass(name)) return "exists";
  const life = lives().get(name);
  if (life !== undefined) return existsIn(life, version) ? "exists" : "missing";
  if (OTHER_KAFKA_CLASSES.has(name)) return "exists";
  if (nearestKafkaClass(name, version) !== undefined) return "missing";
  return "unknown";
}

/** A class of the wanted role whose simple name is this one, when the name as written cannot be it. */
export function nearestKafkaClass(name: string, version: KafkaVersion): string | undefined {
  const simple = simpleName(name).toLowerCase();
  if (name.includes(".") && !name.toLowerCase().startsWith(KAFKA_PACKAGE)) return undefined;
  for (const [known, life] of lives()) {
    if (simpleName(known).toLowerCase() !== simple || !existsIn(life, version)) continue;
    if (!name.includes(".") || known.toLowerCase() === name.toLowerCase()) return known;
  }
  return undefined;
}

/** The classes of kafka-clients that can be instantiated for a role, by interface name. */
export function classesOfRole(role: string, version: KafkaVersion): readonly string[] {
  const classes = catalogData.instantiableClasses[role] ?? {};
  return Object.entries(classes)
    .filter(([, life]) => existsIn(life, version))
    .map(([name]) => name);
}

/** Whether a class that exists can fill a role; undefined when the class is not known. */
export function fillsRole(name: string, role: string, version: KafkaVersion): boolean | undefined {
  if (findClass(name, version) !== "exists") return undefined;
  const life = catalogData.instantiableClasses[role]?.[name];
  return life !== undefined && existsIn(life, version);
}

/** Interfaces and abstract classes cannot be instantiated. */
export function isInterface(name: string): boolean {
  return OTHER_KAFKA_CLASSES.has(name) && /\.(Serializer|Deserializer|Serde|Partitioner|ProducerInterceptor|MetricsReporter)$/.test(name);
}

function simpleName(name: string): string {
  return name.slice(name.lastIndexOf(".") + 1);
}

function isJdkClass(name: string): boolean {
  return name === "java.lang.String" || name === "java.lang.Object" || name === "java.util.ArrayList";
}

interface Life {
  readonly since: string;
  readonly removedIn: string | null;
}

let allLives: Map<string, Life> | undefined;

/** Every class of the catalog, and the deserializers that stand beside its serializers. */
function lives(): Map<string, Life> {
  if (allLives !== undefined) return allLives;
  allLives = new Map();
  for (const classes of Object.values(catalogData.instantiableClasses)) {
    for (const [name, life] of Object.entries(classes)) {
      allLives.set(name, life);
      if (name.endsWith("Serializer")) allLives.set(name.replace(/Serializer$/, "Deserializer"), life);
    }
  }
  return allLives;
}
