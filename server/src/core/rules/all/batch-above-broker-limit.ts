import { splitsIntoItself } from "../split-batches.js";
import { adviceOn, givenNumber, numberOf } from "../support-advice.js";
import { setFix, VALUE_FIX_TITLES } from "../support-values.js";
import type { Rule } from "../types.js";

const KEY = "batch.size";

/** The default of message.max.bytes in brokers from 2.5 on (`ServerLogConfigs.MAX_MESSAGE_BYTES_DEFAULT`). */
const BROKER_LIMIT_BYTES = 1_048_588;
/** Below the limit of every broker: before 2.5 it is 1000012 bytes. */
const ADVISED_BYTES = 524_288;

export const batchAboveBrokerLimit: Rule = {
  meta: {
    id: "batch-above-broker-limit",
    severity: "information",
    category: "batching",
    summary: "A full batch above the broker's message.max.bytes is refused.",
    sources: ["ServerLogConfigs.MAX_MESSAGE_BYTES_DEFAULT", "RecordAccumulator.splitAndReenqueue", "KAFKA-8350"],
  },
  messages: {
    ...VALUE_FIX_TITLES,
    never:
      "{setting} is above the broker's message.max.bytes (1048588 by default): a full batch is refused, and this release splits it into the same batch again until delivery.timeout.ms is over (KAFKA-8350, fixed in 4.2). Its records are never stored.",
    split:
      "{setting} is above the broker's message.max.bytes (1048588 by default): a full batch is refused, split and sent again unless that limit was raised.",
  },
  check: (context) => {
    const written = givenNumber(context, KEY);
    if (written === undefined || written.value <= BROKER_LIMIT_BYTES) return [];
    // batch-above-request-size and batch-size-above-buffer-memory speak of the same mistake.
    if (written.value > Math.min(numberOf(context, "max.request.size") ?? 0, numberOf(context, "buffer.memory") ?? 0))
      return [];
    const isNever = splitsIntoItself(context);
    const fixes = setFix(context, KEY, ADVISED_BYTES.toString(), "suggestion");
    const messageId = isNever ? "never" : "split";
    return [adviceOn(context, written.setting, { messageId, fixes, severity: isNever ? "warning" : "information" })];
  },
};
