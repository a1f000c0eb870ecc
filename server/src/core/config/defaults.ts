import type { Catalog } from "../catalog/catalog.js";
import type { KeySpec } from "../catalog/types.js";
import type { EffectiveValue, TypedValue } from "./evaluation.js";
import { parseValue } from "./parse-value.js";

/** What a release does with keys nobody sets; worked out once, because it is the same for every file. */
export interface Defaults {
  /** The place of a key in ProducerConfig: settings are parsed in this order, and the first bad one is thrown. */
  readonly placeOf: ReadonlyMap<string, number>;
  readonly required: readonly KeySpec[];
  /** Parsed defaults; keys without a default are missing. */
  readonly values: ReadonlyMap<string, TypedValue>;
  readonly effective: ReadonlyMap<string, EffectiveValue>;
}

const known = new WeakMap<Catalog, Defaults>();

/** The defaults of a release. */
export function defaultsOf(catalog: Catalog): Defaults {
  let defaults = known.get(catalog);
  if (defaults === undefined) {
    defaults = workOut(catalog);
    known.set(catalog, defaults);
  }
  return defaults;
}

function workOut(catalog: Catalog): Defaults {
  const specs = [...catalog.keys.values()];
  const values = new Map<string, TypedValue>();
  const effective = new Map<string, EffectiveValue>();
  for (const { key, type, required, defaultText } of specs) {
    effective.set(key, { value: required ? undefined : defaultText, source: "default", note: undefined });
    const result = required || defaultText === undefined ? undefined : parseValue(type, defaultText);
    if (result?.ok === true) values.set(key, result.typed);
  }
  return {
    placeOf: new Map(specs.map((spec, place) => [spec.key, place])),
    required: specs.filter((spec) => spec.required),
    values,
    effective,
  };
}
