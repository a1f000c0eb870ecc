import type { Draft } from "../draft.js";
import { failSasl } from "./channel.js";
import { fillsRole, findClass } from "./classes.js";
import { castFailure, newInstanceFailure } from "./new-instance.js";
import { checkTokenEndpoint } from "./oauth-endpoint.js";
import type { SaslContext } from "./sasl.js";
import { ownOf } from "../../text/own.js";

const ROLE = "org.apache.kafka.common.security.auth.AuthenticateCallbackHandler";
const SECURITY = "org.apache.kafka.common.security.";
const OAUTH = `${SECURITY}oauthbearer.`;

/** What a handler of kafka-clients is good for. */
export type HandlerKind =
  "kerberos" | "oauth-unsecured" | "oauth-endpoint" | "oauth-broker" | "oauth-other" | "other" | "unknown";

const KINDS: Readonly<Record<string, HandlerKind>> = {
  [`${SECURITY}kerberos.KerberosClientCallbackHandler`]: "kerberos",
  [`${OAUTH}internals.unsecured.OAuthBearerUnsecuredLoginCallbackHandler`]: "oauth-unsecured",
  [`${OAUTH}OAuthBearerLoginCallbackHandler`]: "oauth-endpoint",
  [`${OAUTH}secured.OAuthBearerLoginCallbackHandler`]: "oauth-endpoint",
  [`${OAUTH}OAuthBearerValidatorCallbackHandler`]: "oauth-broker",
  [`${OAUTH}secured.OAuthBearerValidatorCallbackHandler`]: "oauth-broker",
  [`${OAUTH}internals.OAuthBearerSaslClientCallbackHandler`]: "oauth-other",
  [`${OAUTH}internals.unsecured.OAuthBearerUnsecuredValidatorCallbackHandler`]: "oauth-other",
};

/** The kind of a handler by class name; classes outside of kafka-clients are unknown. */
export function handlerKind(draft: Draft, name: string): HandlerKind {
  if (fillsRole(name, ROLE, draft.version) !== true) return "unknown";
  return Object.hasOwn(KINDS, name) ? (ownOf(KINDS, name) ?? "other") : "other";
}

/** The handler that the login module asks, by default the one LoginManager chooses for the mechanism. */
export function handlerInUse(draft: Draft, mechanism: string): HandlerKind {
  const key = "sasl.login.callback.handler.class";
  const name = draft.string(key);
  if (draft.isSet(key)) return name === undefined ? "unknown" : handlerKind(draft, name);
  return mechanism === "OAUTHBEARER" ? "oauth-unsecured" : "other";
}

/**
 * Makes an object of a class-valued setting and casts it, as the generics of the client do. Answers its name, undefined when the
 * setting is absent, and `failed` when it cannot be made or is not known.
 */
export function instanceOrFailure(draft: Draft, key: string, role: string): string | undefined {
  const name = draft.string(key);
  if (!draft.isSet(key) || !draft.catalog.keys.has(key)) return undefined;
  if (name === undefined || findClass(name, draft.version) !== "exists") return "failed";
  const failure = newInstanceFailure(name);
  const fills = fillsRole(name, role, draft.version);
  if (failure === undefined && fills === true) return name;
  const { cause, below } = failure ?? { cause: castFailure(name, role), below: [] };
  failSasl(draft, { code: "class-wrong-role", key, cause, below, data: { name, role } });
  return "failed";
}

/** Creates the handler of a setting and configures it for the mechanism. */
export function checkHandler(draft: Draft, key: string, context: SaslContext): void {
  const name = instanceOrFailure(draft, key, ROLE);
  if (name === undefined || name === "failed") return;
  const message = refusalOf(draft, handlerKind(draft, name), context.mechanism);
  if (message !== undefined) {
    const kind = handlerKind(draft, name) === "kerberos" ? "IllegalStateException" : "IllegalArgumentException";
    failSasl(draft, {
      code: "login",
      key,
      relatedKeys: ["sasl.mechanism"],
      cause: { class: kind, message },
      data: { name },
    });
    return;
  }
  configure(draft, key, name, context);
}

/** Handlers of Kerberos and OAUTHBEARER refuse other mechanisms; the broker's handler looks no longer from 4.1 on. */
function refusalOf(draft: Draft, kind: HandlerKind, mechanism: string): string | undefined {
  switch (kind) {
    case "kerberos":
      return mechanism === "GSSAPI" ? undefined : "Kerberos callback handler should only be used with GSSAPI";
    case "oauth-broker":
      return mechanism === "OAUTHBEARER" || draft.since("4.1.0")
        ? undefined
        : `Unexpected SASL mechanism: ${mechanism}`;
    case "oauth-unsecured":
    case "oauth-endpoint":
    case "oauth-other":
      return mechanism === "OAUTHBEARER" ? undefined : `Unexpected SASL mechanism: ${mechanism}`;
    case "other":
    case "unknown":
      return undefined;
  }
}

function configure(draft: Draft, key: string, name: string, context: SaslContext): void {
  const kind = handlerKind(draft, name);
  if (kind === "oauth-endpoint" && context.entry !== undefined) checkTokenEndpoint(draft, context.entry, key);
  if (kind !== "oauth-broker") return;
  const cause = {
    class: "ConfigException",
    message: "The OAuth configuration option sasl.oauthbearer.jwks.endpoint.url value must be non-null",
  };
  failSasl(draft, { code: "oauth-setting", key, cause, certainty: "unknown", data: { name } });
}
