import { javaTrim } from "../../config/parse-value.js";
import { usesTls } from "../connection-security.js";
import { valueOrKey } from "../support.js";
import { textOf } from "../support-advice.js";
import type { Rule } from "../types.js";

const LOCATION = "ssl.truststore.location";

export const truststoreWithoutPassword: Rule = {
  meta: {
    id: "truststore-without-password",
    severity: "information",
    profiles: { default: "off", strict: "information" },
    category: "security",
    summary: "Without ssl.truststore.password nobody notices when the trust store was changed.",
    sources: ["SslConfigs.SSL_TRUSTSTORE_PASSWORD_DOC"],
  },
  messages: {
    unchecked: "Without ssl.truststore.password the store is read, and its integrity is not checked.",
  },
  check: (context) => {
    const { byKey } = context.document;
    const setting = byKey.get(LOCATION);
    if (setting === undefined || javaTrim(setting.value) === "" || byKey.has("ssl.truststore.password")) return [];
    if (!usesTls(context) || textOf(context, "ssl.truststore.type") === "PEM") return [];
    return [{ messageId: "unchecked", key: LOCATION, span: valueOrKey(setting) }];
  },
};
