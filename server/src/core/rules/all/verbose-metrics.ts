import { valueOrKey } from "../support.js";
import { ADVICE_TITLES, textOf } from "../support-advice.js";
import { removeFix } from "../support-values.js";
import type { Rule } from "../types.js";

const KEY = "metrics.recording.level";

export const verboseMetrics: Rule = {
  meta: {
    id: "verbose-metrics",
    severity: "hint",
    category: "keys",
    summary: "A producer records all its metrics at INFO: DEBUG and TRACE change nothing.",
    sources: ["Sensor.RecordingLevel", "SenderMetricsRegistry", "Selector.SelectorMetrics"],
  },
  messages: {
    ...ADVICE_TITLES,
    verbose:
      "{level} changes nothing in a producer: all its metrics are recorded at INFO, unless a plugin creates sensors of that level.",
  },
  check: (context) => {
    const setting = context.document.byKey.get(KEY);
    const level = textOf(context, KEY);
    if (setting === undefined || (level !== "DEBUG" && level !== "TRACE")) return [];
    return [
      { messageId: "verbose", data: { level }, key: KEY, span: valueOrKey(setting), fixes: removeFix(context, KEY) },
    ];
  },
};
