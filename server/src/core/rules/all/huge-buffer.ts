import { valueOrKey } from "../support.js";
import { ADVICE_TITLES, givenNumber } from "../support-advice.js";
import { removeFix } from "../support-values.js";
import type { Rule } from "../types.js";

const KEY = "buffer.memory";
const HUGE_BYTES = 1_073_741_824;

export const hugeBuffer: Rule = {
  meta: {
    id: "huge-buffer",
    severity: "information",
    category: "batching",
    summary: "A buffer.memory above 1 GiB needs that much heap, and records wait in it unseen while brokers are away.",
    sources: ["BufferPool", "ProducerConfig.BUFFER_MEMORY_DOC"],
  },
  messages: {
    ...ADVICE_TITLES,
    huge: "More than 1 GiB of unsent records: the Java heap must hold them, and a crash loses them. Size it by the rate and the outage to bridge.",
  },
  check: (context) => {
    const given = givenNumber(context, KEY);
    if (given === undefined || given.value <= HUGE_BYTES) return [];
    return [{ messageId: "huge", key: KEY, span: valueOrKey(given.setting), fixes: removeFix(context, KEY) }];
  },
};
