import { valueOrKey } from "../support.js";
import type { Report, Rule } from "../types.js";

const KEY = "sasl.oauthbearer.token.endpoint.url";

export const oauthUrlPermission: Rule = {
  meta: {
    id: "oauth-url-permission",
    severity: "hint",
    category: "security",
    since: "4.0.0",
    summary:
      "From 4.0 the JVM must be started with the token URL in a list of allowed ones; 3.9.1 obeys the list if there is one.",
    sources: ["BrokerSecurityConfigs.ALLOWED_SASL_OAUTHBEARER_URLS_CONFIG", "KAFKA-18654"],
  },
  messages: {
    permission:
      "The producer starts only if the JVM allows this URL: -Dorg.apache.kafka.sasl.oauthbearer.allowed.urls=<the URL>.",
  },
  check: (context) => {
    const setting = context.document.byKey.get(KEY);
    const isAsked = context.evaluation.failures.some(
      ({ code, key, certainty, message }) =>
        code === "oauth-setting" && key === KEY && certainty === "unknown" && message.includes("allowed.urls"),
    );
    if (setting === undefined || !isAsked) return [];
    const report: Report = { messageId: "permission", key: KEY, span: valueOrKey(setting) };
    return [report];
  },
};
