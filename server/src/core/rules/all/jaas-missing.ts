import type { WriteStep } from "../../dialects/types.js";
import type { Failure } from "../../config/evaluation.js";
import { clientMessageOf, relatedSettings } from "../support.js";
import { jaasTemplate } from "../support-jaas.js";
import { failureReport, settingOf } from "../support-values.js";
import type { Fix, Report, Rule, RuleContext } from "../types.js";

const KEY = "sasl.jaas.config";
const SERVICE = "sasl.kerberos.service.name";

export const jaasMissing: Rule = {
  meta: {
    id: "jaas-missing",
    severity: "information",
    category: "security",
    summary: "With SASL the login comes from sasl.jaas.config or from a JAAS file that the JVM is started with.",
    sources: ["org.apache.kafka.common.security.JaasContext.load"],
  },
  messages: {
    missing:
      "{protocol} needs a login: without sasl.jaas.config the producer starts only when the JVM has a JAAS file with a KafkaClient entry (-Djava.security.auth.login.config).",
    takesPart: "{key} asks for a login",
    insertBoth: "Add sasl.jaas.config and sasl.kerberos.service.name=kafka for {mechanism}",
    insert: "Add sasl.jaas.config for {mechanism}",
  },
  check: (context) =>
    context.evaluation.failures
      .filter((failure) => failure.code === "jaas-missing")
      .map((failure) => report(context, failure)),
};

function report(context: RuleContext, failure: Failure): Report {
  const protocol = String(context.evaluation.values.get("security.protocol")?.value ?? "SASL");
  return failureReport(context, failure, {
    messageId: "missing",
    data: { protocol },
    related: relatedSettings(context, failure.relatedKeys, "takesPart"),
    fixes: insertion(context),
    clientMessage: clientMessageOf(failure),
  });
}

function insertion(context: RuleContext): readonly Fix[] {
  const mechanism = String(context.evaluation.values.get("sasl.mechanism")?.value ?? "");
  const template = jaasTemplate(mechanism);
  if (template === undefined || settingOf(context, KEY) !== undefined) return [];
  const after = settingOf(context, "sasl.mechanism") ?? settingOf(context, "security.protocol");
  const { edits } = context.document;
  const insert: WriteStep = { kind: "insert", key: KEY, value: template, after };
  if (mechanism !== "GSSAPI" || settingOf(context, SERVICE) !== undefined)
    return [{ titleId: "insert", data: { mechanism }, safety: "suggestion", edits: edits.write([insert]) }];
  // Without the name of the service a Kerberos login does not start; it is kafka unless somebody has chosen another.
  const steps: readonly WriteStep[] = [insert, { kind: "insert", key: SERVICE, value: "kafka", after }];
  return [{ titleId: "insertBoth", data: { mechanism }, safety: "suggestion", edits: edits.write(steps) }];
}
