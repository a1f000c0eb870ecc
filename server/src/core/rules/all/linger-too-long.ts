import { adviceOn, givenNumber } from "../support-advice.js";
import { setFix, VALUE_FIX_TITLES } from "../support-values.js";
import type { Rule } from "../types.js";

const KEY = "linger.ms";
const LONG_MS = 1_000;
/** More than a few seconds is a mistake of the unit: linger.ms is in milliseconds. */
const MISTAKE_MS = 5_000;
const USUAL_MS = 100;

export const lingerTooLong: Rule = {
  meta: {
    id: "linger-too-long",
    severity: "information",
    profiles: { latency: "warning", throughput: "hint" },
    category: "time",
    summary: "At low load every record waits linger.ms, and the wait counts in delivery.timeout.ms.",
    sources: ["ProducerConfig.LINGER_MS_DOC", "KIP-91"],
  },
  messages: {
    ...VALUE_FIX_TITLES,
    long: "{setting} delays records by more than a second whenever the load does not fill a batch; a few milliseconds give most of the gain.",
    mistake:
      "{setting} delays records by many seconds whenever the load does not fill a batch. The unit is milliseconds; a few give most of the gain.",
  },
  check: (context) => {
    const written = givenNumber(context, KEY);
    if (written === undefined || written.value <= LONG_MS) return [];
    const fixes = setFix(context, KEY, USUAL_MS.toString(), "suggestion");
    if (written.value < MISTAKE_MS) return [adviceOn(context, written.setting, { messageId: "long", fixes })];
    return [adviceOn(context, written.setting, { messageId: "mistake", severity: "warning", fixes })];
  },
};
