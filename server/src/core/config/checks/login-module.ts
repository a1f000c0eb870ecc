import type { Draft } from "../draft.js";
import type { JaasEntry } from "../jaas/parse-jaas.js";
import { failSasl } from "./channel.js";
import type { HandlerKind } from "./callback-handlers.js";
import { fillsRole, findClass, kindOf } from "./classes.js";
import { unsecuredTokenFailure } from "./oauth-unsecured.js";

const JAAS = "sasl.jaas.config";
const ROLE = "javax.security.auth.spi.LoginModule";
const OAUTH_MODULE = "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule";
const JNDI_MODULE = "com.sun.security.auth.module.JndiLoginModule";
const LDAP_MODULE = "com.sun.security.auth.module.LdapLoginModule";

/**
 * JaasContext.throwIfLoginModuleIsNotAllowed: JndiLoginModule from 3.4, LdapLoginModule from 3.9.1 on, unless a system property of
 * the JVM says otherwise, which hardly anybody sets.
 */
export function isModuleAllowed(draft: Draft, entry: JaasEntry, offset: number): boolean {
  const name = entry.loginModule;
  // The client trims the names it forbids and the name it finds.
  const forbidden =
    (name.trim() === JNDI_MODULE && draft.since("3.4.0")) || (name.trim() === LDAP_MODULE && draft.since("3.9.1"));
  if (!forbidden) return true;
  const part = { start: offset + entry.modulePart.start, end: offset + entry.modulePart.end };
  const cause = { class: "IllegalArgumentException", message: notAllowedMessage(draft, name.trim()) };
  draft.fail("network", { code: "login-module", key: JAAS, cause, part, data: { name, reason: "not-allowed" } });
  return false;
}

function notAllowedMessage(draft: Draft, name: string): string {
  if (!draft.since("4.2.0")) {
    return `${name} is not allowed. Update System property 'org.apache.kafka.disallowed.login.modules' to allow ${name}`;
  }
  return (
    `${name} is not allowed. The system property 'org.apache.kafka.disallowed.login.modules' is deprecated. ` +
    `Use the org.apache.kafka.allowed.login.modules to allow this module. e.g.,-Dorg.apache.kafka.allowed.login.modules=${name}`
  );
}

/** javax.security.auth.login.LoginContext.login: PLAIN and SCRAM modules only keep their options, OAUTHBEARER fetches a token. */
export function checkLoginModule(draft: Draft, entry: JaasEntry, handler: HandlerKind): void {
  const name = entry.loginModule;
  if (name === OAUTH_MODULE) {
    checkToken(draft, entry, handler);
    return;
  }
  const found = findClass(name, draft.version);
  if (found !== "exists") {
    failModule(draft, entry, `No LoginModule found for ${name}`, found === "missing" ? "certain" : "unknown");
  } else if (fillsRole(name, ROLE, draft.version) !== true) {
    failModule(draft, entry, wrongRoleMessage(name), "certain");
  }
}

/** The first line of what LoginContext says; a stack trace of the JVM follows it. */
function wrongRoleMessage(name: string): string {
  if (kindOf(name) !== "plain") return `java.lang.InstantiationException: ${name}`;
  const where = name.startsWith("java.")
    ? `${name} and ${ROLE} are in module java.base of loader 'bootstrap'`
    : `${name} is in unnamed module of loader 'app'; ${ROLE} is in module java.base of loader 'bootstrap'`;
  return `java.lang.ClassCastException: class ${name} cannot be cast to class ${ROLE} (${where})`;
}

function failModule(draft: Draft, entry: JaasEntry, message: string, certainty: "certain" | "unknown"): void {
  const cause = { class: "LoginException", message };
  const part = partIn(draft, entry.modulePart);
  failSasl(draft, {
    code: "login-module",
    key: JAAS,
    cause,
    certainty,
    part,
    data: { name: entry.loginModule, reason: "not-found" },
  });
}

const TOKEN_MESSAGE = "An internal error occurred while retrieving token from callback handler";

/** OAuthBearerLoginModule.login asks the callback handler for a token; only the unsecured one makes it without the network. */
function checkToken(draft: Draft, entry: JaasEntry, handler: HandlerKind): void {
  switch (handler) {
    case "oauth-unsecured": {
      const failure = unsecuredTokenFailure(entry);
      if (failure !== undefined) failLogin(draft, failure.message, failure.certainty, failure.option);
      return;
    }
    case "oauth-endpoint":
      checkRetry(draft);
      failLogin(draft, TOKEN_MESSAGE, "unknown", "");
      return;
    case "kerberos":
    case "oauth-other":
    case "other":
      failLogin(draft, TOKEN_MESSAGE, "certain", "");
      return;
    case "oauth-broker":
    case "unknown":
      failLogin(draft, TOKEN_MESSAGE, "unknown", "");
  }
}

/** org.apache.kafka.common.security.oauthbearer.internals.secured.Retry, when the token is fetched over HTTP. */
function checkRetry(draft: Draft): void {
  const url = draft.string("sasl.oauthbearer.token.endpoint.url") ?? "";
  const base = draft.number("sasl.login.retry.backoff.ms");
  const maximum = draft.number("sasl.login.retry.backoff.max.ms");
  if (!/^https?:/i.test(url) || base === undefined || maximum === undefined) return;
  const message =
    base < 0
      ? `retryBackoffMs value (${base}) must be non-negative`
      : maximum < 0
        ? `retryBackoffMaxMs value (${maximum}) must be non-negative`
        : `retryBackoffMaxMs value (${maximum}) is less than retryBackoffMs value (${base})`;
  if (base >= 0 && maximum >= base) return;
  const cause = { class: "LoginException", message: `java.lang.IllegalArgumentException: ${message}` };
  const key = base < 0 ? "sasl.login.retry.backoff.ms" : "sasl.login.retry.backoff.max.ms";
  failSasl(draft, { code: "oauth-setting", key, relatedKeys: ["sasl.login.retry.backoff.ms"], cause });
}

function failLogin(draft: Draft, message: string, certainty: "certain" | "unknown", option: string): void {
  const cause = { class: "LoginException", message };
  const relatedKeys = ["sasl.login.callback.handler.class"];
  failSasl(draft, { code: "login", key: JAAS, relatedKeys, cause, certainty, data: { option } });
}

/** Places in the trimmed text, moved to the text as the file holds it. */
function partIn(draft: Draft, part: { readonly start: number; readonly end: number }): { start: number; end: number } {
  const raw = draft.given.get(JAAS) ?? "";
  let offset = 0;
  while (offset < raw.length && raw.charCodeAt(offset) <= 32) offset++;
  return { start: offset + part.start, end: offset + part.end };
}
