import { classesOfRole, findClass } from "./classes.js";
import { newInstanceFailure, subclassFailure } from "./new-instance.js";
import type { Draft } from "../draft.js";
import { ALIAS_PREFIX, declaredProviders, javaSplit } from "../placeholders/declared-providers.js";
import { hashOrder } from "../java-hash.js";
import { javaPatternProblem } from "../java-pattern.js";
import { invalidValue } from "../validate-value.js";

const PROVIDER_ROLE = "org.apache.kafka.common.config.provider.ConfigProvider";
const PACKAGE = "org.apache.kafka.common.config.provider.";
const FILE = `${PACKAGE}FileConfigProvider`;
const DIRECTORY = `${PACKAGE}DirectoryConfigProvider`;
const ENVIRONMENT = `${PACKAGE}EnvVarConfigProvider`;

/**
 * The aliases that org.apache.kafka.common.config.ConfigTransformer finds with `\$\{([^}]*?):(([^}]*?):)?([^}]*?)\}`, without
 * the backtracking. `${HOME}` without a colon is no placeholder.
 */
function placeholderAliases(value: string): readonly string[] {
  const aliases: string[] = [];
  for (let start = value.indexOf("${"); start >= 0; start = value.indexOf("${", start)) {
    const end = value.indexOf("}", start);
    if (end < 0) break;
    const colon = value.indexOf(":", start);
    if (colon < 0) break;
    if (colon < end) aliases.push(value.slice(start + 2, colon));
    // Without a colon before it there is no placeholder up to this brace, wherever one begins.
    start = end + 1;
  }
  return aliases;
}

/**
 * Config providers (KIP-421, 2.3): creates the declared ones and marks the values they resolve as unknown.
 * Aliases are not trimmed; an alias without a class is ignored; a placeholder of an undeclared alias stays literal text.
 */
export function checkConfigProviders(draft: Draft): void {
  if (!draft.since("2.3.0")) return;
  const declared = declaredProviders(draft.given);
  for (const alias of hashOrder([...declared.keys()])) checkProvider(draft, alias, declared.get(alias) ?? "");
  if (declared.size === 0) return;
  const resolved: string[] = [];
  for (const [key, value] of draft.given) {
    if (key.startsWith(ALIAS_PREFIX)) continue;
    if (placeholderAliases(value).some((alias) => declared.has(alias))) resolved.push(key);
  }
  if (resolved.length > 0) unresolvedValues(draft, resolved);
}

function checkProvider(draft: Draft, alias: string, name: string): void {
  const prefix = `${ALIAS_PREFIX}${alias}.`;
  checkProviderClass(draft, `${prefix}class`, name);
  if (name === ENVIRONMENT && draft.since("3.5.0")) checkPattern(draft, `${prefix}param.allowlist.pattern`);
  if ((name === FILE || name === DIRECTORY) && draft.since("3.8.0")) checkPaths(draft, `${prefix}param.allowed.paths`);
}

/** The variables EnvVarConfigProvider may see: the whole name must match. */
function checkPattern(draft: Draft, key: string): void {
  const problem = javaPatternProblem(draft.given.get(key) ?? "");
  if (problem === undefined) return;
  draft.fail("bare", { code: "config-provider", key, cause: { class: "PatternSyntaxException", message: problem } });
}

/** org.apache.kafka.common.config.internals.AllowedPaths (3.8): absolute paths that exist, as the operating system sees them. */
function checkPaths(draft: Draft, key: string): void {
  const value = draft.given.get(key) ?? "";
  if (value === "") return;
  for (const path of javaSplit(value)) {
    const mayBeAbsolute = path.startsWith("/") || /^[A-Za-z]:[\\/]|^\\\\/.test(path);
    const message = `Path ${path} ${mayBeAbsolute ? "does not exist" : "is not absolute"}`;
    const certainty = mayBeAbsolute ? "unknown" : "certain";
    if (value !== ",".repeat(value.length))
      draft.failConfig("bare", { code: "config-provider", key, message, certainty });
  }
}

function checkProviderClass(draft: Draft, key: string, name: string): void {
  if (classesOfRole(PROVIDER_ROLE, draft.version).includes(name)) return;
  const found = findClass(name, draft.version);
  if (found === "exists") {
    const notMade = name === PROVIDER_ROLE ? newInstanceFailure(name) : undefined;
    const { cause, below } = notMade ?? { cause: subclassFailure(name), below: [] };
    draft.fail("bare", { code: "config-provider", key, cause, below, data: { name } });
    return;
  }
  draft.failConfig("bare", {
    code: "config-provider",
    key,
    message: notFoundMessage(draft, key, name),
    certainty: found === "missing" ? "certain" : "unknown",
    data: { name },
  });
}

/** Up to 3.0 the arguments of the exception stood in the wrong order. */
function notFoundMessage(draft: Draft, key: string, name: string): string {
  if (draft.since("3.1.0"))
    return invalidValue(key, name, "Could not load config provider class or one of its dependencies");
  const wrongKey = `Invalid config:${name} ClassNotFoundException exception occurred`;
  return `Invalid value java.lang.ClassNotFoundException: ${name} for configuration ${wrongKey}`;
}

/** What a provider returns is known only on the machine; the checks of such values are left out. */
function unresolvedValues(draft: Draft, keys: readonly string[]): void {
  for (const key of keys) draft.unresolved.add(key);
  const [key = "", ...relatedKeys] = keys;
  draft.failConfig("bare", { code: "placeholder", key, relatedKeys, message: "", certainty: "unknown" });
}
