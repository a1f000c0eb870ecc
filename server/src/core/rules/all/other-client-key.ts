import { keyReport, removeKey, renameOrRemove, settingsOfKind } from "../key-reports.js";
import type { Report, Rule } from "../types.js";

export const otherClientKey: Rule = {
  meta: {
    id: "other-client-key",
    severity: "warning",
    category: "keys",
    summary: "Settings of librdkafka (C, Python, Go, .NET clients) mean nothing to the Java producer.",
    sources: ["librdkafka CONFIGURATION.md", "ProducerConfig"],
  },
  messages: {
    replaced: "{key} is a setting of librdkafka and is ignored by the Java producer: its counterpart is {use}.",
    none: "{key} is a setting of librdkafka and is ignored by the Java producer.",
    rename: "Replace with {use}",
    remove: "Remove {key}",
  },
  check: (context) =>
    settingsOfKind(context, "librdkafka").map(({ setting, kind }): Report => {
      const { use } = kind;
      const data = { key: setting.key, use: use ?? "" };
      const fixes = use === undefined ? [removeKey(context, setting)] : renameOrRemove(context, setting, use);
      return keyReport(setting, { messageId: use === undefined ? "none" : "replaced", data, fixes });
    }),
};
