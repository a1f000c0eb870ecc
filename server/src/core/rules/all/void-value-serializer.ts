import { adviceOn, textOf, givenSetting } from "../support-advice.js";
import { usualSerializerFixes } from "../support-classes.js";
import type { Rule } from "../types.js";

const KEY = "value.serializer";

export const voidValueSerializer: Rule = {
  meta: {
    id: "void-value-serializer",
    severity: "warning",
    category: "keys",
    since: "2.5.0",
    summary: "VoidSerializer takes null and nothing else: a record with a value is refused.",
    sources: ["org.apache.kafka.common.serialization.VoidSerializer", "KafkaProducer.doSend"],
  },
  messages: {
    void: "VoidSerializer takes null and nothing else: the producer starts, but every send() of a record with a value fails with a SerializationException.",
    replace: "Replace with {expected}",
  },
  check: (context) => {
    const setting = givenSetting(context, KEY);
    if (setting === undefined || textOf(context, KEY) !== "org.apache.kafka.common.serialization.VoidSerializer")
      return [];
    return [adviceOn(context, setting, { messageId: "void", fixes: usualSerializerFixes(context, KEY) })];
  },
};
