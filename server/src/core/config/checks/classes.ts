import { catalogData, existsIn } from "../../catalog/catalog.js";
import type { KafkaVersion } from "../../catalog/version.js";
import { isSince } from "../releases.js";
import { isIn, kafkaClassesCalled, knownClasses, simpleNameOf, type ClassKind } from "./known-classes.js";
import { ownOf } from "../../text/own.js";

/**
 * Whether a class can be loaded: `exists` for classes of kafka-clients and the JDK that Ackwise knows, `missing` for names that no
 * class path can hold or that a release has dropped, `unknown` for everything that may be on the application's class path.
 */
export type ClassSearch = "exists" | "missing" | "unknown";

const KAFKA_PACKAGE = "org.apache.kafka.";
const JDK_PACKAGE = "java.";
const JAVA_NAME =
  /^[\p{L}\p{Nl}\p{Sc}\p{Pc}][\p{L}\p{Nl}\p{Nd}\p{Sc}\p{Pc}\p{Mn}\p{Mc}]*(?:\.[\p{L}\p{Nl}\p{Sc}\p{Pc}][\p{L}\p{Nl}\p{Nd}\p{Sc}\p{Pc}\p{Mn}\p{Mc}]*)*$/u;

/** Words that no part of a class name can be. */
const KEYWORDS: ReadonlySet<string> = new Set(
  (
    "abstract assert boolean break byte case catch char class const continue default do double else enum extends final finally " +
    "float for goto if implements import instanceof int interface long native new package private protected public return short " +
    "static strictfp super switch synchronized this throw throws transient try void volatile while true false null"
  ).split(" "),
);

/** Looks a class name up the way a class loader would, as far as that can be known without a class path. */
export function findClass(name: string, version: KafkaVersion): ClassSearch {
  const known = knownClasses().get(name);
  if (known !== undefined) return isIn(known, version) ? "exists" : "missing";
  if (name.startsWith("[")) return findArray(name, version);
  if (!JAVA_NAME.test(name) || name.split(".").some((part) => KEYWORDS.has(part))) return "missing";
  if (nearestKafkaClass(name, version) !== undefined || isMisspelledJdkClass(name)) return "missing";
  return "unknown";
}

/** Up to 2.2.0 arrays could be named as the JVM names them; ClassLoader.loadClass, used since, knows none. */
function findArray(name: string, version: KafkaVersion): ClassSearch {
  if (isSince(version, "2.2.1")) return "missing";
  if (/^\[+[ZBCSIJFD]$/.test(name)) return "exists";
  const element = /^\[+L([^;[]+);$/.exec(name)?.[1];
  return element === undefined ? "missing" : findClass(element, version);
}

/** Packages that start with `java.` are the JDK's own: nobody else can define a class there. */
function isMisspelledJdkClass(name: string): boolean {
  if (!name.toLowerCase().startsWith(JDK_PACKAGE)) return false;
  const lower = name.toLowerCase();
  for (const known of knownClasses().keys())
    if (known.startsWith(JDK_PACKAGE) && known.toLowerCase() === lower) return true;
  return false;
}

/** A class of the wanted role whose simple name is this one, when the name as written cannot be it. */
export function nearestKafkaClass(name: string, version: KafkaVersion): string | undefined {
  const isQualified = name.includes(".");
  const lower = name.toLowerCase();
  if (isQualified && !lower.startsWith(KAFKA_PACKAGE)) return undefined;
  for (const known of kafkaClassesCalled(simpleNameOf(name))) {
    const life = knownClasses().get(known);
    if (life === undefined || !isIn(life, version)) continue;
    if (!isQualified || known.toLowerCase() === lower) return known;
  }
  return undefined;
}

/** The classes of kafka-clients that can be instantiated for a role, by interface name. */
export function classesOfRole(role: string, version: KafkaVersion): readonly string[] {
  const classes = ownOf(catalogData.instantiableClasses, role) ?? {};
  return Object.entries(classes)
    .filter(([, life]) => existsIn(life, version))
    .map(([name]) => name);
}

/** Whether a class that exists can fill a role; undefined when the class is not known. */
export function fillsRole(name: string, role: string, version: KafkaVersion): boolean | undefined {
  if (findClass(name, version) !== "exists") return undefined;
  const classes = ownOf(catalogData.instantiableClasses, role);
  return classes !== undefined && Object.hasOwn(classes, name);
}

/** What making an object of a class that exists comes to; arrays have no constructor. */
export function kindOf(name: string): ClassKind {
  return knownClasses().get(name)?.kind ?? "no-constructor";
}

/** Whether a class is none of kafka-clients or of the JDK, as far as Ackwise knows them. */
export function fillsNothingKnown(name: string, version: KafkaVersion): boolean {
  return name !== "" && findClass(name, version) === "unknown";
}
