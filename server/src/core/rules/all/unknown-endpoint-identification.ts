import { usesTls } from "../connection-security.js";
import { adviceOn, givenSetting } from "../support-advice.js";
import { setFix, shown } from "../support-values.js";
import { javaTrim } from "../../config/parse-value.js";
import type { Fix, Rule, RuleContext } from "../types.js";

const KEY = "ssl.endpoint.identification.algorithm";

/** The names that sun.security.ssl.X509TrustManagerImpl.checkIdentity knows, in any case; the empty one switches it off. */
const KNOWN: readonly string[] = ["", "https", "ldaps"];

export const unknownEndpointIdentification: Rule = {
  meta: {
    id: "unknown-endpoint-identification",
    severity: "warning",
    category: "security",
    summary: "The check of host names is https, ldaps or empty (off); with any other word every handshake fails.",
    sources: ["sun.security.ssl.X509TrustManagerImpl.checkIdentity", "KAFKA-3665"],
  },
  messages: {
    unknown:
      "{key} {value} is no algorithm: the producer starts, but every TLS handshake fails. The check is switched off by an empty value, not by a word.",
    set: "Set {key} to {value}",
    empty: "Leave {key} empty: host names are not checked, and anybody with a certificate can pose as a broker",
  },
  check: (context) => {
    const setting = givenSetting(context, KEY);
    if (setting === undefined || !usesTls(context)) return [];
    const value = javaTrim(setting.value);
    if (KNOWN.includes(value.toLowerCase())) return [];
    return [
      adviceOn(context, setting, {
        messageId: "unknown",
        data: { key: KEY, value: shown(value) },
        fixes: [...setFix(context, KEY, "https", "suggestion"), ...switchOff(context)],
        clientMessage: `Unknown identification algorithm: ${value}`,
      }),
    ];
  },
};

function switchOff(context: RuleContext): readonly Fix[] {
  return setFix(context, KEY, "", "suggestion").map((fix) => ({ ...fix, titleId: "empty" }));
}
