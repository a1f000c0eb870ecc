import { valueOrKey } from "../support.js";
import { ADVICE_TITLES, givenNumber } from "../support-advice.js";
import { removeFix } from "../support-values.js";
import type { Rule } from "../types.js";

const KEY = "max.request.size";
/** The broker's default of message.max.bytes: 1 MiB and the overhead of a batch. */
const BROKER_LIMIT_BYTES = 1_048_588;

export const requestAboveBrokerLimit: Rule = {
  meta: {
    id: "request-above-broker-limit",
    severity: "information",
    category: "batching",
    summary: "A max.request.size above the broker's message.max.bytes needs that limit raised, too.",
    sources: ["ServerLogConfigs.MAX_MESSAGE_BYTES_DEFAULT", "LogValidator", "ProducerConfig.MAX_REQUEST_SIZE_DOC"],
  },
  messages: {
    ...ADVICE_TITLES,
    above:
      "A broker takes batches of at most message.max.bytes, 1048588 by default (1000012 before broker 2.5), or the topic's max.message.bytes: larger records need one of them raised as well.",
  },
  check: (context) => {
    const given = givenNumber(context, KEY);
    if (given === undefined || given.value <= BROKER_LIMIT_BYTES) return [];
    return [{ messageId: "above", key: KEY, span: valueOrKey(given.setting), fixes: removeFix(context, KEY) }];
  },
};
