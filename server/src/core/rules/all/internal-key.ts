import { historyOf } from "../../catalog/catalog.js";
import { keyReport, removeKey } from "../key-reports.js";
import type { Report, Rule } from "../types.js";

export const internalKey: Rule = {
  meta: {
    id: "internal-key",
    severity: "information",
    category: "keys",
    summary: "A key that Kafka keeps for itself may change or go with any release.",
    sources: ["ConfigDef.defineInternal"],
  },
  messages: {
    internal: "{key} is internal to Kafka: it is not documented and may change or go with any release.",
    remove: "Remove {key}",
  },
  check: (context) =>
    [...context.document.byKey.values()].flatMap((setting): readonly Report[] => {
      if (historyOf(setting.key)?.internal !== true || !context.catalog.keys.has(setting.key)) return [];
      const { key } = setting;
      return [keyReport(setting, { messageId: "internal", data: { key }, fixes: [removeKey(context, setting)] })];
    }),
};
