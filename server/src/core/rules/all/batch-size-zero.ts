import { adviceOn, givenNumber } from "../support-advice.js";
import { removeFix, setFix, VALUE_FIX_TITLES } from "../support-values.js";
import type { Rule } from "../types.js";

const KEY = "batch.size";

export const batchSizeZero: Rule = {
  meta: {
    id: "batch-size-zero",
    severity: "warning",
    category: "batching",
    since: "3.3.0",
    until: "3.3.2",
    summary: "In 3.3.0 and 3.3.1 the built-in partitioner never chooses a partition when batch.size is 0.",
    sources: ["KAFKA-14303", "BuiltInPartitioner.updatePartitionInfo"],
  },
  messages: {
    ...VALUE_FIX_TITLES,
    hangs:
      "{setting} makes send() of a record without key hang for ever in release {version} (KAFKA-14303, fixed in 3.3.2). 1 switches batching off as well.",
  },
  check: (context) => {
    const written = givenNumber(context, KEY);
    if (written?.value !== 0) return [];
    const fixes = [...setFix(context, KEY, "1", "suggestion"), ...removeFix(context, KEY)];
    const data = { version: context.catalog.version.text };
    return [adviceOn(context, written.setting, { messageId: "hangs", data, fixes })];
  },
};
