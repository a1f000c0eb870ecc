import { valueOrKey } from "../support.js";
import { ADVICE_TITLES, textOf } from "../support-advice.js";
import { removeFix } from "../support-values.js";
import type { Rule } from "../types.js";

const KEY = "metrics.recording.level";

export const verboseMetrics: Rule = {
  meta: {
    id: "verbose-metrics",
    severity: "information",
    category: "keys",
    summary: "Metrics recorded at DEBUG or TRACE cost time and memory in every producer.",
    sources: ["Sensor.RecordingLevel", "CommonClientConfigs.METRICS_RECORDING_LEVEL_DOC"],
  },
  messages: {
    ...ADVICE_TITLES,
    verbose: "{level} records sensors that are only needed to look for a problem; they cost time and memory all along.",
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
