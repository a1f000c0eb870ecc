import type { Failure } from "../../config/evaluation.js";
import { failuresOf, relatedSettings } from "../support.js";
import { failureReport, removeFix, setFix, settingOf, VALUE_FIX_TITLES } from "../support-values.js";
import { PASSWORD_MARKS } from "../store-passwords.js";
import { ownOf } from "../../text/own.js";
import type { Fix, Report, Rule, RuleContext } from "../types.js";

export const sslStore: Rule = {
  meta: {
    id: "ssl-store",
    severity: "error",
    category: "security",
    summary: "The settings of a key store or trust store must fit together and be of one format.",
    sources: ["org.apache.kafka.common.security.ssl.DefaultSslEngineFactory", "KIP-651"],
  },
  messages: {
    ...VALUE_FIX_TITLES,
    pemOnly: "{key} is for PEM texts only, which needs {expected}=PEM: the producer does not start.",
    either: "{key} and {expected} are two ways to say the same; only one may be set: the producer does not start.",
    noPassword: "{key} is not for PEM, which has no store password: the producer does not start.",
    needs: "{key} is set without {expected}: the producer does not start.",
    noPem: "{key} must be PEM text with a {expected} entry, line breaks included: the producer does not start.",
    noFile: "{key} has no value and names no file: the producer does not start.",
    takesPart: "{key} takes part",
    insert: "Add {key}={value}",
  },
  check: (context) => failuresOf(context, "ssl-store").map((failure) => report(context, failure)),
};

function report(context: RuleContext, failure: Failure): Report {
  const messageId = problemOf(failure.message);
  const expected = String(failure.data["expected"] ?? "");
  return failureReport(context, failure, {
    messageId,
    data: { key: failure.key, expected },
    related: relatedSettings(context, failure.relatedKeys, "takesPart"),
    fixes: fixesFor(context, failure.key, messageId, expected),
  });
}

/** The client has one text for each of its checks; texts of the same kind share an explanation. */
function problemOf(message: string): string {
  if (message.includes("only for PEM")) return "pemOnly";
  if (message.startsWith("Both ")) return "either";
  if (message.includes("password cannot be specified")) return "noPassword";
  if (message.startsWith("Failed to load")) return "noFile";
  return message.includes("not specified") ? "needs" : "noPem";
}

function fixesFor(context: RuleContext, key: string, messageId: string, expected: string): readonly Fix[] {
  switch (messageId) {
    case "pemOnly":
      return [...pemType(context, key, expected), ...removeFix(context, key)];
    case "either":
      return [...removeFix(context, key), ...removeFix(context, expected)];
    case "noPem":
      return [];
    case "needs":
      return Object.hasOwn(PASSWORD_MARKS, expected) ? [password(context, key, expected)] : removeFix(context, key);
    default:
      return removeFix(context, key);
  }
}

/** Taking the store out would silently end mutual TLS. */
function password(context: RuleContext, key: string, passwordKey: string): Fix {
  const value = ownOf(PASSWORD_MARKS, passwordKey) ?? "";
  const edits = context.document.edits.insert(passwordKey, value, settingOf(context, key));
  return { titleId: "insert", data: { key: passwordKey, value }, safety: "suggestion", edits };
}

function pemType(context: RuleContext, key: string, typeKey: string): readonly Fix[] {
  if (settingOf(context, typeKey) !== undefined) return setFix(context, typeKey, "PEM", "suggestion");
  const edits = context.document.edits.insert(typeKey, "PEM", settingOf(context, key));
  return [{ titleId: "insert", data: { key: typeKey, value: "PEM" }, safety: "suggestion", edits }];
}
