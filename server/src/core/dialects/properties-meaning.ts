import { parseProperties } from "../syntax/parse-properties.js";
import type { PropertiesDocument } from "../syntax/properties.js";

/** Whether `java.util.Properties` loads the same from two texts: the same keys with the same values, later ones winning. */
export function loadsTheSame(one: string | PropertiesDocument, other: string): boolean {
  const [before, after] = [typeof one === "string" ? parseProperties(one) : one, parseProperties(other)];
  const [loaded, reloaded] = [loadedFrom(before), loadedFrom(after)];
  if (before.problems.length !== after.problems.length || loaded.size !== reloaded.size) return false;
  for (const [key, value] of loaded) if (reloaded.get(key) !== value) return false;
  return true;
}

function loadedFrom({ entries }: PropertiesDocument): ReadonlyMap<string, string> {
  return new Map(entries.map(({ key, value }) => [key, value]));
}

/** Whether a document is a plain `.properties` file, whose lines may be moved and written anew. */
export function isPropertiesFile({ dialect }: { readonly dialect: string }): boolean {
  return dialect === "properties";
}
