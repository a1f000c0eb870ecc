import { adviceOn, givenNumber } from "../support-advice.js";
import { removeFix, VALUE_FIX_TITLES } from "../support-values.js";
import type { Rule } from "../types.js";

const KEY = "delivery.timeout.ms";
const LONG_MS = 3_600_000;

export const deliveryTimeoutTooLong: Rule = {
  meta: {
    id: "delivery-timeout-too-long",
    severity: "hint",
    profiles: { strict: "information", latency: "warning" },
    category: "time",
    since: "2.1.0",
    summary: "Records that nobody gives up fill buffer.memory in an outage; then send() blocks in place of an error.",
    sources: ["ProducerConfig.DELIVERY_TIMEOUT_MS_DOC", "KIP-91"],
  },
  messages: {
    ...VALUE_FIX_TITLES,
    long: "{setting} is more than an hour: in an outage no error comes; the buffer fills, and then send() blocks for max.block.ms and fails there.",
  },
  check: (context) => {
    const written = givenNumber(context, KEY);
    if (written === undefined || written.value <= LONG_MS) return [];
    return [adviceOn(context, written.setting, { messageId: "long", fixes: removeFix(context, KEY) })];
  },
};
