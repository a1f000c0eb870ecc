import { isAtLeast } from "../catalog/version.js";
import type { Evaluation } from "../config/evaluation.js";
import { UPGRADE_TEXTS, type SayUpgrade, type UpgradeTextId } from "../messages/upgrade-texts.js";
import { ownOf } from "../text/own.js";

/** What a changed value means for the application, where there is something to say. */
export function noteOn(key: string, say: SayUpgrade): string {
  const id = `note/${key}`;
  return isNote(id) ? say(id) : "";
}

function isNote(id: string): id is UpgradeTextId {
  return Object.hasOwn(UPGRADE_TEXTS, id);
}

/** How a client without a setting behaved, in the words of the setting: what it would be set to. */
const BEFORE_THE_SETTING: Readonly<Record<string, (before: Evaluation) => string | undefined>> = {
  "enable.metrics.push": () => "false",
  "metadata.cluster.check.enable": () => "false",
  "metadata.recovery.strategy": () => "none",
  "partitioner.adaptive.partitioning.enable": () => "false",
  "retry.backoff.max.ms": (before) => before.effective.get("retry.backoff.ms")?.value,
};

const JMX_REPORTER = "org.apache.kafka.common.metrics.JmxReporter";

/**
 * What a release makes of a setting, written so that equal text means equal behaviour; undefined when the release knows
 * neither the setting nor what it stands for, or cannot read its value.
 */
export function meaningOf(key: string, evaluation: Evaluation): string | undefined {
  if (!evaluation.catalog.keys.has(key)) return ownOf(BEFORE_THE_SETTING, key)?.(evaluation);
  const effective = evaluation.effective.get(key);
  if (effective === undefined) return undefined;
  if (key === "acks" && effective.value === "-1") return "all";
  if (key === "metadata.cluster.check.enable") return clusterCheckOf(effective.value ?? "", evaluation);
  if (key === "metric.reporters") return reportersOf(effective.value ?? "", evaluation);
  return effective.value ?? "";
}

/** The client checks only when it may start again from bootstrap.servers (NetworkClient.handleInitiateApiVersionRequests of 4.4). */
function clusterCheckOf(value: string, evaluation: Evaluation): string {
  const strategy = evaluation.effective.get("metadata.recovery.strategy")?.value?.toLowerCase();
  return strategy === "none" ? "false" : value;
}

/** Before 4.0 the client adds the JmxReporter on its own, unless auto.include.jmx.reporter (3.4) is false. */
function reportersOf(listed: string, evaluation: Evaluation): string {
  const reporters = listed === "" ? [] : listed.split(",");
  const included =
    !isAtLeast(evaluation.catalog.version, "4.0.0") &&
    evaluation.effective.get("auto.include.jmx.reporter")?.value !== "false";
  return (included && !reporters.includes(JMX_REPORTER) ? [...reporters, JMX_REPORTER] : reporters).join(",");
}

/** Whether a setting does something under the security settings of a configuration. */
export function isRelevant(key: string, evaluation: Evaluation): boolean {
  const protocol = evaluation.effective.get("security.protocol")?.value?.toUpperCase() ?? "PLAINTEXT";
  const mechanism = evaluation.effective.get("sasl.mechanism")?.value ?? "";
  if (key.startsWith("ssl.")) return protocol.includes("SSL");
  if (key.startsWith("sasl.oauthbearer.")) return protocol.startsWith("SASL") && mechanism === "OAUTHBEARER";
  return !key.startsWith("sasl.") || protocol.startsWith("SASL");
}
