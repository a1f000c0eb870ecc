import type { Failure } from "../../config/evaluation.js";
import { failuresOf } from "../support.js";
import { failureReport, removeFix, setFix, settingOf, shown, VALUE_FIX_TITLES } from "../support-values.js";
import { suspicionOf } from "../suspicious-value.js";
import { isAccepted } from "../support-values.js";
import type { Report, Rule, RuleContext } from "../types.js";

export const valueOutOfRange: Rule = {
  meta: {
    id: "value-out-of-range",
    severity: "error",
    category: "startup",
    summary: "A number must lie within the bounds that the client sets for its key.",
    sources: ["org.apache.kafka.common.config.ConfigDef.Range", "org.apache.kafka.common.record.CompressionType"],
  },
  messages: {
    ...VALUE_FIX_TITLES,
    tooSmall: "{key} {value} is below {min}, the smallest value allowed: the producer does not start.",
    tooLarge: "{key} {value} is above {max}, the largest value allowed: the producer does not start.",
    gzipLevel: "{key} {value} is neither -1 nor between {min} and {max}: the producer does not start.",
  },
  check: (context) => failuresOf(context, "out-of-range").flatMap((failure) => report(context, failure)),
};

function report(context: RuleContext, failure: Failure): readonly Report[] {
  const { key, data } = failure;
  const setting = settingOf(context, key);
  const spec = context.catalog.keys.get(key);
  if (setting === undefined || spec === undefined || suspicionOf(context, setting) !== undefined) return [];
  const value = setting.value.trim();
  const bounds = [data["min"], data["max"]].filter((bound) => bound !== undefined).map(String);
  const nearest = bounds.sort((a, b) => Math.abs(Number(a) - Number(value)) - Math.abs(Number(b) - Number(value)))[0];
  const set = nearest !== undefined && isAccepted(spec, nearest) ? setFix(context, key, nearest, "suggestion") : [];
  const both = bounds.length > 1;
  return [
    failureReport(context, failure, {
      messageId: both ? "gzipLevel" : data["min"] === undefined ? "tooLarge" : "tooSmall",
      data: { ...data, key, value: /^[\w.+-]+$/.test(value) ? value : shown(value) },
      fixes: [...set, ...removeFix(context, key)],
    }),
  ];
}
