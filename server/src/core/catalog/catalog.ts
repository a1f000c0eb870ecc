import data from "../../../../schemas/producer-catalog.json";
import type { CatalogData, KeyHistory, KeySpec, Since } from "./types.js";
import { isAtLeast, versionOrder, type KafkaVersion } from "./version.js";
import { ownOf } from "../text/own.js";

/** What one release of kafka-clients knows: its keys, in the order in which ProducerConfig parses them. */
export interface Catalog {
  readonly version: KafkaVersion;
  readonly keys: ReadonlyMap<string, KeySpec>;
}

/** The whole catalog of all releases, as generated into `schemas/`. */
export const catalogData: CatalogData = data as CatalogData;

const built = new Map<number, Catalog>();

/** The catalog of a release; built once per release. */
export function catalogFor(version: KafkaVersion): Catalog {
  const known = built.get(version.order);
  if (known !== undefined) return known;
  const specs = (valueIn(catalogData.order, version) ?? []).flatMap((key) => {
    const history = historyOf(key);
    return history !== undefined && existsIn(history, version) ? [specOf(key, history, version)] : [];
  });
  const catalog = { version, keys: new Map(specs.map((spec) => [spec.key, spec])) };
  built.set(version.order, catalog);
  return catalog;
}

/** The history of a key over all releases, or undefined when no release has it. */
export function historyOf(key: string): KeyHistory | undefined {
  return ownOf(catalogData.keys, key);
}

/** Whether something that came and perhaps went exists in a release. */
export function existsIn(
  life: { readonly since: string; readonly removedIn: string | null },
  version: KafkaVersion,
): boolean {
  if (version.order < versionOrder(life.since)) return false;
  return life.removedIn === null || !isAtLeast(version, life.removedIn);
}

/** The entry of a history that holds in a release. */
export function valueIn<T>(history: readonly Since<T>[], version: KafkaVersion): T | undefined {
  let found: T | undefined;
  for (const entry of history) if (version.order >= versionOrder(entry.from)) found = entry.v;
  return found;
}

function specOf(key: string, history: KeyHistory, version: KafkaVersion): KeySpec {
  const fallback = valueIn(history.default, version);
  const required = fallback !== undefined && "required" in fallback;
  return {
    key,
    type: valueIn(history.type, version) ?? "string",
    defaultText: fallback === undefined || "required" in fallback ? undefined : (fallback.value ?? undefined),
    required,
    validator: valueIn(history.validator, version) ?? undefined,
    importance: valueIn(history.importance, version) ?? "low",
    group: history.group,
    summary: history.summary,
    internal: history.internal,
    sensitive: history.sensitive,
    history,
  };
}
