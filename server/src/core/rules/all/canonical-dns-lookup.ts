import { valueOrKey } from "../support.js";
import { ADVICE_TITLES, textOf, writeFix } from "../support-advice.js";
import type { Rule } from "../types.js";

const KEY = "client.dns.lookup";
const CANONICAL = "resolve_canonical_bootstrap_servers_only";

export const canonicalDnsLookup: Rule = {
  meta: {
    id: "canonical-dns-lookup",
    severity: "information",
    category: "cluster",
    summary: "Canonical names are for Kerberos and certificates behind an alias, and one bad host stops the start.",
    sources: ["ClientUtils.parseAndValidateAddresses", "KIP-235"],
  },
  messages: {
    ...ADVICE_TITLES,
    strict:
      "Meant for Kerberos or certificates behind a DNS alias. One host of bootstrap.servers that cannot be resolved then stops the start; otherwise it would only be skipped.",
  },
  check: (context) => {
    const setting = context.document.byKey.get(KEY);
    if (setting === undefined || textOf(context, KEY) !== CANONICAL) return [];
    // Without encryption and login there is no name that would have to fit.
    if ((textOf(context, "security.protocol") ?? "").toUpperCase() !== "PLAINTEXT") return [];
    return [
      { messageId: "strict", key: KEY, span: valueOrKey(setting), fixes: [writeFix(context, KEY, "use_all_dns_ips")] },
    ];
  },
};
