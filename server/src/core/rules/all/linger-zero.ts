import { LINGER_TITLES, lingerFixes } from "../linger-fix.js";
import { valueOrKey } from "../support.js";
import { ADVICE_TITLES, givenNumber, numberOf, textOf } from "../support-advice.js";
import { removeFix } from "../support-values.js";
import type { Rule } from "../types.js";

const KEY = "linger.ms";
/** Since 4.0 (KIP-1030). */
const DEFAULT_MS = 5;
/** Above it the rule large-batch-without-linger says more. */
const LARGE_BATCH_BYTES = 131_072;

export const lingerZero: Rule = {
  meta: {
    id: "linger-zero",
    severity: "information",
    profiles: { default: "off", strict: "information", throughput: "information" },
    category: "batching",
    since: "4.0.0",
    summary: "The default of linger.ms is 5 since 4.0, because fuller batches usually win back the wait.",
    sources: ["KIP-1030"],
  },
  messages: {
    ...ADVICE_TITLES,
    ...LINGER_TITLES,
    zero: "linger.ms=0 undoes the default of 5 that Kafka chose in 4.0: fuller batches usually win back the wait.",
  },
  check: (context) => {
    const linger = givenNumber(context, KEY);
    const room = (numberOf(context, "delivery.timeout.ms") ?? 0) - (numberOf(context, "request.timeout.ms") ?? 0);
    if (linger?.value !== 0 || (textOf(context, "compression.type") ?? "none") !== "none") return [];
    if ((numberOf(context, "batch.size") ?? 0) > LARGE_BATCH_BYTES) return [];
    const fixes = room < DEFAULT_MS ? lingerFixes(context, DEFAULT_MS) : removeFix(context, KEY);
    return [{ messageId: "zero", key: KEY, span: valueOrKey(linger.setting), fixes }];
  },
};
