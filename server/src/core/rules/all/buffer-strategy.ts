import { adjustmentsOf, described, failuresOf, relatedSettings, valueOrKey } from "../support.js";
import { failureReport, removeFix, setFix, settingOf, VALUE_FIX_TITLES } from "../support-values.js";
import type { Report, Rule, RuleContext } from "../types.js";

const KEY = "buffer.memory.allocation.strategy";
const COMPRESSION = "compression.type";
const BATCH_SIZE = "batch.size";

/** Below this the client of 4.4 works with the full strategy. */
const SMALLEST_BATCH = 16_384;

export const bufferStrategy: Rule = {
  meta: {
    id: "buffer-strategy",
    severity: "error",
    category: "batching",
    since: "4.4.0",
    summary: "The incremental allocation of batch memory does not work with compression yet.",
    sources: ["KafkaProducer constructor of 4.4"],
  },
  messages: {
    ...VALUE_FIX_TITLES,
    compression:
      "{key} incremental works only without compression, but compression.type is {compression}: the producer does not start.",
    fallback: "{key} incremental has no effect with {batchSize}, which is below 16384: the client works with full.",
    takesPart: "{key} takes part",
  },
  check: (context) => [...conflicts(context), ...fallbacks(context)],
};

function conflicts(context: RuleContext): readonly Report[] {
  return failuresOf(context, "incremental-buffer").map((failure) =>
    failureReport(context, failure, {
      messageId: "compression",
      data: { key: KEY, compression: context.evaluation.values.get(COMPRESSION)?.text ?? "" },
      related: relatedSettings(context, [COMPRESSION], "takesPart"),
      fixes: [...removeFix(context, KEY), ...setFix(context, COMPRESSION, "none", "suggestion")],
    }),
  );
}

function fallbacks(context: RuleContext): readonly Report[] {
  const setting = settingOf(context, KEY);
  if (setting === undefined) return [];
  return adjustmentsOf(context, "incremental-buffer-fallback").map((adjustment) => ({
    messageId: "fallback",
    data: { key: KEY, batchSize: described(context, BATCH_SIZE) },
    key: KEY,
    span: valueOrKey(setting),
    severity: "warning",
    related: relatedSettings(context, [BATCH_SIZE], "takesPart"),
    fixes: [...setFix(context, BATCH_SIZE, SMALLEST_BATCH.toString(), "suggestion"), ...removeFix(context, KEY)],
    clientMessage: adjustment.log?.message,
  }));
}
