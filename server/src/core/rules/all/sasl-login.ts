import type { Failure } from "../../config/evaluation.js";
import { clientMessageOf, failuresOf, relatedSettings } from "../support.js";
import { numberOf, textOf } from "../support-advice.js";
import { replaceClassFix, simpleName } from "../support-classes.js";
import { firstPartyLogin, moduleOf } from "../support-jaas.js";
import { failureReport, removeFix, setFix, settingOf, VALUE_FIX_TITLES } from "../support-values.js";
import type { Fix, Report, Rule, RuleContext } from "../types.js";

const SERVICE_NAME = "sasl.kerberos.service.name";
const JAAS = "sasl.jaas.config";
const BACKOFF = "sasl.login.retry.backoff.ms";
const MAX_BACKOFF = "sasl.login.retry.backoff.max.ms";

export const saslLogin: Rule = {
  meta: {
    id: "sasl-login",
    severity: "error",
    category: "security",
    summary: "The login happens in the constructor: Kerberos and OAuth must have what they need.",
    sources: ["SaslChannelBuilder.configure", "KerberosLogin.getServiceName", "OAuthBearerLoginCallbackHandler"],
  },
  messages: {
    ...VALUE_FIX_TITLES,
    noService: "Kerberos needs the service name of the brokers, usually kafka: the producer does not start.",
    twoServices: "sasl.kerberos.service.name and serviceName in sasl.jaas.config differ: the producer does not start.",
    mechanism: "{name} does not work with sasl.mechanism {mechanism}: the producer does not start.",
    unsecured:
      "Here the client makes an unsigned token for development, for which {option} is missing or wrong: the producer does not start. A real token needs another sasl.login.callback.handler.class.",
    noToken: "OAuthBearerLoginModule gets no token from the callback handler in use: the producer does not start.",
    settingMissing: "The OAuth login needs {key}, which is not set: the producer does not start.",
    settingWrong: "The OAuth login cannot work with this {key}: the producer does not start.",
    optionWrong:
      "The OAuth login lacks an option in sasl.jaas.config, or one has no value: the producer does not start.",
    backoff:
      "{key} must be at least sasl.login.retry.backoff.ms, and neither is negative: the producer does not start.",
    takesPart: "{key} takes part",
    insert: "Add {key}={value}",
    replace: "Replace with {expected}",
  },
  check: (context) => failuresOf(context, "login", "oauth-setting").map((failure) => report(context, failure)),
};

function report(context: RuleContext, failure: Failure): Report {
  const { key, data } = failure;
  const messageId = failure.code === "login" ? loginProblem(failure) : settingProblem(context, key);
  const mechanism = String(context.evaluation.values.get("sasl.mechanism")?.value ?? "");
  const name = simpleName(String(data["name"] ?? ""));
  return failureReport(context, failure, {
    messageId,
    data: { key, mechanism, name, option: String(data["option"] ?? "") },
    related: relatedSettings(context, failure.relatedKeys, "takesPart"),
    fixes: fixesFor(context, failure, messageId),
    clientMessage: clientMessageOf(failure).replace(/\/\/[^/@\s]+@/g, "//***@"),
  });
}

function loginProblem(failure: Failure): string {
  if (failure.key === SERVICE_NAME) return failure.message.startsWith("No ") ? "noService" : "twoServices";
  if (failure.key !== JAAS) return "mechanism";
  return (failure.data["option"] ?? "") === "" ? "noToken" : "unsecured";
}

function settingProblem(context: RuleContext, key: string): string {
  if (key.startsWith("sasl.login.retry.backoff.")) return "backoff";
  if (key === JAAS) return "optionWrong";
  return settingOf(context, key) === undefined ? "settingMissing" : "settingWrong";
}

function fixesFor(context: RuleContext, failure: Failure, messageId: string): readonly Fix[] {
  const after = settingOf(context, "sasl.mechanism") ?? settingOf(context, JAAS);
  const insert = (key: string, value: string): readonly Fix[] => {
    const edits = context.document.edits.insert(key, value, after);
    return [{ titleId: "insert", data: { key, value }, safety: "suggestion", edits }];
  };
  switch (messageId) {
    case "noService":
      return insert(SERVICE_NAME, "kafka");
    case "twoServices":
    case "mechanism":
      return removeFix(context, failure.key);
    case "backoff":
      return [...raisedLimit(context), ...removals(context)];
    case "settingWrong":
      return withScheme(context, failure.key);
    case "noToken":
      return moduleOfMechanism(context);
    default:
      return [];
  }
}

/** The backoff stays as it is written, and its limit goes up to it. */
function raisedLimit(context: RuleContext): readonly Fix[] {
  const backoffMs = numberOf(context, BACKOFF);
  const limitMs = numberOf(context, MAX_BACKOFF);
  if (backoffMs === undefined || limitMs === undefined || limitMs < 0 || backoffMs <= limitMs) return [];
  const value = backoffMs.toString();
  return settingOf(context, MAX_BACKOFF) === undefined
    ? [
        {
          titleId: "insert",
          data: { key: MAX_BACKOFF, value },
          safety: "suggestion",
          edits: context.document.edits.insert(MAX_BACKOFF, value, settingOf(context, BACKOFF)),
        },
      ]
    : setFix(context, MAX_BACKOFF, value, "suggestion");
}

/** Either goes back to its default, where that is enough. */
function removals(context: RuleContext): readonly Fix[] {
  const defaultOf = (key: string): number => Number(context.catalog.keys.get(key)?.defaultText);
  const backoffMs = numberOf(context, BACKOFF) ?? 0;
  const limitMs = numberOf(context, MAX_BACKOFF) ?? 0;
  return [
    ...(defaultOf(BACKOFF) <= limitMs ? removeFix(context, BACKOFF) : []),
    ...(backoffMs >= 0 && backoffMs <= defaultOf(MAX_BACKOFF) ? removeFix(context, MAX_BACKOFF) : []),
  ];
}

/** `login.example.com/token` is meant to be read over TLS. */
function withScheme(context: RuleContext, key: string): readonly Fix[] {
  const value = textOf(context, key) ?? settingOf(context, key)?.value ?? "";
  if (!key.endsWith(".url") || !/^[a-z\d][a-z\d.-]*\.[a-z]+(?::\d+)?\/\S*$/i.test(value)) return [];
  return setFix(context, key, `https://${value}`, "suggestion");
}

/** With another mechanism than OAUTHBEARER the module is the mistake. */
function moduleOfMechanism(context: RuleContext): readonly Fix[] {
  const login = firstPartyLogin(context);
  const expected = moduleOf(textOf(context, "sasl.mechanism") ?? "");
  if (login === undefined || expected === undefined || expected === login.module) return [];
  return replaceClassFix(context, JAAS, login.part, expected, "suggestion");
}
