import { isAtLeast } from "../../catalog/version.js";
import { valueOrKey } from "../support.js";
import { ADVICE_TITLES, givenNumber } from "../support-advice.js";
import { removeFix } from "../support-values.js";
import type { Rule } from "../types.js";

const KEY = "batch.size";
/** Room for about one record of usual size. */
const TINY_BYTES = 1024;

export const tinyBatches: Rule = {
  meta: {
    id: "tiny-batches",
    severity: "information",
    category: "batching",
    summary: "A batch.size of 1024 bytes or less leaves hardly any records to share a request.",
    sources: ["ProducerConfig.BATCH_SIZE_DOC", "RecordAccumulator.append"],
  },
  messages: {
    ...ADVICE_TITLES,
    tiny: "Batches of {bytes} bytes hold hardly more than one record each: more requests, and compression gains little.",
    alone:
      "batch.size=0 puts every record into a batch of its own, which still waits linger.ms: more requests, and compression gains little.",
  },
  check: (context) => {
    const given = givenNumber(context, KEY);
    if (given === undefined || given.value > TINY_BYTES) return [];
    const { version } = context.catalog;
    // 3.3.0 and 3.3.1 hang with 0 (KAFKA-14303), which is another matter.
    if (given.value === 0 && isAtLeast(version, "3.3.0") && !isAtLeast(version, "3.3.2")) return [];
    return [
      {
        messageId: given.value === 0 ? "alone" : "tiny",
        data: { bytes: given.value },
        key: KEY,
        span: valueOrKey(given.setting),
        fixes: removeFix(context, KEY),
      },
    ];
  },
};
