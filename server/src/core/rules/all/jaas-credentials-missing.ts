import { adviceOn, isGiven, textOf } from "../support-advice.js";
import { simpleName } from "../support-classes.js";
import { firstPartyLogin, MODULES } from "../support-jaas.js";
import type { Rule } from "../types.js";

/** Other ways to come by a name and a password. */
const CUSTOM: readonly string[] = [
  "sasl.client.callback.handler.class",
  "sasl.login.callback.handler.class",
  "sasl.login.class",
];

export const jaasCredentialsMissing: Rule = {
  meta: {
    id: "jaas-credentials-missing",
    severity: "warning",
    category: "security",
    summary:
      "PLAIN and SCRAM log in with the options username and password; nothing asks for them before a connection.",
    sources: [
      "org.apache.kafka.common.security.plain.PlainLoginModule",
      "org.apache.kafka.common.security.scram.ScramLoginModule",
    ],
  },
  messages: {
    missing: "{module} has no option {option}: the producer starts, but every connection fails.",
  },
  check: (context) => {
    const login = firstPartyLogin(context);
    if (login === undefined || (login.module !== MODULES.plain && login.module !== MODULES.scram)) return [];
    const mechanism = textOf(context, "sasl.mechanism") ?? "";
    if (isGiven(context, ...CUSTOM) || !/^(?:PLAIN|SCRAM-SHA-.*)$/.test(mechanism)) return [];
    const missing = ["username", "password"].filter((name) => !login.options.has(name));
    if (missing.length === 0) return [];
    return [
      adviceOn(context, login.setting, {
        messageId: "missing",
        data: { module: simpleName(login.module), option: missing.join(" and no option ") },
        span: login.setting.spanOf(login.part.start, login.part.end),
        clientMessage: "Cannot get userid/password",
      }),
    ];
  },
};
