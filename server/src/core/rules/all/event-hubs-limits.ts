import { listOf } from "../../messages/phrase-texts.js";
import type { TextEdit } from "../../text/span.js";
import { bootstrapHosts } from "../bootstrap-hosts.js";
import { described } from "../support.js";
import { givenNumber, isRefused, numberOf, writeFix } from "../support-advice.js";
import type { Report, Rule, RuleContext } from "../types.js";

const REQUEST_SIZE = "max.request.size";

interface Limit {
  readonly key: string;
  readonly isBad: (value: number) => boolean;
  readonly advised: number;
}

/** What Microsoft's page on Kafka client configurations for Event Hubs asks for. */
const LIMITS: readonly Limit[] = [
  { key: REQUEST_SIZE, isBad: (bytes) => bytes > 1_046_528, advised: 1_000_000 },
  { key: "connections.max.idle.ms", isBad: (ms) => ms >= 240_000 || ms < 0, advised: 180_000 },
  { key: "metadata.max.age.ms", isBad: (ms) => ms >= 240_000, advised: 180_000 },
  { key: "request.timeout.ms", isBad: (ms) => ms < 20_000, advised: 60_000 },
];

export const eventHubsLimits: Rule = {
  meta: {
    id: "event-hubs-limits",
    severity: "information",
    category: "cluster",
    summary: "Azure Event Hubs closes idle connections after 4 minutes and on requests above 1046528 bytes.",
    sources: ["Microsoft Learn: Apache Kafka client configurations for Azure Event Hubs"],
  },
  messages: {
    limits:
      "Azure Event Hubs drops connections that are idle for 240 seconds, closes them on requests above 1046528 bytes, and waits at least 20 seconds. Not fitting: {settings}.",
    set: "Set what Event Hubs asks for",
  },
  check: (context) => {
    const hub = bootstrapHosts(context).find(({ host }) => host.endsWith(".servicebus.windows.net"));
    const bad = LIMITS.filter(({ key, isBad }) => {
      const value = isRefused(context, key) ? undefined : numberOf(context, key);
      return value !== undefined && isBad(value);
    });
    if (hub === undefined || bad.length === 0) return [];
    const { setting, address } = hub;
    const isTooLarge = bad.some(({ key }) => key === REQUEST_SIZE) && givenNumber(context, REQUEST_SIZE) !== undefined;
    const report: Report = {
      messageId: "limits",
      data: { settings: listOf(bad.map(({ key }) => described(context, key))) },
      key: setting.key,
      span: setting.spanOf(address.start, address.end),
      severity: isTooLarge ? "warning" : "information",
      fixes: [{ titleId: "set", safety: "suggestion", edits: bad.flatMap((limit) => editsOf(context, limit)) }],
    };
    return [report];
  },
};

function editsOf(context: RuleContext, { key, advised }: Limit): readonly TextEdit[] {
  return writeFix(context, key, advised.toString(), context.document.byKey.get("bootstrap.servers")).edits;
}
