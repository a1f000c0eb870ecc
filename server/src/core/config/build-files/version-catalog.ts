import { gatherFacts, type BuildFacts } from "./types.js";

interface CatalogLine {
  readonly table: string;
  readonly name: string;
  readonly value: string;
}

/** The versions that a Gradle version catalog (`libs.versions.toml`) gives to libraries and plugins. */
export function catalogFacts(text: string): BuildFacts {
  const artifacts = linesOf(text).flatMap(({ table, value }) => {
    if (table !== "libraries" && table !== "plugins") return [];
    const version = versionOf(value);
    const [group = "", artifact = ""] = coordinatesOf(value, table);
    return version === undefined ? [] : [{ group, artifact, version }];
  });
  return gatherFacts(artifacts);
}

/** The table `[versions]`. */
export function catalogProperties(text: string): ReadonlyMap<string, string> {
  const versions = linesOf(text).filter(({ table }) => table === "versions");
  return new Map(
    versions.flatMap(({ name, value }) => {
      const version = plainVersion(value);
      return version === undefined ? [] : [[name, version] as const];
    }),
  );
}

/** `group:artifact` of a library; a plugin's id is its group. */
function coordinatesOf(value: string, table: string): readonly string[] {
  const short = /^["']([^"']+)["']/.exec(value)?.[1] ?? field(value, table === "plugins" ? "id" : "module");
  if (table === "plugins") return [(short ?? "").split(":")[0] ?? "", "spring-boot-plugin"];
  return short === undefined ? [field(value, "group") ?? "", field(value, "name") ?? ""] : short.split(":");
}

/** `version = "…"`, `version.ref = "…"`, `version = { ref = "…" }`, `version = { strictly = "…" }`, or the last part of the short form. */
function versionOf(value: string): string | undefined {
  const short = /^["']([^"']+)["']/.exec(value)?.[1];
  if (short !== undefined) return short.split(":").at(-1);
  const reference = field(value, "version.ref") ?? field(value, "ref");
  return reference === undefined ? plainVersion(value) : `\${${reference}}`;
}

function plainVersion(value: string): string | undefined {
  const short = /^["']([^"']+)["']/.exec(value)?.[1];
  return (
    short ?? field(value, "version") ?? field(value, "strictly") ?? field(value, "require") ?? field(value, "prefer")
  );
}

/** A text field of an inline table. */
function field(value: string, name: string): string | undefined {
  const pattern = new RegExp(`(?:^|[{,\\s])${name.replace(".", "\\s*\\.\\s*")}\\s*=\\s*["']([^"']*)["']`);
  return pattern.exec(value)?.[1];
}

/** `name = value` lines by table; the catalogs' inline tables stand on one line. */
function linesOf(text: string): readonly CatalogLine[] {
  let table = "";
  return text.split(/\r?\n/).flatMap((line) => {
    const header = /^\s*\[\s*([\w.-]+)\s*\]/.exec(line);
    if (header !== null) {
      table = header[1] ?? "";
      return [];
    }
    const pair = /^\s*["']?([\w.-]+)["']?\s*=\s*(\S.*)$/.exec(line);
    return pair === null ? [] : [{ table, name: pair[1] ?? "", value: pair[2] ?? "" }];
  });
}
