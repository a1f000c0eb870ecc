import { adviceOn, givenNumber } from "../support-advice.js";
import { removeFix, VALUE_FIX_TITLES } from "../support-values.js";
import type { Rule } from "../types.js";

const KEY = "connections.max.idle.ms";
const SHORT_MS = 10_000;
/** What a request with replication may take on a good day; the client does not look at what is in flight when it closes. */
const UNDER_REQUESTS_MS = 1_000;

export const idleConnectionsTooShort: Rule = {
  meta: {
    id: "idle-connections-too-short",
    severity: "information",
    category: "cluster",
    summary: "A connection that is closed after a few idle seconds is opened again for the next batch.",
    sources: ["org.apache.kafka.common.network.Selector.IdleExpiryManager"],
  },
  messages: {
    ...VALUE_FIX_TITLES,
    short:
      "{setting} closes connections in the pauses between batches: the next records wait for a new one, login included.",
    underRequests:
      "{setting} closes connections even while requests wait for their answer: their batches are sent again, and with idempotence records fail after delivery.timeout.ms.",
  },
  check: (context) => {
    const written = givenNumber(context, KEY);
    if (written === undefined || written.value < 0 || written.value >= SHORT_MS) return [];
    const report =
      written.value < UNDER_REQUESTS_MS
        ? ({ messageId: "underRequests", severity: "warning" } as const)
        : { messageId: "short" };
    return [adviceOn(context, written.setting, { ...report, fixes: removeFix(context, KEY) })];
  },
};
