import { relatedSettings } from "../support.js";
import { adviceOn, textOf, givenNumber } from "../support-advice.js";
import { removeFix, setFix, VALUE_FIX_TITLES } from "../support-values.js";
import type { Rule } from "../types.js";

const RETRIES = "retries";
const ACKS = "acks";

export const retriesWithoutAcks: Rule = {
  meta: {
    id: "retries-without-acks",
    severity: "warning",
    category: "durability",
    summary: "With acks=0 there is no answer, so the retries that the file asks for never happen.",
    sources: ["ProducerConfig.ACKS_DOC", "org.apache.kafka.clients.producer.internals.Sender.sendProduceRequest"],
  },
  messages: {
    ...VALUE_FIX_TITLES,
    never: "{setting} never happens: with acks=0 no answer comes that could tell of a failure.",
    takesPart: "{key}={value} awaits no answer",
  },
  check: (context) => {
    const written = givenNumber(context, RETRIES);
    if (written === undefined || written.value === 0 || textOf(context, ACKS) !== "0") return [];
    return [
      adviceOn(context, written.setting, {
        messageId: "never",
        related: relatedSettings(context, [ACKS], "takesPart"),
        fixes: [...setFix(context, ACKS, "all", "suggestion"), ...removeFix(context, RETRIES)],
      }),
    ];
  },
};
