import { describe, expect, it } from "vitest";
import { lintFindings } from "../support/lint-findings.js";

const SERIALIZERS =
  "key.serializer=org.apache.kafka.common.serialization.StringSerializer\nvalue.serializer=org.apache.kafka.common.serialization.StringSerializer\n";

function of(rule: string, lines: string, kafkaVersion = "4.4"): readonly string[] {
  return lintFindings(lines, kafkaVersion)
    .filter((finding) => finding.rule === rule)
    .map(({ severity, key }) => `${severity} ${key ?? ""}`);
}

describe("important problems that gave no finding", () => {
  it.each(["zk1:2181", "schema-registry:8081", "rest:8082", "connect:8083", "0.0.0.0:9092"])("M1 %s", (address) => {
    const lines = `bootstrap.servers=kafka1:9092,${address}\n${SERIALIZERS}`;
    expect(of("no-broker-port", lines)).toEqual(["warning bootstrap.servers"]);
  });

  it.each([
    "io.confluent.kafka.serializers.KafkaAvroSerializer",
    "io.confluent.kafka.serializers.json.KafkaJsonSchemaSerializer",
    "io.confluent.kafka.serializers.protobuf.KafkaProtobufSerializer",
  ])("M5 %s without schema.registry.url", (serializer) => {
    const lines = `bootstrap.servers=a:9092\nkey.serializer=${serializer}\nvalue.serializer=${serializer}\n`;
    expect(of("schema-registry-missing", lines)).toEqual(["warning key.serializer"]);
    expect(of("schema-registry-missing", `${lines}schema.registry.url=http://r:8081\n`)).toEqual([]);
  });

  it("M6 a transaction of a second", () => {
    const lines = `bootstrap.servers=a:9092\n${SERIALIZERS}transactional.id=a\ntransaction.timeout.ms=`;
    expect(of("transaction-timeout-too-short", `${lines}1000\n`)).toEqual(["warning transaction.timeout.ms"]);
    expect(of("transaction-timeout-too-short", `${lines}60000\n`)).toEqual(["information transaction.timeout.ms"]);
    expect(of("transaction-timeout-too-short", `${lines}120000\n`)).toEqual([]);
  });

  it("M7 connections.max.idle.ms=0", () => {
    const lines = `bootstrap.servers=a:9092\n${SERIALIZERS}connections.max.idle.ms=0\n`;
    expect(of("idle-connections-too-short", lines)).toEqual(["warning connections.max.idle.ms"]);
  });

  it.each([
    ["3.9", "warning"],
    ["4.1", "warning"],
    ["4.2", "information"],
  ])("K8 a batch above the broker's limit, client %s", (release, severity) => {
    const lines = `bootstrap.servers=a:9092\n${SERIALIZERS}batch.size=2097152\nmax.request.size=2097152\nlinger.ms=100\n`;
    expect(of("batch-above-broker-limit", lines, release)).toEqual([`${severity} batch.size`]);
  });

  it("K10 request.timeout.ms without an end is the mistake, not delivery.timeout.ms", () => {
    const lines = `bootstrap.servers=a:9092\n${SERIALIZERS}request.timeout.ms=2147483647\ndelivery.timeout.ms=2147483647\n`;
    expect(of("request-timeout-too-long", lines, "2.7")).toEqual(["warning request.timeout.ms"]);
    expect(of("no-time-for-retry", lines, "2.7")).toEqual([]);
  });

  it.each([
    ["2.4", 1],
    ["3.3", 1],
    ["3.9.1", 1],
    ["3.9.2", 0],
    ["4.0", 0],
  ])("K11a round robin leaves partitions out, client %s", (release, count) => {
    const lines = `bootstrap.servers=a:9092\n${SERIALIZERS}partitioner.class=org.apache.kafka.clients.producer.RoundRobinPartitioner\n`;
    const told = lintFindings(lines, release).filter(({ message }) => message.includes("skips a partition"));
    expect(told).toHaveLength(count);
  });
});

describe("N4, N6: keys of topics and brokers", () => {
  it("are told once, with where they belong", () => {
    const lines =
      "acks=all\nmin.insync.replicas=2\nreplication.factor=3\nunclean.leader.election.enable=false\nlog.retention.hours=24\nnum.partitions=6\nlisteners=PLAINTEXT://:9092\n";
    expect(of("cluster-key", lines)).toEqual(["warning min.insync.replicas"]);
    expect(of("unknown-key", lines)).toEqual([]);
  });

  it("zookeeper.connect is an old client's", () => {
    expect(of("old-producer-key", "acks=all\nzookeeper.connect=zk1:2181\n")).toEqual(["warning zookeeper.connect"]);
  });

  it("message.max.bytes is a broker's in a .properties file", () => {
    expect(of("cluster-key", "acks=all\nmessage.max.bytes=2000000\n")).toEqual(["information message.max.bytes"]);
    expect(of("other-client-key", "acks=all\nmessage.max.bytes=2000000\n")).toEqual([]);
  });
});

describe("dots written otherwise", () => {
  it.each([
    ["bootstrap_servers", "bootstrap.servers"],
    ["lingerMs", "linger.ms"],
    ["batch-size", "batch.size"],
    ["COMPRESSION_TYPE", "compression.type"],
    ["KAFKA_BOOTSTRAP_SERVERS", "bootstrap.servers"],
    ["KAFKA_PRODUCER_LINGER_MS", "linger.ms"],
    ["maxInFlightRequestsPerConnection", "max.in.flight.requests.per.connection"],
  ])("%s is renamed to %s", (written, meant) => {
    const text = `acks=all\n${written}=x\n`;
    const finding = lintFindings(text, "4.4").find(({ rule }) => rule === "unknown-key");
    expect(finding?.message).toContain(`Did you mean ${meant}?`);
  });

  it("the variable of an image that is no setting stays unknown", () => {
    const finding = lintFindings("acks=all\nKAFKA_HEAP_OPTS=x\n", "4.4").find(({ rule }) => rule === "unknown-key");
    expect(finding?.severity).toBe("hint");
  });
});
