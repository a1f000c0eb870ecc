import type { Failure } from "../../config/evaluation.js";
import { classesOfRole, kindOf } from "../../config/checks/classes.js";
import { failuresOf } from "../support.js";
import { CLASS_MESSAGES, replaceClassFix, simpleName, usualSerializerFixes } from "../support-classes.js";
import { distinct, failureReport, removeFix } from "../support-values.js";
import type { Fix, Report, Rule, RuleContext } from "../types.js";

export const classWrongRole: Rule = {
  meta: {
    id: "class-wrong-role",
    severity: "error",
    category: "startup",
    summary: "A class must implement the interface that its key is about: a deserializer is no serializer.",
    sources: ["org.apache.kafka.common.config.AbstractConfig.getConfiguredInstance"],
  },
  messages: {
    ...CLASS_MESSAGES,
    wrongRole: "{key} needs a {role}, which {name} is not: the producer does not start.",
    notMade:
      "{key} needs a {role} with a public constructor without parameters, which {name} does not have: the producer does not start.",
    interface: "{key} needs a class; {name} is the interface that such classes implement: the producer does not start.",
  },
  check: (context) => distinct(failuresOf(context, "class-wrong-role")).map((failure) => report(context, failure)),
};

function report(context: RuleContext, failure: Failure): Report {
  const { key } = failure;
  const name = String(failure.data["name"] ?? "");
  const role = String(failure.data["role"] ?? "");
  const counterpart = counterpartOf(context, name, role);
  const replace: readonly Fix[] =
    counterpart === undefined
      ? name === role
        ? usualSerializerFixes(context, key)
        : []
      : replaceClassFix(context, key, failure.part, counterpart, "safe");
  return failureReport(context, failure, {
    messageId: messageOf(name, role),
    data: { key, name: simpleName(name), role: simpleName(role) },
    fixes: [...replace, ...removeFix(context, key)],
  });
}

function messageOf(name: string, role: string): string {
  if (name === role) return "interface";
  return kindOf(name) === "plain" ? "wrongRole" : "notMade";
}

/** StringDeserializer and StringSerde stand for StringSerializer, and the other way round. */
function counterpartOf(context: RuleContext, name: string, role: string): string | undefined {
  const data = simpleName(name).replace(/(?:Deserializer|Serializer|Serde)$/, "");
  const kind = simpleName(role);
  if (data === simpleName(name) || data === "") return undefined;
  return classesOfRole(role, context.catalog.version).find((candidate) => simpleName(candidate) === `${data}${kind}`);
}
