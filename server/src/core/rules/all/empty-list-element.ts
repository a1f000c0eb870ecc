import type { Failure } from "../../config/evaluation.js";
import { failuresOf, valueOrKey } from "../support.js";
import { emptyElement, LIST_FIX_TITLES, withoutEmptyElements } from "../support-lists.js";
import { failureReport, settingOf, VALUE_FIX_TITLES } from "../support-values.js";
import type { Report, Rule, RuleContext } from "../types.js";

export const emptyListElement: Rule = {
  meta: {
    id: "empty-list-element",
    severity: "error",
    category: "startup",
    since: "4.2.0",
    summary: "Lists must not have empty elements, and bootstrap.servers must not be an empty list.",
    sources: ["org.apache.kafka.common.config.ConfigDef.ValidList", "KIP-1161"],
  },
  messages: {
    ...VALUE_FIX_TITLES,
    ...LIST_FIX_TITLES,
    element: "{key} has an empty element: a comma too many. From Kafka 4.2 on the producer does not start.",
    list: "{key} has no value, but must name at least one broker: the producer does not start.",
  },
  check: (context) =>
    failuresOf(context, "empty-list", "empty-list-element").flatMap((failure) => report(context, failure)),
};

function report(context: RuleContext, failure: Failure): readonly Report[] {
  const { key } = failure;
  const setting = settingOf(context, key);
  if (setting === undefined) return [];
  if (failure.code === "empty-list") return [failureReport(context, failure, { messageId: "list", data: { key } })];
  const part = emptyElement(setting.value);
  return [
    failureReport(context, failure, {
      messageId: "element",
      data: { key },
      span: part === undefined ? valueOrKey(setting) : setting.spanOf(part.start, part.end),
      fixes: withoutEmptyElements(context, setting),
    }),
  ];
}
