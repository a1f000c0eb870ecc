import { bootstrapHosts } from "../bootstrap-hosts.js";
import { isLocalOnly, protocolOf } from "../connection-security.js";
import { platformMismatches } from "../platform-listeners.js";
import { valueOrKey } from "../support.js";
import type { Rule } from "../types.js";

export const noEncryption: Rule = {
  meta: {
    id: "no-encryption",
    severity: "information",
    profiles: { default: "off", strict: "information" },
    category: "security",
    summary: "With security.protocol=PLAINTEXT, the default, records are neither encrypted nor is anybody logged in.",
    sources: ["CommonClientConfigs.SECURITY_PROTOCOL_DOC"],
  },
  messages: {
    plain: "Nothing is encrypted and nobody logs in: whoever sees the traffic reads the records.",
  },
  check: (context) => {
    const { byKey } = context.document;
    // Where TLS or a login is set up and not used, unused-security-settings says so.
    const isSetUp = [...byKey.keys()].some((key) => key.startsWith("ssl.") || key.startsWith("sasl."));
    if (protocolOf(context) !== "PLAINTEXT" || isSetUp || isLocalOnly(context)) return [];
    if (platformMismatches(context).length > 0) return []; // The rule platform-connection says more.
    const place = byKey.get("security.protocol") ?? bootstrapHosts(context)[0]?.setting;
    return place === undefined ? [] : [{ messageId: "plain", key: place.key, span: valueOrKey(place) }];
  },
};
