import type { Phrase } from "../../messages/format.js";
import { phrase } from "../../messages/phrase-texts.js";
import { javaTrim } from "../../config/parse-value.js";
import { reportsFor, withoutUnit } from "../suspicious-value.js";
import { valueOrKey } from "../support.js";
import { acceptedChange } from "../../changes/changes.js";
import { numberOf } from "../support-advice.js";
import type { Rule, RuleContext } from "../types.js";

export const unitSuffix: Rule = {
  meta: {
    id: "unit-suffix",
    severity: "error",
    category: "syntax",
    summary: "Numbers are plain: the client reads no units such as ms, s, KB or MB.",
    sources: ["ConfigDef.parseType"],
  },
  messages: {
    unit: "{key} takes a plain number of {unit}, not {value}.",
    convert: "Set {key} to {number}",
  },
  check: (context) =>
    reportsFor(context, "unit", (setting) => {
      const value = javaTrim(setting.value);
      const number = withoutUnit(setting.key, value) ?? "";
      const edits = context.document.edits.setValue(setting, number);
      return {
        messageId: "unit",
        data: { key: setting.key, value, unit: unitOf(setting.key) },
        span: valueOrKey(setting),
        fixes: [
          {
            titleId: "convert",
            data: { key: setting.key, number },
            safety: isSettled(context, setting.key, number) ? "safe" : "suggestion",
            edits,
          },
        ],
      };
    }),
};

/** The first may be at most as large as the second. */
const LIMITS: readonly (readonly [string, string])[] = [
  ["batch.size", "max.request.size"],
  ["batch.size", "buffer.memory"],
  ["max.request.size", "buffer.memory"],
];

/** Whether the number goes with the other settings of the file; where it does not, a person has to choose which of them gives way. */
function isSettled(context: RuleContext, key: string, number: string): boolean {
  const { evaluation, catalog } = context;
  if (acceptedChange(evaluation, [{ key, value: number }], catalog) === undefined) return false;
  const sizeOf = (name: string): number => (name === key ? Number(number) : (numberOf(context, name) ?? NaN));
  return LIMITS.every((pair) => !pair.includes(key) || !(sizeOf(pair[0]) > sizeOf(pair[1])));
}

function unitOf(key: string): Phrase {
  if (key.endsWith(".ms")) return phrase("unit/milliseconds");
  return phrase(key.endsWith(".seconds") ? "unit/seconds" : "unit/bytes");
}
