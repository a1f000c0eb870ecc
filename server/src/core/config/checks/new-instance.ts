import type { ClientException } from "../evaluation.js";
import { kindOf } from "./classes.js";

/** An exception and what is below it. */
export interface Thrown {
  readonly cause: ClientException;
  readonly below: readonly ClientException[];
}

/** org.apache.kafka.common.utils.Utils.newInstance of a class that is loaded; undefined when the object can be made. */
export function newInstanceFailure(name: string): Thrown | undefined {
  switch (kindOf(name)) {
    case "plain":
      return undefined;
    case "abstract":
      return {
        cause: { class: "KafkaException", message: `Could not instantiate class ${name}` },
        below: [{ class: "InstantiationException", message: "null" }],
      };
    case "interface":
    case "no-constructor":
      return {
        cause: { class: "KafkaException", message: `Could not find a public no-argument constructor for ${name}` },
        below: [{ class: "NoSuchMethodException", message: `${name}.<init>()` }],
      };
  }
}

/** The JVM's own words for an object of one class that is used as another (JDK 11 and later, class path without modules). */
export function castFailure(name: string, role: string): ClientException {
  const isJdk = name.startsWith("java.");
  const where = isJdk
    ? `${name} is in module java.base of loader 'bootstrap'; ${role} is in unnamed module of loader 'app'`
    : `${name} and ${role} are in unnamed module of loader 'app'`;
  return { class: "ClassCastException", message: `class ${name} cannot be cast to class ${role} (${where})` };
}

/** Class.asSubclass says no more than what the class is. */
export function subclassFailure(name: string): ClientException {
  return { class: "ClassCastException", message: `${kindOf(name) === "interface" ? "interface" : "class"} ${name}` };
}
