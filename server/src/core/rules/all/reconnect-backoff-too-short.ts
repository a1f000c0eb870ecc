import { adviceOn, givenNumber } from "../support-advice.js";
import { removeFix, VALUE_FIX_TITLES } from "../support-values.js";
import type { Rule } from "../types.js";

const BASE = "reconnect.backoff.ms";
const MAXIMUM = "reconnect.backoff.max.ms";

/** Ten attempts per second and broker. */
const SHORT_MS = 100;

export const reconnectBackoffTooShort: Rule = {
  meta: {
    id: "reconnect-backoff-too-short",
    severity: "information",
    category: "time",
    summary: "Without a pause between attempts to connect, every client of a failed broker storms it.",
    sources: ["CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_DOC", "KIP-144"],
  },
  messages: {
    ...VALUE_FIX_TITLES,
    zero: "{setting} tries to connect without a pause as long as a broker is away.",
    short: "{setting} lets the pause between attempts to connect never grow to more, as long as a broker is away.",
  },
  check: (context) => {
    const base = givenNumber(context, BASE);
    const maximum = givenNumber(context, MAXIMUM);
    if (base?.value === 0)
      return [adviceOn(context, base.setting, { messageId: "zero", fixes: removeFix(context, BASE) })];
    if (maximum === undefined || maximum.value >= SHORT_MS) return [];
    return [adviceOn(context, maximum.setting, { messageId: "short", fixes: removeFix(context, MAXIMUM) })];
  },
};
