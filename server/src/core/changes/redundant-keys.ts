import type { Catalog } from "../catalog/catalog.js";
import { defaultsOf } from "../config/defaults.js";
import { assess } from "../config/assess.js";
import type { Evaluation, Failure } from "../config/evaluation.js";

/** The keys that say what the release would do without them: taking them all out changes nothing that the client does. */
export function redundantKeys(before: Evaluation, catalog: Catalog): readonly string[] {
  const { values: defaults } = defaultsOf(catalog);
  const given = new Map(before.given);
  const redundant: string[] = [];
  for (const [key, value] of before.given) {
    const fallback = defaults.get(key);
    if (fallback === undefined || before.templates.has(key) || before.values.get(key)?.text !== fallback.text) continue;
    given.delete(key);
    if (isSameOutcome(before, assess(given, catalog))) redundant.push(key);
    else given.set(key, value); // Being set counts, as with delivery.timeout.ms.
  }
  return redundant;
}

/** Whether the client does the same, whoever set the values. */
function isSameOutcome(one: Evaluation, other: Evaluation): boolean {
  if (one.idempotent !== other.idempotent || one.deliveryTimeoutMs !== other.deliveryTimeoutMs) return false;
  if (one.effective.size !== other.effective.size || one.failures.length !== other.failures.length) return false;
  for (const [key, { value }] of one.effective) if (other.effective.get(key)?.value !== value) return false;
  return one.failures.every((failure, index) => isSameFailure(failure, other.failures[index]));
}

function isSameFailure(one: Failure, other: Failure | undefined): boolean {
  const { code, key, certainty, message } = one;
  return code === other?.code && key === other.key && certainty === other.certainty && message === other.message;
}
