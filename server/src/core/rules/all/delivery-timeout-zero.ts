import { adviceOn, givenNumber } from "../support-advice.js";
import { removeFix, VALUE_FIX_TITLES } from "../support-values.js";
import type { Rule } from "../types.js";

const KEY = "delivery.timeout.ms";

export const deliveryTimeoutZero: Rule = {
  meta: {
    id: "delivery-timeout-zero",
    severity: "warning",
    category: "time",
    since: "2.1.0",
    summary: "With delivery.timeout.ms=0 every batch expires before it is sent.",
    sources: ["org.apache.kafka.clients.producer.internals.ProducerBatch.hasReachedDeliveryTimeout", "KIP-91"],
  },
  messages: {
    ...VALUE_FIX_TITLES,
    zero: "{setting} does not mean without limit: the producer starts, but every batch expires at once and every send fails with a TimeoutException.",
  },
  check: (context) => {
    const written = givenNumber(context, KEY);
    if (written?.value !== 0) return [];
    return [adviceOn(context, written.setting, { messageId: "zero", fixes: removeFix(context, KEY) })];
  },
};
