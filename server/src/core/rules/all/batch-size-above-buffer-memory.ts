import { described, relatedSettings } from "../support.js";
import { ADVICE_TITLES, adviceOn, numberOf, textOf, writeFix, givenSetting } from "../support-advice.js";
import type { Fix, Report, Rule, RuleContext } from "../types.js";

const BATCH = "batch.size";
const BUFFER = "buffer.memory";

export const batchSizeAboveBufferMemory: Rule = {
  meta: {
    id: "batch-size-above-buffer-memory",
    severity: "warning",
    category: "batching",
    summary: "Every batch takes batch.size from buffer.memory; a larger one never fits, and no record can be sent.",
    sources: ["org.apache.kafka.clients.producer.internals.BufferPool.allocate", "RecordAccumulator.append"],
  },
  messages: {
    ...ADVICE_TITLES,
    above: "{batch} is larger than {buffer}: the producer starts, but every send() fails.",
    takesPart: "{key} takes part",
  },
  check: (context) => {
    const batch = numberOf(context, BATCH);
    const buffer = numberOf(context, BUFFER);
    const setting = givenSetting(context, BUFFER) ?? givenSetting(context, BATCH);
    if (batch === undefined || buffer === undefined || setting === undefined) return [];
    if (batch <= buffer || textOf(context, "buffer.memory.allocation.strategy")?.toLowerCase() === "incremental")
      return [];
    const report: Omit<Report, "key" | "span"> = {
      messageId: "above",
      data: { batch: described(context, BATCH), buffer: described(context, BUFFER) },
      related: setting.key === BUFFER ? relatedSettings(context, [BATCH], "takesPart") : [],
      fixes: fixesFor(context, batch, buffer),
      clientMessage: `IllegalArgumentException: Attempt to allocate ${batch.toString()} bytes, but there is a hard limit of ${buffer.toString()} on memory allocations.`,
    };
    return [adviceOn(context, setting, report)];
  },
};

/** The default of the one that is wrong, as long as that makes the two fit. */
function fixesFor(context: RuleContext, batch: number, buffer: number): readonly Fix[] {
  const fixes: Fix[] = [];
  const bufferDefault = Number(context.catalog.keys.get(BUFFER)?.defaultText);
  const batchDefault = Number(context.catalog.keys.get(BATCH)?.defaultText);
  const { byKey } = context.document;
  if (batch <= bufferDefault) fixes.push(writeFix(context, BUFFER, bufferDefault.toString(), byKey.get(BATCH)));
  if (batchDefault <= buffer) fixes.push(writeFix(context, BATCH, batchDefault.toString(), byKey.get(BUFFER)));
  return fixes;
}
