import { javaTrim } from "../../config/parse-value.js";
import { usesTls } from "../connection-security.js";
import { relatedSettings, valueOrKey } from "../support.js";
import { ADVICE_TITLES, writeFix } from "../support-advice.js";
import { elementsOf } from "../support-lists.js";
import type { Rule } from "../types.js";

const LIST = "ssl.enabled.protocols";
const CONTEXT = "ssl.protocol";
const TLS13 = "TLSv1.3";

export const tls13NeverUsed: Rule = {
  meta: {
    id: "tls13-never-used",
    severity: "warning",
    category: "security",
    summary: "With ssl.protocol=TLSv1.2 the client never uses TLS 1.3, whatever ssl.enabled.protocols lists.",
    sources: ["SslConfigs.SSL_PROTOCOL_DOC", "KIP-573"],
  },
  messages: {
    ...ADVICE_TITLES,
    never: "ssl.enabled.protocols lists TLSv1.3, and with ssl.protocol=TLSv1.2 the client never offers it.",
    fails:
      "ssl.enabled.protocols allows only TLSv1.3, which ssl.protocol=TLSv1.2 never offers: the producer starts, and every connection fails at run time.",
    takesPart: "{key} lists TLSv1.3",
  },
  check: (context) => {
    const protocol = context.document.byKey.get(CONTEXT);
    const list = context.document.byKey.get(LIST);
    if (protocol === undefined || list === undefined || javaTrim(protocol.value) !== "TLSv1.2" || !usesTls(context))
      return [];
    const names = elementsOf(list.value).map(({ text }) => text);
    if (!names.includes(TLS13)) return [];
    return [
      {
        messageId: names.every((name) => name === TLS13) ? "fails" : "never",
        key: CONTEXT,
        span: valueOrKey(protocol),
        related: relatedSettings(context, [LIST], "takesPart"),
        fixes: [writeFix(context, CONTEXT, TLS13)],
      },
    ];
  },
};
