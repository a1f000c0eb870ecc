import { adviceOn, numberOf, givenNumber } from "../support-advice.js";
import { removeFix, VALUE_FIX_TITLES } from "../support-values.js";
import type { Rule } from "../types.js";

/** What AbstractRecords.estimateSizeInBytesUpperBound says of a record without key, value and headers. */
const EMPTY_RECORD_BYTES = 85;

export const noRecordFits: Rule = {
  meta: {
    id: "no-record-fits",
    severity: "warning",
    category: "batching",
    summary: "Below 85 bytes max.request.size and buffer.memory have no room even for an empty record.",
    sources: ["KafkaProducer.ensureValidRecordSize", "AbstractRecords.estimateSizeInBytesUpperBound"],
  },
  messages: {
    ...VALUE_FIX_TITLES,
    tooSmall:
      "{setting} is below the 85 bytes that even an empty record counts: the producer starts, but every send() fails with a RecordTooLargeException.",
  },
  check: (context) =>
    ["max.request.size", "buffer.memory"].flatMap((key) => {
      const written = givenNumber(context, key);
      if (written === undefined || written.value >= EMPTY_RECORD_BYTES) return [];
      // With a larger batch.size no batch fits either; the rule batch-size-above-buffer-memory says so.
      if (key === "buffer.memory" && (numberOf(context, "batch.size") ?? 0) > written.value) return [];
      return [adviceOn(context, written.setting, { messageId: "tooSmall", fixes: removeFix(context, key) })];
    }),
};
