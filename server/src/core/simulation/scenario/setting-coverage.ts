import type { PHRASE_TEXTS } from "../../messages/phrase-texts.js";

/**
 * What the model does with a setting: it is `simulated`, changes nothing that the model shows (`irrelevant`), is looked at
 * together with others (`conditional`, see approximations.ts), or is left out, with the text that says so.
 */
export type SettingCoverage = "simulated" | "irrelevant" | "conditional" | LeftOut;

type LeftOut = Extract<keyof typeof PHRASE_TEXTS, `left-out/${string}`>;

const SIMULATED = `acks batch.size buffer.memory compression.gzip.level compression.lz4.level compression.type
  compression.zstd.level connections.max.idle.ms delivery.timeout.ms enable.idempotence linger.ms max.block.ms
  max.in.flight.requests.per.connection max.request.size partitioner.adaptive.partitioning.enable
  partitioner.availability.timeout.ms partitioner.ignore.keys reconnect.backoff.max.ms reconnect.backoff.ms
  request.timeout.ms retries retry.backoff.max.ms retry.backoff.ms sasl.mechanism security.protocol
  socket.connection.setup.timeout.max.ms socket.connection.setup.timeout.ms ssl.enabled.protocols ssl.protocol
  transaction.timeout.ms transactional.id`;

const CONDITIONAL = `buffer.memory.allocation.strategy interceptor.classes metadata.max.age.ms partitioner.class
  partitioner.rack.aware`;

/** Names, files, secrets, and what decides whether a login succeeds, which a simulation takes for granted. */
const IRRELEVANT = `auto.include.jmx.reporter bootstrap.servers client.id client.rack config.providers enable.metrics.push
  internal.auto.downgrade.txn.commit key.serializer metrics.num.samples metrics.recording.level metrics.sample.window.ms
  sasl.client.callback.handler.class sasl.jaas.config sasl.kerberos.kinit.cmd sasl.kerberos.service.name
  sasl.login.callback.handler.class sasl.login.class security.providers ssl.endpoint.identification.algorithm
  ssl.key.password ssl.keymanager.algorithm ssl.keystore.certificate.chain ssl.keystore.key ssl.keystore.location
  ssl.keystore.password ssl.keystore.type ssl.secure.random.implementation ssl.trustmanager.algorithm
  ssl.truststore.certificates ssl.truststore.location ssl.truststore.password ssl.truststore.type value.serializer`;

const LEFT_OUT: Readonly<Record<LeftOut, string>> = {
  "left-out/sockets": "receive.buffer.bytes send.buffer.bytes",
  "left-out/addresses": `bootstrap.resolve.timeout.ms client.dns.lookup metadata.cluster.check.enable
    metadata.recovery.rebootstrap.trigger.ms metadata.recovery.strategy`,
  "left-out/forgotten-topics": "metadata.max.idle.ms",
  "left-out/reporters": "metric.reporters",
  "left-out/two-phase": "transaction.two.phase.commit.enable",
  "left-out/tls": "ssl.cipher.suites ssl.engine.factory.class ssl.provider",
  "left-out/logins": `sasl.kerberos.min.time.before.relogin sasl.kerberos.ticket.renew.jitter
    sasl.kerberos.ticket.renew.window.factor sasl.login.connect.timeout.ms sasl.login.read.timeout.ms
    sasl.login.refresh.buffer.seconds sasl.login.refresh.min.period.seconds sasl.login.refresh.window.factor
    sasl.login.refresh.window.jitter sasl.login.retry.backoff.max.ms sasl.login.retry.backoff.ms`,
};

const COVERAGE = new Map<string, SettingCoverage>([
  ...keysOf(SIMULATED).map((key) => [key, "simulated"] as const),
  ...keysOf(CONDITIONAL).map((key) => [key, "conditional"] as const),
  ...keysOf(IRRELEVANT).map((key) => [key, "irrelevant"] as const),
  ...(Object.keys(LEFT_OUT) as LeftOut[]).flatMap((id) => keysOf(LEFT_OUT[id]).map((key) => [key, id] as const)),
]);

/** What the model does with a setting of the producer; undefined for a key that it has not. */
export function coverageOf(key: string): SettingCoverage | undefined {
  // How a token is fetched and checked decides whether a login succeeds, not how long the simulation runs.
  return COVERAGE.get(key) ?? (key.startsWith("sasl.oauthbearer.") ? "irrelevant" : undefined);
}

function keysOf(text: string): readonly string[] {
  return text.split(/\s+/);
}
