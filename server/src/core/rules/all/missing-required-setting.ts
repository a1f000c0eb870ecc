import { historyOf } from "../../catalog/catalog.js";
import { isMissing } from "../../config/assess.js";
import { clientMessageOf, firstLine } from "../support.js";
import type { Report, Rule, RuleContext } from "../types.js";

const BOOTSTRAP = "bootstrap.servers";
/** In the order in which people write them. */
const REQUIRED = [BOOTSTRAP, "key.serializer", "value.serializer"];

export const missingRequiredSetting: Rule = {
  meta: {
    id: "missing-required-setting",
    severity: "hint",
    category: "startup",
    summary: "bootstrap.servers, key.serializer and value.serializer must come from the file or from the program.",
    sources: ["ProducerConfig.appendSerializerToConfig", "ClientUtils.parseAndValidateAddresses", "KIP-1161"],
  },
  messages: {
    missing: "Not in this file: {keys}. The constructor throws unless the application passes it in code.",
  },
  check: (context) => {
    const failures = context.evaluation.failures.filter((failure) => isMissing(failure, context.evaluation.given));
    const [first] = failures;
    if (first === undefined || !hasProducerKey(context)) return [];
    const missing = REQUIRED.filter((key) => failures.some((failure) => failure.key === key));
    const report: Report = {
      messageId: "missing",
      data: { keys: missing.join(", ") },
      key: missing[0],
      span: firstLine(context),
      clientMessage: clientMessageOf(first),
      // A file without addresses is a part of a configuration: that it is no whole one is no news.
      ...(missing.includes(BOOTSTRAP) ? { onlyIn: ["strict"] } : {}),
    };
    return [report];
  },
};

function hasProducerKey(context: RuleContext): boolean {
  return context.document.settings.some((setting) => historyOf(setting.key) !== undefined);
}
