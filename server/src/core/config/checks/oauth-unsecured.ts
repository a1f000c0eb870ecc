import type { JaasEntry } from "../jaas/parse-jaas.js";
import { javaTrim } from "../parse-value.js";

/** Why the unsecured handler makes no token, or may make none. */
export interface TokenFailure {
  readonly message: string;
  readonly certainty: "certain" | "unknown";
  /** The option to blame. */
  readonly option: string;
}

const EXTENSION = "unsecuredLoginExtension_";
const STRING_CLAIM = "unsecuredLoginStringClaim_";
const NUMBER_CLAIM = "unsecuredLoginNumberClaim_";
const LIST_CLAIM = "unsecuredLoginListClaim_";
const PRINCIPAL_NAME = "unsecuredLoginPrincipalClaimName";
const LIFETIME = "unsecuredLoginLifetimeSeconds";
const TOKEN_MESSAGE = "An internal error occurred while retrieving token from callback handler";
const EXTENSIONS_MESSAGE = "An internal error occurred while retrieving SASL extensions from callback handler";
/** Characters that could change the JSON text the handler glues together. */
const DELICATE = /["\\\x00-\x1f]/;
const INTEGER = /^[+-]?\d{1,18}$/;
const NUMBER = /^-?\d{1,15}(\.\d{1,15})?$/;

/**
 * OAuthBearerUnsecuredLoginCallbackHandler, the default of OAUTHBEARER: makes an unsigned token of the module's options. Without
 * any option there is no token and no failure. Options that are neither clearly right nor clearly wrong leave it open.
 */
export function unsecuredTokenFailure(entry: JaasEntry): TokenFailure | undefined {
  const options = new Map([...entry.options].map(([name, option]) => [name, option.value]));
  if (options.size === 0) return undefined;
  return principalFailure(options) ?? lifetimeFailure(options) ?? doubtfulClaim(options) ?? extensionFailure(options);
}

/** The claim that names the principal is required, as a string with something in it. */
function principalFailure(options: ReadonlyMap<string, string>): TokenFailure | undefined {
  const name = javaTrim(options.get(PRINCIPAL_NAME) ?? "") || "sub";
  const option = `${STRING_CLAIM}${name}`;
  const principal = options.get(option);
  if (principal === undefined || javaTrim(principal) === "") return certain(TOKEN_MESSAGE, option);
  return undefined;
}

function lifetimeFailure(options: ReadonlyMap<string, string>): TokenFailure | undefined {
  const lifetime = options.get(LIFETIME);
  if (lifetime === undefined || INTEGER.test(lifetime)) return undefined;
  return /^[+-]?\d+$/.test(lifetime) ? unknown(LIFETIME) : certain(TOKEN_MESSAGE, LIFETIME);
}

/** Claims that collide with those the handler writes itself, and values that may break the JSON. */
function doubtfulClaim(options: ReadonlyMap<string, string>): TokenFailure | undefined {
  for (const [name, value] of options) {
    const claim = /^unsecuredLogin(String|Number|List)Claim_(.*)$/s.exec(name);
    if (claim === null) continue;
    const ownName = claim[2] === "exp" || claim[2] === "iat" || claim[2] === "scope";
    const plainScope = name === `${STRING_CLAIM}scope` || name === `${LIST_CLAIM}scope`;
    const clear = !DELICATE.test(name) && !DELICATE.test(value) && (!ownName || plainScope);
    const badNumber = name.startsWith(NUMBER_CLAIM) && !NUMBER.test(value);
    const badList = name.startsWith(LIST_CLAIM) && value.length < 2;
    if (!clear || badNumber || badList) return unknown(name);
  }
  return undefined;
}

/** OAuthBearerClientInitialResponse.validateExtensions. */
function extensionFailure(options: ReadonlyMap<string, string>): TokenFailure | undefined {
  for (const [name, value] of options) {
    if (!name.startsWith(EXTENSION)) continue;
    const extension = name.slice(EXTENSION.length);
    const valid = /^[A-Za-z]+$/.test(extension) && extension !== "auth" && /^[\x21-\x7e \t\r\n]+$/.test(value);
    if (!valid) return certain(EXTENSIONS_MESSAGE, name);
  }
  return undefined;
}

function certain(message: string, option: string): TokenFailure {
  return { message, certainty: "certain", option };
}

function unknown(option: string): TokenFailure {
  return { message: TOKEN_MESSAGE, certainty: "unknown", option };
}
