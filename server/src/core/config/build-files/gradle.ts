import { gatherFacts, type BuildFacts } from "./types.js";

/** `"group:artifact:version"` in either quote. */
const COORDINATES = /["']([\w.-]+):([\w.-]+):([^"'@:\s]+)[^"'\s]*["']/g;
/** `group: "…", name: "…", version: "…"`, and with `=` in Kotlin; the version may be a name instead of a text. */
const NAMED =
  /group\s*[:=]\s*["']([\w.-]+)["']\s*,\s*name\s*[:=]\s*["']([\w.-]+)["']\s*,\s*version\s*[:=]\s*(?:["']([^"']+)["']|([A-Za-z_][\w.]*))/g;
/** `"group:artifact:" + version`. */
const JOINED = /["']([\w.-]+):([\w.-]+):["']\s*\+\s*([A-Za-z_][\w.]*)/g;
/** `id "org.springframework.boot" version "…"`, with or without parentheses. */
const BOOT_PLUGIN = /\bid\s*\(?\s*["']org\.springframework\.boot["']\s*\)?\s*version\s*\(?\s*["']([^"']+)["']/g;
/** `name = "…"`, `ext.name = "…"`, `ext["name"] = "…"`, `extra["name"] = "…"`, `set("name", "…")`, `by extra("…")`. */
const ASSIGNMENT =
  /(?:\b([A-Za-z_][\w]*)|\[\s*["']([\w.-]+)["']\s*\])\s*(?::\s*String\s*)?(?:=|by extra\()\s*["']([^"'\n]+)["']/g;
const SETTER = /\bset\(\s*["']([\w.-]+)["']\s*,\s*["']([^"'\n]+)["']\s*\)/g;

/** The versions a Gradle script states, in Groovy or Kotlin. */
export function gradleFacts(text: string): BuildFacts {
  const script = withoutComments(text);
  const artifacts: { group: string; artifact: string; version: string }[] = [];
  for (const [, group = "", artifact = "", version = ""] of script.matchAll(COORDINATES)) {
    artifacts.push({ group, artifact, version });
  }
  for (const [, group = "", artifact = "", version, name] of script.matchAll(NAMED)) {
    artifacts.push({ group, artifact, version: version ?? placeOf(name ?? "") });
  }
  for (const [, group = "", artifact = "", name = ""] of script.matchAll(JOINED)) {
    artifacts.push({ group, artifact, version: placeOf(name) });
  }
  for (const [, version = ""] of script.matchAll(BOOT_PLUGIN)) {
    artifacts.push({ group: "org.springframework.boot", artifact: "spring-boot-plugin", version });
  }
  const facts = gatherFacts(artifacts);
  const managed = gradleProperties(text).get("kafka.version");
  return managed === undefined ? facts : { ...facts, kafkaClients: [...facts.kafkaClients, managed] };
}

/** The names a script gives to texts; `ext.kafkaVersion` and `project.kafkaVersion` are found under their last part too. */
export function gradleProperties(text: string): ReadonlyMap<string, string> {
  const properties = new Map<string, string>();
  const script = withoutComments(text);
  for (const [, plain, quoted, value = ""] of script.matchAll(ASSIGNMENT)) properties.set(plain ?? quoted ?? "", value);
  for (const [, name = "", value = ""] of script.matchAll(SETTER)) properties.set(name, value);
  for (const [name, value] of [...properties]) {
    for (const prefix of ["ext.", "extra.", "project.", "rootProject.", "rootProject.ext."]) {
      properties.set(prefix + name, value);
    }
  }
  return properties;
}

function placeOf(name: string): string {
  return `\${${name}}`;
}

/** Comments go, and the slashes of addresses stay: `https://` is no comment. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[^]*?\*\//g, " ").replace(/(^|[^:"'])\/\/[^\n]*/g, "$1");
}
