import { catalogData } from "../../catalog/catalog.js";
import { isAtLeast, shortVersion } from "../../catalog/version.js";
import { adjustmentsOf } from "../support.js";
import { keyReport, removeKey, renameOrRemove } from "../key-reports.js";
import type { Fix, Report, Rule, RuleContext } from "../types.js";
import type { Setting } from "../../dialects/types.js";
import { ownOf } from "../../text/own.js";

/** What takes the place of a deprecated key. */
const SUCCESSORS: Readonly<Record<string, string>> = {
  "metrics.jmx.whitelist": "metrics.jmx.include",
  "metrics.jmx.blacklist": "metrics.jmx.exclude",
};

export const deprecatedKey: Rule = {
  meta: {
    id: "deprecated-key",
    severity: "information",
    category: "keys",
    since: "2.7.0",
    until: "4.0.0",
    summary: "A few keys still work but are deprecated, and client 4.0 ignores them.",
    sources: ["KIP-629", "KIP-830"],
  },
  messages: {
    deprecated: "{key} is deprecated since Kafka {deprecated}; from {removed} on the client ignores it.",
    rename: "Replace with {use}",
    remove: "Remove {key}",
  },
  check: (context) =>
    Object.entries(catalogData.deprecations).flatMap(([key, { deprecated, removed }]): readonly Report[] => {
      const setting = context.document.byKey.get(key);
      const { version } = context.catalog;
      if (setting === undefined || !isAtLeast(version, deprecated) || isAtLeast(version, removed)) return [];
      return [
        keyReport(setting, {
          messageId: "deprecated",
          data: { key, deprecated: shortVersion(deprecated), removed: shortVersion(removed) },
          fixes: fixesFor(context, setting),
          clientMessage: adjustmentsOf(context, "deprecated-jmx-filter").find((entry) => entry.causedBy.includes(key))
            ?.log?.message,
          tag: "deprecated",
        }),
      ];
    }),
};

function fixesFor(context: RuleContext, setting: Setting): readonly Fix[] {
  const successor = ownOf(SUCCESSORS, setting.key);
  return successor === undefined ? [removeKey(context, setting)] : renameOrRemove(context, setting, successor);
}
