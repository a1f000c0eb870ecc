import { parseJaas } from "../../config/jaas/parse-jaas.js";
import { usesSasl } from "../connection-security.js";
import { textOf } from "../support-advice.js";
import type { Rule } from "../types.js";

const JAAS = "sasl.jaas.config";
const HANDLER = "sasl.login.callback.handler.class";

export const unsecuredOauthToken: Rule = {
  meta: {
    id: "unsecured-oauth-token",
    severity: "information",
    profiles: { strict: "warning" },
    category: "security",
    summary: "Without a callback handler OAUTHBEARER makes unsigned tokens, which are for development only.",
    sources: ["OAuthBearerUnsecuredLoginCallbackHandler", "KIP-255"],
  },
  messages: {
    unsecured:
      "unsecuredLogin options make a token that nobody has signed, for development only: a real login needs sasl.login.callback.handler.class.",
  },
  check: (context) => {
    const setting = context.document.byKey.get(JAAS);
    if (setting === undefined || context.document.byKey.has(HANDLER) || !usesSasl(context)) return [];
    const result = parseJaas(setting.value);
    if (textOf(context, "sasl.mechanism") !== "OAUTHBEARER" || !result.ok) return [];
    const option = [...result.entry.options].find(([name]) => name.startsWith("unsecuredLogin"))?.[1];
    if (option === undefined) return [];
    return [{ messageId: "unsecured", key: JAAS, span: setting.spanOf(option.key.start, option.key.end) }];
  },
};
