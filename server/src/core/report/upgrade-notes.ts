import { isAtLeast } from "../catalog/version.js";
import type { Evaluation } from "../config/evaluation.js";

/** What a changed value means for the application, by key; sentences without a full stop. */
export const UPGRADE_NOTES: Readonly<Record<string, string>> = {
  acks: "every in-sync replica confirms a write instead of the leader alone: no loss when a leader dies, later answers (KIP-679)",
  "auto.include.jmx.reporter": "metric.reporters alone decides from 4.0 on (KIP-830)",
  "client.dns.lookup": "all addresses behind a host name are tried, not only the first (KIP-602)",
  "delivery.timeout.ms": "the client raises it to linger.ms + request.timeout.ms",
  "enable.idempotence":
    "a retried record is stored once and in order; brokers before 2.8 want the IdempotentWrite permission (KIP-679)",
  "enable.metrics.push": "the client sends metrics to brokers that ask for them (KIP-714)",
  "linger.ms": "a batch waits for more records: fewer and larger requests (KIP-1030)",
  "metadata.recovery.strategy":
    "when no known broker answers, the client starts again from bootstrap.servers (KIP-899, KIP-1102)",
  "metric.reporters": "JMX metrics need the JmxReporter in this list from 4.0 on (KIP-830)",
  "partitioner.adaptive.partitioning.enable":
    "records without a key go more often to brokers that answer faster (KIP-794)",
  "partitioner.class":
    "records without a key change partition after batch.size bytes instead of after a batch (KIP-794)",
  "reconnect.backoff.max.ms": "how long the client waits between attempts to connect",
  retries: "delivery.timeout.ms bounds the attempts instead (KIP-91)",
  "retry.backoff.max.ms": "the wait between retries doubles up to this bound instead of staying constant (KIP-580)",
  "retry.backoff.ms": "retry.backoff.max.ms bounds it from 3.7 on (KIP-580)",
  "socket.connection.setup.timeout.max.ms": "how long setting up a connection may take at most (KIP-601)",
  "ssl.enabled.protocols": "TLS versions that the client offers",
  "ssl.protocol": "the newest TLS version that the client uses",
};

/** How a client without a setting behaved, in the words of the setting: what it would be set to. */
const BEFORE_THE_SETTING: Readonly<Record<string, (before: Evaluation) => string | undefined>> = {
  "enable.metrics.push": () => "false",
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
  if (!evaluation.catalog.keys.has(key)) return BEFORE_THE_SETTING[key]?.(evaluation);
  const effective = evaluation.effective.get(key);
  if (effective === undefined) return undefined;
  if (key === "acks" && effective.value === "-1") return "all";
  if (key === "metric.reporters") return reportersOf(effective.value ?? "", evaluation);
  return effective.value ?? "";
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
