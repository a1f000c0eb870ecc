import { adviceOn, textOf, givenNumber } from "../support-advice.js";
import { removeFix, VALUE_FIX_TITLES } from "../support-values.js";
import type { Rule } from "../types.js";

const KEY = "request.timeout.ms";

/** The broker's default of replica.lag.time.max.ms since 2.5. */
const REPLICA_LAG_MS = 30_000;

export const requestTimeoutBelowReplicaLag: Rule = {
  meta: {
    id: "request-timeout-below-replica-lag",
    severity: "information",
    profiles: { default: "off", strict: "information", durability: "information" },
    category: "time",
    summary:
      "With acks=all a slow replica may hold up an answer for replica.lag.time.max.ms; a shorter wait only causes retries.",
    sources: ["ProducerConfig.REQUEST_TIMEOUT_MS_DOC", "replica.lag.time.max.ms"],
  },
  messages: {
    ...VALUE_FIX_TITLES,
    below:
      "{setting} is below 30000, the default of replica.lag.time.max.ms (10000 before broker 2.5): for that long, and up to half as long again, a slow replica may hold up acks=all, and giving up earlier only causes retries.",
  },
  check: (context) => {
    const written = givenNumber(context, KEY);
    // The rule request-timeout-too-short is about less than a second.
    if (written === undefined || written.value < 1_000 || written.value >= REPLICA_LAG_MS) return [];
    if (!["all", "-1"].includes(textOf(context, "acks") ?? "")) return [];
    return [adviceOn(context, written.setting, { messageId: "below", fixes: removeFix(context, KEY) })];
  },
};
