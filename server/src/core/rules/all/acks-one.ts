import { adviceOn, textOf, givenSetting } from "../support-advice.js";
import { adjustmentsOf } from "../support.js";
import { setFix, VALUE_FIX_TITLES } from "../support-values.js";
import type { Rule } from "../types.js";

const KEY = "acks";

export const acksOne: Rule = {
  meta: {
    id: "acks-one",
    severity: "hint",
    profiles: { strict: "information", durability: "warning", latency: "off", throughput: "off" },
    category: "durability",
    summary: "With acks=1 a crash of the leader loses records that were reported as sent.",
    sources: ["ProducerConfig.ACKS_DOC", "KIP-679"],
  },
  messages: {
    ...VALUE_FIX_TITLES,
    one: "{setting}: if the leader crashes or is replaced before a follower has copied a record, the record is lost although it was reported as sent.",
  },
  check: (context) => {
    const setting = givenSetting(context, KEY);
    if (setting === undefined || textOf(context, KEY) !== "1") return [];
    // Where acks=1 switches idempotence off, the rule idempotence-disabled says both.
    const isSaid = adjustmentsOf(context, "idempotence-disabled").some(({ causedBy }) => causedBy.includes(KEY));
    const fixes = setFix(context, KEY, "all", "suggestion");
    return [
      adviceOn(context, setting, {
        messageId: "one",
        fixes,
        ...(isSaid ? { alsoSaidBy: "idempotence-disabled" } : {}),
      }),
    ];
  },
};
