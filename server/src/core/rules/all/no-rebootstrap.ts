import { valueOrKey } from "../support.js";
import { ADVICE_TITLES, isRefused, textOf, writeFix } from "../support-advice.js";
import type { Rule } from "../types.js";

const KEY = "metadata.recovery.strategy";

export const noRebootstrap: Rule = {
  meta: {
    id: "no-rebootstrap",
    severity: "information",
    category: "cluster",
    since: "3.8.0",
    summary: "With metadata.recovery.strategy=none a producer stays lost when all brokers it knows were replaced.",
    sources: ["KIP-899", "KIP-1102"],
  },
  messages: {
    ...ADVICE_TITLES,
    lost: "When every broker that the producer knows has another address, it does not come back to bootstrap.servers: nothing is delivered until a restart.",
  },
  check: (context) => {
    const setting = context.document.byKey.get(KEY);
    if (setting === undefined || isRefused(context, KEY) || textOf(context, KEY)?.toLowerCase() !== "none") return [];
    return [{ messageId: "lost", key: KEY, span: valueOrKey(setting), fixes: [writeFix(context, KEY, "rebootstrap")] }];
  },
};
