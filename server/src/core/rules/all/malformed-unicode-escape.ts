import type { Rule } from "../types.js";

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
    double: "Write the backslash twice",
  },
  check: ({ document }) =>
    document.problems.map((problem) => ({
      messageId: "malformed",
      key: document.settings.find(
        (setting) => setting.span.start <= problem.span.start && problem.span.start < setting.span.end,
      )?.key,
      span: problem.span,
      clientMessage: "IllegalArgumentException: Malformed \\uxxxx encoding.",
      fixes: [
        {
          titleId: "double",
          safety: "suggestion",
          edits: [{ span: { start: problem.span.start, end: problem.span.start }, newText: "\\" }],
        },
      ],
    })),
};
