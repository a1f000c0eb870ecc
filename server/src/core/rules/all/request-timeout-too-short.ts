import { adviceOn, givenNumber } from "../support-advice.js";
import { removeFix, VALUE_FIX_TITLES } from "../support-values.js";
import type { Rule } from "../types.js";

const KEY = "request.timeout.ms";

/** Below a second a pause of a broker, such as a garbage collection, looks like its death. */
const SHORT_MS = 1_000;

export const requestTimeoutTooShort: Rule = {
  meta: {
    id: "request-timeout-too-short",
    severity: "information",
    category: "time",
    summary:
      "A request without an answer for request.timeout.ms costs the connection; 0 leaves no time for any answer.",
    sources: ["org.apache.kafka.clients.InFlightRequests.hasExpiredRequest", "KIP-19"],
  },
  messages: {
    ...VALUE_FIX_TITLES,
    zero: "{setting} leaves no time for any answer: the producer starts, but it drops its connections and confirms no record.",
    short:
      "{setting} is less than a broker may need under load: the connection is dropped, and everything in flight on it is sent again.",
  },
  check: (context) => {
    const written = givenNumber(context, KEY);
    if (written === undefined || written.value >= SHORT_MS) return [];
    const fixes = removeFix(context, KEY);
    const report = written.value === 0 ? ({ messageId: "zero", severity: "warning" } as const) : { messageId: "short" };
    return [adviceOn(context, written.setting, { ...report, fixes })];
  },
};
