import { ownOf } from "../text/own.js";

/** How the peers agree on a key, as OpenSSL has it; without a word it is RSA. */
const KEY_EXCHANGES: Readonly<Record<string, string>> = {
  "": "RSA",
  "ECDHE-RSA-": "ECDHE_RSA",
  "ECDHE-ECDSA-": "ECDHE_ECDSA",
  "ECDH-RSA-": "ECDH_RSA",
  "ECDH-ECDSA-": "ECDH_ECDSA",
  "DHE-RSA-": "DHE_RSA",
  "DHE-DSS-": "DHE_DSS",
};

/** The rest of the name: cipher, mode and digest. */
const CIPHERS: Readonly<Record<string, string>> = {
  "AES128-GCM-SHA256": "AES_128_GCM_SHA256",
  "AES256-GCM-SHA384": "AES_256_GCM_SHA384",
  "AES128-SHA256": "AES_128_CBC_SHA256",
  "AES256-SHA256": "AES_256_CBC_SHA256",
  "AES256-SHA384": "AES_256_CBC_SHA384",
  "AES128-SHA": "AES_128_CBC_SHA",
  "AES256-SHA": "AES_256_CBC_SHA",
  "CHACHA20-POLY1305": "CHACHA20_POLY1305_SHA256",
};

/** The name that Java has for a cipher suite of OpenSSL (openssl-ciphers(1), "CIPHER SUITE NAMES"); undefined for others than AES and ChaCha20. */
export function javaCipherSuite(name: string): string | undefined {
  const prefix = /^(?:EC)?DHE?-(?:RSA|ECDSA|DSS)-/.exec(name)?.[0] ?? "";
  const [exchange, cipher] = [ownOf(KEY_EXCHANGES, prefix), ownOf(CIPHERS, name.slice(prefix.length))];
  return exchange === undefined || cipher === undefined ? undefined : `TLS_${exchange}_WITH_${cipher}`;
}
