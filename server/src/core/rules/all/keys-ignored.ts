import { simpleName } from "../support-classes.js";
import { adviceOn, isGiven, textOf, givenSetting } from "../support-advice.js";
import { removeFix, VALUE_FIX_TITLES } from "../support-values.js";
import { catalogData } from "../../catalog/catalog.js";
import { isAtLeast } from "../../catalog/version.js";
import type { Report, Rule, RuleContext } from "../types.js";

const IGNORE = "partitioner.ignore.keys";
const PARTITIONER = "partitioner.class";
const PACKAGE = "org.apache.kafka.clients.producer.";
const UNIFORM = `${PACKAGE}UniformStickyPartitioner`;

export const keysIgnored: Rule = {
  meta: {
    id: "keys-ignored",
    severity: "information",
    profiles: { durability: "warning" },
    category: "ordering",
    since: "2.4.0",
    summary: "When keys do not choose the partition, records with the same key have no order.",
    sources: ["ProducerConfig.PARTITIONER_IGNORE_KEYS_DOC", "KIP-794", "KAFKA-9965"],
  },
  messages: {
    ...VALUE_FIX_TITLES,
    byClass:
      "{name} ignores keys: records with the same key spread over partitions and have no order, and compaction keeps several of them.",
    bySetting:
      "{setting}: records with the same key spread over partitions and have no order, and compaction keeps several of them.",
  },
  check: (context) => [...byClass(context), ...bySetting(context)],
};

function byClass(context: RuleContext): readonly Report[] {
  const setting = givenSetting(context, PARTITIONER);
  const name = textOf(context, PARTITIONER) ?? "";
  if (setting === undefined || (name !== `${PACKAGE}RoundRobinPartitioner` && name !== UNIFORM)) return [];
  // The rule deprecated-value says what to do from 3.3 on.
  const deprecated = catalogData.deprecations[`${PARTITIONER}=${UNIFORM}`]?.deprecated;
  if (name === UNIFORM && deprecated !== undefined && isAtLeast(context.catalog.version, deprecated)) return [];
  const data = { name: simpleName(name) };
  return [adviceOn(context, setting, { messageId: "byClass", data, fixes: removeFix(context, PARTITIONER) })];
}

/** Without effect beside a class of one's own. */
function bySetting(context: RuleContext): readonly Report[] {
  const setting = givenSetting(context, IGNORE);
  if (setting === undefined || context.evaluation.values.get(IGNORE)?.value !== true) return [];
  if (isGiven(context, PARTITIONER)) return [];
  return [adviceOn(context, setting, { messageId: "bySetting", fixes: removeFix(context, IGNORE) })];
}
