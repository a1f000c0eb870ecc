import { historyOf } from "../core/catalog/catalog.js";

/** Keys outside the catalog (plugins, misspelled ones) whose value is most likely a secret. */
const SECRET_KEY = /pass(word|phrase)?|secret|token|credential|user\.?info|private|api[._-]?key|jaas|keystore\.key/i;
/** Endings that say how a secret is used or where it stands, not what it is. */
const NO_SECRET = /\.(location|type|url|uri|file|class|ms|seconds|algorithm|endpoint)$/i;

/** What stands in place of a secret, as Kafka's own logs have it. */
export const HIDDEN = "[hidden]";

/** Whether the value of a key must never be shown. */
export function isSecret(key: string): boolean {
  const history = historyOf(key);
  if (history !== undefined) return history.sensitive || history.type.some(({ v }) => v === "password");
  return SECRET_KEY.test(key) && !NO_SECRET.test(key);
}

/** A value for a person to see. */
export function shownValue(key: string, value: string): string {
  return isSecret(key) && value !== "" ? HIDDEN : value;
}
