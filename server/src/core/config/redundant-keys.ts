import type { Catalog } from "../catalog/catalog.js";
import { defaultsOf } from "./defaults.js";
import { evaluate } from "./evaluate.js";
import type { Evaluation } from "./evaluation.js";

/** The keys that say what the release would do without them: taking them all out changes nothing that the client does. */
export function redundantKeys(before: Evaluation, catalog: Catalog): readonly string[] {
  const { values: defaults } = defaultsOf(catalog);
  const outcome = outcomeOf(before);
  const given = new Map(before.given);
  const redundant: string[] = [];
  for (const [key, value] of before.given) {
    const fallback = defaults.get(key);
    if (fallback === undefined || before.values.get(key)?.text !== fallback.text) continue;
    given.delete(key);
    if (outcomeOf(evaluate(given, catalog)) === outcome) redundant.push(key);
    else given.set(key, value); // Being set counts, as with delivery.timeout.ms.
  }
  return redundant;
}

/** Everything that the client does with settings, whoever set them. */
function outcomeOf({ effective, failures, idempotent, deliveryTimeoutMs }: Evaluation): string {
  const values = [...effective].map(([key, { value }]) => `${key}=${value ?? ""}`).sort();
  const reasons = failures.map(({ code, key, certainty, message }) => `${code} ${key} ${certainty} ${message}`);
  return JSON.stringify([values, reasons, idempotent, deliveryTimeoutMs]);
}
