import { keyReport, removeKey, renameOrRemove, settingsOfKind } from "../key-reports.js";
import type { Report, Rule } from "../types.js";

export const oldProducerKey: Rule = {
  meta: {
    id: "old-producer-key",
    severity: "warning",
    category: "keys",
    summary: "Keys of the Scala producer and of early Java producers do nothing today.",
    sources: ["ProducerConfig", "Kafka 0.9 and 0.11 upgrade notes"],
  },
  messages: {
    replaced: "{key} is a setting of producers before {removedIn} and is ignored today: {use} has taken its place.",
    gone: "{key} is a setting of producers before {removedIn} and is ignored today; nothing has taken its place.",
    rename: "Replace with {use}",
    remove: "Remove {key}",
  },
  check: (context) =>
    settingsOfKind(context, "old-producer").map(({ setting, kind }): Report => {
      const { use, removedIn } = kind;
      const data = { key: setting.key, removedIn, use: use ?? "" };
      const fixes = use === undefined ? [removeKey(context, setting)] : renameOrRemove(context, setting, use);
      return keyReport(setting, { messageId: use === undefined ? "gone" : "replaced", data, tag: "deprecated", fixes });
    }),
};
