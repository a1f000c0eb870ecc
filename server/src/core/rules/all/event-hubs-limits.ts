import { fitsWish, platformById, wishedValue, type SettingWish } from "../../catalog/platforms.js";
import { listOf } from "../../messages/phrase-texts.js";
import { platformAddresses } from "../platform-listeners.js";
import { described } from "../support.js";
import { isGiven, isRefused, writeFix } from "../support-advice.js";
import type { Report, Rule, RuleContext } from "../types.js";

/** What the service refuses whatever the tier; the other wishes are advice. */
const REFUSED: ReadonlySet<string> = new Set(["compression.type", "max.request.size"]);

export const eventHubsLimits: Rule = {
  meta: {
    id: "event-hubs-limits",
    severity: "information",
    category: "cluster",
    summary: "Azure Event Hubs closes idle connections after 4 minutes, limits requests, and takes no codec but gzip.",
    sources: ["schemas/platforms.json", "Microsoft Learn: Apache Kafka client configurations for Azure Event Hubs"],
  },
  messages: {
    limits:
      "Azure Event Hubs closes connections that are idle for 240 seconds or send more than 1046528 bytes at once (more in the tiers Premium and Dedicated), takes no codec but gzip, and may need 10 seconds to answer. Not fitting: {settings}.",
    set: "Set what Event Hubs asks for",
  },
  check: (context) => {
    const hub = platformAddresses(context).find(({ platform }) => platform.id === "event-hubs");
    const bad = platformById("event-hubs").settings.filter((wish) => isMissed(context, wish));
    if (hub === undefined || bad.length === 0) return [];
    const { setting, address } = hub;
    const isRefusedThere = bad.some(({ key }) => REFUSED.has(key) && isGiven(context, key));
    const edits = bad.flatMap((wish) => writeFix(context, wish.key, wishedValue(wish), setting).edits);
    const report: Report = {
      messageId: "limits",
      data: { settings: listOf(bad.map(({ key }) => described(context, key))) },
      key: setting.key,
      span: setting.spanOf(address.start, address.end),
      severity: isRefusedThere ? "warning" : "information",
      fixes: [{ titleId: "set", safety: "suggestion", edits }],
    };
    return [report];
  },
};

/** Whether the value, its default included, is certainly another one. */
function isMissed(context: RuleContext, wish: SettingWish): boolean {
  const value = context.evaluation.values.get(wish.key)?.value;
  return value !== undefined && !isRefused(context, wish.key) && !fitsWish(wish, value);
}
