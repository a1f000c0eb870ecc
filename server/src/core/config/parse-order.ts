import type { Catalog } from "../catalog/catalog.js";
import type { KeySpec } from "../catalog/types.js";

/** Keys of former releases whose place is not recorded in the catalog, with the key that ProducerConfig defines right before them. */
const PREDECESSORS: Readonly<Record<string, string>> = { "auto.include.jmx.reporter": "metric.reporters" };

const ordered = new WeakMap<Catalog, readonly KeySpec[]>();

/** The settings of a release in the order in which ProducerConfig defines, and so parses, them. */
export function parseOrder(catalog: Catalog): readonly KeySpec[] {
  const known = ordered.get(catalog);
  if (known !== undefined) return known;
  const specs = [...catalog.keys.values()].filter((spec) => !Object.hasOwn(PREDECESSORS, spec.key));
  for (const [key, predecessor] of Object.entries(PREDECESSORS)) {
    const spec = catalog.keys.get(key);
    if (spec !== undefined) specs.splice(specs.findIndex((other) => other.key === predecessor) + 1, 0, spec);
  }
  ordered.set(catalog, specs);
  return specs;
}
