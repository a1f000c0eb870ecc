import { firstLine } from "../support.js";
import { ADVICE_TITLES, isGiven, writeFix } from "../support-advice.js";
import type { Rule } from "../types.js";

const KEY = "acks";

export const acksNotSet: Rule = {
  meta: {
    id: "acks-not-set",
    severity: "information",
    profiles: { default: "off", strict: "information", durability: "information" },
    category: "durability",
    until: "3.0.0",
    summary: "Up to 2.8 the default of acks is 1: a crash of the leader loses records that were reported as sent.",
    sources: ["ProducerConfig.ACKS_CONFIG", "KIP-679"],
  },
  messages: {
    ...ADVICE_TITLES,
    notSet:
      "acks is not set, and its default in release {version} is 1: a crash of the leader loses records that were reported as sent.",
  },
  check: (context) => {
    const { document, catalog, evaluation } = context;
    // With idempotence the client takes all by itself.
    if (document.settings.length === 0 || isGiven(context, KEY) || evaluation.idempotent) return [];
    const fixes = [writeFix(context, KEY, "all", document.settings.at(-1))];
    return [
      { messageId: "notSet", data: { version: catalog.version.text }, key: KEY, span: firstLine(context), fixes },
    ];
  },
};
