import type { Setting } from "../../dialects/types.js";
import { secretsOf } from "../../dialects/document-secrets.js";
import { isPropertiesFile } from "../../dialects/properties-meaning.js";
import { BACKSLASH_TITLES, lostBackslashes } from "../lost-backslashes.js";
import { loadedText } from "../loaded-text.js";
import type { Report, Rule, RuleContext } from "../types.js";

export const lostBackslash: Rule = {
  meta: {
    id: "lost-backslash",
    severity: "warning",
    category: "syntax",
    summary: "A single backslash in a .properties file is an escape: it disappears, or becomes a control character.",
    sources: ["java.util.Properties.load", "java.io.StreamTokenizer.quoteChar"],
  },
  messages: {
    lost: "A single backslash is an escape in a .properties file: the client gets {loaded}.",
    secret:
      "A single backslash is an escape in a .properties file: the client gets the value of {key} without it, or with a control character instead.",
    jaas: 'A backslash within the quotes of {key} is an escape twice, in the file and in JAAS: the login module does not get it. It is written as four, and a quote as \\\\".',
    ...BACKSLASH_TITLES,
  },
  check: (context) =>
    isPropertiesFile(context.document)
      ? [...context.document.byKey.values()].flatMap((setting) => reportOn(context, setting))
      : [],
};

function reportOn(context: RuleContext, setting: Setting): readonly Report[] {
  const { key, span } = setting;
  // A malformed \u has a finding of its own, with the same fix.
  if (context.document.problems.some((problem) => span.start <= problem.span.start && problem.span.start < span.end))
    return [];
  const lost = lostBackslashes(context, setting);
  const [first] = lost?.places ?? [];
  if (lost === undefined || first === undefined) return [];
  const isJaas = key.endsWith("sasl.jaas.config");
  return [
    {
      messageId: isJaas ? "jaas" : secretsOf(context.document).isIn(setting) ? "secret" : "lost",
      data: { key, loaded: loadedText(setting.value) },
      key,
      span: { start: first, end: first + 1 },
      fixes: [{ titleId: lost.edits.length > 1 ? "doubleAll" : "double", safety: "suggestion", edits: lost.edits }],
    },
  ];
}
