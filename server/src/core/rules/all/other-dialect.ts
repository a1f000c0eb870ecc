import { otherDialectOf } from "../../config/other-dialect.js";
import type { Setting } from "../../dialects/types.js";
import { keyReport } from "../key-reports.js";
import { firstLine } from "../support.js";
import type { Report, Rule } from "../types.js";

export const otherDialect: Rule = {
  meta: {
    id: "other-dialect",
    severity: "information",
    category: "keys",
    summary: "Settings for a framework, or with an application's prefix, are not checked.",
    sources: ["Worker.baseProducerConfigs", "StreamsConfig.producerPrefix", "Spring Boot KafkaProperties"],
  },
  messages: {
    framework:
      "These settings look like {framework} ({prefix}…). Ackwise reads the settings of the plain producer: they were not checked.",
    prefix:
      "These settings look like producer settings with the prefix {prefix}, which an application has to take off. They were not checked.",
    worker:
      "This looks like the file of a Kafka Connect worker. Its producer. settings are checked with what Connect sets for the producers of its connectors; its other settings are not.",
    related: "Not checked either",
  },
  check: ({ document, catalog }) => {
    if (document.worker !== undefined)
      return [{ messageId: "worker", key: undefined, span: firstLine({ document }) } satisfies Report];
    const other = otherDialectOf(document, catalog.version);
    const [first, ...others] = other?.settings ?? [];
    if (other === undefined || first === undefined) return [];
    const { framework, prefix } = other;
    const messageId = framework === undefined ? "prefix" : "framework";
    const data = { framework: framework ?? "", prefix };
    return [keyReport(first, { messageId, data, related: others.slice(0, MOST_RELATED).map(related) })];
  },
};

/** Enough to see what is meant. */
const MOST_RELATED = 20;

function related({ keySpan }: Setting): NonNullable<Report["related"]>[number] {
  return { span: keySpan, messageId: "related" };
}
