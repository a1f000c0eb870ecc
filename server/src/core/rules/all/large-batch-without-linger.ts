import { LINGER_TITLES, lingerFixes } from "../linger-fix.js";
import { described, valueOrKey } from "../support.js";
import { ADVICE_TITLES, givenNumber, numberOf } from "../support-advice.js";
import type { Rule } from "../types.js";

const BATCH = "batch.size";
const LINGER = "linger.ms";
/** Eight times the default: larger batches are written for throughput. */
const LARGE_BYTES = 131_072;
const LINGER_MS = 5;

export const largeBatchWithoutLinger: Rule = {
  meta: {
    id: "large-batch-without-linger",
    severity: "information",
    category: "batching",
    summary: "A large batch.size does little when linger.ms is 0: batches leave before they are full.",
    sources: ["ProducerConfig.LINGER_MS_DOC", "RecordAccumulator.ready"],
  },
  messages: {
    ...ADVICE_TITLES,
    ...LINGER_TITLES,
    early:
      "With {linger} a batch leaves as soon as the sender is free: {bytes} bytes are reached only under high load.",
  },
  check: (context) => {
    const batch = givenNumber(context, BATCH);
    if (batch === undefined || batch.value <= LARGE_BYTES || numberOf(context, LINGER) !== 0) return [];
    return [
      {
        messageId: "early",
        data: { linger: described(context, LINGER), bytes: batch.value },
        key: BATCH,
        span: valueOrKey(batch.setting),
        fixes: lingerFixes(context, LINGER_MS, batch.setting),
      },
    ];
  },
};
