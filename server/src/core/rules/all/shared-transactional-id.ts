import { valueOrKey } from "../support.js";
import { isRefused } from "../support-advice.js";
import type { Rule } from "../types.js";

const KEY = "transactional.id";

export const sharedTransactionalId: Rule = {
  meta: {
    id: "shared-transactional-id",
    severity: "information",
    profiles: { default: "off", strict: "information" },
    category: "durability",
    summary: "A fixed transactional.id allows one running instance: a second one shuts the first out.",
    sources: ["KafkaProducer", "KIP-98", "KIP-447"],
  },
  messages: {
    fixed:
      "Every running instance needs a transactional.id of its own: if two use this file, the newer one shuts the older out (ProducerFencedException).",
  },
  check: (context) => {
    const setting = context.document.byKey.get(KEY);
    if (setting === undefined || setting.value.includes("${") || isRefused(context, KEY)) return [];
    return [{ messageId: "fixed", key: KEY, span: valueOrKey(setting) }];
  },
};
