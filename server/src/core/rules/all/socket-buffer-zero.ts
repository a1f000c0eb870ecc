import { adviceOn, writeFix, givenNumber } from "../support-advice.js";
import { removeFix, VALUE_FIX_TITLES } from "../support-values.js";
import type { Rule } from "../types.js";

export const socketBufferZero: Rule = {
  meta: {
    id: "socket-buffer-zero",
    severity: "warning",
    category: "cluster",
    summary: "A socket takes no buffer of 0 bytes, and the producer never connects; -1 leaves the size to the system.",
    sources: ["org.apache.kafka.common.network.Selector.configureSocketChannel", "java.net.Socket.setSendBufferSize"],
  },
  messages: {
    ...VALUE_FIX_TITLES,
    zero: "{setting} is refused by the socket: the producer starts, but it never connects. The size that the system chooses is -1.",
  },
  check: (context) =>
    ["send.buffer.bytes", "receive.buffer.bytes"].flatMap((key) => {
      const written = givenNumber(context, key);
      if (written?.value !== 0) return [];
      const fixes = [writeFix(context, key, "-1", written.setting), ...removeFix(context, key)];
      return [adviceOn(context, written.setting, { messageId: "zero", fixes })];
    }),
};
