import type { Setting } from "../../dialects/types.js";
import { removeKey, settingsOfKind } from "../key-reports.js";
import type { Fix, Report, Rule, RuleContext } from "../types.js";

/** Whoever writes these into a producer's file counts on records being kept. */
const PROMISES: ReadonlySet<string> = new Set(["min.insync.replicas", "unclean.leader.election.enable"]);

export const clusterKey: Rule = {
  meta: {
    id: "cluster-key",
    severity: "information",
    category: "keys",
    summary: "Settings of topics and brokers do nothing in a producer.",
    sources: ["TopicConfig", "KafkaConfig", "AbstractConfig.logUnused"],
  },
  messages: {
    topic:
      "A producer ignores settings of topics: {keys}. Set it on the topic, with kafka-configs.sh --alter --entity-type topics.",
    broker: "A producer ignores settings of brokers: {keys}. It belongs in the broker's configuration file.",
    several:
      "A producer ignores settings of topics and brokers: {keys}. Set them on the topic, or in the broker's configuration file.",
    ignored: "{key} is ignored too",
    remove: "Remove {key}",
    removeAll: "Remove all {count}",
  },
  check: (context) => {
    const isProducerFile = [...context.document.byKey.keys()].some((key) => context.catalog.keys.has(key));
    const found = settingsOfKind(context, "topic", "broker");
    const [first, ...others] = found;
    if (!isProducerFile || first === undefined) return [];
    const settings = found.map(({ setting }) => setting);
    const report: Report = {
      messageId: others.length > 0 ? "several" : first.kind.kind,
      data: { keys: settings.map(({ key }) => key).join(", ") },
      key: first.setting.key,
      span: first.setting.keySpan,
      severity: settings.some(({ key }) => PROMISES.has(key)) ? "warning" : "information",
      related: settings.slice(1).map(({ key, keySpan }) => ({ span: keySpan, messageId: "ignored", data: { key } })),
      tag: "unnecessary",
      fixes: [removal(context, settings)],
    };
    return [report];
  },
};

function removal(context: RuleContext, settings: readonly Setting[]): Fix {
  const [first] = settings;
  if (settings.length === 1 && first !== undefined) return removeKey(context, first);
  const edits = context.document.edits.write(settings.map((setting) => ({ kind: "remove", setting })));
  return { titleId: "removeAll", data: { count: settings.length }, safety: "suggestion", edits };
}
