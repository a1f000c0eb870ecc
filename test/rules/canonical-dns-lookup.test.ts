import { canonicalDnsLookup } from "../../server/src/core/rules/all/canonical-dns-lookup.js";
import { testRule } from "../support/rule-tester.js";

testRule(canonicalDnsLookup, {
  accept: [
    {
      text: "client.dns.lookup=use_all_dns_ips",
    },
    {
      text: "security.protocol=SASL_SSL\nclient.dns.lookup=resolve_canonical_bootstrap_servers_only",
    },
  ],
  reject: [
    {
      text: "client.dns.lookup=[[resolve_canonical_bootstrap_servers_only]]\n",
      message:
        "Meant for Kerberos or certificates behind a DNS alias. One host of bootstrap.servers that cannot be resolved then stops the start; otherwise it would only be skipped.",
      fixes: [
        {
          title: "Set client.dns.lookup to use_all_dns_ips",
          result: "client.dns.lookup=use_all_dns_ips\n",
        },
      ],
    },
  ],
});
