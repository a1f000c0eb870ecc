import type { Failure } from "../../config/evaluation.js";
import { failuresOf } from "../support.js";
import { replaceClassFix, simpleName } from "../support-classes.js";
import { isClassName, LOGIN_MODULES, moduleOf, withoutSecret } from "../support-jaas.js";
import { failureReport, nearestOf, settingOf } from "../support-values.js";
import type { Report, Rule, RuleContext } from "../types.js";

export const jaasLoginModule: Rule = {
  meta: {
    id: "jaas-login-module",
    severity: "error",
    category: "security",
    summary: "The login module in sasl.jaas.config must be a class that is one and that Kafka allows.",
    sources: ["JaasContext.throwIfLoginModuleIsNotAllowed", "javax.security.auth.login.LoginContext", "CVE-2023-25194"],
  },
  messages: {
    notAllowed: "Kafka refuses {name} as login module, because attackers can use it: the producer does not start.",
    notFound: "{name} is no login module that Java finds: the producer does not start.",
    notQualified: "The login module needs its full class name: the producer does not start.",
    replace: "Replace with {expected}",
  },
  check: (context) => failuresOf(context, "login-module").map((failure) => report(context, failure)),
};

function report(context: RuleContext, failure: Failure): Report {
  const name = String(failure.data["name"] ?? "");
  const shown = isClassName(name) ? simpleName(name) : "This";
  const isAllowed = failure.data["reason"] !== "not-allowed";
  const expected = isAllowed ? expectedModule(context, name) : moduleInUse(context);
  const isShort = expected !== undefined && simpleName(expected) === name;
  return failureReport(context, failure, {
    messageId: isAllowed ? (isShort ? "notQualified" : "notFound") : "notAllowed",
    data: { name: shown },
    fixes:
      expected === undefined || settingOf(context, failure.key) === undefined
        ? []
        : replaceClassFix(context, failure.key, failure.part, expected, isShort ? "safe" : "suggestion"),
    clientMessage: withoutSecret(failure),
  });
}

/** The module with this simple name or nearly so, else the one of the mechanism. */
function expectedModule(context: RuleContext, name: string): string | undefined {
  const simple = nearestOf(simpleName(name), LOGIN_MODULES.map(simpleName));
  const named = LOGIN_MODULES.find((module) => simple !== undefined && simpleName(module) === simple);
  return named ?? moduleInUse(context);
}

function moduleInUse(context: RuleContext): string | undefined {
  return moduleOf(String(context.evaluation.values.get("sasl.mechanism")?.value ?? ""));
}
