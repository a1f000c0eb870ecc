import { relatedSettings } from "../support.js";
import { adviceOn, isGiven, textOf } from "../support-advice.js";
import { replaceClassFix, simpleName } from "../support-classes.js";
import { firstPartyLogin, moduleOf, MODULES } from "../support-jaas.js";
import { setFix, VALUE_FIX_TITLES } from "../support-values.js";
import type { Rule } from "../types.js";

const MECHANISM = "sasl.mechanism";

export const loginModuleMismatch: Rule = {
  meta: {
    id: "login-module-mismatch",
    severity: "warning",
    category: "security",
    summary: "SCRAM and OAUTHBEARER need their own login module; with another one every connection fails.",
    sources: [
      "org.apache.kafka.common.security.scram.ScramLoginModule",
      "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule",
    ],
  },
  messages: {
    ...VALUE_FIX_TITLES,
    mismatch: "{module} does not serve {mechanism}: the producer starts, but every connection fails.",
    mechanism: "{key} is {value}",
    replace: "Replace with {expected}",
  },
  check: (context) => {
    const login = firstPartyLogin(context);
    const mechanism = textOf(context, MECHANISM) ?? "";
    if (login === undefined || !isMismatch(mechanism, login.module)) return [];
    if (isGiven(context, "sasl.client.callback.handler.class", "sasl.login.class")) return [];
    const expected = moduleOf(mechanism) ?? "";
    return [
      adviceOn(context, login.setting, {
        messageId: "mismatch",
        data: { module: simpleName(login.module), mechanism },
        span: login.setting.spanOf(login.part.start, login.part.end),
        related: relatedSettings(context, [MECHANISM], "mechanism"),
        fixes: [
          ...replaceClassFix(context, login.setting.key, login.part, expected, "suggestion"),
          ...(login.module === MODULES.plain ? setFix(context, MECHANISM, "PLAIN", "suggestion") : []),
        ],
      }),
    ];
  },
};

/** PLAIN works with the module of SCRAM: both only keep user name and password. */
function isMismatch(mechanism: string, module: string): boolean {
  if (mechanism.startsWith("SCRAM-SHA-")) return module === MODULES.plain;
  return mechanism === "OAUTHBEARER" && (module === MODULES.plain || module === MODULES.scram);
}
