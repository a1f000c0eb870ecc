import { isLocalOnly } from "../connection-security.js";
import { valueOrKey } from "../support.js";
import { ADVICE_TITLES, givenNumber } from "../support-advice.js";
import { removeFix } from "../support-values.js";
import type { Rule } from "../types.js";

const KEY = "send.buffer.bytes";
const DEFAULT_BYTES = 131_072;

export const smallSendBuffer: Rule = {
  meta: {
    id: "small-send-buffer",
    severity: "information",
    profiles: { default: "off", strict: "information", throughput: "information" },
    category: "cluster",
    summary: "A send.buffer.bytes below the default limits how much can be under way to a broker far away.",
    sources: ["CommonClientConfigs.SEND_BUFFER_DOC", "Kafka documentation: Datacenters"],
  },
  messages: {
    ...ADVICE_TITLES,
    small:
      "At most {bytes} bytes are under way at a time: on a connection with a round trip of 50 ms that is {limit} KiB per second.",
  },
  check: (context) => {
    const given = givenNumber(context, KEY);
    if (given === undefined || given.value <= 0 || given.value >= DEFAULT_BYTES || isLocalOnly(context)) return [];
    const roundTripsPerSecond = 20;
    return [
      {
        messageId: "small",
        data: { bytes: given.value, limit: Math.round((given.value * roundTripsPerSecond) / 1024) },
        key: KEY,
        span: valueOrKey(given.setting),
        fixes: removeFix(context, KEY),
      },
    ];
  },
};
