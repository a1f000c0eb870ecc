import { javaTrim } from "../../config/parse-value.js";
import { usesTls } from "../connection-security.js";
import { valueOrKey } from "../support.js";
import { ADVICE_TITLES } from "../support-advice.js";
import { removeFix } from "../support-values.js";
import type { Rule } from "../types.js";

const KEY = "ssl.endpoint.identification.algorithm";

export const hostNameCheckOff: Rule = {
  meta: {
    id: "host-name-check-off",
    severity: "information",
    profiles: { strict: "warning" },
    category: "security",
    summary: "An empty ssl.endpoint.identification.algorithm lets any trusted certificate stand for any host.",
    sources: ["SslConfigs.SSL_ENDPOINT_IDENTIFICATION_ALGORITHM_DOC", "KIP-294"],
  },
  messages: {
    ...ADVICE_TITLES,
    off: "Empty switches the check of the host name off: any certificate that is trusted passes, also that of someone in between.",
  },
  check: (context) => {
    const setting = context.document.byKey.get(KEY);
    if (setting === undefined || javaTrim(setting.value) !== "" || !usesTls(context)) return [];
    return [{ messageId: "off", key: KEY, span: valueOrKey(setting), fixes: removeFix(context, KEY) }];
  },
};
