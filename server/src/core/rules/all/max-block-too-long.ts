import { adviceOn, givenNumber } from "../support-advice.js";
import { removeFix, VALUE_FIX_TITLES } from "../support-values.js";
import type { Rule } from "../types.js";

const KEY = "max.block.ms";
const LONG_MS = 120_000;

/** 24 days, the largest number that many people know. */
const FOR_EVER_MS = 2_147_483_647;

export const maxBlockTooLong: Rule = {
  meta: {
    id: "max-block-too-long",
    severity: "hint",
    profiles: { strict: "information", latency: "warning" },
    category: "time",
    summary: "A large max.block.ms lets the threads of an application hang in send() when the cluster is away.",
    sources: ["ProducerConfig.MAX_BLOCK_MS_DOC", "KIP-19"],
  },
  messages: {
    ...VALUE_FIX_TITLES,
    long: "{setting} lets a thread hang in send() for {minutes} minutes when the cluster is away or the buffer is full.",
    forEver: "{setting} lets a thread hang in send() for ever when the cluster is away or the buffer is full.",
  },
  check: (context) => {
    const written = givenNumber(context, KEY);
    if (written === undefined || written.value <= LONG_MS) return [];
    const minutes = Math.round(written.value / 60_000);
    const isForEver = written.value >= FOR_EVER_MS;
    const data = { minutes };
    const fixes = removeFix(context, KEY);
    return [adviceOn(context, written.setting, { messageId: isForEver ? "forEver" : "long", data, fixes })];
  },
};
