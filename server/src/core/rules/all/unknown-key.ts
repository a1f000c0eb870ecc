import { keyReport, removeKey, renameOrRemove, settingsOfKind } from "../key-reports.js";
import type { Report, Rule } from "../types.js";

export const unknownKey: Rule = {
  meta: {
    id: "unknown-key",
    severity: "warning",
    category: "keys",
    summary: "A key that no producer knows is never an error: the client ignores it and at most logs it.",
    sources: ["AbstractConfig.logUnused", "KAFKA-13689", "KAFKA-6793"],
  },
  messages: {
    misspelled: "{key} is no producer setting and is ignored. Did you mean {use}?",
    unknown:
      "{key} is no setting of the Kafka producer: the client ignores it unless a plugin or the application reads it.",
    rename: "Replace with {use}",
    remove: "Remove {key}",
  },
  check: (context) =>
    settingsOfKind(context, "misspelled", "unknown").map(({ setting, kind }): Report => {
      if (kind.kind === "unknown") {
        return keyReport(setting, {
          messageId: "unknown",
          data: { key: setting.key },
          severity: "hint",
          fixes: [removeKey(context, setting)],
        });
      }
      return keyReport(setting, {
        messageId: "misspelled",
        data: { key: setting.key, use: kind.use },
        fixes: renameOrRemove(context, setting, kind.use),
      });
    }),
};
