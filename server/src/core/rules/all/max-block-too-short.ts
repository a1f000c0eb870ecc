import { adviceOn, givenNumber } from "../support-advice.js";
import { removeFix, VALUE_FIX_TITLES } from "../support-values.js";
import type { Rule } from "../types.js";

const KEY = "max.block.ms";

/** Connecting with TLS and SASL and fetching metadata may take longer than this. */
const SHORT_MS = 1_000;

export const maxBlockTooShort: Rule = {
  meta: {
    id: "max-block-too-short",
    severity: "information",
    category: "time",
    summary: "The first send() to a topic needs metadata; max.block.ms=0 gives it no time and loses the first records.",
    sources: ["KafkaProducer.waitOnMetadata", "KIP-19"],
  },
  messages: {
    ...VALUE_FIX_TITLES,
    zero: "{setting} gives send() no time to learn about a topic: the producer starts, but the first records to every topic fail with a TimeoutException.",
    short:
      "{setting} may be over before the first metadata is there, with TLS and SASL above all: the first records fail.",
  },
  check: (context) => {
    const written = givenNumber(context, KEY);
    if (written === undefined || written.value >= SHORT_MS) return [];
    const fixes = removeFix(context, KEY);
    const report = written.value === 0 ? ({ messageId: "zero", severity: "warning" } as const) : { messageId: "short" };
    return [adviceOn(context, written.setting, { ...report, fixes })];
  },
};
