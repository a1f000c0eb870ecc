import { adviceOn, givenNumber } from "../support-advice.js";
import { removeFix, VALUE_FIX_TITLES } from "../support-values.js";
import type { Rule } from "../types.js";

const KEY = "retry.backoff.ms";

export const retryBackoffZero: Rule = {
  meta: {
    id: "retry-backoff-zero",
    severity: "information",
    category: "time",
    summary: "Without a pause between retries the client repeats requests as fast as it can; doubling 0 stays 0.",
    sources: ["ProducerConfig.RETRY_BACKOFF_MS_DOC", "org.apache.kafka.common.utils.ExponentialBackoff", "KIP-580"],
  },
  messages: {
    ...VALUE_FIX_TITLES,
    zero: "{setting} repeats failed requests and requests for metadata without a pause, just when the cluster is in trouble.",
  },
  check: (context) => {
    const written = givenNumber(context, KEY);
    if (written?.value !== 0) return [];
    return [adviceOn(context, written.setting, { messageId: "zero", fixes: removeFix(context, KEY) })];
  },
};
