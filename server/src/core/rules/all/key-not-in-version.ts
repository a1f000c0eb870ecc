import { shortVersion } from "../../catalog/version.js";
import { catalogData } from "../../catalog/catalog.js";
import { keyReport, removeKey, renameOrRemove, settingsOfKind } from "../key-reports.js";
import type { Fix, Report, Rule, RuleContext } from "../types.js";
import type { Setting } from "../../dialects/types.js";
import { ownOf } from "../../text/own.js";

/** What has taken the place of a removed key. */
const SUCCESSORS: Readonly<Record<string, string>> = {
  "metrics.jmx.whitelist": "metrics.jmx.include",
  "metrics.jmx.blacklist": "metrics.jmx.exclude",
};

export const keyNotInVersion: Rule = {
  meta: {
    id: "key-not-in-version",
    severity: "warning",
    category: "keys",
    summary: "A key that is newer than the client, or that it has dropped, is ignored.",
    sources: ["ProducerConfig of each release"],
  },
  messages: {
    newer: "{key} exists from client {since} on: {version} ignores it.",
    removed: "{key} was removed in client {removedIn}: {version} ignores it.",
    rename: "Replace with {use}",
    remove: "Remove {key}",
  },
  check: (context) =>
    settingsOfKind(context, "newer", "removed").map(({ setting, kind }): Report => {
      const version = shortVersion(context.catalog.version.text);
      const data =
        kind.kind === "newer"
          ? { key: setting.key, version, since: shortVersion(kind.since) }
          : { key: setting.key, version, removedIn: shortVersion(kind.removedIn) };
      const tag =
        kind.kind === "removed" || Object.hasOwn(catalogData.deprecations, setting.key) ? "deprecated" : "unnecessary";
      return keyReport(setting, { messageId: kind.kind, data, tag, fixes: fixesFor(context, setting) });
    }),
};

function fixesFor(context: RuleContext, setting: Setting): readonly Fix[] {
  const successor = ownOf(SUCCESSORS, setting.key);
  return successor === undefined ? [removeKey(context, setting)] : renameOrRemove(context, setting, successor);
}
