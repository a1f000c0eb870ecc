// Whole configurations: several settings at once, good and bad, written in every way the format allows.
import { escapeKey, escapeValue, line } from "./text.mjs";
import { edgesOf, formsOf } from "./values.mjs";

/** Values a person would write, by key; a mix draws most of its settings from here. */
const SENSIBLE = {
  acks: ["all", "-1", "1", "0"],
  retries: ["0", "3", "10", "2147483647"],
  "linger.ms": ["0", "5", "20", "100"],
  "batch.size": ["16384", "65536", "1048576"],
  "buffer.memory": ["33554432", "67108864"],
  "compression.type": ["none", "gzip", "snappy", "lz4", "zstd"],
  "enable.idempotence": ["true", "false"],
  "max.in.flight.requests.per.connection": ["1", "5", "10"],
  "delivery.timeout.ms": ["30000", "60000", "120000"],
  "request.timeout.ms": ["15000", "30000", "60000"],
  "max.block.ms": ["60000", "5000"],
  "max.request.size": ["1048576", "5242880"],
  "client.id": ["orders", "billing-1"],
  "transactional.id": ["orders-tx"],
  "transaction.timeout.ms": ["60000", "900000"],
  "retry.backoff.ms": ["100", "500", "2000"],
  "reconnect.backoff.ms": ["50", "1000"],
  "reconnect.backoff.max.ms": ["1000", "10000"],
  "metadata.max.age.ms": ["300000"],
  "connections.max.idle.ms": ["540000", "180000"],
  "partitioner.class": [
    "org.apache.kafka.clients.producer.RoundRobinPartitioner",
    "org.apache.kafka.clients.producer.internals.DefaultPartitioner",
  ],
  "partitioner.ignore.keys": ["true", "false"],
  "compression.zstd.level": ["3", "19"],
  "client.dns.lookup": ["use_all_dns_ips", "default"],
  "key.serializer": [
    "org.apache.kafka.common.serialization.ByteArraySerializer",
    "org.apache.kafka.common.serialization.LongSerializer",
  ],
  "value.serializer": [
    "org.apache.kafka.common.serialization.ByteArraySerializer",
    "org.apache.kafka.common.serialization.UUIDSerializer",
  ],
  "bootstrap.servers": ["broker1:9092,broker2:9092,broker3:9092", "localhost:9092", "127.0.0.1:1"],
  "security.protocol": ["PLAINTEXT", "SASL_PLAINTEXT", "SSL"],
  "sasl.mechanism": ["PLAIN", "SCRAM-SHA-512"],
  "sasl.jaas.config": ['org.apache.kafka.common.security.plain.PlainLoginModule required username="u" password="p";'],
  "ssl.endpoint.identification.algorithm": ["https", ""],
  "metadata.recovery.strategy": ["none", "rebootstrap"],
  "enable.metrics.push": ["true", "false"],
  "group.id": ["g"],
  retires: ["3"],
};
const NAMES = Object.keys(SENSIBLE);
/** Keys that would make the verdict depend on the machine if drawn at random. */
const NOT_AT_RANDOM =
  /^(sasl\.(kerberos|oauthbearer|login|client)|security\.providers|ssl\.(key|trust)store|config\.providers)/;

function sensible(random) {
  const key = random.pick(NAMES);
  return [key, random.pick(SENSIBLE[key])];
}

/** A key of the catalog with any form of its type or an edge of its validator: good or bad. */
function arbitrary(random, catalog) {
  const [key, definition] = random.pick(Object.entries(catalog.keys).filter(([name]) => !NOT_AT_RANDOM.test(name)));
  const type = random.pick(definition.type).v;
  return [key, random.pick([...formsOf(type), ...definition.validator.flatMap(({ v }) => edgesOf(v, type))])];
}

/** Settings as pairs, in file order; the same key may come twice. */
function mixture(random, catalog, length, strangeness) {
  return Array.from({ length }, () => (random.chance(strangeness) ? arbitrary(random, catalog) : sensible(random)));
}

/** One setting as one of the many spellings Properties.load reads alike. */
function dressed(random, [key, value]) {
  const indent = random.pick(["", "", "", " ", "\t", "\f "]);
  const separator = random.pick(["=", "=", "=", ":", " = ", " : ", "\t", "  ", "= ", " ="]);
  let name = escapeKey(key);
  if (random.chance(0.08) && name !== "")
    name = `\\u${name.charCodeAt(0).toString(16).padStart(4, "0")}${name.slice(1)}`;
  let text = value === "" ? "" : escapeValue(value);
  if (random.chance(0.15) && text.length > 1) {
    const at = random.between(1, text.length - 1);
    if (!text.slice(0, at).endsWith("\\") && text.charAt(at) !== " ")
      text = `${text.slice(0, at)}\\\n${random.pick(["", "  ", "\t"])}${text.slice(at)}`;
  }
  return indent + name + separator + text + random.pick(["", "", "", "", " ", "\t", " \\u0020"]);
}

function noise(random) {
  return random.pick([
    "",
    "# comment",
    "! comment",
    "   ",
    "#acks=5",
    "# path C:\\users",
    "\\",
    "[section]",
    "// comment",
    "# ends with \\",
  ]);
}

/** Readable configurations: one line per setting. */
export function mixes(random, catalog, count) {
  return Array.from({ length: count }, () =>
    mixture(random, catalog, random.between(2, 8), random.pick([0, 0.2, 0.5, 0.9]))
      .map(([key, value]) => line(key, value))
      .join("\n"),
  );
}

/** The same with odd separators, escapes, continuations, comments, line ends and duplicates. */
export function dressedMixes(random, catalog, count) {
  return Array.from({ length: count }, () => dressedMix(random, catalog));
}

export function dressedMix(random, catalog) {
  const settings = mixture(random, catalog, random.between(1, 7), random.pick([0, 0.1, 0.4]));
  if (random.chance(0.3)) settings.push([random.pick(settings)[0], random.pick(random.pick(Object.values(SENSIBLE)))]);
  const written = settings.flatMap((setting) =>
    random.chance(0.25) ? [noise(random), dressed(random, setting)] : [dressed(random, setting)],
  );
  const text = written.join(random.pick(["\n", "\n", "\n", "\r\n", "\r"]));
  if (random.chance(0.03)) return `${text}\nclient.id=\\u00`;
  return random.chance(0.03) ? `\ufeff${text}` : text;
}

/** Several bad settings of different phases at once: the first failure decides. */
export function severalFailures(random, catalog, count) {
  const failing = [
    ...[
      ["acks", "2"],
      ["retries", "x"],
      ["retries", "-1"],
      ["linger.ms", ""],
      ["batch.size", "-1"],
      ["enable.idempotence", "yes"],
      ["compression.type", "brotli"],
    ],
    ...[
      ["security.protocol", "TLS"],
      ["max.in.flight.requests.per.connection", "0"],
      ["transactional.id", ""],
      ["key.serializer", "x"],
      ["value.serializer", "java.lang.String"],
    ],
    ...[
      ["partitioner.class", "java.lang.String"],
      ["partitioner.class", "y"],
      ["interceptor.classes", "x"],
      ["metric.reporters", "x"],
      ["metrics.jmx.include", "("],
      ["bootstrap.servers", "x"],
      ["bootstrap.servers", ""],
    ],
    ...[
      ["bootstrap.servers", "127.0.0.1:99999"],
      ["delivery.timeout.ms", "1"],
      ["client.dns.lookup", "x"],
      ["sasl.mechanism", ""],
      ["security.protocol", "SASL_PLAINTEXT"],
      ["sasl.jaas.config", "x"],
    ],
    ...[
      ["ssl.truststore.password", "p"],
      ["security.protocol", "SSL"],
      ["enable.idempotence", "true"],
      ["acks", "1"],
      ["retries", "0"],
      ["max.in.flight.requests.per.connection", "6"],
      ["transactional.id", "t"],
    ],
    ...[
      ["enable.idempotence", "false"],
      ["transaction.two.phase.commit.enable", "true"],
      ["transaction.timeout.ms", "1"],
      ["compression.gzip.level", "0"],
      ["value.serializer.encoding", "nope"],
      ["sasl.login.class", "z"],
    ],
    ...[
      ["client.dns.lookup", "resolve_canonical_bootstrap_servers_only"],
      ["bootstrap.servers", "127.0.0.1:1,,127.0.0.1:1"],
      ["metadata.recovery.strategy", "x"],
      ["partitioner.rack.aware", "true"],
      ["buffer.memory.allocation.strategy", "incremental"],
    ],
    ...[
      ["config.providers.p.class", "com.example.Missing"],
      ["config.providers", "p"],
      ["ssl.engine.factory.class", "q"],
      ["sasl.oauthbearer.assertion.algorithm", "x"],
      ["metadata.max.idle.ms", "1"],
    ],
  ];
  return Array.from({ length: count }, () =>
    random
      .some(failing, random.between(2, 5))
      .map(([key, value]) => line(key, value))
      .join("\n"),
  );
}
