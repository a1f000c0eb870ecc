import type { Setting } from "../../dialects/types.js";
import type { Span, TextEdit } from "../../text/span.js";
import { SpanMap } from "../../text/span-map.js";
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
  check: (context) => {
    const { problems, settings } = context.document;
    if (problems.length === 0) return [];
    const places = new SpanMap(settings.map((setting) => [setting.span, setting]));
    const doubledIn = doubling(context);
    return problems.map(({ span }) => {
      const setting = places.at(span.start);
      const isInValue = setting !== undefined && setting.valueSpan.start <= span.start;
      return {
        messageId: "malformed",
        key: setting?.key,
        span,
        clientMessage: "IllegalArgumentException: Malformed \\uxxxx encoding.",
        fixes: [fixOf(span, isInValue ? doubledIn(setting) : undefined)],
      };
    });
  },
};

/** The other backslashes of the value would be lost in silence once the file can be loaded: they are written twice as well. */
function fixOf({ start }: Span, doubled: readonly TextEdit[] | undefined): Fix {
  const edits = doubled ?? [{ span: { start, end: start }, newText: "\\" }];
  return { titleId: edits.length > 1 ? "doubleAll" : "double", safety: "suggestion", edits };
}

/** The edits for all backslashes of a value, which may hold many wrong ones: they are looked for once. */
function doubling(context: RuleContext): (setting: Setting) => readonly TextEdit[] | undefined {
  const known = new Map<Setting, readonly TextEdit[] | undefined>();
  return (setting) => {
    if (!known.has(setting)) known.set(setting, lostBackslashes(context, setting)?.edits);
    return known.get(setting);
  };
}
