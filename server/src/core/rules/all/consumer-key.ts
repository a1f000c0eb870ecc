import { keyReport, removeKey, settingsOfKind } from "../key-reports.js";
import type { Report, Rule } from "../types.js";

export const consumerKey: Rule = {
  meta: {
    id: "consumer-key",
    severity: "information",
    category: "keys",
    summary: "Settings of consumers and admin clients do nothing in a producer.",
    sources: ["ConsumerConfig", "AdminClientConfig"],
  },
  messages: {
    consumer: "{key} is a consumer setting: a producer ignores it.",
    admin: "{key} is a setting of the admin client: a producer ignores it.",
    remove: "Remove {key}",
  },
  check: (context) =>
    settingsOfKind(context, "consumer", "admin").map(({ setting, kind }): Report => {
      const fixes = [removeKey(context, setting)];
      return keyReport(setting, { messageId: kind.kind, data: { key: setting.key }, tag: "unnecessary", fixes });
    }),
};
