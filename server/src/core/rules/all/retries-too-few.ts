import { adjustmentsOf } from "../support.js";
import { adviceOn, isGiven, textOf, givenNumber } from "../support-advice.js";
import { removeFix, VALUE_FIX_TITLES } from "../support-values.js";
import type { Rule } from "../types.js";

const KEY = "retries";

/** With backoffs of 100 ms, or doubling to 1 s from 3.7 on, fewer are used up before an election ends. */
const FEW = 10;

export const retriesTooFew: Rule = {
  meta: {
    id: "retries-too-few",
    severity: "hint",
    profiles: { strict: "information", durability: "warning" },
    category: "time",
    since: "2.1.0",
    summary: "A few retries are over before a new leader is elected; delivery.timeout.ms is meant to end them.",
    sources: ["ProducerConfig.RETRIES_DOC", "KIP-91", "KIP-580"],
  },
  messages: {
    ...VALUE_FIX_TITLES,
    none: "{setting}: every change of a leader fails records. Leave retries out, and let delivery.timeout.ms end them.",
    few: "{setting} with short waits between them may be used up before a new leader is elected. Leave retries out, and let delivery.timeout.ms end them.",
  },
  check: (context) => {
    const written = givenNumber(context, KEY);
    if (written === undefined || written.value >= FEW || textOf(context, "acks") === "0") return [];
    if (isGiven(context, "delivery.timeout.ms", "retry.backoff.ms", "retry.backoff.max.ms")) return [];
    // The rule idempotence-disabled has something to say about 0 already.
    if (adjustmentsOf(context, "idempotence-disabled").some(({ causedBy }) => causedBy.includes(KEY))) return [];
    const messageId = written.value === 0 ? "none" : "few";
    return [adviceOn(context, written.setting, { messageId, fixes: removeFix(context, KEY) })];
  },
};
