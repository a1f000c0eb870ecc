import { distance } from "fastest-levenshtein";
import { historyOf } from "./catalog.js";
import { keyKind } from "./key-kind.js";
import { secretParts, type Part } from "./secret-parts.js";
import { latestVersion } from "./version.js";

/** What stands in place of a secret, as Kafka's own logs have it (org.apache.kafka.common.config.types.Password). */
export const HIDDEN = "[hidden]";

/** Names that say that a secret follows: of plugins, of other programs, of people. */
const SECRET_NAME =
  /pass(?:word|phrase|wd)|secret|token|credential|user\.?info|private|jaas|keystore\.key|authorization|(?:api|access|account|encrypt\w*|shared|signing|master|license|hmac|aes|rsa)[._-]?key/i;
/** Words that are a secret's name when they stand alone between separators, and mean other things within longer words. */
const SECRET_WORDS: ReadonlySet<string> = new Set(["pass", "pwd", "pw", "auth", "pin", "pem", "apikey"]);
/** What misspelled words are measured against. */
const SPELLED = ["password", "passphrase", "secret", "credentials", "token"];
/** Endings that say how a secret is used or where it stands, not what it is. */
const NO_SECRET =
  /[._-](?:location|type|ur[li]|file|path|class|ms|seconds|algorithm|endpoint|source|provider|format|length|count|iterations|enabled|handler)$/i;
const YES_OR_NO = /^\s*(?:true|false)\s*$/i;

/** Whether the whole value of a key must never be shown: the catalog says so, or for other keys their name does. */
export function isSecretKey(key: string): boolean {
  const history = historyOf(key);
  if (history !== undefined) return history.sensitive || history.type.some(({ v }) => v === "password");
  if (looksSecret(key)) return true;
  const kind = keyKind(key, latestVersion());
  return kind.kind === "misspelled" && isSecretKey(kind.use);
}

/** Whether a name is that of a secret; also asked of the options of login modules. */
export function looksSecret(name: string): boolean {
  if (NO_SECRET.test(name)) return false;
  return (
    SECRET_NAME.test(name) ||
    name
      .toLowerCase()
      .split(/[^a-z0-9]+/)
      .some(isSecretWord)
  );
}

const SHORTEST_MISSPELLED = 5;
const LONGEST_MISSPELLED = 12;

/** `pasword`, `sercet`: one letter more, less or other, or two that changed places. */
function isSecretWord(word: string): boolean {
  if (SECRET_WORDS.has(word)) return true;
  if (word.length < SHORTEST_MISSPELLED || word.length > LONGEST_MISSPELLED) return false;
  return SPELLED.some((right) => word[0] === right[0] && isMisspelling(word, right));
}

function isMisspelling(word: string, right: string): boolean {
  const edits = distance(word, right);
  if (edits <= 1) return true;
  return edits === 2 && (right.length >= 8 || sorted(word) === sorted(right));
}

function sorted(word: string): string {
  return word.split("").sort().join("");
}

/** The parts of a value that must not be shown: all of it, or what stands in addresses, URLs, PEM and JAAS texts. */
export function secretPartsOf(key: string, value: string): readonly Part[] {
  if (value.trim() === "") return [];
  const isKnown = historyOf(key) !== undefined;
  if (isSecretKey(key) && (isKnown || !YES_OR_NO.test(value))) return [{ start: 0, end: value.length }];
  return secretParts(key, value, isKnown);
}

/** A value for a person to see. */
export function shownValue(key: string, value: string): string {
  return withoutParts(value, secretPartsOf(key, value));
}

/** A text with some of its parts hidden; parts come in order and do not overlap. */
export function withoutParts(text: string, parts: readonly Part[]): string {
  let shown = "";
  let position = 0;
  for (const { start, end } of parts) {
    shown += text.slice(position, start) + HIDDEN;
    position = end;
  }
  return shown + text.slice(position);
}
