import { classesOfRole, findClass } from "./classes.js";
import { newInstanceFailure, subclassFailure } from "./new-instance.js";
import type { Draft } from "../draft.js";
import { invalidValue } from "../validate-value.js";

const PROVIDER_ROLE = "org.apache.kafka.common.config.provider.ConfigProvider";
const ALIAS_PREFIX = "config.providers.";

/** The regular expression of org.apache.kafka.common.config.ConfigTransformer; `${HOME}` without a colon is no placeholder. */
const PLACEHOLDER = /\$\{([^}]*?):(([^}]*?):)?([^}]*?)\}/g;

/**
 * Config providers (KIP-421, 2.3): creates the declared ones and marks the values they resolve as unknown.
 * Aliases are not trimmed; an alias without a class is ignored; a placeholder of an undeclared alias stays literal text.
 */
export function checkConfigProviders(draft: Draft): void {
  if (!draft.since("2.3.0")) return;
  const declared = declaredProviders(draft);
  for (const [alias, name] of declared) checkProviderClass(draft, `${ALIAS_PREFIX}${alias}.class`, name);
  if (declared.size === 0) return;
  for (const [key, value] of draft.given) {
    if (key.startsWith(ALIAS_PREFIX)) continue;
    const resolved = [...value.matchAll(PLACEHOLDER)].some((match) => declared.has(match[1] ?? ""));
    if (resolved) draft.unresolved.add(key);
  }
  if (draft.unresolved.size > 0) unresolvedValues(draft);
}

/** The aliases of `config.providers` that have a class. */
function declaredProviders(draft: Draft): ReadonlyMap<string, string> {
  const providers = new Map<string, string>();
  for (const alias of (draft.given.get("config.providers") ?? "").split(",")) {
    const name = draft.given.get(`${ALIAS_PREFIX}${alias}.class`);
    if (name !== undefined) providers.set(alias, name);
  }
  return providers;
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
function unresolvedValues(draft: Draft): void {
  const [key = ""] = draft.unresolved;
  draft.failConfig("bare", {
    code: "placeholder",
    key,
    relatedKeys: [...draft.unresolved].slice(1),
    message: "",
    certainty: "unknown",
  });
}
