import type { Evaluation } from "./evaluation.js";
import { isSince } from "./releases.js";

const SERIALIZATION = "org.apache.kafka.common.serialization.";
const SECURITY = "org.apache.kafka.common.security.";
const LIST_SERIALIZER = `${SERIALIZATION}ListSerializer`;
const READS_ENCODING: ReadonlySet<string> = new Set([
  `${SERIALIZATION}StringSerializer`,
  `${SERIALIZATION}UUIDSerializer`,
  `${SERIALIZATION}Serdes$StringSerde`,
  `${SERIALIZATION}Serdes$UUIDSerde`,
]);
/** What SaslChannelBuilder reads whatever the mechanism. */
const SASL_ALWAYS: ReadonlySet<string> = new Set([
  "sasl.jaas.config",
  "sasl.client.callback.handler.class",
  "sasl.login.callback.handler.class",
  "sasl.login.class",
]);

/** Whether the constructor reads a setting of its own definition; up to 2.7 it read them all. */
export function readsKnownKey(evaluation: Evaluation, key: string): boolean {
  if (key === "config.providers") return false;
  if (!since(evaluation, "2.8.0") || key === "sasl.mechanism") return true;
  if (key.startsWith("ssl.") || key === "security.providers") return protocolOf(evaluation).endsWith("SSL");
  if (key.startsWith("sasl.")) return readsSasl(evaluation, key);
  if (key.startsWith("compression.") && key.endsWith(".level")) {
    return key === `compression.${text(evaluation, "compression.type")}.level`;
  }
  switch (key) {
    case "partitioner.adaptive.partitioning.enable":
      return !evaluation.given.has("partitioner.class");
    case "transaction.timeout.ms":
      return since(evaluation, "3.3.0") || evaluation.idempotent;
    case "internal.auto.downgrade.txn.commit":
      return evaluation.idempotent;
    default:
      return true;
  }
}

function readsSasl(evaluation: Evaluation, key: string): boolean {
  const protocol = protocolOf(evaluation);
  if (key === "security.providers" || !protocol.startsWith("SASL_")) return false;
  if (SASL_ALWAYS.has(key)) return true;
  const mechanism = text(evaluation, "sasl.mechanism");
  const login = text(evaluation, "sasl.login.class") || defaultLogin(mechanism);
  if (key.startsWith("sasl.kerberos.")) return login === `${SECURITY}kerberos.KerberosLogin`;
  if (key.startsWith("sasl.login.refresh.")) return login.endsWith(".OAuthBearerRefreshingLogin");
  // The rest is for handlers that fetch tokens: that of kafka-clients or one of the application's own.
  return evaluation.given.has("sasl.login.callback.handler.class") && mechanism === "OAUTHBEARER";
}

function defaultLogin(mechanism: string): string {
  if (mechanism === "GSSAPI") return `${SECURITY}kerberos.KerberosLogin`;
  return mechanism === "OAUTHBEARER" ? `${SECURITY}oauthbearer.internals.OAuthBearerRefreshingLogin` : "";
}

/** Whether a class of kafka-clients reads a key that is in no definition. */
export function readsExtraKey(evaluation: Evaluation, key: string): boolean {
  switch (key) {
    case "key.serializer.encoding":
    case "value.serializer.encoding":
      return readsEncoding(evaluation, key.startsWith("key") ? "key" : "value");
    case "serializer.encoding":
      return SIDES.some(
        (side) => readsEncoding(evaluation, side) && !evaluation.given.has(`${side}.serializer.encoding`),
      );
    case "default.list.key.serde.inner":
      return text(evaluation, "key.serializer") === LIST_SERIALIZER;
    case "default.list.value.serde.inner":
      return text(evaluation, "value.serializer") === LIST_SERIALIZER;
    case "metrics.jmx.include":
    case "metrics.jmx.exclude":
      return since(evaluation, "2.7.0") && jmxReporterRuns(evaluation);
    case "metrics.jmx.whitelist":
    case "metrics.jmx.blacklist":
      return readsOldFilter(evaluation, key.endsWith("whitelist") ? "metrics.jmx.include" : "metrics.jmx.exclude");
    case "ssl.client.auth":
      return since(evaluation, "2.8.0") && protocolOf(evaluation).endsWith("SSL");
    case "client.rack":
      return since(evaluation, "3.7.0") && evaluation.values.get("enable.metrics.push")?.value !== false;
    default:
      return false;
  }
}

const SIDES = ["key", "value"] as const;

function readsEncoding(evaluation: Evaluation, side: "key" | "value"): boolean {
  const serializer = text(evaluation, `${side}.serializer`);
  if (serializer !== LIST_SERIALIZER) return READS_ENCODING.has(serializer);
  return READS_ENCODING.has(evaluation.given.get(`default.list.${side}.serde.inner`) ?? "");
}

/** The old names are read when the new ones are absent. */
function readsOldFilter(evaluation: Evaluation, newName: string): boolean {
  if (!since(evaluation, "2.6.0") || since(evaluation, "4.0.0") || !jmxReporterRuns(evaluation)) return false;
  return !since(evaluation, "2.7.0") || !evaluation.given.has(newName);
}

/** Up to 3.9 the JMX reporter is always there (3.4: unless switched off); from 4.0 it is the default of metric.reporters. */
function jmxReporterRuns(evaluation: Evaluation): boolean {
  const reporters = evaluation.values.get("metric.reporters")?.value;
  const listed = Array.isArray(reporters) && reporters.includes("org.apache.kafka.common.metrics.JmxReporter");
  if (since(evaluation, "4.0.0")) return listed;
  return listed || evaluation.values.get("auto.include.jmx.reporter")?.value !== false;
}

function since(evaluation: Evaluation, release: string): boolean {
  return isSince(evaluation.catalog.version, release);
}

function text(evaluation: Evaluation, key: string): string {
  return evaluation.values.get(key)?.text ?? "";
}

function protocolOf(evaluation: Evaluation): string {
  return text(evaluation, "security.protocol").toUpperCase();
}
