import type { Failure } from "../../config/evaluation.js";
import type { JaasProblem } from "../../config/jaas/parse-jaas.js";
import { forgottenContinuation, type ForgottenContinuation } from "../forgotten-continuation.js";
import { readJaasMistake } from "../jaas-mistakes.js";
import { failuresOf } from "../support.js";
import { jaasTemplate, withoutSecret } from "../support-jaas.js";
import { failureReport, settingOf } from "../support-values.js";
import type { Setting } from "../../dialects/types.js";
import type { Fix, Report, Rule, RuleContext } from "../types.js";

export const jaasSyntax: Rule = {
  meta: {
    id: "jaas-syntax",
    severity: "error",
    category: "security",
    summary: "sasl.jaas.config is one login module: its class, a flag, options with values, and a semicolon.",
    sources: ["org.apache.kafka.common.security.JaasConfig", "java.io.StreamTokenizer", "KIP-85"],
  },
  messages: {
    noModule: "sasl.jaas.config has no value, but needs a login module: the producer does not start.",
    moduleNotAWord: "sasl.jaas.config must begin with the class of a login module: the producer does not start.",
    noFlag: "After the login module comes a flag, for a client always required: the producer does not start.",
    afterEnd:
      "Nothing may follow the semicolon that ends the login module (within a value it needs quotes): the producer does not start.",
    unknownFlag:
      "After the login module comes one of required, requisite, sufficient and optional: the producer does not start.",
    quoted: "sasl.jaas.config as a whole must not stand in quotes: the producer does not start.",
    jaasFile: "sasl.jaas.config is only what stands between the braces of a JAAS file: the producer does not start.",
    commas: "Options of a login module are separated by blanks, not by commas: the producer does not start.",
    noValue:
      "Every option of a login module is name=value, with quotes around a value that has blanks: the producer does not start.",
    needsQuotes:
      "A value other than a plain word (a letter first, then letters, digits, dots and dashes) must stand in quotes: the producer does not start.",
    unclosedQuote:
      "A quote is opened and never closed, so that the semicolon belongs to the value: the producer does not start.",
    noSemicolon: "sasl.jaas.config must end with a semicolon: the producer does not start.",
    severalModules: "sasl.jaas.config must hold exactly one login module: the producer does not start.",
    innerQuote:
      'A quote within a value ends the value: there it is written \\\\" in a .properties file. The producer does not start.',
    continues:
      "The login goes on in the lines below, but a line without a backslash at its end is the last one of a value: the producer does not start.",
    fixInnerQuote: "Escape the quotes within the value",
    fixContinues: "End the lines with backslashes, as far as line {line}",
    fixNoModule: "Write a login module for {mechanism}, to be filled in",
    fixSeveralModules: "Keep only the first login module",
    fixNoValue: "Put the value in quotes",
    fixNoFlag: "Add the flag required",
    fixAfterEnd: "Remove what follows the semicolon",
    fixUnknownFlag: "Correct the flag",
    fixQuoted: "Remove the quotes around the value",
    fixJaasFile: "Keep only what stands between the braces",
    fixCommas: "Remove the commas",
    fixNeedsQuotes: "Put the value in quotes",
    fixUnclosedQuote: "Close the quote",
    fixNoSemicolon: "Add the semicolon",
  },
  check: (context) => failuresOf(context, "jaas-syntax").flatMap((failure) => report(context, failure)),
};

function report(context: RuleContext, failure: Failure): readonly Report[] {
  const setting = settingOf(context, failure.key);
  if (setting === undefined || failure.part === undefined) return [];
  const continuation = forgottenContinuation(context, setting);
  if (continuation !== undefined) return [continuationReport(context, failure, setting, continuation)];
  const mistake = readJaasMistake(setting.value, failure.data["problem"] as JaasProblem, failure.part);
  const { cause, part, changes, certain } = mistake;
  const edits = changes.flatMap(({ start, end, text }) =>
    context.document.edits.replacePart(setting, start, end, text),
  );
  const titleId = `fix${cause.charAt(0).toUpperCase()}${cause.slice(1)}`;
  return [
    failureReport(context, failure, {
      messageId: cause,
      span: part.start < part.end ? setting.spanOf(part.start, part.end) : setting.keySpan,
      fixes:
        cause === "noModule"
          ? template(context, setting)
          : edits.length === 0
            ? []
            : [{ titleId, safety: certain ? "safe" : "suggestion", edits }],
      clientMessage: withoutSecret(failure),
    }),
  ];
}

function continuationReport(
  context: RuleContext,
  failure: Failure,
  setting: Setting,
  { lastLine, edits }: ForgottenContinuation,
): Report {
  return failureReport(context, failure, {
    messageId: "continues",
    span: setting.spanOf(0, setting.value.trimEnd().length),
    fixes: [{ titleId: "fixContinues", data: { line: lastLine }, safety: "suggestion", edits }],
    clientMessage: withoutSecret(failure),
  });
}

function template(context: RuleContext, setting: Setting): readonly Fix[] {
  const mechanism = String(context.evaluation.values.get("sasl.mechanism")?.value ?? "");
  const text = jaasTemplate(mechanism);
  if (text === undefined) return [];
  const edits = context.document.edits.setValue(setting, text);
  return [{ titleId: "fixNoModule", data: { mechanism }, safety: "suggestion", edits }];
}
