import { splitsIntoItself } from "../split-batches.js";
import { described, relatedSettings, valueOrKey } from "../support.js";
import { ADVICE_TITLES, givenNumber, numberOf, writeFix } from "../support-advice.js";
import type { Report, Rule } from "../types.js";

const BATCH = "batch.size";
const REQUEST = "max.request.size";

export const batchAboveRequestSize: Rule = {
  meta: {
    id: "batch-above-request-size",
    severity: "warning",
    category: "batching",
    summary: "A request takes its first batch whatever its size, so that a larger batch.size breaks max.request.size.",
    sources: ["RecordAccumulator.drainBatchesForOneNode", "Sender.completeBatch", "KAFKA-8350"],
  },
  messages: {
    ...ADVICE_TITLES,
    above:
      "{batch} is above {request}: a request takes its first batch whatever its size. A batch beyond the broker's message.max.bytes (1048588 by default) is refused, split and sent again.",
    never:
      "{batch} is above {request}: a request takes its first batch whatever its size. A batch beyond the broker's message.max.bytes (1048588 by default) is refused, and this release splits it into the same batch again until delivery.timeout.ms is over (KAFKA-8350, fixed in 4.2): its records are never stored.",
    takesPart: "{key} is smaller than a batch",
  },
  check: (context) => {
    const batchBytes = numberOf(context, BATCH);
    const requestBytes = numberOf(context, REQUEST);
    const batch = givenNumber(context, BATCH);
    const request = givenNumber(context, REQUEST);
    const place = (batch ?? request)?.setting;
    if (batchBytes === undefined || requestBytes === undefined || place === undefined) return [];
    // Beyond buffer.memory nothing is sent at all, which is another matter.
    if (batchBytes <= requestBytes || batchBytes > (numberOf(context, "buffer.memory") ?? 0)) return [];
    const report: Report = {
      messageId: splitsIntoItself(context) ? "never" : "above",
      data: { batch: described(context, BATCH), request: described(context, REQUEST) },
      key: place.key,
      span: valueOrKey(place),
      severity: batch !== undefined && request !== undefined ? "warning" : "information",
      related: batch === undefined ? [] : relatedSettings(context, [REQUEST], "takesPart"),
      fixes: [writeFix(context, BATCH, requestBytes.toString(), place)],
    };
    return [report];
  },
};
