import { otherDialectOf } from "../../config/other-dialect.js";
import { keyReport, renameOrRemove, settingsOfKind } from "../key-reports.js";
import type { Report, Rule } from "../types.js";

export const prefixedKey: Rule = {
  meta: {
    id: "prefixed-key",
    severity: "warning",
    category: "keys",
    summary: "A producer. prefix belongs to Connect, Streams and MirrorMaker; the plain client ignores such a key.",
    sources: ["ProducerConfig", "StreamsConfig.producerPrefix"],
  },
  messages: {
    prefixed: "{key} is ignored: the producer itself reads {use}, without a prefix.",
    rename: "Replace with {use}",
    remove: "Remove {key}",
  },
  check: (context) => {
    // Said there: Kafka Streams takes the prefix off.
    if (otherDialectOf(context.document, context.catalog.version)?.prefix === "producer.") return [];
    return settingsOfKind(context, "prefixed").map(({ setting, kind }): Report => {
      const data = { key: setting.key, use: kind.use };
      return keyReport(setting, { messageId: "prefixed", data, fixes: renameOrRemove(context, setting, kind.use) });
    });
  },
};
