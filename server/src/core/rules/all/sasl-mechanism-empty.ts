import type { Failure } from "../../config/evaluation.js";
import { failuresOf, relatedSettings } from "../support.js";
import { mechanismsOfFile } from "../support-jaas.js";
import { failureReport, removeFix, setFix, VALUE_FIX_TITLES } from "../support-values.js";
import type { Report, Rule, RuleContext } from "../types.js";

const KEY = "sasl.mechanism";

export const saslMechanismEmpty: Rule = {
  meta: {
    id: "sasl-mechanism-empty",
    severity: "error",
    category: "security",
    since: "3.3.0",
    summary: "With SASL the mechanism must not be empty; up to 3.2 such a client starts but cannot connect.",
    sources: ["CommonClientConfigs.postValidateSaslMechanismConfig"],
  },
  messages: {
    ...VALUE_FIX_TITLES,
    empty: "{key} has no value, but security.protocol asks for SASL: the producer does not start.",
    takesPart: "{key} asks for SASL",
  },
  check: (context) => failuresOf(context, "sasl-mechanism").map((failure) => report(context, failure)),
};

function report(context: RuleContext, failure: Failure): Report {
  const set = mechanismsOfFile(context).flatMap((mechanism) => setFix(context, KEY, mechanism, "suggestion"));
  return failureReport(context, failure, {
    messageId: "empty",
    data: { key: KEY },
    related: relatedSettings(context, failure.relatedKeys, "takesPart"),
    fixes: set.length > 0 ? set : removeFix(context, KEY),
  });
}
