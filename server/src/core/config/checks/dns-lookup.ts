import type { Draft } from "../draft.js";

const KEY = "client.dns.lookup";

/** KIP-602: `default` is deprecated from 2.6 on (CommonClientConfigs) and no choice any more from 3.0 on. */
export function checkDnsLookup(draft: Draft): void {
  if (!draft.between("2.6.0", "3.0.0") || draft.string(KEY) !== "default") return;
  const message =
    `Configuration '${KEY}' with value 'default' is deprecated and will be removed in future version. ` +
    "Please use 'use_all_dns_ips' or another non-deprecated value.";
  draft.adjustments.push({
    code: "deprecated-dns-lookup",
    key: KEY,
    causedBy: [KEY],
    value: "default",
    log: { level: "WARN", message },
    data: { name: "default" },
  });
}
