import { TOO_LONG_MS } from "../request-timeout.js";
import { adviceOn, givenNumber } from "../support-advice.js";
import { removeFix, VALUE_FIX_TITLES } from "../support-values.js";
import type { Rule } from "../types.js";

const KEY = "request.timeout.ms";
/** About what people mean by "for ever": a month and more. */
const FOR_EVER_MS = 2_000_000_000;

export const requestTimeoutTooLong: Rule = {
  meta: {
    id: "request-timeout-too-long",
    severity: "warning",
    category: "time",
    summary: "With a long request.timeout.ms a broker that does not answer is given up too late.",
    sources: ["NetworkClient.handleTimedOutRequests", "ProducerConfig.REQUEST_TIMEOUT_MS_DOC"],
  },
  messages: {
    ...VALUE_FIX_TITLES,
    long: "{setting} does not give up a request to a broker that hangs, or is gone without a reset, for {minutes} minutes, and later batches wait behind it. 30000 fits nearly everybody.",
    forEver:
      "{setting} never gives up a request to a broker that hangs, or is gone without a reset, and later batches wait behind it. 30000 fits nearly everybody.",
  },
  check: (context) => {
    const written = givenNumber(context, KEY);
    if (written === undefined || written.value <= TOO_LONG_MS) return [];
    const messageId = written.value >= FOR_EVER_MS ? "forEver" : "long";
    const data = { minutes: Math.floor(written.value / 60_000) };
    return [adviceOn(context, written.setting, { messageId, data, fixes: removeFix(context, KEY) })];
  },
};
