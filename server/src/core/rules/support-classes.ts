import { catalogData } from "../catalog/catalog.js";
import { isAtLeast, shortVersion, type KafkaVersion } from "../catalog/version.js";
import { classesOfRole, nearestKafkaClass } from "../config/checks/classes.js";
import { elementsOf } from "./support-lists.js";
import { nearestOf, removeFix, settingOf, shown, VALUE_FIX_TITLES } from "./support-values.js";
import type { Fix, Report, RuleContext } from "./types.js";
import { ownOf } from "../text/own.js";

const KAFKA = "org.apache.kafka.";

/** The interfaces that the classes of a setting must implement. */
const ROLES: Readonly<Record<string, string>> = {
  "key.serializer": `${KAFKA}common.serialization.Serializer`,
  "value.serializer": `${KAFKA}common.serialization.Serializer`,
  "default.list.key.serde.inner": `${KAFKA}common.serialization.Serde`,
  "default.list.value.serde.inner": `${KAFKA}common.serialization.Serde`,
  "partitioner.class": `${KAFKA}clients.producer.Partitioner`,
  "interceptor.classes": `${KAFKA}clients.producer.ProducerInterceptor`,
  "metric.reporters": `${KAFKA}common.metrics.MetricsReporter`,
  "sasl.client.callback.handler.class": `${KAFKA}common.security.auth.AuthenticateCallbackHandler`,
  "sasl.login.callback.handler.class": `${KAFKA}common.security.auth.AuthenticateCallbackHandler`,
  "sasl.login.class": `${KAFKA}common.security.auth.Login`,
  "sasl.oauthbearer.jwt.retriever.class": `${KAFKA}common.security.oauthbearer.JwtRetriever`,
  "sasl.oauthbearer.jwt.validator.class": `${KAFKA}common.security.oauthbearer.JwtValidator`,
  "ssl.engine.factory.class": `${KAFKA}common.security.auth.SslEngineFactory`,
};

/** Reasons and fix titles that the rules about class names share. */
export const CLASS_MESSAGES: Readonly<Record<string, string>> = {
  ...VALUE_FIX_TITLES,
  empty: "{key} has no value, but needs the name of a {role}: the producer does not start.",
  notQualified: "{key} needs the full name of a class, not {value}: the producer does not start.",
  misspelled: "{key}: kafka-clients {version} has no class {value}: the producer does not start.",
  removed: "{key}: {name} is gone since Kafka {release}: the producer does not start.",
  tooNew: "{key}: {name} exists from Kafka {release} on, not in {version}: the producer does not start.",
  notAName: "{key} must be the full name of a class, which {value} cannot be: the producer does not start.",
  blanks: "{key} is not trimmed, so that the class name ends with a blank: the producer does not start.",
  replace: "Replace with {expected}",
  ignoreKeys: "Replace with partitioner.ignore.keys=true",
};

/** Why a class cannot be found, for a message, and the class to write instead. */
export interface ClassReading {
  readonly messageId: string;
  readonly data: Report["data"] & object;
  readonly expected: string | undefined;
  /** Whether `expected` is the class meant and not just the nearest one. */
  readonly certain: boolean;
}

/** The interface a setting's class must implement; undefined when the catalog knows none. */
export function roleOf(key: string): string | undefined {
  if (/^config\.providers\..+\.class$/.test(key)) return `${KAFKA}common.config.provider.ConfigProvider`;
  return ownOf(ROLES, key);
}

/** Explains why a class that a setting names cannot be loaded. */
export function readMissingClass(context: RuleContext, key: string, name: string): ClassReading {
  const { version } = context.catalog;
  const role = roleOf(key);
  const { expected, certain } = expectedClass(key, name, version);
  const life = role === undefined ? undefined : ownOf(ownOf(catalogData.instantiableClasses, role), name);
  const release = life?.removedIn ?? life?.since ?? "";
  const messageId = reasonOf(name, expected, life, version);
  const data = {
    key,
    value: shown(name),
    name: simpleName(name),
    role: simpleName(role ?? "class"),
    version: shortVersion(version.text),
    release: shortVersion(release),
    expected: expected ?? "",
  };
  return { messageId, data, expected, certain };
}

function reasonOf(
  name: string,
  expected: string | undefined,
  life: { readonly since: string; readonly removedIn: string | null } | undefined,
  version: KafkaVersion,
): string {
  if (name === "") return "empty";
  if (life?.removedIn !== undefined && life.removedIn !== null && isAtLeast(version, life.removedIn)) return "removed";
  if (life !== undefined) return "tooNew";
  if (name.trim() !== name) return "blanks";
  if (/[^\p{L}\p{Nl}\p{Sc}\p{Pc}\p{Nd}\p{Mn}\p{Mc}.]/u.test(name)) return "notAName";
  return expected !== undefined && !name.includes(".") ? "notQualified" : "misspelled";
}

/** The class of the wanted role whose name is the same but for package, case, slashes or a file ending. */
function expectedClass(
  key: string,
  name: string,
  version: KafkaVersion,
): { readonly expected: string | undefined; readonly certain: boolean } {
  const role = roleOf(key);
  const candidates = role === undefined ? [] : classesOfRole(role, version);
  const replacement = catalogData.deprecations[`${key}=${name}`]?.replacement;
  if (replacement !== undefined && candidates.includes(replacement)) return { expected: replacement, certain: true };
  const clean = name
    .trim()
    .replace(/^["']|["']$/g, "")
    .replace(/\//g, ".")
    .replace(/\.(?:class|java)$/, "");
  const wanted = simpleName(clean).toLowerCase();
  const named = [
    wanted,
    wanted.replace(/deserializer$/, "serializer"),
    wanted.replace(/serde$/, "serializer"),
    wanted.replace(/(?:de)?serializer$/, "serde"),
  ];
  const sameName = named
    .map((simple) => candidates.find((candidate) => simpleName(candidate).toLowerCase() === simple))
    .find((candidate) => candidate !== undefined);
  const foreign = clean.includes(".") && !clean.toLowerCase().startsWith(KAFKA);
  if (sameName !== undefined && !foreign) return { expected: sameName, certain: true };
  const known = role === undefined ? nearestKafkaClass(name, version) : undefined;
  return { expected: known ?? nearestClass(clean, candidates, foreign), certain: known !== undefined };
}

/** A class of the role with a few typing mistakes in its simple name. */
function nearestClass(name: string, candidates: readonly string[], foreign: boolean): string | undefined {
  if (foreign || name === "") return undefined;
  const simple = nearestOf(simpleName(name), candidates.map(simpleName));
  return candidates.find((candidate) => simple !== undefined && simpleName(candidate) === simple);
}

/** The part of a class name after the package and an enclosing class. */
export function simpleName(name: string): string {
  return name.slice(Math.max(name.lastIndexOf("."), name.lastIndexOf("$")) + 1);
}

/** Writes the class that is meant in place of the whole value, or of an element of a list wherever it stands there. */
export function replaceClassFix(
  context: RuleContext,
  key: string,
  part: { readonly start: number; readonly end: number } | undefined,
  expected: string,
  safety: Fix["safety"],
): readonly Fix[] {
  const setting = settingOf(context, key);
  if (setting === undefined) return [];
  const { edits } = context.document;
  const name = part === undefined ? "" : setting.value.slice(part.start, part.end);
  const same = elementsOf(setting.value).filter((element) => part !== undefined && element.text === name);
  const parts = part !== undefined && same.length === 0 ? [part] : same;
  const change =
    part === undefined
      ? edits.setValue(setting, expected)
      : parts.flatMap(({ start, end }) => edits.replacePart(setting, start, end, expected));
  return [{ titleId: "replace", data: { expected }, safety, edits: change }];
}

/** What nearly every producer uses; offered where a file does not say what its records are. */
const USUAL_SERIALIZERS: readonly string[] = [
  `${KAFKA}common.serialization.StringSerializer`,
  `${KAFKA}common.serialization.ByteArraySerializer`,
];

/** The usual serializers in place of a value that is none. */
export function usualSerializerFixes(context: RuleContext, key: string): readonly Fix[] {
  if (roleOf(key) !== `${KAFKA}common.serialization.Serializer`) return [];
  return USUAL_SERIALIZERS.flatMap((expected) => replaceClassFix(context, key, undefined, expected, "suggestion"));
}

/** What the client recommends instead of its old partitioners (KIP-794). */
export function partitionerFixes(context: RuleContext, name: string): readonly Fix[] {
  const key = "partitioner.class";
  const setting = settingOf(context, key);
  if (setting === undefined) return [];
  if (simpleName(name) === "DefaultPartitioner") return removeFix(context, key);
  if (simpleName(name) !== "UniformStickyPartitioner" || context.document.byKey.has("partitioner.ignore.keys"))
    return [];
  const { edits } = context.document;
  const changes = edits.write([
    { kind: "rename", setting, key: "partitioner.ignore.keys" },
    { kind: "set", setting, value: "true" },
  ]);
  return [{ titleId: "ignoreKeys", safety: "suggestion", edits: changes }];
}
