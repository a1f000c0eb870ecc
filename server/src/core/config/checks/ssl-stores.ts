import type { Draft } from "../draft.js";
import { failLoading, failSsl, storeException } from "./ssl-failure.js";

const PEM = "PEM";

/** What is wrong with a store: the message and the setting to blame. */
interface StoreProblem {
  readonly key: string;
  readonly message: string;
  readonly related: readonly string[];
}

/** DefaultSslEngineFactory.createKeystore. */
export function checkKeyStore(draft: Draft): void {
  const problem = draft.since("2.7.0") ? keyStoreProblem(draft) : undefined;
  if (problem !== undefined) fail(draft, problem);
  else if (usesKeyText(draft)) checkKeyText(draft);
  else checkFile(draft, "keystore", draft.since("2.7.0") && draft.string("ssl.keystore.type") === PEM);
}

/** DefaultSslEngineFactory.createTruststore. */
export function checkTrustStore(draft: Draft): void {
  const problem = draft.since("2.7.0") ? trustStoreProblem(draft) : undefined;
  if (problem !== undefined) fail(draft, problem);
  else if (draft.since("2.7.0") && draft.isSet("ssl.truststore.certificates")) checkCertificateText(draft);
  else checkFile(draft, "truststore", draft.since("2.7.0") && draft.string("ssl.truststore.type") === PEM);
}

/** The whole set of PEM rules came with 2.7 (KIP-651); before that the keys of PEM texts are unknown. */
function keyStoreProblem(draft: Draft): StoreProblem | undefined {
  const type = draft.string("ssl.keystore.type");
  const [key, chain, location] = ["ssl.keystore.key", "ssl.keystore.certificate.chain", "ssl.keystore.location"];
  const password = "ssl.keystore.password";
  if (type === undefined) return undefined;
  if (draft.isSet(key)) {
    if (type !== PEM) return pemOnly(key, "ssl.keystore.type", "private key", "key store", type);
    if (!draft.isSet(chain))
      return problem("SSL private key is specified, but certificate chain is not specified.", key, chain);
    if (draft.isSet(location))
      return problem("Both SSL key store location and separate private key are specified.", location, key);
    if (draft.isSet(password)) return problem(`${KEY_PASSWORD_MESSAGE}.`, password, key);
    return undefined;
  }
  if (draft.isSet(chain))
    return problem("SSL certificate chain is specified, but private key is not specified", chain, key);
  if (type !== PEM || !draft.isSet(location)) return undefined;
  if (draft.isSet(password)) return problem(KEY_PASSWORD_MESSAGE, password, "ssl.keystore.type");
  if (draft.since("3.3.0") || draft.isSet("ssl.key.password")) return undefined;
  return problem("SSL PEM key store is specified, but key password is not specified.", location, "ssl.key.password");
}

const KEY_PASSWORD_MESSAGE =
  "SSL key store password cannot be specified with PEM format, only key password may be specified";

function trustStoreProblem(draft: Draft): StoreProblem | undefined {
  const type = draft.string("ssl.truststore.type");
  const [certificates, location] = ["ssl.truststore.certificates", "ssl.truststore.location"];
  const password = "ssl.truststore.password";
  if (type === undefined) return undefined;
  const noPassword = "SSL trust store password cannot be specified for PEM format.";
  if (draft.isSet(certificates)) {
    if (type !== PEM) return pemOnly(certificates, "ssl.truststore.type", "trust store certs", "trust store", type);
    const both = "Both SSL trust store location and separate trust certificates are specified.";
    if (draft.isSet(location)) return problem(both, location, certificates);
    return draft.isSet(password) ? problem(noPassword, password, certificates) : undefined;
  }
  if (type !== PEM || !draft.isSet(location) || !draft.isSet(password)) return undefined;
  return problem(noPassword, password, "ssl.truststore.type");
}

function pemOnly(key: string, typeKey: string, what: string, store: string, type: string): StoreProblem {
  return problem(`SSL ${what} can be specified only for PEM, but ${store} type is ${type}.`, key, typeKey);
}

function problem(message: string, key: string, ...related: readonly string[]): StoreProblem {
  return { key, message, related };
}

function fail(draft: Draft, { key, message, related }: StoreProblem): void {
  const cause = { class: storeException(draft), message };
  failSsl(draft, { code: "ssl-store", key, relatedKeys: related, cause, data: { expected: related[0] ?? "" } });
}

/** A store in a file: password and location belong together; whether the file can be opened is known only on the machine. */
function checkFile(draft: Draft, store: "keystore" | "truststore", isPem: boolean): void {
  const [location, password] = [`ssl.${store}.location`, `ssl.${store}.password`];
  const name = store === "keystore" ? "key store" : "trust store";
  const isPlaced = draft.isSet(location);
  if (!isPlaced && draft.isSet(password)) {
    fail(draft, problem(`SSL ${name} is not specified, but ${name} password is specified.`, password, location));
  } else if (isPlaced && !isPem && store === "keystore" && !draft.isSet(password)) {
    fail(draft, problem(`SSL ${name} is specified, but ${name} password is not specified.`, location, password));
  } else if (isPlaced && draft.since("2.6.0")) {
    checkLoads(draft, store, isPem);
  }
}

/** Up to 2.5 the stores are loaded when the context is made, after everything else has been looked at. */
export function checkLateLoading(draft: Draft): void {
  if (draft.since("2.6.0")) return;
  for (const store of ["keystore", "truststore"])
    if (draft.isSet(`ssl.${store}.location`)) checkLoads(draft, store, false);
}

/** The empty path is the working directory, which is no file anywhere. */
function checkLoads(draft: Draft, store: string, isPem: boolean): void {
  const [key, typeKey] = [`ssl.${store}.location`, `ssl.${store}.type`];
  const path = draft.string(key);
  if (path === undefined) return;
  const type = draft.string(typeKey) ?? "";
  const message = isPem
    ? `Failed to load PEM SSL keystore ${path}`
    : `Failed to load SSL keystore ${path} of type ${type}`;
  failLoading(draft, {
    code: "ssl-store",
    key,
    relatedKeys: [typeKey],
    cause: { class: isPem ? storeException(draft) : "KafkaException", message },
    certainty: path === "" ? "certain" : "unknown",
    data: { expected: typeKey },
  });
}

function usesKeyText(draft: Draft): boolean {
  return draft.since("2.7.0") && draft.isSet("ssl.keystore.key");
}

function checkCertificateText(draft: Draft): void {
  const key = "ssl.truststore.certificates";
  const text = draft.string(key);
  if (text === undefined) return;
  if (!holdsPem(text, ["CERTIFICATE"])) {
    const cause = { class: "InvalidConfigurationException", message: "No matching CERTIFICATE entries in PEM file" };
    failSsl(draft, { code: "ssl-store", key, cause, data: { expected: "CERTIFICATE" } });
    return;
  }
  // 3.3 corrected the word.
  const message = `Invalid PEM ${draft.since("3.3.0") ? "truststore" : "keystore"} configs`;
  const cause = { class: "InvalidConfigurationException", message };
  failSsl(draft, { code: "ssl-store", key, cause, certainty: "unknown", data: { expected: "CERTIFICATE" } });
}

/** The private key is read first, then the chain; keys and certificates that look right are not decoded here. */
function checkKeyText(draft: Draft): void {
  const texts = [
    { key: "ssl.keystore.key", words: ["PRIVATE", "KEY"] },
    { key: "ssl.keystore.certificate.chain", words: ["CERTIFICATE"] },
  ];
  const cause = { class: "InvalidConfigurationException", message: "Invalid PEM keystore configs" };
  const broken = texts.find(({ key, words }) => !holdsPem(draft.string(key) ?? words.join(" "), words));
  if (broken === undefined || texts.some(({ key }) => draft.unresolved.has(key))) {
    failSsl(draft, { code: "ssl-store", key: "ssl.keystore.key", cause, certainty: "unknown" });
    return;
  }
  const expected = broken.words.join(" ");
  const entries = { class: "InvalidConfigurationException", message: `No matching ${expected} entries in PEM file` };
  // A key that looks right is decoded before the chain is read, and may be what the client names.
  const below = broken.words.length > 1 ? [entries] : [];
  failSsl(draft, { code: "ssl-store", key: broken.key, cause, below, data: { expected } });
}

/**
 * Whether a text may hold a PEM entry: `BEGIN … words -`, then white space right after the dashes, later `END`. Weaker than the
 * client's pattern (PemParser), so that `false` is certain, and without its backtracking.
 */
function holdsPem(text: string, words: readonly string[]): boolean {
  let at = text.indexOf("BEGIN");
  for (const word of words) at = at < 0 ? -1 : text.indexOf(word, at);
  const end = at < 0 ? -1 : text.lastIndexOf("END");
  return end > at && at >= 0 && /-\s/.test(text.slice(at, end));
}
