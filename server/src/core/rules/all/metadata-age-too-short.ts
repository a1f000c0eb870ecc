import { adviceOn, givenNumber } from "../support-advice.js";
import { removeFix, VALUE_FIX_TITLES } from "../support-values.js";
import type { Rule } from "../types.js";

const KEY = "metadata.max.age.ms";
const SHORT_MS = 1_000;

export const metadataAgeTooShort: Rule = {
  meta: {
    id: "metadata-age-too-short",
    severity: "information",
    category: "cluster",
    summary: "Metadata that is old after less than a second is asked for all the time.",
    sources: ["org.apache.kafka.clients.Metadata.timeToNextUpdate"],
  },
  messages: {
    ...VALUE_FIX_TITLES,
    short:
      "{setting} asks the brokers for metadata all the time, at most every retry.backoff.ms. Changes of leaders are noticed without it.",
  },
  check: (context) => {
    const written = givenNumber(context, KEY);
    if (written === undefined || written.value >= SHORT_MS) return [];
    return [adviceOn(context, written.setting, { messageId: "short", fixes: removeFix(context, KEY) })];
  },
};
