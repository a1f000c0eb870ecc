import type { Failure } from "../../config/evaluation.js";
import { failuresOf } from "../support.js";
import { CLASS_MESSAGES, readMissingClass, replaceClassFix } from "../support-classes.js";
import { providerCalled } from "../provider-edits.js";
import { failureReport, settingOf } from "../support-values.js";
import type { Report, Rule, RuleContext } from "../types.js";

export const configProviderClass: Rule = {
  meta: {
    id: "config-provider-class",
    severity: "error",
    category: "startup",
    since: "2.3.0",
    summary: "A declared config provider must be a class that the client can create.",
    sources: ["AbstractConfig.instantiateConfigProviders", "KIP-421"],
  },
  messages: {
    ...CLASS_MESSAGES,
    wrongRole: "{key} needs a ConfigProvider, which {name} is not: the producer does not start.",
  },
  check: (context) => failuresOf(context, "config-provider").flatMap((failure) => report(context, failure)),
};

function report(context: RuleContext, failure: Failure): readonly Report[] {
  const { key } = failure;
  const setting = settingOf(context, key);
  if (setting === undefined) return [];
  const name = String(failure.data["name"] ?? setting.value);
  const { messageId, data, expected, certain } = readMissingClass(context, key, name);
  const isOther = !failure.exception.some((exception) => exception.class === "ConfigException");
  const alias = /^config\.providers\.(.*)\.class$/.exec(key)?.[1] ?? "";
  const wanted = expected ?? providerCalled(alias, context.catalog.version)?.className;
  const isMeant = expected !== undefined && certain;
  const whole = { start: 0, end: setting.value.length };
  const trailing = { start: name.trimEnd().length, end: name.length };
  return [
    failureReport(context, failure, {
      messageId: isOther ? "wrongRole" : messageId,
      data,
      ...(messageId === "blanks" ? { span: setting.spanOf(trailing.start, trailing.end) } : {}),
      fixes: wanted === undefined ? [] : replaceClassFix(context, key, whole, wanted, isMeant ? "safe" : "suggestion"),
    }),
  ];
}
