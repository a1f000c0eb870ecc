import { parseProperties } from "../syntax/parse-properties.js";

/** Whether `java.util.Properties` loads the same from two texts: the same keys with the same values, later ones winning. */
export function loadsTheSame(one: string, other: string): boolean {
  return meaningOf(one) === meaningOf(other);
}

function meaningOf(text: string): string {
  const { entries, problems } = parseProperties(text);
  const loaded = new Map(entries.map(({ key, value }) => [key, value]));
  const sorted = [...loaded].sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([sorted, problems.length]);
}

/** Whether a document is a plain `.properties` file, whose lines may be moved and written anew. */
export function isPropertiesFile({ dialect }: { readonly dialect: string }): boolean {
  return dialect === "properties";
}
