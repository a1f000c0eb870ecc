import { reportsFor } from "../suspicious-value.js";
import type { Rule } from "../types.js";

export const trailingSemicolon: Rule = {
  meta: {
    id: "trailing-semicolon",
    severity: "error",
    category: "syntax",
    summary: "Properties end with the line: a semicolon becomes part of the value.",
    sources: ["java.util.Properties.load"],
  },
  messages: {
    semicolon: "The semicolon is part of the value of {key}: a .properties line needs no end mark.",
    remove: "Remove the semicolon",
  },
  check: (context) =>
    reportsFor(context, "semicolon", (setting) => {
      const end = setting.value.trimEnd().length;
      const edits = context.document.edits.replacePart(setting, end - 1, end, "");
      return {
        messageId: "semicolon",
        data: { key: setting.key },
        span: setting.spanOf(end - 1, end),
        fixes: [{ titleId: "remove", safety: "safe", edits }],
      };
    }),
};
