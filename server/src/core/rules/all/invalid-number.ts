import type { KeySpec } from "../../catalog/types.js";
import type { Failure } from "../../config/evaluation.js";
import { javaTrim } from "../../config/parse-value.js";
import { LARGEST, nearestNumber } from "../nearest-number.js";
import { failuresOf } from "../support.js";
import { failureReport, removeFix, setFix, settingOf, shown, VALUE_FIX_TITLES } from "../support-values.js";
import { suspicionOf } from "../suspicious-value.js";
import type { Report, Rule, RuleContext } from "../types.js";

export const invalidNumber: Rule = {
  meta: {
    id: "invalid-number",
    severity: "error",
    category: "startup",
    summary: "A numeric setting must be a number as Java writes it, without unit, separators or exponent.",
    sources: ["org.apache.kafka.common.config.ConfigDef.parseType"],
  },
  messages: {
    ...VALUE_FIX_TITLES,
    notWhole: "{key} must be a whole number, but is {value}: the producer does not start.",
    notDecimal: "{key} must be a number such as 0.8, but is {value}: the producer does not start.",
    empty: "{key} has no value, but needs a number: the producer does not start.",
    beyond:
      "{key} {value} has too many digits for Java's {type}, which ends at {largest}: the producer does not start.",
  },
  check: (context) => failuresOf(context, "not-a-number").flatMap((failure) => report(context, failure)),
};

function report(context: RuleContext, failure: Failure): readonly Report[] {
  const { key } = failure;
  const setting = settingOf(context, key);
  const spec = context.catalog.keys.get(key);
  if (setting === undefined || spec === undefined || suspicionOf(context, setting) !== undefined) return [];
  const text = javaTrim(setting.value);
  const nearest = nearestNumber(spec, text);
  const set = nearest === undefined ? [] : setFix(context, key, nearest.text, nearest.certain ? "safe" : "suggestion");
  return [
    failureReport(context, failure, {
      messageId: messageOf(spec, text),
      data: { key, value: shown(text), type: spec.type, largest: (LARGEST[spec.type] ?? 0n).toString() },
      fixes: [...set, ...removeFix(context, key)],
    }),
  ];
}

function messageOf(spec: KeySpec, text: string): string {
  if (text === "") return "empty";
  if (spec.type === "double") return "notDecimal";
  return /^[+-]?\d+$/.test(text) ? "beyond" : "notWhole";
}
