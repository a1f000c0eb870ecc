import { relatedSettings } from "../support.js";
import { adviceOn, textOf, givenNumber } from "../support-advice.js";
import { removeFix, setFix, VALUE_FIX_TITLES } from "../support-values.js";
import type { Rule } from "../types.js";

const RETRIES = "retries";
const ACKS = "acks";

export const retriesWithoutAcks: Rule = {
  meta: {
    id: "retries-without-acks",
    severity: "information",
    category: "durability",
    summary: "With acks=0 a written batch is never retried, so that retries hardly matter.",
    sources: ["ProducerConfig.ACKS_DOC", "NetworkClient.handleCompletedSends", "Sender.canRetry"],
  },
  messages: {
    ...VALUE_FIX_TITLES,
    never:
      "{setting} hardly matters with acks=0: only what was not yet written when the connection broke is sent again; what was written is never retried.",
    takesPart: "{key}={value} awaits no answer",
  },
  check: (context) => {
    const written = givenNumber(context, RETRIES);
    if (written === undefined || written.value === 0 || textOf(context, ACKS) !== "0") return [];
    return [
      adviceOn(context, written.setting, {
        messageId: "never",
        related: relatedSettings(context, [ACKS], "takesPart"),
        fixes: [...removeFix(context, RETRIES), ...setFix(context, ACKS, "all", "suggestion")],
      }),
    ];
  },
};
