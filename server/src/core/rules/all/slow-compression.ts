import type { Setting } from "../../dialects/types.js";
import { valueOrKey } from "../support.js";
import { ADVICE_TITLES, givenNumber, textOf, writeFix } from "../support-advice.js";
import { removeFix } from "../support-values.js";
import type { Report, Rule, RuleContext } from "../types.js";
import { ownOf } from "../../text/own.js";

const KEY = "compression.type";
/** Levels from which time grows much faster than the gain. */
const SLOW_LEVELS: Readonly<Record<string, number>> = { lz4: 13, zstd: 15 };

export const slowCompression: Rule = {
  meta: {
    id: "slow-compression",
    severity: "information",
    profiles: { default: "off", strict: "information", throughput: "information", latency: "information" },
    category: "batching",
    summary: "gzip, and high levels of every codec, cost more time per byte than they save.",
    sources: ["KIP-110", "KIP-390"],
  },
  messages: {
    ...ADVICE_TITLES,
    gzip: "gzip takes the most time per byte of all codecs; zstd usually compresses as well in less.",
    level: "At level {level} {codec} takes far more time for a little less data.",
  },
  check: (context) => {
    const codec = textOf(context, KEY) ?? "none";
    const setting = context.document.byKey.get(KEY);
    return [...levelReport(context, codec), ...gzipReport(context, codec, setting)];
  },
};

function gzipReport(context: RuleContext, codec: string, setting: Setting | undefined): readonly Report[] {
  if (codec !== "gzip" || setting === undefined) return [];
  return [{ messageId: "gzip", key: KEY, span: valueOrKey(setting), fixes: [writeFix(context, KEY, "zstd")] }];
}

function levelReport(context: RuleContext, codec: string): readonly Report[] {
  const key = `compression.${codec}.level`;
  const given = givenNumber(context, key);
  const slow = ownOf(SLOW_LEVELS, codec);
  if (given === undefined || slow === undefined || given.value < slow) return [];
  const data = { level: given.value, codec };
  return [{ messageId: "level", data, key, span: valueOrKey(given.setting), fixes: removeFix(context, key) }];
}
