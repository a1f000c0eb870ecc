import { isSecretKey } from "../../catalog/secrecy.js";
import type { Catalog } from "../../catalog/catalog.js";
import { isAtLeast } from "../../catalog/version.js";
import { declaredProviders } from "./declared-providers.js";
import { placeholdersIn, withDefaults, type Placeholder } from "./placeholder.js";

const JAAS = "sasl.jaas.config";

/** A value with marks that somebody else than the client fills in. */
export interface TemplateValue {
  readonly placeholders: readonly Placeholder[];
  /** The value when nothing fills the marks in; undefined when one has no default. */
  readonly fallback: string | undefined;
  /** The value with a word of the same length for each mark, where only parts of it are unknown and its form is not. */
  readonly standIn: string | undefined;
}

/** The marks of a value that the client leaves as they are: not those of the config providers that the settings declare. */
export function templatePlaceholders(
  key: string,
  value: string,
  declared: ReadonlyMap<string, string>,
): readonly Placeholder[] {
  const found = placeholdersIn(value, isSecretKey(key));
  return found.length === 0 ? found : found.filter(({ alias }) => alias === undefined || !declared.has(alias));
}

/** The settings of the client with such marks; `config.providers.…` names classes and paths, which no provider fills in either. */
export function templateValues(
  given: ReadonlyMap<string, string>,
  catalog: Catalog,
): ReadonlyMap<string, TemplateValue> {
  const found = new Map<string, TemplateValue>();
  const declared = isAtLeast(catalog.version, "2.3.0") ? declaredProviders(given) : new Map<string, string>();
  for (const [key, value] of given) {
    if (!catalog.keys.has(key)) continue;
    const placeholders = templatePlaceholders(key, value, declared);
    if (placeholders.length === 0) continue;
    const fallback = withDefaults(value, placeholders);
    found.set(key, { placeholders, fallback, standIn: key === JAAS ? standInOf(value, placeholders) : undefined });
  }
  return found;
}

/** Values of options that are filled in do not change the form of a login module's line; anything else that is may do. */
function standInOf(value: string, placeholders: readonly Placeholder[]): string | undefined {
  if (!placeholders.every(({ start }) => isOptionValue(value.slice(0, start)))) return undefined;
  let text = "";
  let from = 0;
  for (const { start, end } of placeholders) {
    text += value.slice(from, start) + "x".repeat(end - start);
    from = end;
  }
  return text + value.slice(from);
}

function isOptionValue(before: string): boolean {
  return /=\s*$/.test(before) || before.split('"').length % 2 === 0 || before.split("'").length % 2 === 0;
}
