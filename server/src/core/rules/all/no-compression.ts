import { javaTrim } from "../../config/parse-value.js";
import { valueOrKey } from "../support.js";
import { ADVICE_TITLES, isRefused, textOf, writeFix } from "../support-advice.js";
import type { Rule } from "../types.js";

const KEY = "compression.type";
/** Settings that people tune for throughput. */
const TUNED = ["batch.size", "linger.ms", "buffer.memory", "max.request.size"];

export const noCompression: Rule = {
  meta: {
    id: "no-compression",
    severity: "information",
    profiles: { default: "off", strict: "information", throughput: "information" },
    category: "batching",
    summary: "Without compression more bytes go over the network and onto the brokers' disks.",
    sources: ["ProducerConfig.COMPRESSION_TYPE_DOC", "Kafka documentation: End-to-end Batch Compression"],
  },
  messages: {
    ...ADVICE_TITLES,
    none: "Nothing is compressed. Where records are text or JSON, lz4 or zstd usually save network and disk for little time.",
  },
  check: (context) => {
    const { byKey } = context.document;
    const place = byKey.get(KEY) ?? TUNED.map((key) => byKey.get(key)).find((setting) => setting !== undefined);
    const codec = javaTrim(textOf(context, KEY) ?? "");
    if (place === undefined || codec !== "none" || isRefused(context, KEY)) return [];
    return [
      {
        messageId: "none",
        key: place.key,
        span: valueOrKey(place),
        fixes: ["lz4", "zstd"].map((better) => writeFix(context, KEY, better, place)),
      },
    ];
  },
};
