import { commentStart, reportsFor } from "../suspicious-value.js";
import type { Rule } from "../types.js";

export const inlineComment: Rule = {
  meta: {
    id: "inline-comment",
    severity: "error",
    category: "syntax",
    summary: "Properties have no comments behind a value: the text becomes part of the value.",
    sources: ["java.util.Properties.load"],
  },
  messages: {
    comment: "This comment is part of the value of {key}: in a .properties file a comment needs a line of its own.",
    move: "Move the comment to the line above",
    remove: "Remove the comment",
  },
  check: (context) =>
    reportsFor(context, "comment", (setting) => {
      const end = setting.value.trimEnd().length;
      const start = commentStart(setting.value.slice(0, end)) ?? 0;
      const removal = context.document.edits.replacePart(setting, start, end, "");
      const text = setting.value
        .slice(start, end)
        .trim()
        .replace(/^(?:#|\/\/)\s*/, "");
      const lineStart = context.document.lines.lineStart(setting.line - 1);
      const above = { span: { start: lineStart, end: lineStart }, newText: `# ${text}\n` };
      const comment = start + setting.value.slice(start, end).search(/\S/);
      return {
        messageId: "comment",
        data: { key: setting.key },
        span: setting.spanOf(comment, end),
        fixes: [
          { titleId: "move", safety: "safe", edits: [above, ...removal] },
          { titleId: "remove", safety: "suggestion", edits: removal },
        ],
      };
    }),
};
