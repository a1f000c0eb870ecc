import type { Draft } from "../draft.js";
import { listElements } from "../list-elements.js";
import { javaTrim } from "../parse-value.js";
import { invalidValue } from "../validate-value.js";
import { fillsRole, findClass } from "./classes.js";
import { newInstanceFailure, subclassFailure, type Thrown } from "./new-instance.js";

const SERIALIZER = "org.apache.kafka.common.serialization.Serializer";
const PARTITIONER = "org.apache.kafka.clients.producer.Partitioner";
const INTERCEPTOR = "org.apache.kafka.clients.producer.ProducerInterceptor";
const SERDE = "org.apache.kafka.common.serialization.Serde";
const STRING_SERIALIZER = "org.apache.kafka.common.serialization.StringSerializer";
const LIST_SERIALIZER = "org.apache.kafka.common.serialization.ListSerializer";

/** Partitioner and serializers are created one after the other (AbstractConfig.getConfiguredInstance). */
export function checkPlugins(draft: Draft): void {
  checkPartitioner(draft);
  checkSerializer(draft, "key");
  checkSerializer(draft, "value");
}

export function checkInterceptors(draft: Draft): void {
  checkInstances(draft, "interceptor.classes", INTERCEPTOR);
}

function checkPartitioner(draft: Draft): void {
  const key = "partitioner.class";
  const name = draft.string(key);
  if (name === undefined || !draft.isSet(key)) return;
  if (!checkInstance(draft, key, name, PARTITIONER)) return;
  const simple = name.slice(name.lastIndexOf(".") + 1);
  if (!draft.between("3.3.0", "4.0.0") || (simple !== "DefaultPartitioner" && simple !== "UniformStickyPartitioner"))
    return;
  const message =
    simple === "DefaultPartitioner"
      ? "DefaultPartitioner is deprecated.  Please clear partitioner.class configuration setting to get the default partitioning behavior"
      : "UniformStickyPartitioner is deprecated.  Please clear partitioner.class configuration setting and set partitioner.ignore.keys to 'true' to get the uniform sticky partitioning behavior";
  draft.adjustments.push({
    code: "deprecated-partitioner",
    key,
    causedBy: [key],
    value: name,
    log: { level: "WARN", message },
    data: { name },
  });
}

function checkSerializer(draft: Draft, side: "key" | "value"): void {
  const key = `${side}.serializer`;
  const name = draft.string(key);
  if (name === undefined || !draft.isSet(key) || !checkInstance(draft, key, name, SERIALIZER)) return;
  if (name === STRING_SERIALIZER && draft.since("3.8.0")) checkEncoding(draft, side);
  if (name === LIST_SERIALIZER) checkInnerSerde(draft, side);
}

/** A class that exists must implement the interface; anything not known is left alone. */
function checkInstance(draft: Draft, key: string, name: string, role: string): boolean {
  const fills = fillsRole(name, role, draft.version);
  if (fills !== false) return true;
  const message = `${draft.since("2.4.0") ? "class " : ""}${name} is not an instance of ${role}`;
  const { cause, below } = newInstanceFailure(name) ?? { cause: { class: "KafkaException", message }, below: [] };
  draft.fail("construct", { code: "class-wrong-role", key, cause, below, data: { name, role } });
  return false;
}

/** Names that the JVM repeats as they are when it does not find them. */
const PLAIN_NAME = /^[\w$]+(?:\.[\w$]+)*$/;

/** Elements of a list that are looked at; the client stops at the first bad one. */
const MOST_ELEMENTS = 1_000;

/** List-valued class settings: elements are looked up only when they are created (AbstractConfig.getConfiguredInstances). */
export function checkInstances(draft: Draft, key: string, role: string): void {
  const names = draft.list(key);
  if (names === undefined || !draft.isSet(key)) return;
  const parts = firstPlaces(draft.given.get(key) ?? "");
  for (const name of new Set(names.slice(0, MOST_ELEMENTS))) {
    const found = findClass(name, draft.version);
    const part = name === "" ? undefined : parts.get(name);
    if (found !== "exists") {
      const message = draft.since("2.4.0")
        ? `Class ${name} cannot be found`
        : `${name} ClassNotFoundException exception occurred`;
      draft.fail("construct", {
        code: "class-not-found",
        key,
        cause: { class: "KafkaException", message },
        below: PLAIN_NAME.test(name) ? [{ class: "ClassNotFoundException", message: name }] : [],
        certainty: found === "missing" ? "certain" : "unknown",
        part,
        data: { name },
      });
    } else if (fillsRole(name, role, draft.version) === false) {
      const { cause, below } = roleFailure(name, role);
      draft.fail("construct", { code: "class-wrong-role", key, cause, below, part, data: { name, role } });
    }
  }
}

/** Where each element of a list first stands. */
function firstPlaces(value: string): ReadonlyMap<string, { readonly start: number; readonly end: number }> {
  const places = new Map<string, { readonly start: number; readonly end: number }>();
  for (const { text, start, end } of listElements(value)) if (!places.has(text)) places.set(text, { start, end });
  return places;
}

/** Utils.newInstance of a name asks first whether the class is one of the role: the role itself is, but cannot be made. */
function roleFailure(name: string, role: string): Thrown {
  const notMade = name === role ? newInstanceFailure(name) : undefined;
  return notMade ?? { cause: subclassFailure(name), below: [] };
}

/** 3.8 and later: StringSerializer looks its charset up when it is configured; the text is not trimmed. */
function checkEncoding(draft: Draft, side: "key" | "value"): void {
  const key = [`${side}.serializer.encoding`, "serializer.encoding"].find((candidate) => draft.isSet(candidate));
  const encoding = key === undefined ? undefined : draft.given.get(key);
  if (key === undefined || encoding === undefined || draft.unresolved.has(key) || isKnownCharset(encoding)) return;
  const legal = /^[A-Za-z0-9][A-Za-z0-9\-+.:_]*$/.test(encoding);
  const below = { class: legal ? "UnsupportedCharsetException" : "IllegalCharsetNameException", message: encoding };
  draft.fail("construct", {
    code: "serializer-setting",
    key,
    relatedKeys: [`${side}.serializer`],
    cause: { class: "SerializationException", message: `Unsupported encoding ${encoding}` },
    below: [below],
    certainty: legal && looksLikeCharset(encoding) ? "unknown" : "certain",
    data: { value: encoding, trimmed: javaTrim(encoding) },
  });
}

const STANDARD_CHARSETS =
  /^(utf-?8|utf-?16(be|le)?|utf-?32(be|le)?|us-ascii|ascii|iso-?8859-?\d+|latin1|windows-125\d|cp125\d|ibm\d+|koi8-[ru]|gbk|gb2312|gb18030|big5|euc-(jp|kr)|shift_jis|ms949)$/i;

function isKnownCharset(name: string): boolean {
  return STANDARD_CHARSETS.test(name);
}

/** Names with a digit may be one of the many charsets that a JVM can bring. */
function looksLikeCharset(name: string): boolean {
  return /\d/.test(name);
}

function checkInnerSerde(draft: Draft, side: "key" | "value"): void {
  const key = `default.list.${side}.serde.inner`;
  const inner = draft.given.get(key);
  if (inner === undefined) {
    const message =
      "Not able to determine the serializer class because it was neither passed via the constructor nor set in the config.";
    draft.failConfig("construct", {
      code: "serializer-setting",
      key: `${side}.serializer`,
      relatedKeys: [key],
      message,
    });
    return;
  }
  const found = findClass(inner, draft.version);
  if (found === "exists") {
    if (fillsRole(inner, SERDE, draft.version) === false) {
      const { cause, below } = roleFailure(inner, SERDE);
      draft.fail("construct", { code: "serializer-setting", key, cause, below, data: { value: inner } });
    }
    return;
  }
  const message = invalidValue(key, inner, `Serializer class ${inner} could not be found.`);
  const certainty = found === "unknown" ? "unknown" : "certain";
  draft.failConfig("construct", { code: "serializer-setting", key, message, certainty, data: { value: inner } });
}
