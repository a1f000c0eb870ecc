import type { Failure } from "../../config/evaluation.js";
import { failuresOf } from "../support.js";
import {
  CLASS_MESSAGES,
  partitionerFixes,
  readMissingClass,
  replaceClassFix,
  usualSerializerFixes,
} from "../support-classes.js";
import { emptyElement, LIST_FIX_TITLES, withoutEmptyElements } from "../support-lists.js";
import { distinct, failureReport, removeFix, settingOf } from "../support-values.js";
import { suspicionOf } from "../suspicious-value.js";
import type { Report, Rule, RuleContext } from "../types.js";

export const classNotFound: Rule = {
  meta: {
    id: "class-not-found",
    severity: "error",
    category: "startup",
    summary: "A class must be named in full, and the client release must have it.",
    sources: ["org.apache.kafka.common.config.ConfigDef.parseType", "AbstractConfig.getConfiguredInstances"],
  },
  messages: {
    ...CLASS_MESSAGES,
    ...LIST_FIX_TITLES,
    nearMiss: "{key}: kafka-clients {version} has no class {value}. Did you mean {expected}?",
    element: "{key} has an empty element: a comma too many. The producer does not start.",
  },
  check: (context) => [
    ...distinct(failuresOf(context, "class-not-found")).flatMap((failure) => report(context, failure)),
    ...context.evaluation.failures.flatMap((failure) => nearMiss(context, failure)),
  ],
};

/** Packages of kafka-clients: what other libraries of Kafka bring has other ones (`connect`, `streams`). */
const CLIENT_PACKAGES = /^org\.apache\.kafka\.(?:clients|common)\./;

/** A name that is no class of kafka-clients but nearly one, which some other library could still bring: a warning. */
function nearMiss(context: RuleContext, failure: Failure): readonly Report[] {
  const { code, key, certainty, part } = failure;
  const name = String(failure.data["name"] ?? "");
  if (code !== "class-not-found" || certainty === "certain" || !CLIENT_PACKAGES.test(name)) return [];
  const { data, expected } = readMissingClass(context, key, name);
  if (expected === undefined) return [];
  const fixes = replaceClassFix(context, key, part, expected, "suggestion");
  return [failureReport(context, failure, { messageId: "nearMiss", severity: "warning", data, fixes })];
}

function report(context: RuleContext, failure: Failure): readonly Report[] {
  const { key } = failure;
  const setting = settingOf(context, key);
  if (setting === undefined || suspicionOf(context, setting) !== undefined) return [];
  const name = String(failure.data["name"] ?? "");
  const comma = name === "" ? emptyElement(setting.value) : undefined;
  if (comma !== undefined) {
    return [
      failureReport(context, failure, {
        messageId: "element",
        data: { key },
        span: setting.spanOf(comma.start, comma.end),
        fixes: withoutEmptyElements(context, setting),
      }),
    ];
  }
  const { messageId, data, expected, certain } = readMissingClass(context, key, name);
  const replace =
    expected === undefined
      ? []
      : replaceClassFix(context, key, failure.part, expected, certain ? "safe" : "suggestion");
  const fixes = [
    ...replace,
    ...(messageId === "removed" ? partitionerFixes(context, name) : []),
    ...(messageId === "empty" ? usualSerializerFixes(context, key) : []),
  ];
  const remove = fixes.some((fix) => fix.titleId.startsWith("remove")) ? [] : removeFix(context, key);
  return [
    failureReport(context, failure, {
      messageId,
      data,
      fixes: [...fixes, ...remove],
    }),
  ];
}
