import { secretsOf } from "../../dialects/document-secrets.js";
import type { Setting } from "../../dialects/types.js";
import type { TextEdit } from "../../text/span.js";
import { keyKind } from "../../catalog/key-kind.js";
import { loadedText } from "../loaded-text.js";
import type { Report, Rule, RuleContext } from "../types.js";

export const nonAsciiValue: Rule = {
  meta: {
    id: "non-ascii-value",
    severity: "information",
    category: "syntax",
    summary: "Properties.load reads a stream as ISO-8859-1: of a file in UTF-8 the client gets other characters.",
    sources: ["java.util.Properties.load", "org.apache.kafka.common.utils.Utils.loadProps"],
  },
  messages: {
    loaded:
      "Properties.load reads a stream as ISO-8859-1, not as UTF-8: the client gets {loaded}, unless the application loads the file with a Reader.",
    secret:
      "Properties.load reads a stream as ISO-8859-1, not as UTF-8: the client gets other characters as {key}, unless the application loads the file with a Reader.",
    escape: "Write the characters as \\u escapes",
  },
  check: (context) => [...context.document.byKey.values()].flatMap((setting) => reportOn(context, setting)),
};

function reportOn({ document, catalog }: RuleContext, setting: Setting): readonly Report[] {
  const { key, value, loaded } = setting;
  if (value === loaded || !["producer", "plugin"].includes(keyKind(key, catalog.version).kind)) return [];
  const edits = escapes(document.text, setting);
  const [first] = edits;
  if (first === undefined) return [];
  return [
    {
      messageId: secretsOf(document).isIn(setting) ? "secret" : "loaded",
      data: { key, loaded: loadedText(loaded) },
      key,
      span: first.span,
      fixes: [{ titleId: "escape", safety: "suggestion", edits }],
    },
  ];
}

/** A backslash before the character is dropped when the file is loaded; before an escape it would be doubled. */
function escapes(text: string, { valueSpan }: Setting): readonly TextEdit[] {
  const written = text.slice(valueSpan.start, valueSpan.end);
  return [...written.matchAll(RUN)].map(({ index, 1: backslashes = "", 2: run = "" }) => {
    const start = valueSpan.start + index + backslashes.length - (backslashes.length % 2);
    return { span: { start, end: valueSpan.start + index + backslashes.length + run.length }, newText: escaped(run) };
  });
}

const RUN = /(\\*)([^\x00-\x7f]+)/g;

function escaped(run: string): string {
  return Array.from({ length: run.length }, (_, index) => run.charCodeAt(index))
    .map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`)
    .join("");
}
