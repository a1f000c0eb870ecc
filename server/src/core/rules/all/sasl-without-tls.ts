import { isLocalOnly, protocolOf } from "../connection-security.js";
import { platformMismatches } from "../platform-listeners.js";
import { relatedSettings, valueOrKey } from "../support.js";
import { ADVICE_TITLES, textOf, writeFix } from "../support-advice.js";
import type { Rule } from "../types.js";

const PROTOCOL = "security.protocol";
const MECHANISM = "sasl.mechanism";

/** What an eavesdropper gets with each mechanism; Kerberos protects itself. */
function lossOf(mechanism: string): "password" | "token" | "guess" | undefined {
  if (mechanism === "PLAIN") return "password";
  if (mechanism === "OAUTHBEARER") return "token";
  return mechanism.startsWith("SCRAM-") ? "guess" : undefined;
}

export const saslWithoutTls: Rule = {
  meta: {
    id: "sasl-without-tls",
    severity: "information",
    profiles: { strict: "warning" },
    category: "security",
    summary:
      "Over SASL_PLAINTEXT the password or token of a login can be read, or guessed, by whoever sees the traffic.",
    sources: ["Kafka documentation: Authentication using SASL", "KIP-43", "KIP-84"],
  },
  messages: {
    ...ADVICE_TITLES,
    password: "PLAIN sends the password, and SASL_PLAINTEXT does not encrypt it: whoever sees the traffic has it.",
    token: "OAUTHBEARER sends the token, and SASL_PLAINTEXT does not encrypt it: whoever sees the traffic has it.",
    guess: "Whoever sees this login can try out passwords offline until one fits: use SCRAM with TLS only.",
    takesPart: "{key} needs TLS",
  },
  check: (context) => {
    const setting = context.document.byKey.get(PROTOCOL);
    if (setting === undefined || protocolOf(context) !== "SASL_PLAINTEXT" || isLocalOnly(context)) return [];
    if (platformMismatches(context).length > 0) return []; // The rule platform-connection says more.
    const loss = lossOf(textOf(context, MECHANISM) ?? "");
    if (loss === undefined) return [];
    return [
      {
        messageId: loss,
        key: PROTOCOL,
        span: valueOrKey(setting),
        related: relatedSettings(context, [MECHANISM], "takesPart"),
        fixes: [writeFix(context, PROTOCOL, "SASL_SSL")],
      },
    ];
  },
};
