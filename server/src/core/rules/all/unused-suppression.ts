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
    unused: "This comment suppresses nothing: no finding of {rules}.",
    unusedForAll: "This comment suppresses nothing: there is no finding.",
    unusedWithReason:
      "This comment suppresses nothing: no finding of {rules}. It was written for this reason: {reason}",
    unusedForAllWithReason:
      "This comment suppresses nothing: there is no finding. It was written for this reason: {reason}",
    remove: "Remove the unused suppression",
  },
  check: () => [],
};

/** The report for a suppression that no finding needed. */
export function reportUnused(document: ConfigDocument, directive: Directive): Report {
  const start = document.lines.lineStart(directive.line);
  const end = document.lines.lineStart(directive.line + 1);
  const { words, reason = "" } = directive;
  const about = words.length === 0 ? "unusedForAll" : "unused";
  return {
    messageId: reason === "" ? about : `${about}WithReason`,
    data: { rules: words.join(", "), reason },
    key: undefined,
    span: directive.span,
    tag: "unnecessary",
    fixes: [{ titleId: "remove", safety: "safe", edits: [{ span: { start, end }, newText: "" }] }],
  };
}
