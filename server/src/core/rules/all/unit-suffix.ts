import type { Phrase } from "../../messages/format.js";
import { phrase } from "../../messages/phrase-texts.js";
import { javaTrim } from "../../config/parse-value.js";
import { reportsFor, withoutUnit } from "../suspicious-value.js";
import { valueOrKey } from "../support.js";
import type { Rule } from "../types.js";

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
        fixes: [{ titleId: "convert", data: { key: setting.key, number }, safety: "safe", edits }],
      };
    }),
};

function unitOf(key: string): Phrase {
  if (key.endsWith(".ms")) return phrase("unit/milliseconds");
  return phrase(key.endsWith(".seconds") ? "unit/seconds" : "unit/bytes");
}
