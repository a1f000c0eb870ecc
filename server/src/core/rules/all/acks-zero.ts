import { adviceOn, textOf, givenSetting } from "../support-advice.js";
import { setFix, VALUE_FIX_TITLES } from "../support-values.js";
import type { Rule } from "../types.js";

const KEY = "acks";

export const acksZero: Rule = {
  meta: {
    id: "acks-zero",
    severity: "information",
    profiles: { durability: "warning", latency: "hint", throughput: "hint" },
    category: "durability",
    summary: "With acks=0 nobody learns of a lost record.",
    sources: ["ProducerConfig.ACKS_DOC", "org.apache.kafka.clients.producer.internals.Sender.sendProduceRequest"],
  },
  messages: {
    ...VALUE_FIX_TITLES,
    zero: "{setting}: records that the broker refuses or a connection loses count as sent all the same; offsets are always -1.",
  },
  check: (context) => {
    const setting = givenSetting(context, KEY);
    if (setting === undefined || textOf(context, KEY) !== "0") return [];
    return [adviceOn(context, setting, { messageId: "zero", fixes: setFix(context, KEY, "all", "suggestion") })];
  },
};
