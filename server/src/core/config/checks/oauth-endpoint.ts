import type { Draft } from "../draft.js";
import type { JaasEntry } from "../jaas/parse-jaas.js";
import { javaTrim } from "../parse-value.js";
import { invalidValue } from "../validate-value.js";
import { failSasl } from "./channel.js";
import { fillsRole, findClass } from "./classes.js";
import { newInstanceFailure } from "./new-instance.js";
import { urlProblem } from "./oauth-url.js";

const OAUTH = "org.apache.kafka.common.security.oauthbearer.";
const URL_KEY = "sasl.oauthbearer.token.endpoint.url";
const RETRIEVER = "sasl.oauthbearer.jwt.retriever.class";
const VALIDATOR = "sasl.oauthbearer.jwt.validator.class";
const CLIENT_CREDENTIALS = "sasl.oauthbearer.client.credentials.client.";
const ASSERTION_KEYS = ["sasl.oauthbearer.assertion.file", "sasl.oauthbearer.assertion.claim.iss"];

/** What OAuthBearerLoginCallbackHandler.configure refuses, in its order; the token itself is fetched at login. */
export function checkTokenEndpoint(draft: Draft, entry: JaasEntry, handlerKey: string): void {
  // Settings with the mechanism's prefix win over the plain ones and are not looked at here.
  if ([...draft.given.keys()].some((key) => key.startsWith("oauthbearer."))) return;
  if (!draft.since("4.1.0")) {
    for (const problem of retrieverProblems(draft, entry)) fail(draft, handlerKey, problem, "");
    const claim = claimProblem(draft);
    if (claim !== undefined) fail(draft, handlerKey, { ...claim, class: "ValidateException" }, "");
    return;
  }
  checkPlugin(draft, handlerKey, RETRIEVER, "JwtRetriever", () => retrieverProblems(draft, entry));
  checkPlugin(draft, handlerKey, VALIDATOR, "JwtValidator", () => [validatorProblem(draft)]);
}

interface OAuthProblem {
  readonly key: string;
  readonly message: string;
  readonly class?: string;
  readonly certainty?: "unknown";
}

function fail(draft: Draft, handlerKey: string, problem: OAuthProblem, prefix: string): void {
  const cause = { class: problem.class ?? "ConfigException", message: prefix + problem.message };
  const certainty = problem.certainty ?? "certain";
  // 3.4 moved the handler and left what it uses among the internals.
  const place =
    problem.class === undefined ? undefined : OAUTH + (draft.since("3.4.0") ? "internals.secured" : "secured");
  failSasl(draft, { code: "oauth-setting", key: problem.key, relatedKeys: [handlerKey], cause, certainty }, place);
}

/** From 4.1 on retriever and validator are classes of their own (KIP-1139); only the default ones are looked into. */
function checkPlugin(
  draft: Draft,
  handlerKey: string,
  key: string,
  role: string,
  look: () => readonly (OAuthProblem | undefined)[],
): void {
  const name = draft.string(key);
  if (name === undefined || findClass(name, draft.version) !== "exists") return;
  const notMade = newInstanceFailure(name)?.cause.message;
  if (notMade !== undefined) {
    const message = `The class ${name} defined in the ${key} configuration could not be instantiated: ${notMade}`;
    fail(draft, handlerKey, { key, message }, "");
  } else if (fillsRole(name, OAUTH + role, draft.version) !== true) {
    const message = `The configured class (${name}) for the ${key} configuration is not an instance of ${OAUTH}${role}, as is required`;
    fail(draft, handlerKey, { key, message }, "");
  } else if (name === `${OAUTH}Default${role}`) {
    const prefix = `The class ${name} defined in the ${key} configuration encountered an error on configure(): `;
    for (const problem of look()) if (problem !== undefined) fail(draft, handlerKey, problem, prefix);
  } else if (name !== `${OAUTH}ClientJwtValidator` || claimProblem(draft) !== undefined) {
    fail(draft, handlerKey, { key, message: "", certainty: "unknown" }, "");
  }
}

/** AccessTokenRetrieverFactory, from 4.1 on DefaultJwtRetriever: where the token comes from. */
function retrieverProblems(draft: Draft, entry: JaasEntry): readonly OAuthProblem[] {
  if (draft.unresolved.has(URL_KEY)) return [];
  const problem = endpointProblem(draft);
  if (problem !== undefined) return [problem];
  const url = javaTrim(draft.string(URL_KEY) ?? "");
  const allowed = draft.since("4.0.0") ? [notAllowedProblem(draft, url)] : [];
  const next = /^(url:)?file:/i.test(url) ? fileProblem(draft, url) : credentialsProblem(draft, entry);
  return next === undefined ? allowed : [...allowed, next];
}

/** 4.0 and later fetch only from the addresses in a system property, which is empty by default but set by whoever uses OAuth. */
function notAllowedProblem(draft: Draft, url: string): OAuthProblem {
  const property = "org.apache.kafka.sasl.oauthbearer.allowed.urls";
  const restricted =
    "The URL cannot be accessed due to restrictions. " +
    `Update the system property '${property}' to allow the URL to be accessed.`;
  const message = draft.since("4.1.0")
    ? invalidValue(URL_KEY, url, restricted)
    : `${url} is not allowed. Update system property '${property}' to allow ${url}`;
  return { key: URL_KEY, message, certainty: "unknown" };
}

function fileProblem(draft: Draft, url: string): OAuthProblem {
  const path = url.replace(/^(url:)?file:(\/\/[^/]*)?/i, "");
  const message = `The OAuth configuration option ${URL_KEY} contains a file (${path}) that doesn't exist`;
  return { key: URL_KEY, message: usualForm(draft, path, message), certainty: "unknown" };
}

/** 3.9 dropped the usual form of ConfigException here (KAFKA-16345). */
function usualForm(draft: Draft, value: string, message: string): string {
  return draft.since("3.9.0") ? message : invalidValue(URL_KEY, value, message);
}

function endpointProblem(draft: Draft): OAuthProblem | undefined {
  const value = draft.string(URL_KEY);
  const option = `The OAuth configuration option ${URL_KEY}`;
  if (value === undefined) return { key: URL_KEY, message: `${option} value ${missing(draft, false)}` };
  const url = javaTrim(value);
  if (url === "") return { key: URL_KEY, message: `${option} value ${missing(draft, true)}` };
  const problem = urlProblem(url);
  if (problem === undefined) return undefined;
  const message = `${option} contains a URL (${url}) that ${problem}`;
  return { key: URL_KEY, message: usualForm(draft, url, message) };
}

/** 4.1 has one text for both. */
function missing(draft: Draft, isBlank: boolean): string {
  if (draft.since("4.1.0")) return "is required";
  return isBlank ? "must not contain only whitespace" : "must be non-null";
}

function unknownProblem(key: string): OAuthProblem {
  return { key, message: "", certainty: "unknown" };
}

/** clientId and clientSecret of the JAAS entry; from 4.1 on settings of their own come first. */
function credentialsProblem(draft: Draft, entry: JaasEntry): OAuthProblem | undefined {
  if (draft.since("4.3.0") && ASSERTION_KEYS.some((key) => draft.isSet(key)))
    return unknownProblem(ASSERTION_KEYS[0] ?? "");
  const id = credentialProblem(draft, entry, "clientId", `${CLIENT_CREDENTIALS}id`);
  const secret = credentialProblem(draft, entry, "clientSecret", `${CLIENT_CREDENTIALS}secret`);
  const tls = [...entry.options.keys()].some((name) => name.startsWith("ssl."));
  return id ?? secret ?? scopeProblem(draft, entry) ?? (tls ? unknownProblem("sasl.jaas.config") : undefined);
}

function credentialProblem(draft: Draft, entry: JaasEntry, option: string, key: string): OAuthProblem | undefined {
  const hasSetting = draft.since("4.1.0") && draft.isSet(key);
  if (hasSetting && draft.unresolved.has(key)) return undefined;
  const value = hasSetting ? draft.string(key) : entry.options.get(option)?.value;
  const blamed = hasSetting ? key : "sasl.jaas.config";
  if (value !== undefined && javaTrim(value) !== "") return undefined;
  if (value === undefined && draft.since("4.1.0"))
    return { key, message: `Invalid value null for configuration ${key}` };
  const name = hasSetting ? key : option;
  return {
    key: blamed,
    message: `The OAuth configuration option ${name} value ${missing(draft, value !== undefined)}`,
  };
}

/** An empty scope is refused by 4.1 and 4.2 only. */
function scopeProblem(draft: Draft, entry: JaasEntry): OAuthProblem | undefined {
  const scope = entry.options.get("scope")?.value;
  if (!draft.between("4.1.0", "4.3.0") || draft.isSet("sasl.oauthbearer.scope")) return undefined;
  if (scope === undefined || javaTrim(scope) !== "") return undefined;
  return { key: "sasl.jaas.config", message: "The OAuth configuration option scope value is required" };
}

function validatorProblem(draft: Draft): OAuthProblem | undefined {
  const jwks = "sasl.oauthbearer.jwks.endpoint.url";
  return draft.isSet(jwks) ? unknownProblem(jwks) : claimProblem(draft);
}

/** ClaimValidationUtils.validateClaimNameOverride. */
function claimProblem(draft: Draft): OAuthProblem | undefined {
  for (const claim of ["scope", "sub"]) {
    const key = `sasl.oauthbearer.${claim}.claim.name`;
    if (draft.string(key) === "") return { key, message: `${claim} value must be non-empty` };
  }
  return undefined;
}
