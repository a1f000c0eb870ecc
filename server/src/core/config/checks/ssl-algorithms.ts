import type { Draft } from "../draft.js";
import { failAlgorithm } from "./ssl-failure.js";

/** Names that every JVM with the usual providers has; JCA compares them without case. */
const PROTOCOLS: ReadonlySet<string> = new Set(["TLS", "TLSV1", "TLSV1.1", "TLSV1.2", "TLSV1.3", "SSL", "SSLV3"]);
const KEY_MANAGERS: ReadonlySet<string> = new Set(["SUNX509", "NEWSUNX509", "PKIX"]);
const TRUST_MANAGERS: ReadonlySet<string> = new Set(["PKIX", "SUNPKIX", "SUNX509", "X509", "X.509"]);
const RANDOMS: ReadonlySet<string> = new Set(["SHA1PRNG"]);
const PROVIDERS: ReadonlySet<string> = new Set(["SunJSSE"]);

/** SecureRandom.getInstance, which DefaultSslEngineFactory calls before it looks at the stores. */
export function checkSecureRandom(draft: Draft): void {
  checkAlgorithm(draft, "ssl.secure.random.implementation", RANDOMS, "SecureRandom");
}

/** SSLContext, KeyManagerFactory and TrustManagerFactory; what a JVM has beyond the usual is not known here. */
export function checkContext(draft: Draft): void {
  if (draft.isSet("ssl.provider")) checkProvider(draft);
  else checkAlgorithm(draft, "ssl.protocol", PROTOCOLS, "SSLContext");
  // KAFKA-7980 (2.3): asked for even without a key store.
  const asksKeyManager = draft.since("2.3.0") || draft.isSet("ssl.keystore.location");
  if (asksKeyManager) checkAlgorithm(draft, "ssl.keymanager.algorithm", KEY_MANAGERS, "KeyManagerFactory");
  checkAlgorithm(draft, "ssl.trustmanager.algorithm", TRUST_MANAGERS, "TrustManagerFactory");
}

/** The empty name is none of any JVM; other names that are not among the usual may be the machine's. */
function checkAlgorithm(draft: Draft, key: string, known: ReadonlySet<string>, service: string): void {
  const name = draft.string(key);
  if (!draft.isSet(key) || name === undefined || known.has(name.toUpperCase())) return;
  failAlgorithm(draft, {
    code: "ssl-algorithm",
    key,
    cause: { class: "NoSuchAlgorithmException", message: `${name} ${service} not available` },
    certainty: name === "" ? "certain" : "unknown",
    data: { name, known: [...known].join(", ") },
  });
}

function checkProvider(draft: Draft): void {
  const name = draft.string("ssl.provider");
  if (name === undefined || PROVIDERS.has(name)) return;
  const cause =
    name === ""
      ? { class: "IllegalArgumentException", message: "missing provider" }
      : { class: "NoSuchProviderException", message: `no such provider: ${name}` };
  failAlgorithm(draft, {
    code: "ssl-algorithm",
    key: "ssl.provider",
    cause,
    certainty: name === "" ? "certain" : "unknown",
    data: { name },
  });
}
