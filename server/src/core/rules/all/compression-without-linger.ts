import { LINGER_TITLES, lingerFixes } from "../linger-fix.js";
import { relatedSettings, valueOrKey } from "../support.js";
import { ADVICE_TITLES, givenNumber, textOf } from "../support-advice.js";
import type { Rule } from "../types.js";

const LINGER = "linger.ms";
const CODEC = "compression.type";
/** The default since 4.0 (KIP-1030). */
const LINGER_MS = 5;

export const compressionWithoutLinger: Rule = {
  meta: {
    id: "compression-without-linger",
    severity: "information",
    category: "batching",
    summary: "Compression works on whole batches, and with linger.ms=0 batches fill only under load.",
    sources: ["ProducerConfig.COMPRESSION_TYPE_DOC", "KIP-1030"],
  },
  messages: {
    ...ADVICE_TITLES,
    ...LINGER_TITLES,
    small:
      "With linger.ms=0 a batch leaves as soon as the sender is free; at low load it holds few records, which {codec} compresses badly.",
    takesPart: "{key} compresses whole batches",
  },
  check: (context) => {
    const linger = givenNumber(context, LINGER);
    const codec = textOf(context, CODEC) ?? "none";
    if (linger?.value !== 0 || codec === "none") return [];
    return [
      {
        messageId: "small",
        data: { codec },
        key: LINGER,
        span: valueOrKey(linger.setting),
        related: relatedSettings(context, [CODEC], "takesPart"),
        fixes: lingerFixes(context, LINGER_MS),
      },
    ];
  },
};
