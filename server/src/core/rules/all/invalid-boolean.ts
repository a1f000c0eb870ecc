import { javaTrim } from "../../config/parse-value.js";
import type { Failure } from "../../config/evaluation.js";
import { failuresOf } from "../support.js";
import { failureReport, nearestOf, removeFix, setFix, settingOf, shown, VALUE_FIX_TITLES } from "../support-values.js";
import { suspicionOf } from "../suspicious-value.js";
import type { Fix, Report, Rule, RuleContext } from "../types.js";

/** What other formats write for true and false. */
const YES = /^(?:1|y|yes|on|t|enabled?)$/i;
const NO = /^(?:0|n|no|off|f|disabled?)$/i;

export const invalidBoolean: Rule = {
  meta: {
    id: "invalid-boolean",
    severity: "error",
    category: "startup",
    summary: "A yes-or-no setting must be true or false, in any case.",
    sources: ["org.apache.kafka.common.config.ConfigDef.parseType"],
  },
  messages: {
    ...VALUE_FIX_TITLES,
    notBoolean: "{key} must be true or false, but is {value}: the producer does not start.",
    empty: "{key} has no value, but needs true or false: the producer does not start.",
  },
  check: (context) => failuresOf(context, "not-a-boolean").flatMap((failure) => report(context, failure)),
};

function report(context: RuleContext, failure: Failure): readonly Report[] {
  const { key } = failure;
  const setting = settingOf(context, key);
  if (setting === undefined || suspicionOf(context, setting) !== undefined) return [];
  const text = javaTrim(setting.value);
  return [
    failureReport(context, failure, {
      messageId: text === "" ? "empty" : "notBoolean",
      data: { key, value: shown(text) },
      fixes: [...setFixes(context, key, text), ...removeFix(context, key)],
    }),
  ];
}

function setFixes(context: RuleContext, key: string, text: string): readonly Fix[] {
  if (YES.test(text)) return setFix(context, key, "true", "safe");
  if (NO.test(text)) return setFix(context, key, "false", "safe");
  const near = nearestOf(text, ["true", "false"]);
  if (near !== undefined) return setFix(context, key, near, "suggestion");
  return ["true", "false"].flatMap((value) => setFix(context, key, value, "suggestion"));
}
