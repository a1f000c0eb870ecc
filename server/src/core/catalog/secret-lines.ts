import { historyOf } from "./catalog.js";
import { isJaasWord } from "./jaas-words.js";
import { isSecretKey, secretPartsOf } from "./secrecy.js";
import { merged, secretParts, type Part } from "./secret-parts.js";

/** A key with its value, in the order of a file. */
export interface KeyAndValue {
  readonly key: string;
  readonly value: string;
}

/** What must not be shown of a key and its value. */
export interface SecretEntry {
  readonly key: readonly Part[];
  readonly value: readonly Part[];
}

/** A key as long as this without a dot is a line of a PEM text, or a token. */
const LONG_KEY = /^(?=.*\d)(?=.*[a-z])(?=.*[A-Z])[A-Za-z0-9+/_-]{32,}$/;
const BASE64 = /^[A-Za-z0-9+/]{4,}$/;
/** `DEK-Info: AES-256-CBC,…` in an encrypted key. */
const PEM_HEADER = /^(?:Proc-Type|DEK-Info)$/;

/**
 * The secrets of a file's entries. A PEM or JAAS text over several lines whose backslashes were lost makes keys of its lines: they
 * are secret to where the text ends.
 */
export function secretEntries(entries: readonly KeyAndValue[]): readonly SecretEntry[] {
  let open: "pem" | "jaas" | undefined;
  return entries.map((entry) => {
    const line = `${entry.key} ${entry.value}`;
    if (open !== undefined && !belongs(entry, open)) open = undefined;
    const isInside = open !== undefined;
    if (open === "pem" ? line.includes("-----END") : open === "jaas" && line.includes(";")) open = undefined;
    else open ??= opened(line);
    return isInside
      ? { key: isJaasWord(entry.key) ? [] : whole(entry.key), value: whole(entry.value) }
      : secretEntry(entry);
  });
}

/** What the text of an entry begins without ending it. */
function opened(line: string): "pem" | "jaas" | undefined {
  if (line.lastIndexOf("-----BEGIN") > line.lastIndexOf("-----END")) return "pem";
  const module = /LoginModule["']?(?:\s|$)/.exec(line);
  return module !== null && !line.includes(";", module.index) ? "jaas" : undefined;
}

/** Settings end a text that was never closed. */
function belongs({ key }: KeyAndValue, open: "pem" | "jaas"): boolean {
  if (historyOf(key) !== undefined) return false;
  return open === "jaas" ? !key.includes(".") : BASE64.test(key) || PEM_HEADER.test(key) || key.startsWith("-----");
}

function secretEntry({ key, value }: KeyAndValue): SecretEntry {
  const inKey = secretPartsOfKey(key);
  const isPem = key.includes("-----BEGIN") || key.includes("-----END");
  return { key: inKey, value: isPem || isLongKey(key) ? whole(value) : secretPartsOf(key, value) };
}

/** A key may hold what was meant to be its value: `password：x`, a line of base64. */
function secretPartsOfKey(key: string): readonly Part[] {
  if (historyOf(key) !== undefined || key === "") return [];
  if (isLongKey(key) || key.includes("-----BEGIN") || key.includes("-----END")) return whole(key);
  const rest = /^[\w.-]+(?=[^\w.[\]-])/.exec(key)?.[0];
  const after = rest !== undefined && isSecretKey(rest) ? [{ start: rest.length + 1, end: key.length }] : [];
  return merged([...after, ...secretParts("", key, false)]);
}

function isLongKey(key: string): boolean {
  return LONG_KEY.test(key);
}

function whole(text: string): readonly Part[] {
  return text === "" ? [] : [{ start: 0, end: text.length }];
}
