import { isAtLeast } from "../../catalog/version.js";
import type { Setting } from "../../dialects/types.js";
import { described, relatedSettings, valueOrKey } from "../support.js";
import { ADVICE_TITLES, isOn, numberOf, textOf } from "../support-advice.js";
import { removeFix } from "../support-values.js";
import type { Report, Rule, RuleContext } from "../types.js";

const CODEC = "compression.type";
const PARTITIONER = "partitioner.class";
const ADAPTIVE = "partitioner.adaptive.partitioning.enable";
const AVAILABILITY = "partitioner.availability.timeout.ms";
const RECOVERY = "metadata.recovery.strategy";
const TWO_PHASE = "transaction.two.phase.commit.enable";

/** Keys that only BrokerJwtValidator reads. */
const BROKER_SIDE =
  /^sasl\.oauthbearer\.(jwks\.endpoint\..+|expected\.(audience|issuer)|clock\.skew\.seconds|allow\.unverified\..+)$/;

export const settingWithoutEffect: Rule = {
  meta: {
    id: "setting-without-effect",
    severity: "information",
    category: "silent-change",
    summary: "A setting that nothing reads, because of another setting in the same file.",
    sources: [
      "KafkaProducer.configureCompression",
      "BuiltInPartitioner",
      "KIP-794",
      "KIP-1102",
      "KIP-98",
      "KIP-768",
      "DefaultJwtValidator",
    ],
  },
  messages: {
    ...ADVICE_TITLES,
    because: "{key} has no effect with {cause}.",
    transactions: "{key} has no effect without transactional.id, unless the program sets that.",
    brokerSide: "{key} is for brokers, which check tokens: a producer only fetches them and does not read it.",
    takesPart: "{key} decides",
  },
  check: (context) =>
    [...context.document.byKey.values()].flatMap((setting) => {
      const report = context.catalog.keys.has(setting.key) ? reasonFor(context, setting) : undefined;
      return report === undefined ? [] : [reportOn(context, setting, report)];
    }),
};

interface Reason {
  readonly messageId: "because" | "transactions" | "brokerSide";
  /** The setting to blame. */
  readonly cause?: string;
}

function reportOn(context: RuleContext, setting: Setting, { messageId, cause }: Reason): Report {
  const { key } = setting;
  return {
    messageId,
    data: { key, cause: cause === undefined ? "" : described(context, cause) },
    key,
    span: valueOrKey(setting),
    related: cause === undefined ? [] : relatedSettings(context, [cause], "takesPart"),
    fixes: removeFix(context, key),
    tag: "unnecessary",
  };
}

function reasonFor(context: RuleContext, { key }: Setting): Reason | undefined {
  const level = /^compression\.(\w+)\.level$/.exec(key)?.[1];
  if (level !== undefined) return isOtherCodec(context, level) ? { messageId: "because", cause: CODEC } : undefined;
  if (key.startsWith("partitioner.")) return partitionerReason(context, key);
  if (key === "metadata.recovery.rebootstrap.trigger.ms")
    return textOf(context, RECOVERY)?.toLowerCase() === "none" ? { messageId: "because", cause: RECOVERY } : undefined;
  if (key.startsWith("transaction.")) return transactionReason(context, key);
  return BROKER_SIDE.test(key) && !checksTokens(context) ? { messageId: "brokerSide" } : undefined;
}

/** A validator of one's own may read anything; from 4.1.1 on the default one checks signatures when it is told where the keys are. */
function checksTokens({ document, catalog }: RuleContext): boolean {
  if (document.byKey.has("sasl.oauthbearer.jwt.validator.class")) return true;
  return document.byKey.has("sasl.oauthbearer.jwks.endpoint.url") && isAtLeast(catalog.version, "4.1.1");
}

function isOtherCodec(context: RuleContext, codec: string): boolean {
  const used = textOf(context, CODEC);
  return used !== undefined && used !== codec;
}

/** A partitioner of one's own replaces the built-in one with all its settings; without adapting, availability does not matter. */
function partitionerReason(context: RuleContext, key: string): Reason | undefined {
  const own = key === "partitioner.ignore.keys" || key === ADAPTIVE || key === AVAILABILITY;
  if (!own) return undefined;
  if (context.document.byKey.has(PARTITIONER)) return { messageId: "because", cause: PARTITIONER };
  const isMoot = key === AVAILABILITY && numberOf(context, AVAILABILITY) !== 0 && !isOn(context, ADAPTIVE);
  return isMoot && context.document.byKey.has(ADAPTIVE) ? { messageId: "because", cause: ADAPTIVE } : undefined;
}

function transactionReason(context: RuleContext, key: string): Reason | undefined {
  if (context.document.byKey.has("transactional.id")) return undefined;
  if (key === TWO_PHASE) return isOn(context, TWO_PHASE) ? { messageId: "transactions" } : undefined;
  const isTimeout = key === "transaction.timeout.ms" && !isOn(context, TWO_PHASE);
  return isTimeout ? { messageId: "transactions" } : undefined;
}
