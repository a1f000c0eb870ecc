import { listOf } from "../../messages/phrase-texts.js";
import type { TextEdit } from "../../text/span.js";
import { bootstrapHosts } from "../bootstrap-hosts.js";
import { described } from "../support.js";
import { givenNumber, isRefused, numberOf, textOf, writeFix } from "../support-advice.js";
import type { Report, Rule, RuleContext } from "../types.js";

const REQUEST_SIZE = "max.request.size";

/** Hosts of the public cloud and of the national ones. */
const HUB = /\.servicebus\.(windows\.net|chinacloudapi\.cn|usgovcloudapi\.net|cloudapi\.de)$/;

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
  { key: "request.timeout.ms", isBad: (ms) => ms < 10_000, advised: 30_000 },
];

const COMPRESSION = "compression.type";
/** The service refuses batches in any other codec. */
const CODECS: readonly string[] = ["none", "gzip"];

export const eventHubsLimits: Rule = {
  meta: {
    id: "event-hubs-limits",
    severity: "information",
    category: "cluster",
    summary: "Azure Event Hubs closes idle connections after 4 minutes, limits requests, and takes no codec but gzip.",
    sources: ["Microsoft Learn: Apache Kafka client configurations for Azure Event Hubs"],
  },
  messages: {
    limits:
      "Azure Event Hubs closes connections that are idle for 240 seconds or send more than 1046528 bytes at once (more in the tiers Premium and Dedicated), takes no codec but gzip, and may need 10 seconds to answer. Not fitting: {settings}.",
    set: "Set what Event Hubs asks for",
  },
  check: (context) => {
    const hub = bootstrapHosts(context).find(({ host }) => HUB.test(host));
    const bad = LIMITS.filter(({ key, isBad }) => {
      const value = isRefused(context, key) ? undefined : numberOf(context, key);
      return value !== undefined && isBad(value);
    });
    const isCodecRefused = !isRefused(context, COMPRESSION) && !CODECS.includes(textOf(context, COMPRESSION) ?? "none");
    if (hub === undefined || (bad.length === 0 && !isCodecRefused)) return [];
    const codec = isCodecRefused ? [COMPRESSION] : [];
    const { setting, address } = hub;
    const isTooLarge = bad.some(({ key }) => key === REQUEST_SIZE) && givenNumber(context, REQUEST_SIZE) !== undefined;
    const edits = [
      ...codec.flatMap((key) => editsOf(context, key, "gzip")),
      ...bad.flatMap(({ key, advised }) => editsOf(context, key, advised.toString())),
    ];
    const report: Report = {
      messageId: "limits",
      data: { settings: listOf([...codec, ...bad.map(({ key }) => key)].map((key) => described(context, key))) },
      key: setting.key,
      span: setting.spanOf(address.start, address.end),
      severity: isTooLarge || isCodecRefused ? "warning" : "information",
      fixes: [{ titleId: "set", safety: "suggestion", edits }],
    };
    return [report];
  },
};

function editsOf(context: RuleContext, key: string, value: string): readonly TextEdit[] {
  return writeFix(context, key, value, context.document.byKey.get("bootstrap.servers")).edits;
}
