import type { Setting } from "../../dialects/types.js";
import type { PropertiesProblem } from "../../syntax/properties.js";
import { BACKSLASH_TITLES, lostBackslashes } from "../lost-backslashes.js";
import type { Fix, Rule, RuleContext } from "../types.js";

export const malformedUnicodeEscape: Rule = {
  meta: {
    id: "malformed-unicode-escape",
    severity: "error",
    category: "syntax",
    summary: "A \\u that is not followed by four hexadecimal digits makes Properties.load refuse the whole file.",
    sources: ["java.util.Properties.loadConvert"],
  },
  messages: {
    malformed:
      "\\u needs four hexadecimal digits: the whole file cannot be loaded. A backslash in a path is written twice.",
    ...BACKSLASH_TITLES,
  },
  check: (context) =>
    context.document.problems.map((problem) => ({
      messageId: "malformed",
      key: settingAt(context, problem)?.key,
      span: problem.span,
      clientMessage: "IllegalArgumentException: Malformed \\uxxxx encoding.",
      fixes: [fixOf(context, problem)],
    })),
};

function settingAt({ document }: RuleContext, { span }: PropertiesProblem): Setting | undefined {
  return document.settings.find((setting) => setting.span.start <= span.start && span.start < setting.span.end);
}

/** The other backslashes of the value would be lost in silence once the file can be loaded: they are written twice as well. */
function fixOf(context: RuleContext, problem: PropertiesProblem): Fix {
  const at = problem.span.start;
  const setting = settingAt(context, problem);
  const isInValue = setting !== undefined && setting.valueSpan.start <= at;
  const own = [{ span: { start: at, end: at }, newText: "\\" }];
  const edits = (isInValue ? lostBackslashes(context, setting)?.edits : undefined) ?? own;
  return { titleId: edits.length > 1 ? "doubleAll" : "double", safety: "suggestion", edits };
}
