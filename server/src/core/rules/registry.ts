import { deliveryTimeoutRaised } from "./all/delivery-timeout-raised.js";
import { deliveryTimeoutTooShort } from "./all/delivery-timeout-too-short.js";
import { unusedSuppression } from "./all/unused-suppression.js";
import type { Rule } from "./types.js";

/** Every rule, in alphabetical order. */
export const RULES: readonly Rule[] = [deliveryTimeoutRaised, deliveryTimeoutTooShort, unusedSuppression];

/** The rule with an id. */
export function ruleById(id: string): Rule | undefined {
  return RULES.find((rule) => rule.meta.id === id);
}
