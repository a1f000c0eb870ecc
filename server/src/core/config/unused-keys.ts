import { fillsNothingKnown } from "./checks/classes.js";
import type { Evaluation } from "./evaluation.js";
import { isSince } from "./releases.js";
import { readsExtraKey, readsKnownKey } from "./read-keys.js";

/** What the client says about settings that nothing has read when the producer stands. */
export interface UnusedKeys {
  /** Keys that nothing in kafka-clients reads, sorted; the client's own order is that of a hash set. */
  readonly keys: readonly string[];
  /** Keys unknown to the client that a class outside of kafka-clients may read; if it does not, they are named as well. */
  readonly perhaps: readonly string[];
  readonly level: "WARN" | "INFO";
  /** The lines about `keys`: one for every key up to 3.2, one for all since (KAFKA-13689). */
  readonly messages: readonly string[];
}

/** Settings that name classes to which the client hands all settings. */
const PLUGIN_KEYS = [
  "key.serializer",
  "value.serializer",
  "partitioner.class",
  "interceptor.classes",
  "metric.reporters",
  "sasl.client.callback.handler.class",
  "sasl.login.callback.handler.class",
  "sasl.login.class",
  "ssl.engine.factory.class",
  "security.providers",
];

/**
 * The keys of a file that `AbstractConfig.logUnused` names after a successful construction; undefined when it has none to name.
 * Unknown keys are among them unless a class of kafka-clients reads them, and from 2.8 on known keys too that nobody had to read.
 */
export function unusedKeys(evaluation: Evaluation): UnusedKeys | undefined {
  const { given, catalog } = evaluation;
  const hasPlugins = PLUGIN_KEYS.some((key) => namesForeignClass(evaluation, key));
  const keys: string[] = [];
  const perhaps: string[] = [];
  for (const key of given.keys()) {
    const isKnown = catalog.keys.has(key);
    if (isKnown ? readsKnownKey(evaluation, key) : readsExtraKey(evaluation, key)) continue;
    const isProviders = key.startsWith("config.providers") || key.startsWith("metrics.context.");
    (hasPlugins && !isKnown && !isProviders ? perhaps : keys).push(key);
  }
  if (keys.length + perhaps.length === 0) return undefined;
  keys.sort();
  perhaps.sort();
  const level = isSince(catalog.version, "3.5.0") ? "INFO" : "WARN";
  return { keys, perhaps, level, messages: keys.length === 0 ? [] : messagesFor(evaluation, keys) };
}

function messagesFor(evaluation: Evaluation, keys: readonly string[]): readonly string[] {
  if (isSince(evaluation.catalog.version, "3.3.0")) {
    return [`These configurations '[${keys.join(", ")}]' were supplied but are not used yet.`];
  }
  return keys.map((key) => `The configuration '${key}' was supplied but isn't a known config.`);
}

function namesForeignClass({ given, catalog, values }: Evaluation, key: string): boolean {
  if (!given.has(key) || !catalog.keys.has(key)) return false;
  const value = values.get(key)?.value;
  const names = Array.isArray(value) ? (value as readonly string[]) : [String(value ?? "")];
  return names.some((name) => fillsNothingKnown(name, catalog.version));
}
