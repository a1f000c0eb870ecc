import type { Directive } from "../../dialects/directives.js";
import type { ConfigDocument } from "../../dialects/types.js";
import type { Report, Rule } from "../types.js";

/** Reported by the runner, which alone knows what a suppression has switched off. */
export const unusedSuppression: Rule = {
  meta: {
    id: "unused-suppression",
    severity: "warning",
    category: "ackwise",
    summary: "A suppression comment that switches nothing off.",
    sources: ["docs/rules/README.md"],
  },
  messages: {
    unused: "This comment suppresses nothing: {what}.",
    remove: "Remove the unused suppression",
  },
  check: () => [],
};

/** The report for a suppression that no finding needed. */
export function reportUnused(document: ConfigDocument, directive: Directive): Report {
  const start = document.lines.lineStart(directive.line);
  const end = document.lines.lineStart(directive.line + 1);
  const what = directive.words.length === 0 ? "there is no finding" : `no finding of ${directive.words.join(", ")}`;
  return {
    messageId: "unused",
    data: { what },
    key: undefined,
    span: directive.span,
    tag: "unnecessary",
    fixes: [{ titleId: "remove", safety: "safe", edits: [{ span: { start, end }, newText: "" }] }],
  };
}
