import { failuresOf } from "../support.js";
import { failureReport, removeFix, VALUE_FIX_TITLES } from "../support-values.js";
import type { Report, Rule } from "../types.js";

export const emptyValue: Rule = {
  meta: {
    id: "empty-value",
    severity: "error",
    category: "startup",
    summary: "transactional.id must not be empty: without transactions the key is left out.",
    sources: ["org.apache.kafka.common.config.ConfigDef.NonEmptyString"],
  },
  messages: {
    ...VALUE_FIX_TITLES,
    empty: "{key} has no value, which does not switch it off: the producer does not start. Leave the key out instead.",
  },
  check: (context) =>
    failuresOf(context, "empty-string").map((failure): Report =>
      failureReport(context, failure, {
        messageId: "empty",
        data: { key: failure.key },
        fixes: removeFix(context, failure.key),
      }),
    ),
};
