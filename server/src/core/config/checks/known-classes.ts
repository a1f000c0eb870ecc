import { catalogData } from "../../catalog/catalog.js";
import type { KafkaVersion } from "../../catalog/version.js";
import { isSince } from "../releases.js";
import { ownOf } from "../../text/own.js";

/** What happens when the client makes an object of a class: `plain` classes have a public constructor without parameters. */
export type ClassKind = "plain" | "interface" | "abstract" | "no-constructor";

/** A class Ackwise knows, whatever role it can fill. */
export interface KnownClass {
  readonly kind: ClassKind;
  readonly since: string;
  readonly removedIn: string | null;
}

/** Whether a release has a class. */
export function isIn(known: KnownClass, version: KafkaVersion): boolean {
  return isSince(version, known.since) && (known.removedIn === null || !isSince(version, known.removedIn));
}

const KAFKA = "org.apache.kafka.";
const SECURITY = `${KAFKA}common.security.`;

/** Classes that exist but can fill no producer role: enough to name the usual mix-ups. */
const OTHERS: readonly (readonly [kind: ClassKind, since: string, ...names: string[]])[] = [
  [
    "plain",
    "",
    "java.lang.String",
    "java.lang.Object",
    "java.util.ArrayList",
    "java.util.HashMap",
    "java.util.Properties",
  ],
  [
    "interface",
    "",
    "java.util.List",
    "java.util.Map",
    "java.util.Map$Entry",
    "java.lang.Runnable",
    "java.io.Serializable",
  ],
  ["interface", "", "javax.security.auth.spi.LoginModule"],
  ["abstract", "", "java.lang.Number"],
  [
    "no-constructor",
    "",
    "java.lang.Integer",
    "java.lang.Long",
    "java.lang.Boolean",
    "java.lang.Class",
    "java.lang.Math",
  ],
  ["plain", "", `${KAFKA}clients.consumer.RangeAssignor`, `${KAFKA}clients.consumer.RoundRobinAssignor`],
  ["plain", "", `${KAFKA}clients.consumer.StickyAssignor`],
  ["plain", "2.4.0", `${KAFKA}clients.consumer.CooperativeStickyAssignor`],
  ["no-constructor", "", `${KAFKA}clients.producer.KafkaProducer`, `${KAFKA}clients.consumer.KafkaConsumer`],
  ["no-constructor", "3.3.0", `${KAFKA}clients.producer.internals.BuiltInPartitioner`],
  ["abstract", "", `${SECURITY}authenticator.AbstractLogin`],
  ["no-constructor", "", `${SECURITY}scram.internals.ScramServerCallbackHandler`],
];

/** Interfaces of roles that the catalog lists, by the release that brought them. */
const ROLES_SINCE: Readonly<Record<string, string>> = {
  [`${SECURITY}auth.SslEngineFactory`]: "2.6.0",
  [`${SECURITY}auth.SecurityProviderCreator`]: "2.4.0",
  [`${SECURITY}oauthbearer.JwtRetriever`]: "4.1.0",
  [`${SECURITY}oauthbearer.JwtValidator`]: "4.1.0",
};

let allClasses: ReadonlyMap<string, KnownClass> | undefined;
let allNames: ReadonlyMap<string, readonly string[]> | undefined;

/** Every class of the catalog, its role interfaces, and the deserializers that stand beside its serializers. */
export function knownClasses(): ReadonlyMap<string, KnownClass> {
  allClasses ??= collectClasses();
  return allClasses;
}

/** The known classes of kafka-clients by simple name in lower case. */
export function kafkaClassesCalled(simpleName: string): readonly string[] {
  allNames ??= collectNames();
  return allNames.get(simpleName.toLowerCase()) ?? [];
}

/** The name without its package. */
export function simpleNameOf(name: string): string {
  return name.slice(name.lastIndexOf(".") + 1);
}

function collectClasses(): ReadonlyMap<string, KnownClass> {
  const found = new Map<string, KnownClass>();
  for (const [role, classes] of Object.entries(catalogData.instantiableClasses)) {
    found.set(role, { kind: "interface", since: ownOf(ROLES_SINCE, role) ?? "", removedIn: null });
    for (const [name, life] of Object.entries(classes)) {
      const known: KnownClass = { kind: "plain", ...life };
      found.set(name, known);
      if (name.endsWith("Serializer")) found.set(name.replace(/Serializer$/, "Deserializer"), known);
    }
  }
  const deserializer = `${KAFKA}common.serialization.Deserializer`;
  found.set(deserializer, { kind: "interface", since: "", removedIn: null });
  for (const [kind, since, ...names] of OTHERS) {
    for (const name of names) found.set(name, { kind, since, removedIn: null });
  }
  return found;
}

function collectNames(): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  for (const name of knownClasses().keys()) {
    if (!name.startsWith(KAFKA)) continue;
    const simple = simpleNameOf(name).toLowerCase();
    names.set(simple, [...(names.get(simple) ?? []), name]);
  }
  return names;
}
