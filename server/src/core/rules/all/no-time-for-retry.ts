import { described, failuresOf, relatedSettings } from "../support.js";
import { TOO_LONG_MS } from "../request-timeout.js";
import { adviceOn, numberOf, textOf, givenNumber } from "../support-advice.js";
import { setFix, VALUE_FIX_TITLES } from "../support-values.js";
import type { Rule } from "../types.js";

const DELIVERY = "delivery.timeout.ms";
const REQUEST = "request.timeout.ms";

export const noTimeForRetry: Rule = {
  meta: {
    id: "no-time-for-retry",
    severity: "information",
    profiles: { durability: "warning" },
    category: "time",
    since: "2.1.0",
    summary: "When delivery.timeout.ms is less than two requests long, one lost answer uses it up.",
    sources: ["ProducerConfig.DELIVERY_TIMEOUT_MS_DOC", "KIP-91"],
  },
  messages: {
    ...VALUE_FIX_TITLES,
    none: "{delivery} is less than twice {request}: after one lost answer at most {leftMs} ms are left for a retry.",
    takesPart: "{key} is the time that one lost answer takes",
  },
  check: (context) => {
    const written = givenNumber(context, DELIVERY);
    const request = numberOf(context, REQUEST) ?? 0;
    if (request > TOO_LONG_MS) return []; // request-timeout-too-long names the mistake.
    if (failuresOf(context, "delivery-timeout").length > 0) return []; // delivery-timeout-too-short: the producer does not start.
    if (written === undefined || written.value === 0 || written.value < request || written.value >= 2 * request)
      return [];
    if (numberOf(context, "retries") === 0 || textOf(context, "acks") === "0") return [];
    const enough = 4 * request;
    const fixes = enough > 2_147_483_647 ? [] : setFix(context, DELIVERY, enough.toString(), "suggestion");
    return [
      adviceOn(context, written.setting, {
        messageId: "none",
        data: {
          delivery: described(context, DELIVERY),
          request: described(context, REQUEST),
          leftMs: written.value - request,
        },
        related: relatedSettings(context, [REQUEST], "takesPart"),
        fixes,
      }),
    ];
  },
};
