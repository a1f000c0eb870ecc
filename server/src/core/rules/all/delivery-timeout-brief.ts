import { adviceOn, givenNumber } from "../support-advice.js";
import { removeFix, VALUE_FIX_TITLES } from "../support-values.js";
import type { Rule } from "../types.js";

const KEY = "delivery.timeout.ms";

/** The broker's replica.lag.time.max.ms from 2.5 on: for so long, and up to half as long again, a slow follower may hold up acks=all. */
const RECOVERY_MS = 30_000;

export const deliveryTimeoutBrief: Rule = {
  meta: {
    id: "delivery-timeout-brief",
    severity: "hint",
    profiles: { strict: "information", durability: "warning", latency: "off" },
    category: "time",
    since: "2.1.0",
    summary: "A delivery.timeout.ms below half a minute may end before a failed broker is noticed and replaced.",
    sources: ["KIP-91", "replica.lag.time.max.ms", "broker.session.timeout.ms", "zookeeper.session.timeout.ms"],
  },
  messages: {
    ...VALUE_FIX_TITLES,
    brief:
      "{setting} may be over before a failed broker is replaced (up to 9 s with KRaft, 18 s with ZooKeeper) or a slow replica is dropped (30 to 45 s): records fail in outages that pass by themselves.",
  },
  check: (context) => {
    const written = givenNumber(context, KEY);
    if (written === undefined || written.value === 0 || written.value >= RECOVERY_MS) return [];
    return [adviceOn(context, written.setting, { messageId: "brief", fixes: removeFix(context, KEY) })];
  },
};
