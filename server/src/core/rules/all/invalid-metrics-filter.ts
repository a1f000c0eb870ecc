import type { Failure } from "../../config/evaluation.js";
import { failuresOf } from "../support.js";
import { failureReport, removeFix, setFix, settingOf, shown, VALUE_FIX_TITLES } from "../support-values.js";
import type { Report, Rule, RuleContext } from "../types.js";

export const invalidMetricsFilter: Rule = {
  meta: {
    id: "invalid-metrics-filter",
    severity: "error",
    category: "startup",
    since: "2.6.0",
    summary: "The filters of the JMX reporter must be regular expressions of Java.",
    sources: ["org.apache.kafka.common.metrics.JmxReporter.compilePredicate", "KIP-544", "KAFKA-17478"],
  },
  messages: {
    ...VALUE_FIX_TITLES,
    invalid: "{key} must be a regular expression, which {value} is not: the producer does not start.",
    wildcard:
      "{key} is a regular expression, no file pattern: {value} starts with a bare *, and the producer does not start.",
  },
  check: (context) => failuresOf(context, "metrics-filter").flatMap((failure) => report(context, failure)),
};

function report(context: RuleContext, failure: Failure): readonly Report[] {
  const { key } = failure;
  const setting = settingOf(context, key);
  if (setting === undefined) return [];
  const wildcard = setting.value.startsWith("*");
  const pattern = setting.value.replace(/(?<![\\.)\]\w*+?}])\*/g, ".*");
  const set = wildcard ? setFix(context, key, pattern, "suggestion") : [];
  return [
    failureReport(context, failure, {
      messageId: wildcard ? "wildcard" : "invalid",
      data: { key, value: shown(setting.value) },
      fixes: [...set, ...removeFix(context, key)],
    }),
  ];
}
