import clusterData from "../../../../schemas/cluster-keys.json";
import pluginData from "../../../../schemas/plugin-keys.json";
import { catalogData, catalogFor, historyOf, type Catalog } from "./catalog.js";
import { nearestKey } from "./spelling.js";
import { isAtLeast, versionOrder, type KafkaVersion } from "./version.js";

/** What a key in a producer configuration is to a release of the client. */
export type KeyKind =
  | { readonly kind: "producer" }
  | { readonly kind: "plugin"; readonly plugin: string }
  | { readonly kind: "newer"; readonly since: string }
  | { readonly kind: "removed"; readonly removedIn: string }
  | { readonly kind: "old-producer"; readonly removedIn: string; readonly use: string | undefined }
  | { readonly kind: "consumer" }
  | { readonly kind: "admin" }
  /** A setting of topics or of brokers. */
  | { readonly kind: "topic" }
  | { readonly kind: "broker" }
  | { readonly kind: "librdkafka"; readonly use: string | undefined }
  | { readonly kind: "prefixed"; readonly use: string }
  | { readonly kind: "misspelled"; readonly use: string }
  | { readonly kind: "unknown" };

const FIRST_RELEASE = "2.1.0";

/** Every rule about keys asks for every key of a file, after every change: answers are remembered, up to this many. */
const MAX_REMEMBERED = 20_000;

const remembered = new WeakMap<Catalog, Map<string, KeyKind>>();

/** Says what a key is: foreign and historic names are recognised before anything is taken for a misspelling. */
export function keyKind(key: string, version: KafkaVersion): KeyKind {
  const catalog = catalogFor(version);
  if (catalog.keys.has(key)) return { kind: "producer" };
  const answers = remembered.get(catalog) ?? new Map<string, KeyKind>();
  remembered.set(catalog, answers);
  const known = answers.get(key);
  if (known !== undefined) return known;
  if (answers.size >= MAX_REMEMBERED) answers.clear();
  const kind = kindOf(key, version);
  answers.set(key, kind);
  return kind;
}

function kindOf(key: string, version: KafkaVersion): KeyKind {
  return (
    extraKind(key, version) ??
    otherReleaseKind(key, version) ??
    pluginKind(key) ??
    clusterKind(key) ??
    foreignKind(key) ??
    prefixedKind(key, version) ??
    misspelledKind(key, version) ?? { kind: "unknown" }
  );
}

/** Keys outside ConfigDef that the client reads all the same; `<alias>` stands for one name. */
function extraKind(key: string, version: KafkaVersion): KeyKind | undefined {
  for (const extra of catalogData.extraKeys) {
    if (!fits(key, extra.pattern)) continue;
    if (!isAtLeast(version, extra.since.replace("<=", ""))) return { kind: "newer", since: extra.since };
    if (extra.removedIn !== undefined && isAtLeast(version, extra.removedIn)) {
      return { kind: "removed", removedIn: extra.removedIn };
    }
    return { kind: "producer" };
  }
  return undefined;
}

/** Most keys differ from a pattern before its first place. */
function fits(key: string, pattern: string): boolean {
  const place = pattern.indexOf("<");
  if (place < 0) return key === pattern;
  return key.startsWith(pattern.slice(0, place)) && patternOf(pattern).test(key);
}

const patterns = new Map<string, RegExp>();

function patternOf(pattern: string): RegExp {
  const known = patterns.get(pattern);
  if (known !== undefined) return known;
  const source = pattern.split(/<\w+>/).map((part) => part.replace(/[.]/g, "\\."));
  const built = new RegExp(`^${source.join(".+")}$`);
  patterns.set(pattern, built);
  return built;
}

function otherReleaseKind(key: string, version: KafkaVersion): KeyKind | undefined {
  const history = historyOf(key);
  if (history === undefined || history.internal) return history === undefined ? undefined : { kind: "producer" };
  if (version.order < versionOrder(history.since)) return { kind: "newer", since: history.since };
  return { kind: "removed", removedIn: history.removedIn ?? FIRST_RELEASE };
}

interface PluginData {
  readonly plugins: readonly { readonly name: string; readonly keys: readonly string[] }[];
}

/** What the plugins are called whose settings are known. */
export function pluginNames(): readonly string[] {
  return (pluginData as PluginData).plugins.map(({ name }) => name);
}

function pluginKind(key: string): KeyKind | undefined {
  for (const { name, keys } of (pluginData as PluginData).plugins) {
    if (keys.some((known) => known === key || (known.endsWith(".") && key.startsWith(known))))
      return { kind: "plugin", plugin: name };
  }
  return undefined;
}

/** What is set where the records are kept, not where they are sent from. */
function clusterKind(key: string): KeyKind | undefined {
  const { topic, broker } = clusterData as { readonly topic: readonly string[]; readonly broker: readonly string[] };
  if (topic.includes(key)) return { kind: "topic" };
  return broker.includes(key) ? { kind: "broker" } : undefined;
}

function foreignKind(key: string): KeyKind | undefined {
  const { removedJavaProducer, legacyScalaProducer, consumer, admin, librdkafkaProducerOrGlobal } =
    catalogData.foreignKeys;
  const removed = removedJavaProducer.find((entry) => entry.key === key);
  if (removed !== undefined) return { kind: "old-producer", removedIn: "0.11", use: removed.use ?? undefined };
  const legacy = legacyScalaProducer.find((entry) => entry.key === key);
  if (legacy !== undefined) return { kind: "old-producer", removedIn: "2.0", use: legacy.use ?? undefined };
  if (consumer.includes(key)) return { kind: "consumer" };
  if (admin.includes(key)) return { kind: "admin" };
  const librdkafka = librdkafkaProducerOrGlobal.find((entry) => entry.key === key);
  if (librdkafka === undefined || !key.includes(".")) return undefined;
  return { kind: "librdkafka", use: librdkafka.javaEquivalent ?? undefined };
}

/** `producer.acks` is how Connect, Streams and MirrorMaker write it; the plain client ignores it. */
function prefixedKind(key: string, version: KafkaVersion): KeyKind | undefined {
  const match = /^producer\.(.+)$/.exec(key);
  const inner = match?.[1];
  return inner !== undefined && catalogFor(version).keys.has(inner) ? { kind: "prefixed", use: inner } : undefined;
}

function misspelledKind(key: string, version: KafkaVersion): KeyKind | undefined {
  const use = nearestKey(key, catalogFor(version));
  return use === undefined ? undefined : { kind: "misspelled", use };
}
