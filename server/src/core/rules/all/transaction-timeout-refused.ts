import { adviceOn, isGiven, givenNumber } from "../support-advice.js";
import { removeFix, setFix, VALUE_FIX_TITLES } from "../support-values.js";
import type { Rule } from "../types.js";

const KEY = "transaction.timeout.ms";

/** The broker's default of transaction.max.timeout.ms. */
const BROKER_MAXIMUM_MS = 900_000;

export const transactionTimeoutRefused: Rule = {
  meta: {
    id: "transaction-timeout-refused",
    severity: "warning",
    category: "time",
    summary: "The client takes any transaction.timeout.ms; the broker refuses 0, negative and too large ones.",
    sources: ["kafka.coordinator.transaction.TransactionCoordinator.handleInitProducerId", "KIP-98"],
  },
  messages: {
    ...VALUE_FIX_TITLES,
    notPositive:
      "{setting} is not above 0: the producer starts, but initTransactions() fails with an InvalidTxnTimeoutException.",
    tooLarge:
      "{setting} is above 900000, the default of the broker's transaction.max.timeout.ms: unless that is raised, initTransactions() fails.",
  },
  check: (context) => {
    const written = givenNumber(context, KEY);
    if (written === undefined || !isGiven(context, "transactional.id")) return [];
    if (written.value > 0 && written.value <= BROKER_MAXIMUM_MS) return [];
    if (written.value <= 0)
      return [adviceOn(context, written.setting, { messageId: "notPositive", fixes: removeFix(context, KEY) })];
    const fixes = setFix(context, KEY, BROKER_MAXIMUM_MS.toString(), "suggestion");
    return [adviceOn(context, written.setting, { messageId: "tooLarge", severity: "information", fixes })];
  },
};
