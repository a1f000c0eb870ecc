import type { Failure } from "../../config/evaluation.js";
import { failuresOf, relatedSettings } from "../support.js";
import { CLASS_MESSAGES, readMissingClass, replaceClassFix } from "../support-classes.js";
import { distinct, failureReport, removeFix, setFix, settingOf, shown } from "../support-values.js";
import type { Fix, Report, Rule, RuleContext } from "../types.js";

/** What most lists hold; offered when nothing is said about the elements. */
const USUAL_SERDE = "org.apache.kafka.common.serialization.Serdes$StringSerde";

export const serializerSetting: Rule = {
  meta: {
    id: "serializer-setting",
    severity: "error",
    category: "startup",
    summary: "The settings that StringSerializer and ListSerializer read must name a charset and a Serde.",
    sources: ["StringSerializer.configure", "ListSerializer.configure"],
  },
  messages: {
    ...CLASS_MESSAGES,
    encoding: "{key} is {value}, which is no charset that Java knows: the producer does not start.",
    blankEncoding:
      "{key} is not trimmed, so that the name of the charset ends with a blank: the producer does not start.",
    inner: "{key} must be the full name of a Serde class, but is {value}: the producer does not start.",
    noInner: "ListSerializer as {key} needs {inner}, which is not set: the producer does not start.",
    takesPart: "{key} reads the setting",
    insert: "Add {inner}",
  },
  check: (context) =>
    distinct(failuresOf(context, "serializer-setting")).flatMap((failure) => report(context, failure)),
};

function report(context: RuleContext, failure: Failure): readonly Report[] {
  if (failure.key.startsWith("default.list.")) return innerSerde(context, failure);
  return failure.key.endsWith(".serializer") ? missingInner(context, failure) : encoding(context, failure);
}

function encoding(context: RuleContext, failure: Failure): readonly Report[] {
  const { key } = failure;
  const setting = settingOf(context, key);
  if (setting === undefined) return [];
  const trimmed = setting.value.trim();
  const blank = trimmed !== setting.value && trimmed !== "";
  const whole = { start: 0, end: setting.value.length };
  const trim: Fix = {
    titleId: "replace",
    data: { expected: trimmed },
    safety: "safe",
    edits: context.document.edits.replacePart(setting, whole.start, whole.end, trimmed),
  };
  return [
    failureReport(context, failure, {
      messageId: blank ? "blankEncoding" : "encoding",
      data: { key, value: shown(setting.value) },
      ...(blank ? { span: setting.spanOf(trimmed.length, setting.value.length) } : {}),
      related: relatedSettings(context, failure.relatedKeys, "takesPart"),
      fixes: [...(blank ? [trim] : setFix(context, key, "UTF-8", "suggestion")), ...removeFix(context, key)],
    }),
  ];
}

function innerSerde(context: RuleContext, failure: Failure): readonly Report[] {
  const { key } = failure;
  const setting = settingOf(context, key);
  if (setting === undefined) return [];
  const { messageId, data, expected, certain } = readMissingClass(context, key, setting.value);
  const known = ["empty", "blanks", "notQualified"].includes(messageId);
  const whole = { start: 0, end: setting.value.length };
  const safety = certain ? "safe" : "suggestion";
  return [
    failureReport(context, failure, {
      messageId: known ? messageId : "inner",
      data,
      related: relatedSettings(context, failure.relatedKeys, "takesPart"),
      fixes: expected === undefined ? [] : replaceClassFix(context, key, whole, expected, safety),
    }),
  ];
}

function missingInner(context: RuleContext, failure: Failure): readonly Report[] {
  const setting = settingOf(context, failure.key);
  const [inner] = failure.relatedKeys;
  if (setting === undefined || inner === undefined) return [];
  const edits = context.document.edits.insert(inner, USUAL_SERDE, setting);
  const fixes = [{ titleId: "insert", data: { inner }, safety: "suggestion", edits } as const];
  return [failureReport(context, failure, { messageId: "noInner", data: { key: failure.key, inner }, fixes })];
}
