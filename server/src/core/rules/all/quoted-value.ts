import { javaTrim } from "../../config/parse-value.js";
import { reportsFor } from "../suspicious-value.js";
import { valueOrKey } from "../support.js";
import type { Rule } from "../types.js";

export const quotedValue: Rule = {
  meta: {
    id: "quoted-value",
    severity: "error",
    category: "syntax",
    summary: "Properties have no quoting: the quotes become part of the value.",
    sources: ["java.util.Properties.load"],
  },
  messages: {
    quoted: "The quotes are part of the value of {key}: a .properties file has no quoting.",
    unquote: "Remove the quotes",
  },
  check: (context) =>
    reportsFor(context, "quotes", (setting) => {
      const inner = javaTrim(setting.value).slice(1, -1);
      const edits = context.document.edits.setValue(setting, inner);
      return {
        messageId: "quoted",
        data: { key: setting.key },
        span: valueOrKey(setting),
        fixes: [{ titleId: "unquote", safety: inner === "" ? "suggestion" : "safe", edits }],
      };
    }),
};
