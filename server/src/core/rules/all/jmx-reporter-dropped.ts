import { valueOrKey } from "../support.js";
import { elementsOf } from "../support-lists.js";
import type { Rule } from "../types.js";

const KEY = "metric.reporters";
const JMX = "org.apache.kafka.common.metrics.JmxReporter";

export const jmxReporterDropped: Rule = {
  meta: {
    id: "jmx-reporter-dropped",
    severity: "information",
    category: "silent-change",
    since: "4.0.0",
    summary: "From 4.0 metric.reporters replaces the JMX reporter, which older clients add by themselves.",
    sources: ["CommonClientConfigs.metricsReporters", "KIP-830"],
  },
  messages: {
    dropped: "From 4.0 on this list replaces the JMX reporter: the producer's metrics are no longer seen in JMX.",
    add: "Add JmxReporter",
  },
  check: (context) => {
    const setting = context.document.byKey.get(KEY);
    if (setting === undefined || context.evaluation.unresolved.has(KEY)) return [];
    const elements = elementsOf(setting.value).filter(({ text }) => text !== "");
    const last = elements.at(-1);
    if (last === undefined || elements.some(({ text }) => text === JMX)) return [];
    const edits = context.document.edits.replacePart(setting, last.start, last.end, `${last.text},${JMX}`);
    return [
      {
        messageId: "dropped",
        key: KEY,
        span: valueOrKey(setting),
        fixes: [{ titleId: "add", safety: "suggestion", edits }],
      },
    ];
  },
};
