import { adjustmentsOf, firstLine } from "../support.js";
import type { Report, Rule } from "../types.js";

export const idempotenceDefaultNotApplied: Rule = {
  meta: {
    id: "idempotence-default-not-applied",
    severity: "information",
    category: "silent-change",
    since: "3.0.0",
    until: "3.1.1",
    summary: "In 3.0.0 and 3.1.0 the new default enable.idempotence=true is not applied.",
    sources: ["KAFKA-13598"],
  },
  messages: {
    notApplied:
      "Release {version} says that idempotence is on by default but does not apply it: it is off unless the file sets it.",
    write: "Write enable.idempotence=true",
  },
  check: (context) =>
    adjustmentsOf(context, "idempotence-default-not-applied").flatMap((adjustment): readonly Report[] => {
      if (context.document.settings.length === 0) return [];
      const edits = context.document.edits.insert("enable.idempotence", "true", context.document.settings.at(-1));
      return [
        {
          messageId: "notApplied",
          data: { version: context.catalog.version.text },
          key: adjustment.key,
          span: firstLine(context),
          fixes: [{ titleId: "write", safety: "suggestion", edits }],
        },
      ];
    }),
};
