import { isAtLeast } from "../../catalog/version.js";
import { adviceOn, givenNumber } from "../support-advice.js";
import { removeFix, VALUE_FIX_TITLES } from "../support-values.js";
import type { Rule } from "../types.js";

const BASE = "socket.connection.setup.timeout.ms";
const MAXIMUM = "socket.connection.setup.timeout.max.ms";

export const connectionSetupTimeoutZero: Rule = {
  meta: {
    id: "connection-setup-timeout-zero",
    severity: "warning",
    category: "time",
    since: "2.7.0",
    summary: "A connection timeout of 0 or less is over before any connection stands.",
    sources: ["org.apache.kafka.clients.ClusterConnectionStates.isConnectionSetupTimeout", "KIP-601"],
  },
  messages: {
    ...VALUE_FIX_TITLES,
    zero: "{setting} does not mean without limit: the producer starts, but it gives up every connection at once.",
  },
  check: (context) => {
    // The maximum takes part from 3.7 on; before, a first timeout above it was used as it is.
    const keys = isAtLeast(context.catalog.version, "3.7.0") ? [BASE, MAXIMUM] : [BASE];
    return keys.flatMap((key) => {
      const written = givenNumber(context, key);
      if (written === undefined || written.value > 0) return [];
      return [adviceOn(context, written.setting, { messageId: "zero", fixes: removeFix(context, key) })];
    });
  },
};
