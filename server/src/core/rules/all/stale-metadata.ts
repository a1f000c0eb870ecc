import { valueOrKey } from "../support.js";
import { ADVICE_TITLES, givenNumber } from "../support-advice.js";
import { removeFix } from "../support-values.js";
import type { Rule } from "../types.js";

const KEY = "metadata.max.age.ms";
const STALE_MS = 900_000;

export const staleMetadata: Rule = {
  meta: {
    id: "stale-metadata",
    severity: "information",
    category: "cluster",
    summary: "With a metadata.max.age.ms above 15 minutes the producer finds new partitions late.",
    sources: ["ProducerConfig.METADATA_MAX_AGE_DOC", "Metadata.timeToNextUpdate"],
  },
  messages: {
    ...ADVICE_TITLES,
    late: "As long as nothing fails, the producer asks for metadata only this often: partitions that are added meanwhile get no records.",
  },
  check: (context) => {
    const given = givenNumber(context, KEY);
    if (given === undefined || given.value <= STALE_MS) return [];
    return [{ messageId: "late", key: KEY, span: valueOrKey(given.setting), fixes: removeFix(context, KEY) }];
  },
};
