import { catalogData } from "../../catalog/catalog.js";
import { isAtLeast, shortVersion } from "../../catalog/version.js";
import { javaTrim } from "../../config/parse-value.js";
import type { Setting } from "../../dialects/types.js";
import { adjustmentsOf, producerSettings, valueOrKey } from "../support.js";
import { CLASS_MESSAGES, partitionerFixes, replaceClassFix, simpleName } from "../support-classes.js";
import { setFix, shown } from "../support-values.js";
import type { Fix, Report, Rule, RuleContext } from "../types.js";

const DNS_LOOKUP = "client.dns.lookup";

export const deprecatedValue: Rule = {
  meta: {
    id: "deprecated-value",
    severity: "warning",
    category: "silent-change",
    summary: "A few values still work but are deprecated, and a later client refuses them.",
    sources: ["KIP-794", "KIP-602", "KIP-768"],
  },
  messages: {
    ...CLASS_MESSAGES,
    deprecated:
      "{key}: {name} is deprecated since Kafka {deprecated} and gone in {removed}, where the producer does not start with it.",
  },
  check: (context) => producerSettings(context).flatMap((setting) => report(context, setting)),
};

function report(context: RuleContext, setting: Setting): readonly Report[] {
  const { key } = setting;
  const { version } = context.catalog;
  const value = javaTrim(setting.value);
  const entry = catalogData.deprecations[`${key}=${value}`];
  if (entry === undefined || !isAtLeast(version, entry.deprecated) || isAtLeast(version, entry.removed)) return [];
  const adjustment = adjustmentsOf(context, "deprecated-partitioner", "deprecated-dns-lookup").find(
    (candidate) => candidate.key === key,
  );
  return [
    {
      messageId: "deprecated",
      data: {
        key,
        name: key === DNS_LOOKUP ? shown(value) : simpleName(value),
        deprecated: shortVersion(entry.deprecated),
        removed: shortVersion(entry.removed),
      },
      key,
      span: valueOrKey(setting),
      fixes: fixesFor(context, key, value, entry.replacement),
      clientMessage: adjustment?.log?.message,
      tag: "deprecated",
    },
  ];
}

function fixesFor(context: RuleContext, key: string, value: string, replacement: string | undefined): readonly Fix[] {
  if (replacement !== undefined) return replaceClassFix(context, key, undefined, replacement, "safe");
  if (key === DNS_LOOKUP) return setFix(context, key, "use_all_dns_ips", "suggestion");
  return partitionerFixes(context, value);
}
