import { catalogData, existsIn, type Catalog } from "../core/catalog/catalog.js";
import type { KeySpec, Validator } from "../core/catalog/types.js";
import { FIELD_PLANS } from "./what-if-fields.js";
import { ownOf } from "../core/text/own.js";

/** A value one may choose. */
export interface Candidate {
  readonly value: string;
  /** Whether it holds when nothing is written. */
  readonly isDefault: boolean;
  readonly isClass: boolean;
}

/** The interface whose classes a setting names. */
const ROLES: readonly (readonly [key: RegExp, role: string])[] = [
  [/^(key|value)\.serializer$/, "common.serialization.Serializer"],
  [/^default\.list\.(key|value)\.serde\.inner$/, "common.serialization.Serde"],
  [/^partitioner\.class$/, "clients.producer.Partitioner"],
  [/^metric\.reporters$/, "common.metrics.MetricsReporter"],
  [/^sasl\.(client|login)\.callback\.handler\.class$/, "common.security.auth.AuthenticateCallbackHandler"],
  [/^sasl\.login\.class$/, "common.security.auth.Login"],
  [/^sasl\.oauthbearer\.jwt\.retriever\.class$/, "common.security.oauthbearer.JwtRetriever"],
  [/^sasl\.oauthbearer\.jwt\.validator\.class$/, "common.security.oauthbearer.JwtValidator"],
  [/^ssl\.engine\.factory\.class$/, "common.security.auth.SslEngineFactory"],
  [/^config\.providers\.[^.]+\.class$/, "common.config.provider.ConfigProvider"],
];

/** Values that the client passes on without a check of its own (the JVM or the broker decides). */
const USUAL_VALUES: Readonly<Record<string, readonly string[]>> = {
  "sasl.mechanism": ["PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512", "GSSAPI", "OAUTHBEARER"],
  "ssl.protocol": ["TLSv1.3", "TLSv1.2"],
  "ssl.enabled.protocols": ["TLSv1.3", "TLSv1.2"],
  "ssl.keystore.type": ["JKS", "PKCS12", "PEM"],
  "ssl.truststore.type": ["JKS", "PKCS12", "PEM"],
  "ssl.endpoint.identification.algorithm": ["https"],
};

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const KIBIBYTE = 1_024;

/** Numbers that make sense for settings that no slider has; the default is added. */
const USUAL_NUMBERS: Readonly<Record<string, readonly number[]>> = {
  "bootstrap.resolve.timeout.ms": [30 * SECOND, MINUTE, 2 * MINUTE],
  "compression.gzip.level": [1, 3, 6, 9],
  "compression.lz4.level": [1, 3, 9, 12],
  "compression.zstd.level": [1, 3, 6, 9],
  "connections.max.idle.ms": [3 * MINUTE, 4 * MINUTE, 5 * MINUTE, 9 * MINUTE],
  "metadata.max.age.ms": [MINUTE, 3 * MINUTE, 5 * MINUTE, 15 * MINUTE],
  "metadata.max.idle.ms": [MINUTE, 5 * MINUTE, 15 * MINUTE],
  "metadata.recovery.rebootstrap.trigger.ms": [MINUTE, 5 * MINUTE, 15 * MINUTE],
  "metrics.num.samples": [2, 5, 10],
  "metrics.sample.window.ms": [10 * SECOND, 30 * SECOND, MINUTE],
  "partitioner.availability.timeout.ms": [0, 5 * SECOND, 30 * SECOND],
  "receive.buffer.bytes": [-1, 32 * KIBIBYTE, 64 * KIBIBYTE, 256 * KIBIBYTE, KIBIBYTE * KIBIBYTE],
  "reconnect.backoff.max.ms": [SECOND, 5 * SECOND, 10 * SECOND, 30 * SECOND],
  "reconnect.backoff.ms": [50, 100, 500, SECOND],
  "retry.backoff.max.ms": [SECOND, 2 * SECOND, 5 * SECOND, 10 * SECOND],
  "sasl.login.connect.timeout.ms": [5 * SECOND, 10 * SECOND, 30 * SECOND],
  "sasl.login.read.timeout.ms": [5 * SECOND, 10 * SECOND, 30 * SECOND],
  "sasl.login.retry.backoff.max.ms": [10 * SECOND, 30 * SECOND, MINUTE],
  "sasl.login.retry.backoff.ms": [100, 500, SECOND],
  "send.buffer.bytes": [-1, 128 * KIBIBYTE, 256 * KIBIBYTE, 512 * KIBIBYTE, KIBIBYTE * KIBIBYTE],
  "socket.connection.setup.timeout.max.ms": [10 * SECOND, 30 * SECOND, MINUTE],
  "socket.connection.setup.timeout.ms": [5 * SECOND, 10 * SECOND, 30 * SECOND],
  "transaction.timeout.ms": [30 * SECOND, MINUTE, 2 * MINUTE, 5 * MINUTE, 15 * MINUTE],
};

/** The values of a setting that one can choose from, best first; the default is among them and marked. */
export function candidatesFor(key: string, catalog: Catalog): readonly Candidate[] {
  const spec = catalog.keys.get(key);
  const classes = classesFor(key, catalog);
  const values = spec === undefined ? [] : valuesOf(spec);
  const fallback = spec?.defaultText ?? "";
  const defaults = (spec?.type === "list" ? fallback.split(",") : [fallback]).filter((value) => value !== "");
  const all = [...new Set([...values, ...classes, ...defaults])];
  return all.map((value) => ({
    value,
    isDefault: defaults.includes(value),
    isClass: classes.includes(value) || (spec?.type === "class" && value === fallback),
  }));
}

function valuesOf(spec: KeySpec): readonly string[] {
  if (spec.type === "boolean") return ["true", "false"];
  const validator = spec.validator ?? spec.history.validator.findLast(({ v }) => v !== null)?.v;
  return choicesOf(validator ?? undefined) ?? ownOf(USUAL_VALUES, spec.key) ?? sensibleNumbers(spec.key);
}

/** Where 0 is a choice and no accident. */
const ZERO_COUNTS: ReadonlySet<string> = new Set(["linger.ms", "partitioner.availability.timeout.ms"]);

/** What sliders stop at, or what is usual. */
function sensibleNumbers(key: string): readonly string[] {
  const stops = FIELD_PLANS.find((plan) => plan.key === key)?.stops ?? ownOf(USUAL_NUMBERS, key) ?? [];
  return stops.filter((stop) => stop !== 0 || ZERO_COUNTS.has(key)).map((stop) => stop.toString());
}

/** Releases without a validator of a key take the values that later ones check. */
function choicesOf(validator: Validator | undefined): readonly string[] | undefined {
  return validator?.kind === "oneOf" ? validator.values.filter((value) => value !== "") : undefined;
}

function classesFor(key: string, catalog: Catalog): readonly string[] {
  const role = ROLES.find(([pattern]) => pattern.test(key))?.[1];
  const classes = role === undefined ? undefined : catalogData.instantiableClasses[`org.apache.kafka.${role}`];
  return Object.entries(classes ?? {}).flatMap(([name, life]) => (existsIn(life, catalog.version) ? [name] : []));
}
